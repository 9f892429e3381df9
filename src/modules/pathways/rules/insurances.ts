import type { InsuranceState } from '../contract/insurances.ts'
import { reasonsNotToMirror, type StageRefusal, type StageWanted } from './mirrored.ts'

/** What she may say, and what a request that lies too long becomes, at any point before the insurance is in force. */
const before = ['declined-by-her', 'rejected', 'returned', 'expired'] as const
/** Every move of an insurance, as its body makes it; a premium left unpaid is a gap and no end (decision 0027). */
export const insuranceMoves = {
  requested: ['introduced', 'declined-by-her', 'rejected'],
  introduced: ['registered', ...before],
  registered: ['in-force', ...before],
  'in-force': ['gap', 'ended'],
  gap: ['in-force', 'ended'],
  ended: [],
  expired: ['introduced'],
  returned: ['introduced', 'declined-by-her', 'expired'],
  'declined-by-her': [],
  rejected: [],
} as const satisfies Record<InsuranceState, readonly InsuranceState[]>
export function insuranceMovesOf(from: InsuranceState): readonly InsuranceState[] {
  return insuranceMoves[from]
}
/** An introduction has its letter; an insurance in force has its number and the day it begins. */
export const insuranceMovesByLetter: ReadonlySet<InsuranceState> = new Set<InsuranceState>(['introduced', 'in-force'])
export function reasonsNotToMoveInsurance(
  from: InsuranceState,
  wanted: StageWanted<InsuranceState>,
  today: string,
): readonly StageRefusal[] {
  // Back from a gap it is the same insurance under the same number.
  const byLetter = from === 'gap' ? NONE : insuranceMovesByLetter
  return reasonsNotToMirror<InsuranceState>({ moves: insuranceMoves, byLetter }, { from, today }, wanted)
}
const NONE: ReadonlySet<InsuranceState> = new Set()
