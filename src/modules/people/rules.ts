import type { GroundClass } from '../plan/contract.ts'
import type { Consent, ConsentPurpose, PreciseGround } from './contract.ts'

export type PeopleRefusal = 'people.witness-missing' | 'people.answer-twice' | 'people.already-withdrawn'

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
  answers,
}: {
  readonly manner: string
  readonly witnessName?: string | null | undefined
  readonly answers: readonly { readonly purpose: string }[]
}): readonly PeopleRefusal[] {
  const reasons: PeopleRefusal[] = []
  if (manner === 'fingerprint' && (witnessName ?? '') === '') reasons.push('people.witness-missing')
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
/** Whether the hour of a call is one she named; without a named time, office hours. */
export function isGoodHour(
  { callFrom, callTo }: { readonly callFrom: number | null; readonly callTo: number | null },
  hour: number,
): boolean {
  return (callFrom ?? 8) <= hour && hour < (callTo ?? 14)
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
