import type { ReferralState } from '../contract/referrals.ts'

/** Every move a referral may make: an agency accepts, refuses and does, her guide takes back; what ended stays so. */
export const referralMoves = {
  sent: ['accepted', 'refused', 'revoked'],
  accepted: ['done', 'refused', 'revoked'],
  refused: [],
  done: [],
  revoked: [],
} as const satisfies Record<ReferralState, readonly ReferralState[]>
export function reasonsNotToMoveReferral(from: ReferralState, to: ReferralState): readonly 'pathways.no-such-referral-move'[] {
  const allowed: readonly ReferralState[] = referralMoves[from]
  return allowed.includes(to) ? [] : ['pathways.no-such-referral-move']
}
interface Answer {
  readonly to: 'accepted' | 'refused' | 'done'
  readonly doBy: string | null
  readonly reason: string | null
  readonly result: string | null
}
/** An answer says what it must and nothing else: accepted a day, refused a reason, done a result. */
export function reasonsNotToAnswer(
  { to, doBy, reason, result }: Answer,
  today: string,
): readonly ('pathways.answer-half' | 'pathways.day-past')[] {
  const isWhole =
    (to === 'accepted') === (doBy !== null) && (to === 'refused') === (reason !== null) && (to === 'done') === (result !== null)
  if (!isWhole) return ['pathways.answer-half']
  return doBy !== null && doBy < today ? ['pathways.day-past'] : []
}
/** What a place of a capacity does when a referral moves: taken when it is accepted, given back when it does not come about after that. */
export function placesOn(from: ReferralState, to: ReferralState): 1 | 0 | -1 {
  if (to === 'accepted') return 1
  return from === 'accepted' && to !== 'done' ? -1 : 0
}
