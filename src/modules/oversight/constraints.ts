/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const oversightConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['grievance_tracking', 'platform.version-stale'],
  ['member_once', 'oversight.member-twice'],
  ['planned_act_once', 'platform.version-stale'],
  ['monthly_sheet_once', 'oversight.sheet-already'],
]
