import { z } from 'zod'
import { Day, Id, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode, RelationPattern } from '../../occupations/contract.ts'
import { Whose } from '../../pathways/contract/exit-table.ts'
import { Permit, PermitState } from './permits.ts'

export const businessStates = ['idea', 'trial', 'active', 'paused', 'ended'] as const
export const BusinessState = z.enum(businessStates)
export type BusinessState = z.infer<typeof BusinessState>
/** Told apart in every figure: made anew, brought back to life, made to last. */
export const BusinessKind = z.enum(['created', 'revived', 'stabilised'])
export type BusinessKind = z.infer<typeof BusinessKind>
export const WorkPlace = z.enum(['home', 'hub', 'elsewhere'])
export type WorkPlace = z.infer<typeof WorkPlace>
const BusinessFields = z.object({
  fieldCode: FieldCode,
  relation: RelationPattern,
  kind: BusinessKind,
  workPlace: WorkPlace,
  /** Since when she works in it; unknown while it is an idea. */
  startedOn: Day.nullable(),
})
export const Business = BusinessFields.extend({
  id: Id,
  state: BusinessState,
  stateSince: Day,
  fieldNameFa: z.string(),
  fieldNameEn: z.string(),
  /** What the list in force says the field needs. */
  permitClass: z.string(),
  registeredOn: Day,
  version: z.number().int(),
}).meta({ id: 'HomeBusiness' })
export type Business = z.infer<typeof Business>
export const HerBusiness = z.object({
  whose: Whose,
  countyCode: z.string(),
  /** The one that is open, or else the last one ended. */
  business: Business.nullable(),
  /** Newest first. */
  permits: z.array(Permit),
  /** The agency that signs first for this field, where it works in her county. */
  leadOrganisationId: Id.nullable(),
})
export type HerBusiness = z.infer<typeof HerBusiness>
const OfCase = z.object({ caseId: Id })
export const readHerBusiness = route({
  method: 'GET',
  path: '/businesses/cases/:caseId',
  action: 'businesses.read',
  input: OfCase,
  output: HerBusiness,
  refusals: ['platform.not-found'],
})
/** Registers the business of one woman. A new one is in a field her county is offered; one she has already stands wherever the list knows it. */
export const registerBusiness = route({
  method: 'POST',
  path: '/businesses/cases/:caseId',
  action: 'businesses.register',
  input: BusinessFields.extend({ caseId: Id, id: Id, state: z.enum(['idea', 'trial', 'active']) }),
  output: HerBusiness,
  refusals: [
    'platform.not-found',
    'enrolment.file-joined',
    'businesses.case-not-at-work',
    'businesses.field-unknown',
    'businesses.field-not-offered',
    'businesses.relation-not-of-field',
    'businesses.start-missing',
    'businesses.start-ahead',
    'businesses.one-is-open',
  ],
  subject: ({ caseId, id }) => ({ type: 'business', id, caseId }),
})
export const moveBusiness = route({
  method: 'POST',
  path: '/businesses/:id/move',
  action: 'businesses.register',
  input: z.object({ id: Id, to: BusinessState, version: Version }),
  output: HerBusiness,
  refusals: ['platform.not-found', 'platform.version-stale', 'businesses.no-such-move', 'businesses.permit-still-open'],
  subject: ({ id }) => ({ type: 'business', id }),
})
/** What a guide carries, the nearest day first. */
export const listHerBusinesses = route({
  method: 'GET',
  path: '/businesses',
  action: 'businesses.read',
  input: z.object({}),
  output: z.object({
    businesses: z.array(
      z.object({
        id: Id,
        caseId: Id,
        name: z.string().nullable(),
        fieldNameFa: z.string(),
        fieldNameEn: z.string(),
        state: BusinessState,
        permit: PermitState.nullable(),
        dueOn: Day.nullable(),
      }),
    ),
  }),
  refusals: [],
})
/** Where businesses and permits stand, by file number: nothing of the craft, the village or the woman. */
export const listStandings = route({
  method: 'GET',
  path: '/businesses/standings',
  action: 'businesses.read-standings',
  input: z.object({}),
  output: z.object({
    standings: z.array(
      z.object({
        id: Id,
        fileNumber: z.string(),
        countyCode: z.string(),
        state: BusinessState,
        since: Day,
        permit: PermitState.nullable(),
        permitSince: Day.nullable(),
        /** How many days the permit has stood where it stands. */
        days: z.number().int().nullable(),
      }),
    ),
  }),
  refusals: [],
})
