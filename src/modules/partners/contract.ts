import { z } from 'zod'
import { Day, Id, maybeText, Page, text, Version, wholeNumber } from '../../platform/fields.ts'
import { parseLegalId } from '../../platform/identifiers.ts'
import { route } from '../../platform/route.ts'
import { CountyCode } from '../territory/contract.ts'

export const organisationTypes = [
  'agency',
  'governorate',
  'executor',
  'holding',
  'subsidiary',
  'company',
  'cooperative',
  'charity',
  'foundation',
  'bank',
  'university',
  'natural-person',
] as const
export const OrganisationType = z.enum(organisationTypes)
/** What an organisation is in a plan; several at once. «supporter» is the licensed backer of home workers, «backer» the programme role. */
export const membershipKinds = [
  'owner',
  'client',
  'agency',
  'executor',
  'driver',
  'backer',
  'moin',
  'buyer',
  'supporter',
  'volunteer',
] as const
export const MembershipKind = z.enum(membershipKinds)
export type MembershipKind = z.infer<typeof MembershipKind>
/** شناسهٔ ملی: eleven digits with a check digit. */
const LegalId = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const parsed = parseLegalId(typed)
    if ('value' in parsed) return parsed.value
    context.addIssue({ code: 'custom', message: 'partners.legal-id-wrong' })
    return z.NEVER
  })

export const Organisation = z
  .object({
    id: Id,
    type: OrganisationType,
    nameFa: z.string(),
    nameEn: z.string().nullable(),
    legalId: z.string().nullable(),
    parentId: Id.nullable(),
    parentName: z.string().nullable(),
    isSupportBody: z.boolean(),
    isSocialEntrepreneur: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>
export const Membership = z.object({
  id: Id,
  organisationId: Id,
  kinds: z.array(MembershipKind),
  counties: z.array(CountyCode),
  validFrom: Day,
  validTo: Day.nullable(),
  letterNumber: z.string().nullable(),
  letterDate: Day.nullable(),
  version: z.number().int(),
})
export type Membership = z.infer<typeof Membership>
/** Members of the plan today and everyone else known, by name; the next page begins after the last name. */
export const listOrganisations = route({
  method: 'GET',
  path: '/partners/organisations',
  action: 'partners.read',
  input: Page.extend({
    search: z.string().max(80).optional(),
    type: OrganisationType.optional(),
    kind: MembershipKind.optional(),
    countyCode: CountyCode.optional(),
  }),
  output: z.object({
    organisations: z.array(Organisation.extend({ kinds: z.array(MembershipKind), counties: z.array(CountyCode) })),
    next: Id.nullable(),
  }),
  refusals: [],
})
export const capacityKinds = ['course', 'premises', 'credit', 'equipment'] as const
export const CapacityKind = z.enum(capacityKinds)
export const Capacity = z
  .object({
    id: Id,
    organisationId: Id,
    organisationName: z.string(),
    countyCode: CountyCode,
    kind: CapacityKind,
    title: z.string(),
    /** What one place is: a seat, a square metre, a loan of so many rial. */
    unit: z.string(),
    total: z.number().int(),
    used: z.number().int(),
    free: z.number().int(),
    validFrom: Day,
    validTo: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Capacity' })
export type Capacity = z.infer<typeof Capacity>

export const readOrganisation = route({
  method: 'GET',
  path: '/partners/organisations/:id',
  action: 'partners.read',
  input: z.object({ id: Id }),
  output: z.object({ organisation: Organisation, memberships: z.array(Membership), subsidiaries: z.array(Organisation) }),
  refusals: ['platform.not-found'],
})
const Written = z.object({
  id: Id,
  type: OrganisationType,
  nameFa: text({ min: 2, max: 160 }),
  nameEn: maybeText(160),
  legalId: LegalId.nullable(),
  parentId: Id.nullable(),
  isSupportBody: z.boolean(),
  isSocialEntrepreneur: z.boolean(),
})
const writeRefusals = [
  'partners.legal-id-taken',
  'partners.parent-unknown',
  'partners.parent-of-itself',
  'partners.subsidiary-needs-parent',
  'partners.person-has-no-legal-id',
] as const
export const addOrganisation = route({
  method: 'POST',
  path: '/partners/organisations',
  action: 'partners.add-organisation',
  input: Written,
  output: Organisation,
  refusals: writeRefusals,
  subject: ({ id }) => ({ type: 'organisation', id, organisationId: id }),
})
export const changeOrganisation = route({
  method: 'PUT',
  path: '/partners/organisations/:id',
  action: 'partners.add-organisation',
  input: Written.extend({ version: Version }),
  output: Organisation,
  refusals: ['platform.not-found', 'platform.version-stale', ...writeRefusals],
  subject: ({ id }) => ({ type: 'organisation', id, organisationId: id }),
})
/** Several kinds at once, in some counties, from a day on; a change ends the open membership and begins the next. */
export const addMembership = route({
  method: 'POST',
  path: '/partners/organisations/:organisationId/memberships',
  action: 'partners.add-membership',
  input: z
    .object({
      id: Id,
      organisationId: Id,
      kinds: z.array(MembershipKind).min(1).max(membershipKinds.length),
      counties: z.array(CountyCode).min(1).max(100),
      validFrom: Day,
      letterNumber: maybeText(60),
      letterDate: Day.nullable(),
    })
    .refine(({ letterNumber, letterDate }) => (letterNumber === null) === (letterDate === null), 'partners.letter-half'),
  output: Membership,
  refusals: ['platform.not-found', 'partners.membership-open', 'partners.unknown-county'],
  subject: ({ id, organisationId }) => ({ type: 'membership', id, organisationId }),
})
export const endMembership = route({
  method: 'POST',
  path: '/partners/memberships/:id/end',
  action: 'partners.add-membership',
  input: z.object({ id: Id, validTo: Day, version: Version }),
  output: Membership,
  refusals: ['platform.not-found', 'platform.version-stale', 'partners.membership-ended', 'partners.dates-reversed'],
  subject: ({ id }, output) => ({ type: 'membership', id, organisationId: output.organisationId }),
})
/** The inventory of what public bodies can give, in force on a day (today). */
export const listCapacities = route({
  method: 'GET',
  path: '/partners/capacities',
  action: 'partners.read-capacities',
  input: z.object({
    countyCode: CountyCode.optional(),
    kind: CapacityKind.optional(),
    organisationId: Id.optional(),
    on: Day.optional(),
    limit: z.coerce.number().int().min(1).max(250).default(100),
  }),
  output: z.object({ on: Day, capacities: z.array(Capacity) }),
  refusals: [],
})
export const addCapacity = route({
  method: 'POST',
  path: '/partners/capacities',
  action: 'partners.set-capacity',
  input: z.object({
    id: Id,
    organisationId: Id,
    countyCode: CountyCode,
    kind: CapacityKind,
    title: text({ min: 3, max: 160 }),
    unit: text({ min: 1, max: 60 }),
    total: wholeNumber(0, 1_000_000),
    validFrom: Day,
    validTo: Day.nullable(),
  }),
  output: Capacity,
  refusals: ['platform.not-found', 'partners.not-own-organisation', 'partners.unknown-county', 'partners.dates-reversed'],
  subject: ({ id, organisationId, countyCode }) => ({ type: 'capacity', id, organisationId, countyCode }),
})
/** A new total or a last day; never below what is in use. */
export const changeCapacity = route({
  method: 'PUT',
  path: '/partners/capacities/:id',
  action: 'partners.set-capacity',
  input: z.object({ id: Id, total: wholeNumber(0, 1_000_000), validTo: Day.nullable(), version: Version }),
  output: Capacity,
  refusals: ['platform.not-found', 'platform.version-stale', 'partners.total-below-used', 'partners.dates-reversed'],
  subject: ({ id }, output) => ({ type: 'capacity', id, organisationId: output.organisationId }),
})
/** Places taken or given back by the body itself; of many at once exactly as many succeed as there are places. */
export const useCapacity = route({
  method: 'POST',
  path: '/partners/capacities/:id/use',
  action: 'partners.set-capacity',
  input: z.object({
    id: Id,
    places: z
      .number()
      .int()
      .min(-10_000)
      .max(10_000)
      .refine((places) => places !== 0),
  }),
  output: Capacity,
  refusals: ['platform.not-found', 'partners.no-free-capacity', 'partners.nothing-to-give-back'],
  subject: ({ id }, output) => ({ type: 'capacity', id, organisationId: output.organisationId }),
})
