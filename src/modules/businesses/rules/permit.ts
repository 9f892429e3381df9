import type { PermitClass } from '../../occupations/contract.ts'
import type { PermitState, ReviewAnswer, ReviewKind, ReviewState, Specialist } from '../contract/permits.ts'

/** Every move a permit may make, as the offices make it; it is mirrored here and never issued by us. */
export const permitMoves = {
  'not-required': ['draft', 'withdrawn'],
  draft: ['submitted', 'withdrawn'],
  submitted: ['agency-review', 'returned', 'rejected', 'withdrawn'],
  'agency-review': ['specialist-review', 'agency-signed', 'returned', 'rejected', 'withdrawn'],
  'specialist-review': ['agency-signed', 'returned', 'rejected', 'withdrawn'],
  'agency-signed': ['issued', 'returned', 'rejected', 'withdrawn'],
  issued: ['renewal-due', 'suspended', 'revoked', 'inactive', 'expired', 'withdrawn'],
  'renewal-due': ['issued', 'expired', 'suspended', 'revoked', 'inactive', 'withdrawn'],
  expired: [],
  returned: ['submitted', 'withdrawn'],
  // An appeal that is upheld brings it back before the agency.
  rejected: ['agency-review'],
  withdrawn: [],
  suspended: ['issued', 'revoked', 'expired', 'withdrawn'],
  revoked: [],
  inactive: ['issued', 'revoked', 'expired', 'withdrawn'],
} as const satisfies Record<PermitState, readonly PermitState[]>
/** States in which a permit is over; another one may be asked for. */
export const permitEnds: ReadonlySet<PermitState> = new Set<PermitState>(['expired', 'rejected', 'withdrawn', 'revoked'])

/** States in which somebody still has to do something with the request. */
export const permitUnderWay: ReadonlySet<PermitState> = new Set<PermitState>([
  'draft',
  'submitted',
  'agency-review',
  'specialist-review',
  'agency-signed',
  'returned',
])
export function reasonsNotToMovePermit(from: PermitState, to: PermitState): readonly 'businesses.no-such-permit-move'[] {
  const allowed: readonly PermitState[] = permitMoves[from]
  return allowed.includes(to) ? [] : ['businesses.no-such-permit-move']
}
/** The specialist a starred field asks for, beside its agency. Behzisti signs its own fields itself. */
export function specialistOf(permitClass: PermitClass | undefined): Specialist | undefined {
  if (permitClass === 'starred-health') return 'health'
  if (permitClass === 'starred-veterinary') return 'veterinary'
  return permitClass === 'starred-culture' ? 'culture' : undefined
}

/** Moves that happen only with a number and a day from an office. */
const LETTERS: ReadonlySet<PermitState> = new Set<PermitState>(['submitted', 'issued', 'suspended', 'revoked', 'agency-review'])
const REASONS: ReadonlySet<PermitState> = new Set<PermitState>(['suspended', 'revoked'])
export interface Papers {
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly expiresOn: string | null
}
export type PaperRefusal =
  | 'businesses.letter-missing'
  | 'businesses.letter-ahead'
  | 'businesses.reason-missing'
  | 'businesses.expiry-missing'
  | 'businesses.expiry-past'
  | 'businesses.not-expired-yet'
interface Wanted extends Papers {
  readonly to: PermitState
  readonly reason: string | null
}
/** Number and day are both named, and the day has come. */
export function reasonsAgainstLetter(
  { letterNumber, letterDate }: Pick<Papers, 'letterNumber' | 'letterDate'>,
  isNeeded: boolean,
  today: string,
): readonly PaperRefusal[] {
  const isWhole = letterNumber !== null && letterDate !== null
  if (isWhole) return letterDate > today ? ['businesses.letter-ahead'] : []
  return isNeeded || letterNumber !== null || letterDate !== null ? ['businesses.letter-missing'] : []
}
export function reasonsAgainstExpiry(expiresOn: string | null, issuedOn: string | null, today: string): readonly PaperRefusal[] {
  if (expiresOn === null) return ['businesses.expiry-missing']
  return expiresOn <= today || (issuedOn !== null && expiresOn <= issuedOn) ? ['businesses.expiry-past'] : []
}
/** Why the papers of a move do not suffice. `heldUntil` is the end of the permit as it stands. */
export function reasonsAgainstPapers({ to, reason, ...papers }: Wanted, heldUntil: string | null, today: string): readonly PaperRefusal[] {
  return [
    ...reasonsAgainstLetter(papers, LETTERS.has(to), today),
    ...(REASONS.has(to) && reason === null ? (['businesses.reason-missing'] as const) : []),
    ...(to === 'issued' ? reasonsAgainstExpiry(papers.expiresOn, papers.letterDate, today) : []),
    ...(to === 'expired' && heldUntil !== null && heldUntil >= today ? (['businesses.not-expired-yet'] as const) : []),
  ]
}

export interface Reading {
  readonly kind: ReviewKind
  readonly state: ReviewState
}
export interface Asked {
  readonly permit: PermitState
  /** The review that is answered. */
  readonly review: Reading
  /** The other reviews of the same permit, of earlier rounds as well. */
  readonly beside: readonly Reading[]
  readonly answer: ReviewAnswer
  readonly specialists: readonly Specialist[]
  readonly wanted: Specialist | undefined
}
type AnswerRefusal = 'businesses.no-such-answer' | 'businesses.specialist-missing' | 'businesses.specialist-waiting'
/** In which states of the permit each kind of review is answered. */
const OPEN_AT: Readonly<Record<ReviewKind, readonly PermitState[]>> = {
  agency: ['submitted', 'agency-review', 'specialist-review'],
  health: ['specialist-review'],
  veterinary: ['specialist-review'],
  culture: ['specialist-review'],
  labour: ['agency-signed'],
}
const isOpenReview = ({ state }: Reading): boolean => state === 'waiting' || state === 'under-way'
const isSpecialist = ({ kind }: Reading): boolean => kind !== 'agency' && kind !== 'labour'
/** Why an answer may not be given now. */
export function reasonsNotToAnswer({ permit, review, beside, answer, specialists, wanted }: Asked): readonly AnswerRefusal[] {
  if (!isOpenReview(review) || !OPEN_AT[review.kind].includes(permit)) return ['businesses.no-such-answer']
  if (answer === 'return' || answer === 'reject') return []
  if (review.kind !== 'agency') return answer === 'approve' ? [] : ['businesses.no-such-answer']
  if (answer === 'take-up') return permit === 'submitted' ? [] : ['businesses.no-such-answer']
  if (permit === 'submitted') return ['businesses.no-such-answer']
  if (answer === 'ask-specialists') {
    if (permit !== 'agency-review') return ['businesses.no-such-answer']
    return specialists.length === 0 || (wanted !== undefined && !specialists.includes(wanted)) ? ['businesses.specialist-missing'] : []
  }
  if (permit === 'agency-review') return wanted === undefined ? [] : ['businesses.specialist-missing']
  return beside.some((one) => isSpecialist(one) && isOpenReview(one)) ? ['businesses.specialist-waiting'] : []
}
interface Outcome {
  readonly review: ReviewState
  /** Where the permit goes; nowhere while other specialists are still reading. */
  readonly permit: PermitState | undefined
}
/** What an allowed answer does to the review and to the permit. */
export function outcomeOf({ review, answer }: Pick<Asked, 'review' | 'answer'>): Outcome {
  if (answer === 'return') return { review: 'returned', permit: 'returned' }
  if (answer === 'reject') return { review: 'rejected', permit: 'rejected' }
  if (answer === 'take-up') return { review: 'under-way', permit: 'agency-review' }
  if (answer === 'ask-specialists') return { review: 'under-way', permit: 'specialist-review' }
  if (review.kind === 'agency') return { review: 'approved', permit: 'agency-signed' }
  return { review: 'approved', permit: review.kind === 'labour' ? 'issued' : undefined }
}
/** Whether goods may be sold under it on a day. */
export function standingOf(
  state: PermitState | undefined,
  expiresOn: string | null,
  today: string,
): 'valid' | 'not-required' | 'open' | 'none' {
  if (state === undefined || permitEnds.has(state)) return 'none'
  if (state === 'not-required') return 'not-required'
  if ((state === 'issued' || state === 'renewal-due') && expiresOn !== null) return expiresOn >= today ? 'valid' : 'none'
  return permitUnderWay.has(state) ? 'open' : 'none'
}
