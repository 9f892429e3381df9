export const kitKinds = ['issued', 'used', 'returned', 'wasted'] as const
export type KitKind = (typeof kitKinds)[number]
export interface KitMove {
  readonly component: string
  readonly unit: string
  readonly kind: KitKind
  /** Whole units: pieces, grams, centimetres. */
  readonly amount: number
}
export interface Balance {
  readonly component: string
  readonly unit: string
  readonly issued: number
  readonly used: number
  readonly returned: number
  readonly wasted: number
  /** Still with her: issued less used, returned and wasted. Never below nothing. */
  readonly onHand: number
}
/** The material of one lot, component by component, in the order in which it was first given out (livelihood.md I2). What was used is observed, never reckoned from a recipe. */
export function balancesOf(moves: readonly KitMove[]): readonly Balance[] {
  const found = new Map<string, Balance>()
  for (const { component, unit, kind, amount } of moves) {
    const before = found.get(component) ?? { component, unit, issued: 0, used: 0, returned: 0, wasted: 0, onHand: 0 }
    const sign = kind === 'issued' ? 1 : -1
    found.set(component, { ...before, [kind]: before[kind] + amount, onHand: before.onHand + sign * amount })
  }
  return [...found.values()]
}
export type KitRefusal = 'market.kit-above-hand' | 'market.kit-other-unit'
/** Nothing is used, returned or wasted that was not given out, and a component keeps its unit. */
export function reasonsNotToMoveKit(moves: readonly KitMove[], next: KitMove): readonly KitRefusal[] {
  const reasons: KitRefusal[] = []
  const balance = balancesOf(moves).find(({ component }) => component === next.component)
  if (next.kind !== 'issued' && (balance?.onHand ?? 0) < next.amount) reasons.push('market.kit-above-hand')
  if (balance !== undefined && balance.unit !== next.unit) reasons.push('market.kit-other-unit')
  return reasons
}
/** Whether nothing of the buyer's material is with her any more. */
export function isSettled(moves: readonly KitMove[]): boolean {
  return balancesOf(moves).every(({ onHand }) => onHand === 0)
}
