import type { LotState } from '../contract/states.ts'

export const disputeStates = ['opened', 'settled-for-her', 'stands', 'withdrawn'] as const
export type DisputeState = (typeof disputeStates)[number]
export const disputeAbouts = ['inspection', 'payment', 'material', 'deduction'] as const
export type DisputeAbout = (typeof disputeAbouts)[number]
/** The one table of moves of a dispute: answered for her or not, or taken back by her. */
export const disputeMoves = {
  opened: ['settled-for-her', 'stands', 'withdrawn'],
  'settled-for-her': [],
  stands: [],
  withdrawn: [],
} as const satisfies Record<DisputeState, readonly DisputeState[]>
export const deductionStates = ['proposed', 'approved', 'refused'] as const
export type DeductionState = (typeof deductionStates)[number]
/** The one table of moves of a deduction: nothing is taken off by one hand. */
export const deductionMoves = {
  proposed: ['approved', 'refused'],
  approved: [],
  refused: [],
} as const satisfies Record<DeductionState, readonly DeductionState[]>
export const deductionReasons = ['advance', 'material-lost', 'agreed'] as const
export type DeductionReason = (typeof deductionReasons)[number]

export function reasonsNotToEndDispute(from: DisputeState, to: DisputeState): readonly 'market.dispute-ended'[] {
  const allowed: readonly DisputeState[] = disputeMoves[from]
  return allowed.includes(to) ? [] : ['market.dispute-ended']
}
const disputable: readonly LotState[] = ['checked', 'delivered', 'due', 'paid-to-hub', 'paid-to-her']
/** She may ask for another look from the first inspection until she confirmed the money. */
export function mayDispute(state: LotState): boolean {
  return disputable.includes(state)
}
interface Settling {
  readonly about: DisputeAbout
  readonly by: string
  readonly inspectors: readonly string[]
}
/** Whoever looked at the pieces does not judge that look. */
export function reasonsNotToSettle({ about, by, inspectors }: Settling): readonly 'market.own-inspection'[] {
  return about === 'inspection' && inspectors.includes(by) ? ['market.own-inspection'] : []
}
export type DeductionRefusal = 'market.deduction-not-now' | 'market.deduction-above-owed'
/** Taken off while it is due and nobody holds it yet, and never more than is owed. */
export function reasonsNotToDeduct(
  state: LotState,
  { amountRial, outstanding }: { amountRial: number; outstanding: number },
): readonly DeductionRefusal[] {
  if (state !== 'due') return ['market.deduction-not-now']
  return amountRial > outstanding ? ['market.deduction-above-owed'] : []
}
