import type { HoursRule } from '#shared/hours/rule-set'
import type { Session } from '#shared/sessions/model'
import { projectById } from '#electron/plan/store'
import { enrollmentOf } from '#electron/sessions/roster-store'
import type { ReadableDb } from '#electron/store/driver'
import { computeSession } from './compute-session.ts'
import type { StoredEntry } from './store.ts'

/**
 * The ledger lines that a session still owes: one for each person who has earned hours and has no
 * standing line. The line keeps its explanation as it is now; it is never computed again.
 */
export function linesToRegister(
  db: ReadableDb,
  session: Session,
  context: { readonly at: string; readonly newId: () => string; readonly rule: HoursRule },
): StoredEntry[] {
  const { rule } = context
  const mode = projectById(db, session.projectId)?.modes[0] ?? ''
  return computeSession(db, session.id, rule)
    .filter((row) => row.hours > 0 && row.registered === 0)
    .map((row) => ({
      id: context.newId(),
      sessionId: session.id,
      teacherId: row.teacherId,
      unitId: enrollmentOf(db, session.id, row.teacherId)?.unitId ?? '',
      hours: row.hours,
      credits: row.credits,
      ruleSetId: rule.id,
      ruleSetVersion: rule.version,
      year: Number(session.to.slice(0, 4)),
      categoryCode: rule.category,
      modeCode: mode,
      from: session.from,
      to: session.to,
      explanation: JSON.stringify({ planned: row.planned, cut: row.cut, because: row.because }),
      reversalOf: '',
      registeredAt: context.at,
    }))
}
