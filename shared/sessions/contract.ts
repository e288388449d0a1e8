import { z } from 'zod'
import {
  dateSchema,
  fileInSchema,
  idSchema,
  procedure,
  workOutput,
  yearSchema,
} from '#shared/core/contract'
import { whoSchema } from '#shared/people/contract'
import { lessonHoursSchema } from './model.ts'
import { sessionSteps } from './status-line.ts'

export const lessonSchema = z.object({
  id: idSchema,
  date: dateSchema,
  label: z.enum(['am', 'pm']),
  start: z.string(),
  end: z.string(),
  hours: z.number(),
  weekend: z.boolean(),
  place: z.string(),
  lecturer: z.string(),
  topic: z.string(),
  closed: z.boolean(),
})

/** One step of the status line: done, now, missing something, still ahead, or not part of this version. */
const stepSchema = z.object({
  step: z.enum(sessionSteps),
  state: z.enum(['done', 'now', 'missing', 'ahead', 'later-version']),
  /** Sentence code in resources/locales/<language>/sessions.json, group `missing`, with its values. */
  missing: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
})

const sessionSchema = z.object({
  id: idSchema,
  projectId: z.string(),
  projectNo: z.number().int(),
  projectName: z.string(),
  year: yearSchema,
  name: z.string(),
  from: dateSchema,
  to: dateSchema,
  place: z.string(),
  learners: z.number().int(),
  held: z.number().int(),
  lessons: z.number().int(),
  lessonsMarked: z.number().int(),
  registered: z.number().int(),
})
export type ListedSession = z.infer<typeof sessionSchema>

const shownSchema = sessionSchema.extend({
  lessonList: z.array(lessonSchema),
  steps: z.array(stepSchema),
})
export type ShownSession = z.infer<typeof shownSchema>

const learnerSchema = z.object({
  enrollmentId: idSchema,
  teacherId: idSchema,
  name: z.string(),
  /** Pinyin initials, lower case, every plausible reading. */
  initials: z.array(z.string()),
  docType: z.string(),
  docNo: z.string(),
  unit: z.string(),
  origin: z.string(),
  phone: z.string(),
  subject: z.string(),
  title: z.string(),
})
export type Learner = z.infer<typeof learnerSchema>

const placeInFile = { sheet: z.string(), row: z.number().int() }

/** A row that waits for a person: nobody was enrolled from it. */
const heldRowSchema = z.object({
  ...placeInFile,
  name: z.string(),
  code: z.string(),
  message: z.string(),
})
export type HeldRow = z.infer<typeof heldRowSchema>

const rosterImportedSchema = z.object({
  importId: z.string(),
  rows: z.number().int(),
  accepted: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  newTeachers: z.number().int(),
  newUnits: z.array(z.string()),
  ignored: z.number().int(),
  ignoredRows: z.array(
    z.object({ ...placeInFile, code: z.string(), text: z.string(), message: z.string() }),
  ),
  held: z.array(heldRowSchema),
  repaired: z.array(
    z.object({
      ...placeInFile,
      field: z.string(),
      from: z.string(),
      to: z.string(),
      reason: z.string(),
      message: z.string(),
    }),
  ),
  duplicates: z.array(
    z.object({
      ...placeInFile,
      name: z.string(),
      sameAs: z.object({ sheet: z.string(), row: z.number().int() }),
    }),
  ),
  remarks: z.array(
    z.object({ ...placeInFile, name: z.string(), code: z.string(), message: z.string() }),
  ),
})
export type RosterImported = z.infer<typeof rosterImportedSchema>

export const sessionsContract = {
  create: procedure
    .input(
      z.object({
        project: z.number().int().min(1),
        year: yearSchema,
        name: z.string().trim().min(1).max(100),
        from: dateSchema,
        to: dateSchema,
        lessons: z.enum(['half-day', 'none']).default('half-day'),
        hours: lessonHoursSchema.max(12).default(4),
        place: z.string().max(100).default(''),
      }),
    )
    .output(z.object({ id: idSchema, lessons: z.array(lessonSchema) })),
  list: procedure.output(z.object({ sessions: z.array(sessionSchema) })),
  show: procedure.input(z.object({ sessionId: idSchema })).output(shownSchema),
  closeLesson: procedure
    .input(z.object({ lessonId: idSchema, closed: z.boolean() }))
    .output(z.object({ lessonId: idSchema, closed: z.boolean() })),
}

export const rosterContract = {
  /** `language` chooses the sentences of the answer; codes stand beside them. */
  import: procedure
    .input(
      z.object({
        file: fileInSchema,
        sessionId: idSchema,
        dryRun: z.boolean().default(false),
        language: z.enum(['zh-CN', 'en']).default('zh-CN'),
      }),
    )
    .output(workOutput(rosterImportedSchema)),
  list: procedure
    .input(z.object({ sessionId: idSchema }))
    .output(z.object({ learners: z.array(learnerSchema) })),
  /** The rows still held of this session's imports, newest import first. */
  held: procedure
    .input(z.object({ sessionId: idSchema, language: z.enum(['zh-CN', 'en']).default('zh-CN') }))
    .output(
      z.object({ held: z.array(heldRowSchema.extend({ fileName: z.string(), at: z.string() })) }),
    ),
  remove: procedure
    .input(whoSchema.extend({ sessionId: idSchema, reason: z.string().trim().min(1) }))
    .output(z.object({ enrollmentId: idSchema })),
}
