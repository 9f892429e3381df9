import { addDays } from '../../platform/time.ts'
import type { GroundClass } from '../plan/contract.ts'
import type { Consent, ConsentPurpose, PreciseGround } from './contract.ts'

export type PeopleRefusal =
  | 'people.witness-missing'
  | 'people.answer-twice'
  | 'people.already-withdrawn'
  | 'people.not-own-phone'
  | 'people.code-missing'
  | 'people.ground-dates'
  | 'people.day-wrong'

/** The coarse class in which a precise ground is counted. */
export const classOfGround = {
  widowed: 'widowed',
  divorced: 'divorced',
  'presumed-death': 'widowed',
  'husband-missing': 'husband-cannot-provide',
  'husband-absent': 'husband-cannot-provide',
  'husband-in-custody': 'husband-cannot-provide',
  'husband-disabled': 'husband-cannot-provide',
  'husband-illness-of-addiction': 'husband-cannot-provide',
  'never-married': 'never-married',
  separated: 'other',
  'elderly-alone': 'other',
} as const satisfies Record<PreciseGround, GroundClass>

/** A fingerprint is pressed before a witness; no sentence is answered twice in one form. */
export function reasonsNotToGive({
  manner,
  witnessName,
  code,
  answers,
}: {
  readonly manner: string
  readonly witnessName?: string | null | undefined
  readonly code?: string | null | undefined
  readonly answers: readonly { readonly purpose: string }[]
}): readonly PeopleRefusal[] {
  const reasons: PeopleRefusal[] = []
  if (manner === 'fingerprint' && (witnessName ?? '') === '') reasons.push('people.witness-missing')
  if (manner === 'code' && (code ?? '') === '') reasons.push('people.code-missing')
  if (new Set(answers.map(({ purpose }) => purpose)).size < answers.length) reasons.push('people.answer-twice')
  return reasons
}
type Answer = Pick<Consent, 'purpose' | 'answer' | 'givenOn' | 'until' | 'withdrawnOn'>
/** Whether a consent is valid on a day: the last answer to its sentence is yes, not withdrawn, not expired. */
export function hasConsented(consents: readonly Answer[], purpose: ConsentPurpose, day: string): boolean {
  const last = consents.filter((one) => one.purpose === purpose && one.givenOn <= day).at(-1)
  if (last === undefined || !last.answer) return false
  return (last.withdrawnOn === null || last.withdrawnOn > day) && (last.until === null || last.until >= day)
}
/** When one may call a woman who named no hours. */
export const OFFICE_HOURS = { from: 8, to: 14 } as const
/** Whether the hour of a call is one she named; without a named time, office hours. */
export function isGoodHour(
  { callFrom, callTo }: { readonly callFrom: number | null; readonly callTo: number | null },
  hour: number,
): boolean {
  return (callFrom ?? OFFICE_HOURS.from) <= hour && hour < (callTo ?? OFFICE_HOURS.to)
}
/** Whether a message may be sent at all: she said yes, and the phone is her own. Anyone else's phone gets a call that says nothing. */
export function mayMessage({
  mayMessage: saidYes,
  whosePhone,
}: {
  readonly mayMessage: boolean
  readonly whosePhone: string | null
}): boolean {
  return saidYes && whosePhone === 'own'
}

/** A wish for messages is written down with a phone of her own alone; with anybody else's it would wait there until it does harm. */
export const reasonsNotToKeepContact = (contact: {
  readonly mayMessage: boolean
  readonly whosePhone: string | null
}): readonly PeopleRefusal[] => (contact.mayMessage && !mayMessage(contact) ? ['people.not-own-phone'] : [])

interface Dated {
  readonly validFrom: string
  readonly validTo: string | null
}
/** A ground begins today at the latest and does not end before it begins. */
export function reasonsNotToAddGround({ validFrom, validTo }: Dated, today: string): readonly PeopleRefusal[] {
  const reasons: PeopleRefusal[] = []
  if (validFrom > today) reasons.push('people.day-wrong')
  if (validTo !== null && validTo < validFrom) reasons.push('people.ground-dates')
  return reasons
}
export function reasonsNotToEndGround({ validFrom }: Dated, endedOn: string, today: string): readonly PeopleRefusal[] {
  const reasons: PeopleRefusal[] = []
  if (endedOn > today) reasons.push('people.day-wrong')
  if (endedOn < validFrom) reasons.push('people.ground-dates')
  return reasons
}
/** The first day on which her ground no longer holds, once it has come: it was ended, or its validity ran out. Undefined while it holds. */
export function groundEndedOn(ground: Dated & { readonly endedOn: string | null }, today: string): string | undefined {
  const ends = [ground.endedOn, ground.validTo === null ? null : addDays(ground.validTo, 1)].filter((day) => day !== null)
  const first = ends.sort()[0]
  return first !== undefined && first <= today ? first : undefined
}
const THURSDAY = 4
const FRIDAY = 5
/** A day so many working days later; offices rest on Thursday and Friday. Holidays are not known here, so that the day is never too late. */
export function workingDaysLater(day: string, count: number): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay()
    if (weekday !== THURSDAY && weekday !== FRIDAY) left -= 1
  }
  return at
}
/** What ends with a consent: the parts of the file and the acts that rested on it alone. */
export const endsWith = {
  'keep-file': 'nothing-more',
  'ask-support-bodies': 'shares',
  'share-with-agencies': 'shares',
  'call-and-message': 'messages',
  'count-in-figures': 'nothing-more',
} as const satisfies Record<ConsentPurpose, 'shares' | 'messages' | 'nothing-more'>

interface ReadHour {
  readonly accountId: string
  readonly files: number
  /** How many files whoever reviewed it had seen. */
  readonly reviewedFiles: number | null
}
/** Open until somebody looked at as many files as were read: what is read afterwards in that hour opens it again. */
export function isMassReadOpen({ files, reviewedFiles }: Pick<ReadHour, 'files' | 'reviewedFiles'>): boolean {
  return reviewedFiles === null || files > reviewedFiles
}
/** Nobody judges her own reading, and what was looked at stands (roles.md §2, readers and alarms). */
export function reasonsNotToReview(
  hour: ReadHour,
  accountId: string,
): readonly ('people.mass-read-of-yourself' | 'people.mass-read-reviewed')[] {
  if (hour.accountId === accountId) return ['people.mass-read-of-yourself']
  return isMassReadOpen(hour) ? [] : ['people.mass-read-reviewed']
}
