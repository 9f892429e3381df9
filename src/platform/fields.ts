import { z } from 'zod'
import { parseNationalId, parsePhone } from './identifiers.ts'
import { asciiDigits, tidyText } from './persian.ts'

/** Text a person typed: tidied before it is measured. */
export function text({ min = 1, max }: { readonly min?: number; readonly max: number }) {
  return z
    .string()
    .max(max * 4 + 64)
    .transform(tidyText)
    .pipe(z.string().min(min).max(max))
}
/** Text that may be left empty. */
export function maybeText(max: number) {
  return z.union([z.null(), z.literal('').transform(() => null), text({ max })])
}
export const Id = z.uuid()
export const Day = z.iso.date()
export const Instant = z.iso.datetime()
/** The greatest whole number a column of the database counts to. */
export const MOST = 2_147_483_647
export const Version = z.coerce.number().int().min(1).max(MOST)
/** A letter of an office: its number as written («۱۸۰۴/ص/۱۲۳») and its date. */
export const Letter = z.object({ letterNumber: text({ max: 60 }), letterDate: Day })
/** Page size of a list and where the next page begins. */
export const Page = z.object({ limit: z.coerce.number().int().min(1).max(250).default(50), after: z.uuid().optional() })

export const NationalId = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const parsed = parseNationalId(typed)
    if ('value' in parsed) return parsed.value
    context.addIssue({ code: 'custom', message: 'people.national-id-wrong' })
    return z.NEVER
  })
export const Phone = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const parsed = parsePhone(typed)
    if ('value' in parsed) return parsed.value
    context.addIssue({ code: 'custom', message: 'people.phone-wrong' })
    return z.NEVER
  })
/** A whole number typed in any digits. */
export function wholeNumber(min: number, max: number) {
  return z.preprocess((value) => (typeof value === 'string' ? Number(asciiDigits(value)) : value), z.number().int().min(min).max(max))
}
/** A file a route answers with (`download: true`). */
export const FileBytes = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})
/** The most a copy or picture of a paper may weigh. */
export const MOST_PAPER_BYTES = 8 * 1024 * 1024
/** What looking at a paper can refuse (`papers.ts`); told by its content, whatever it calls itself. */
export const PAPER_REFUSALS = [
  'platform.file-empty',
  'platform.paper-other-type',
  'platform.paper-broken',
  'platform.paper-active',
  'platform.too-large',
  'platform.unsupported-media',
] as const
/** An upload of a picture; a phone may call it anything. */
export const PICTURE_UPLOAD = { maxBytes: MOST_PAPER_BYTES, mediaTypes: ['image/jpeg', 'image/png', 'application/octet-stream'] }
