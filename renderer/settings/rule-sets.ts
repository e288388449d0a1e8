import attendance from '#resources/rule-sets/attendance-default.json' with { type: 'json' }
import halfDays from '#resources/rule-sets/half-days.json' with { type: 'json' }
import hours from '#resources/rule-sets/hours-default.json' with { type: 'json' }

export interface ShownRuleSet {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly source: string
  readonly editableDefault: boolean
}

/** The rule sets that come with this version, as the core uses them. */
export const ruleSets: readonly ShownRuleSet[] = [hours, attendance, halfDays]
