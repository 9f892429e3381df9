import { z } from 'zod'
import { Day, Id, MOST, maybeText, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { DivisionCode } from '../../territory/contract.ts'
import { Address, Ground, Household, PersonId, PreciseGround } from '../contract.ts'

const versioned = { version: z.number().int() }

/** Who lives with her and the hours care takes, as she says it now. */
export const changeHousehold = route({
  method: 'PUT',
  path: '/people/:personId/household',
  action: 'people.change-groups',
  input: z
    .object({
      personId: PersonId,
      size: wholeNumber(1, 30),
      dependants: wholeNumber(0, 30),
      dependantsUnderSeven: wholeNumber(0, 30),
      hasDisability: z.boolean(),
      careHours: wholeNumber(0, 24).nullable(),
      version: Version,
    })
    .refine(({ size, dependants, dependantsUnderSeven }) => dependants <= size && dependantsUnderSeven <= dependants, {
      message: 'people.household-counts',
      path: ['dependants'],
    }),
  output: Household.extend(versioned),
  refusals: ['platform.not-found', 'people.file-joined', 'platform.version-stale'],
  subject: ({ personId }) => ({ type: 'household', id: personId, personId }),
})
/** Where she lives; the exact address is sealed and given to nobody but whoever carries the file. */
export const changeAddress = route({
  method: 'PUT',
  path: '/people/:personId/address',
  action: 'people.change-groups',
  input: z.object({
    personId: PersonId,
    districtCode: DivisionCode.nullable(),
    settlement: maybeText(80),
    address: maybeText(300),
    version: Version,
  }),
  output: Address.extend(versioned),
  refusals: ['platform.not-found', 'people.file-joined', 'platform.version-stale'],
  subject: ({ personId }) => ({ type: 'address', id: personId, personId }),
})
/** A ground with its validity and, when a paper was seen, the document that shows it. The newest ground is the one that counts. */
export const addGround = route({
  method: 'POST',
  path: '/people/:personId/grounds',
  action: 'people.change-groups',
  input: z.object({
    personId: PersonId,
    id: Id,
    precise: PreciseGround,
    validFrom: Day,
    validTo: Day.nullable(),
    documentId: Id.nullable(),
    isSeen: z.boolean(),
  }),
  output: Ground,
  refusals: [
    'platform.not-found',
    'people.file-joined',
    'people.ground-dates',
    'people.day-wrong',
    'people.document-unknown',
    'people.ground-already',
  ],
  subject: ({ personId, id }) => ({ type: 'ground', id, personId }),
})
/** The paper of a ground already recorded was seen; nothing of the ground is asked again. */
export const seeGround = route({
  method: 'POST',
  path: '/people/:personId/grounds/:id/seen',
  action: 'people.change-groups',
  input: z.object({ personId: PersonId, id: Id, documentId: Id.nullable(), version: Version }),
  output: Ground,
  refusals: ['platform.not-found', 'people.file-joined', 'platform.version-stale', 'people.document-unknown'],
  subject: ({ personId, id }) => ({ type: 'ground', id, personId }),
})
/** Her ground no longer holds from a day on. Nothing is taken from her by it: it is shown beside her case until month 24. */
export const endGround = route({
  method: 'POST',
  path: '/people/:personId/grounds/:id/end',
  action: 'people.change-groups',
  input: z.object({ personId: PersonId, id: Id, endedOn: Day, version: Version }),
  output: Ground,
  refusals: ['platform.not-found', 'people.file-joined', 'platform.version-stale', 'people.ground-dates', 'people.day-wrong'],
  subject: ({ personId, id }) => ({ type: 'ground', id, personId }),
})

export const DeliveryRule = z.enum(['as-usual', 'by-herself-only', 'at-the-hub', 'through-a-woman'])
export const Safety = z.object({ deliveryRule: DeliveryRule.nullable(), note: z.string().nullable(), version: z.number().int() })
/** What must stay sealed, for whoever carries the file; every reading is written down. Version 0 says nothing was written yet. */
export const readSafety = route({
  method: 'GET',
  path: '/people/:personId/safety',
  action: 'people.read-safety',
  input: z.object({ personId: PersonId }),
  output: Safety,
  refusals: ['platform.not-found'],
  logged: true,
  subject: ({ personId }) => ({ type: 'safety', id: personId, personId }),
})
export const changeSafety = route({
  method: 'PUT',
  path: '/people/:personId/safety',
  action: 'people.change-groups',
  input: z.object({
    personId: PersonId,
    deliveryRule: DeliveryRule.nullable(),
    note: maybeText(500),
    version: z.coerce.number().int().min(0).max(MOST),
  }),
  output: Safety,
  refusals: ['platform.not-found', 'people.file-joined', 'platform.version-stale'],
  subject: ({ personId }) => ({ type: 'safety', id: personId, personId }),
})
