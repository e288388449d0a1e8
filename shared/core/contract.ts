import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { refusalCodes } from './refusals.ts'

/** A refusal as it crosses a process border: the code and what its sentence names. */
export const refusalSchema = z.object({
  code: z.enum(refusalCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/**
 * Every endpoint starts here: the school's "no" is REFUSED with a refusal, the world's failure
 * (disk, file) is FAILED with one. Anything else that is thrown is a bug.
 */
export const procedure = oc.errors({
  REFUSED: { status: 422, data: refusalSchema },
  FAILED: { status: 500, data: refusalSchema },
})

/** A file that comes in: a path where the host may read the disk, else an upload of this window. */
export const fileInSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), path: z.string().min(1) }),
  z.object({ kind: z.literal('upload'), id: z.string().min(1), name: z.string() }),
])
export type FileIn = z.infer<typeof fileInSchema>

/** Where a file goes: to a path where the host may write the disk, else to this window's downloads. */
export const fileOutSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('path'),
    path: z.string().min(1),
    /** The person has been asked about a file that stands there: a dialog does that, a command not. */
    replace: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('download') }),
])
export type FileOut = z.infer<typeof fileOutSchema>

/** What became of a written file: its path, or the id under which the window fetches it. */
export const fileWrittenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), path: z.string() }),
  z.object({ kind: z.literal('download'), id: z.string(), name: z.string() }),
])
export type FileWritten = z.infer<typeof fileWrittenSchema>

export const workSteps = ['reading', 'checking', 'saving', 'writing'] as const

/** Long work tells where it is (`done` of `of`; 0 of 0 when unknown) and ends with its result. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- only inference can name it
export const workOutput = <T extends z.ZodType>(result: T) =>
  eventIterator(
    z.discriminatedUnion('type', [
      z.object({
        type: z.literal('progress'),
        step: z.enum(workSteps),
        done: z.number().int(),
        of: z.number().int(),
      }),
      z.object({ type: z.literal('done'), result }),
    ]),
  )

/** One message of long work. */
export type Work<T> =
  | {
      readonly type: 'progress'
      readonly step: (typeof workSteps)[number]
      readonly done: number
      readonly of: number
    }
  | { readonly type: 'done'; readonly result: T }

export const dateSchema = z.iso.date()
export const idSchema = z.string().min(1).max(64)
export const yearSchema = z.number().int().min(1990).max(2100)
