import { RegistrationFields } from '../contract/registration.ts'

/** What was typed on a device and the office does not have yet, with the saved draft it began from. */
export interface Kept {
  readonly fields: RegistrationFields
  readonly groundId: string
  /** When the draft was saved from which this goes on; null when there was none. */
  readonly basedOn: string | null
}
export interface Stored {
  readonly fields: RegistrationFields
  readonly groundId: string
  readonly savedAt: string
}
/** Where a registration goes on: from the office's draft, from this device, or — when both went on apart — as a person chooses (ux.md §8). */
export type Beginning =
  | { readonly from: 'office'; readonly stored: Stored | null }
  | { readonly from: 'device'; readonly kept: Kept }
  | { readonly from: 'choice'; readonly kept: Kept; readonly stored: Stored }
export function beginningOf(kept: Kept | undefined, stored: Stored | null): Beginning {
  if (kept === undefined || isSaid(kept.fields, stored?.fields ?? {})) return { from: 'office', stored }
  if (stored === null || kept.basedOn === stored.savedAt) return { from: 'device', kept }
  return { from: 'choice', kept, stored }
}
/** The names of the fields that were said differently here and there, in the order of the form. */
export function differing(one: RegistrationFields, other: RegistrationFields): readonly (keyof RegistrationFields)[] {
  return RegistrationFields.keyof().options.filter((name) => (one[name] ?? null) !== (other[name] ?? null))
}
function isSaid(one: RegistrationFields, other: RegistrationFields): boolean {
  return differing(one, other).length === 0
}
/** Fields as they were kept on a device, each by itself: what cannot be read any more does not take the rest with it. */
export function readFields(value: unknown): RegistrationFields {
  const known: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  const read = RegistrationFields.keyof().options.map((name) => RegistrationFields.safeParse({ [name]: known[name] }))
  return Object.assign({}, ...read.flatMap(({ success, data }) => (success ? [data] : [])))
}
