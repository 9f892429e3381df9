import { z } from 'zod'
import { Day, Id, Instant, maybeText, Phone, text, Version, wholeNumber } from '../../platform/fields.ts'
import { asciiDigits } from '../../platform/persian.ts'
import { route } from '../../platform/route.ts'
import { GroundClass } from '../plan/contract.ts'
import { CountyCode } from '../territory/contract.ts'

export const PersonId = Id
/** Groups of fields: one table each, so that a share, a consent and a grant can name one. */
export const FieldGroup = z.enum([
  'identity',
  'contact',
  'address',
  'household',
  'ground',
  'document',
  'skill',
  'income',
  'health',
  'safety',
])
export type FieldGroup = z.infer<typeof FieldGroup>

export const WhosePhone = z.enum(['own', 'relative', 'neighbour', 'shared'])
export const Contact = z
  .object({
    phone: z.string().nullable(),
    whosePhone: WhosePhone.nullable(),
    callFrom: z.number().int().nullable(),
    callTo: z.number().int().nullable(),
    mayMessage: z.boolean(),
    /** A word she chose: when she says it, whoever calls ends the call as if it had been a wrong number. */
    safeWord: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>

export const Identity = z
  .object({
    givenName: z.string(),
    familyName: z.string(),
    fatherName: z.string().nullable(),
    /** Masked; the whole number is never in a list. */
    nationalId: z.string().nullable(),
    bornOn: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Identity' })
export type Identity = z.infer<typeof Identity>

/** Why she heads the household, precisely; sealed, shown to her guide and whoever decides. Never a narrative of cause. */
export const PreciseGround = z.enum([
  'widowed',
  'divorced',
  'presumed-death',
  'husband-missing',
  'husband-absent',
  'husband-in-custody',
  'husband-disabled',
  'husband-illness-of-addiction',
  'never-married',
  'separated',
  'elderly-alone',
])
export type PreciseGround = z.infer<typeof PreciseGround>
export const Ground = z.object({
  id: Id,
  groundClass: GroundClass,
  precise: PreciseGround,
  validFrom: Day,
  validTo: Day.nullable(),
  endedOn: Day.nullable(),
  isVerified: z.boolean(),
  documentId: Id.nullable(),
  version: z.number().int(),
})
export type Ground = z.infer<typeof Ground>
export const Household = z.object({
  size: z.number().int(),
  dependants: z.number().int(),
  dependantsUnderSeven: z.number().int(),
  hasDisability: z.boolean(),
  careHours: z.number().int().nullable(),
})
export type Household = z.infer<typeof Household>
export const Skill = z.object({
  education: z.string().nullable(),
  reads: z.string().nullable(),
  knownFieldCode: z.string().nullable(),
  placeToWork: z.string().nullable(),
  phoneKind: z.string().nullable(),
})
export const Address = z.object({ districtCode: z.string().nullable(), settlement: z.string().nullable(), address: z.string().nullable() })

export const File = z
  .object({
    personId: PersonId,
    identity: Identity,
    contact: Contact.nullable(),
    address: Address.extend({ version: z.number().int() }).nullable(),
    household: Household.extend({ version: z.number().int() }).nullable(),
    ground: Ground.nullable(),
    /** Overlay of the case: since when her ground no longer holds. It never expels her before month 24. */
    groundEndedOn: Day.nullable(),
    skill: Skill.nullable(),
  })
  .meta({ id: 'File' })
export type File = z.infer<typeof File>

/** The file as the one who carries it sees it; opening it is logged. */
export const readFile = route({
  method: 'GET',
  path: '/people/:personId',
  action: 'people.read-file',
  input: z.object({ personId: PersonId }),
  output: File,
  refusals: ['platform.not-found'],
  logged: true,
  opens: ({ personId }) => ({ personId, purpose: undefined }),
  subject: ({ personId }) => ({ type: 'person', id: personId, personId }),
})
/** The same file opened by the office with a coded purpose; she sees who, which office and why. */
export const openFile = route({
  method: 'GET',
  path: '/people/:personId/opened',
  action: 'people.open-file',
  input: z.object({ personId: PersonId, purpose: z.enum(['decide', 'duplicate', 'grievance']) }),
  output: z.object({ personId: PersonId, identity: Identity, household: Household.nullable(), ground: Ground.nullable() }),
  refusals: ['platform.not-found'],
  logged: true,
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ personId }) => ({ type: 'person', id: personId, personId }),
})
/** How she may be called, and nothing else of the file; every look is logged. */
export const readContact = route({
  method: 'GET',
  path: '/people/:personId/contact',
  action: 'people.read-contact',
  input: z.object({ personId: PersonId }),
  output: Contact,
  refusals: ['platform.not-found'],
  logged: true,
  opens: ({ personId }) => ({ personId, purpose: undefined }),
  subject: ({ personId }) => ({ type: 'contact', id: personId, personId }),
})
/** The contact rule: which number, whose phone, when, message or not. */
export const changeContact = route({
  method: 'PUT',
  path: '/people/:personId/contact',
  action: 'people.change-contact',
  input: z
    .object({
      personId: PersonId,
      phone: Phone.nullable(),
      whosePhone: WhosePhone.nullable(),
      callFrom: wholeNumber(0, 23).nullable(),
      callTo: wholeNumber(1, 24).nullable(),
      mayMessage: z.boolean(),
      safeWord: maybeText(40).optional(),
      version: Version,
    })
    .refine(
      ({ callFrom, callTo }) => (callFrom === null) === (callTo === null) && (callFrom === null || callTo === null || callFrom < callTo),
      'people.call-hours-wrong',
    ),
  output: Contact,
  refusals: ['platform.not-found', 'people.file-joined', 'people.not-own-phone', 'platform.version-stale'],
  subject: ({ personId }) => ({ type: 'contact', id: personId, personId }),
})

/** The code of a printed form: nine digits, typed with or without what stands between them. */
export const PaperCode = z
  .string()
  .max(40)
  .transform(asciiDigits)
  .transform((typed) => typed.replaceAll(/[^0-9]/g, '').replace(/^(\d{4})(\d{4})(\d)$/, '$1-$2-$3'))
  .refine((code) => /^\d{4}-\d{4}-\d$/.test(code), 'people.paper-code-wrong')

/** The five spoken sentences, in the order they are read aloud; publicity is separate and never among them. */
export const consentPurposes = ['keep-file', 'ask-support-bodies', 'share-with-agencies', 'call-and-message', 'count-in-figures'] as const
export const ConsentPurpose = z.enum(consentPurposes)
export type ConsentPurpose = z.infer<typeof ConsentPurpose>
export const ConsentManner = z.enum(['signature', 'fingerprint', 'code'])
export const CONSENT_FORM = 1
export const Consent = z
  .object({
    id: Id,
    purpose: ConsentPurpose,
    answer: z.boolean(),
    manner: ConsentManner,
    givenOn: Day,
    until: Day.nullable(),
    withdrawnOn: Day.nullable(),
    formVersion: z.number().int(),
  })
  .meta({ id: 'Consent' })
export type Consent = z.infer<typeof Consent>

export const listConsents = route({
  method: 'GET',
  path: '/people/:personId/consents',
  action: 'people.read-consents',
  input: z.object({ personId: PersonId }),
  output: z.object({ consents: z.array(Consent) }),
  refusals: ['platform.not-found'],
})
/** Her answers to the five sentences. A fingerprint needs a witness other than whoever writes. */
export const giveConsent = route({
  method: 'POST',
  path: '/people/:personId/consents',
  action: 'people.give-consent',
  offline: true,
  input: z.object({
    personId: PersonId,
    manner: ConsentManner,
    witnessName: maybeText(80).optional(),
    /** What she read out from her own phone; needed when the manner is a code. */
    code: maybeText(6).optional(),
    /** The form she signed before it was keyed in: its code, and the day she signed. */
    paper: z.object({ code: PaperCode, filledOn: Day }).optional(),
    answers: z
      .array(z.object({ id: Id, purpose: ConsentPurpose, answer: z.boolean() }))
      .min(1)
      .max(consentPurposes.length),
  }),
  output: z.object({ consents: z.array(Consent) }),
  refusals: [
    'platform.not-found',
    'people.file-joined',
    'people.witness-missing',
    'people.answer-twice',
    'people.code-missing',
    'people.code-wrong',
    'people.paper-unknown',
    'people.paper-keyed',
    'people.day-wrong',
  ],
  subject: ({ personId }) => ({ type: 'consent', id: personId, personId }),
})
/** Sends a code to her own phone, to be read out by her within ten minutes; only where she allows messages on a phone that is hers. */
export const sendConsentCode = route({
  method: 'POST',
  path: '/people/:personId/consent-codes',
  action: 'people.give-consent',
  input: z.object({ personId: PersonId, id: Id }),
  output: z.object({ until: Instant }),
  refusals: ['platform.not-found', 'people.file-joined', 'people.no-own-phone', 'people.code-too-soon'],
  subject: ({ personId, id }) => ({ type: 'consent-code', id, personId }),
})
/** Ends one consent from today. What rested on it ends with it: messages stop, what was shared for it is closed again. */
export const withdrawConsent = route({
  method: 'POST',
  path: '/people/:personId/consents/:id/withdraw',
  action: 'people.withdraw-consent',
  input: z.object({ personId: PersonId, id: Id }),
  output: Consent,
  refusals: ['platform.not-found', 'people.file-joined', 'people.already-withdrawn'],
  subject: ({ personId, id }) => ({ type: 'consent', id, personId }),
})
/** Who opened her file: office, role and purpose, never a name. */
export const listReaders = route({
  method: 'GET',
  path: '/people/:personId/readers',
  action: 'people.read-readers',
  input: z.object({ personId: PersonId }),
  output: z.object({
    readers: z.array(
      z.object({ at: Instant, role: z.string(), office: z.string().nullable(), purpose: z.string().nullable(), action: z.string() }),
    ),
  }),
  refusals: ['platform.not-found'],
  opens: ({ personId }) => ({ personId, purpose: undefined }),
})
export const NominatedPerson = z.object({
  personId: PersonId,
  countyCode: CountyCode,
  givenName: text({ max: 60 }),
  familyName: text({ max: 60 }),
  nationalId: z.string().nullable(),
  phone: z.string().nullable(),
  whosePhone: WhosePhone.nullable(),
})
export type NominatedPerson = z.infer<typeof NominatedPerson>
