import type { LocalDate } from '#shared/core/dates'
import type { HoursEntry as CardEntry, ShownRule } from '#shared/hours/contract'
import { hoursCard } from '#shared/hours/card'
import { defaultHoursRule, type HoursRule } from '#shared/hours/rule-set'
import { occasionOf, os, vaultOf } from '#electron/context'
import { refuseWith } from '#electron/ipc/refusals'
import { unitName } from '#electron/people/store'
import { whoIs } from '#electron/people/who'
import { projectById } from '#electron/plan/store'
import { sessionById } from '#electron/sessions/store'
import type { ReadableDb } from '#electron/store/driver'
import { computeSession } from './compute-session.ts'
import { linesToRegister } from './register.ts'
import { entriesOfTeacher, entryFields, type StoredEntry } from './store.ts'

export const hoursHandlers = {
  compute: os.hours.compute.handler(({ input, context }) => {
    const { db } = vaultOf(context)
    if (!sessionById(db, input.sessionId)) refuseWith('unknown-session')
    return {
      ruleSet: shownRule(defaultHoursRule),
      rows: computeSession(db, input.sessionId, defaultHoursRule),
    }
  }),
  register: os.hours.register.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const session = sessionById(vault.db, input.sessionId) ?? refuseWith('unknown-session')
    const occasion = occasionOf(context, 'hours.register')
    const lines = linesToRegister(vault.db, session, {
      at: occasion.at,
      newId: context.newId,
      rule: defaultHoursRule,
    })
    vault.apply(
      occasion,
      lines.map((line) => ({
        table: 'hours_entry',
        id: line.id,
        fields: entryFields(line, occasion.userId),
      })),
    )
    const total = lines.reduce((sum, line) => sum + Math.round(line.hours * 100), 0) / 100
    return { entries: lines.length, total }
  }),
  card: os.hours.card.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const { db } = vault
    const teacher = whoIs(vault, input)
    const { entries, totals } = hoursCard({
      entries: entriesOfTeacher(db, teacher.id),
      from: input.from as LocalDate,
      to: input.to as LocalDate,
      cycle: defaultHoursRule.cycle,
    })
    return {
      teacherId: teacher.id,
      name: teacher.name,
      unit: unitName(db, teacher.unitId),
      entries: entries.map((entry) => cardEntry(db, entry as StoredEntry)),
      totals: {
        byYear: [...totals.byYear],
        byKind: [...totals.byKind],
        byCycle: [...totals.byCycle],
        all: totals.all,
      },
    }
  }),
}

function shownRule(rule: HoursRule): ShownRule {
  const { id, version, name, source, editableDefault, minutesPerHour, maxPerDay, rounding } = rule
  const shown = { id, version, name, source, editableDefault, minutesPerHour, maxPerDay, rounding }
  return { ...shown, countedStatuses: [...rule.countedStatuses] }
}

function cardEntry(db: ReadableDb, entry: StoredEntry): CardEntry {
  const session = sessionById(db, entry.sessionId)
  return {
    id: entry.id,
    sessionId: entry.sessionId,
    sessionName: session?.name ?? '',
    projectName: session ? (projectById(db, session.projectId)?.name ?? '') : '',
    hours: entry.hours,
    credits: entry.credits,
    year: entry.year,
    category: entry.categoryCode,
    mode: entry.modeCode,
    from: entry.from,
    to: entry.to,
    ruleSet: `${entry.ruleSetId} v${entry.ruleSetVersion}`,
    registeredAt: entry.registeredAt,
    reversalOf: entry.reversalOf,
  }
}
