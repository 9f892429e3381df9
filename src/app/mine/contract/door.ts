import { z } from 'zod'
import { Id, Instant } from '../../../platform/fields.ts'
import { asciiDigits } from '../../../platform/persian.ts'
import { route } from '../../../platform/route.ts'

const PersonId = Id
/** Four digits in any digits she writes. */
export const Pin = z
  .string()
  .max(12)
  .transform((typed) => asciiDigits(typed).trim())
  .refine((typed) => /^\d{4}$/.test(typed), 'mine.pin-four-digits')
/** Her own way in, as her guide sees it: whether there is one, never the number. */
export const Door = z
  .object({
    /** A phone is known to which codes may be sent; without one she has her printed card. */
    reach: z.enum(['code', 'no-phone', 'not-own-phone', 'no-messages']),
    setAt: Instant.nullable(),
    isLocked: z.boolean(),
  })
  .meta({ id: 'HerDoor' })
export const readDoor = route({
  method: 'GET',
  path: '/mine/files/:personId/door',
  action: 'mine.read-door',
  input: z.object({ personId: PersonId }),
  output: Door,
  refusals: ['platform.not-found'],
})
/**
 * The number she types twice on the device of her guide, who turns it to her. `blind` is drawn at random and kept nowhere: without it the digest of
 * this request, which history keeps, could be tried with all ten thousand numbers.
 */
export const setPin = route({
  method: 'PUT',
  path: '/mine/files/:personId/pin',
  action: 'mine.set-pin',
  input: z.object({ personId: PersonId, pin: Pin, again: Pin, blind: z.string().min(32).max(64) }),
  output: Door,
  refusals: ['platform.not-found', 'people.file-joined', 'mine.pin-unlike', 'mine.pin-not-usable', 'mine.no-phone'],
  subject: ({ personId }) => ({ type: 'pin', id: personId, personId }),
})
/** Shuts her way in, when her phone is lost or somebody looked over her shoulder, or opens it again. */
export const lockDoor = route({
  method: 'POST',
  path: '/mine/files/:personId/door',
  action: 'mine.lock-door',
  input: z.object({ personId: PersonId, isLocked: z.boolean() }),
  output: Door,
  refusals: ['platform.not-found', 'people.file-joined', 'mine.no-pin'],
  subject: ({ personId }) => ({ type: 'pin', id: personId, personId }),
})
