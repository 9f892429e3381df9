interface Asked {
  readonly letterDate: string
  readonly startsOn: string
  readonly endsOn: string
  readonly items: readonly {
    readonly quantity: number
    readonly milestones: readonly { readonly quantity: number; readonly dueOn: string }[]
  }[]
}
export type ScopeRefusal =
  | 'oversight.scope-period'
  | 'oversight.letter-ahead'
  | 'oversight.milestone-outside-scope'
  | 'oversight.milestones-do-not-add-up'
/** A scope of work is asked by a letter that is there, runs forward, and its milestones lie within it and make up each item exactly (R39). */
export function reasonsNotToOpenScope({ letterDate, startsOn, endsOn, items }: Asked, today: string): readonly ScopeRefusal[] {
  const reasons: ScopeRefusal[] = []
  if (letterDate > today) reasons.push('oversight.letter-ahead')
  if (startsOn > endsOn) reasons.push('oversight.scope-period')
  const milestones = items.flatMap((item) => item.milestones)
  if (milestones.some(({ dueOn }) => dueOn < startsOn || dueOn > endsOn)) reasons.push('oversight.milestone-outside-scope')
  const sumOf = (parts: readonly { readonly quantity: number }[]): number => parts.reduce((sum, { quantity }) => sum + quantity, 0)
  if (items.some((item) => sumOf(item.milestones) !== item.quantity)) reasons.push('oversight.milestones-do-not-add-up')
  return reasons
}
