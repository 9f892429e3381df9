export const rejectReasons = ['size', 'seam', 'material', 'dirt', 'colour', 'late', 'other'] as const
export type RejectReason = (typeof rejectReasons)[number]
interface Look {
  readonly accepted: number
  readonly rework: number
  readonly rejected: number
  readonly reason: RejectReason | null
  readonly bearer: 'buyer' | 'her' | null
  readonly photoId: string | null
}
export type LookRefusal = 'market.pieces-do-not-add-up' | 'market.reject-without-evidence'
/** Every piece presented is accepted, goes back for rework or is rejected; a reject has its reason, its picture and who bears it, or it is void (I5). */
export function reasonsNotToInspect(
  { accepted, rework, rejected, reason, bearer, photoId }: Look,
  presented: number,
): readonly LookRefusal[] {
  const reasons: LookRefusal[] = []
  if (accepted + rework + rejected !== presented) reasons.push('market.pieces-do-not-add-up')
  if (rejected > 0 && (reason === null || bearer === null || photoId === null)) reasons.push('market.reject-without-evidence')
  return reasons
}
interface Pieces {
  readonly quantity: number
  readonly presented: number
  readonly toRework: number
  readonly accepted: number
  readonly rejected: number
  readonly spoiled: number
}
/** Pieces she may still bring: what was not looked at yet, and what she took back to mend. */
export function mayBring({ quantity, accepted, rejected, spoiled }: Pieces): number {
  return quantity - accepted - rejected - spoiled
}
/** So many were brought: what she was mending comes first. */
export function brought<P extends Pieces>(pieces: P, n: number): P {
  return { ...pieces, presented: n, toRework: Math.max(0, pieces.toRework - n) }
}
/** After a look: what is good, what is mended again, what nobody pays for and what the buyer bears though it spoiled. */
export function afterLook(pieces: Pieces, { accepted, rework, rejected, bearer }: Look): Omit<Pieces, 'quantity'> {
  return {
    presented: 0,
    toRework: pieces.toRework + rework,
    accepted: pieces.accepted + accepted,
    rejected: pieces.rejected + (bearer === 'buyer' ? 0 : rejected),
    spoiled: pieces.spoiled + (bearer === 'buyer' ? rejected : 0),
  }
}
/** Pieces that are paid: the good ones, and those that spoiled at the buyer's cost (I3). */
export function paidPieces({ accepted, spoiled }: Pick<Pieces, 'accepted' | 'spoiled'>): number {
  return accepted + spoiled
}
/** Days a payment is late on a day; nothing while it is not due. */
export function daysLate(dueOn: string | null, on: string, daysBetween: (from: string, to: string) => number): number {
  return dueOn === null || dueOn >= on ? 0 : daysBetween(dueOn, on)
}
