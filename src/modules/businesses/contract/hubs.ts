import { z } from 'zod'
import { Day, Id, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { ProductUnit, Weekly } from './products.ts'

const HubFields = z.object({
  name: text({ min: 3, max: 80 }),
  /** Where goods are handed over: a place everybody may know, never a woman's home. */
  collectionPoint: text({ min: 3, max: 200 }),
  /** How the group works: when goods come in, who checks, what the lead is paid. Read to each before she joins. */
  rules: text({ min: 5, max: 1000 }),
  leadAccountId: Id.nullable(),
})
export const Hub = z
  .object({
    id: Id,
    countyCode: CountyCode,
    name: z.string(),
    collectionPoint: z.string(),
    rules: z.string(),
    leadAccountId: Id.nullable(),
    isOpen: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'ProducerHub' })
export type Hub = z.infer<typeof Hub>
export const listHubsRoute = route({
  method: 'GET',
  path: '/businesses/hubs',
  action: 'businesses.read-hubs',
  input: z.object({}),
  output: z.object({ hubs: z.array(Hub.extend({ members: z.number().int() })) }),
  refusals: [],
})
export const openHub = route({
  method: 'POST',
  path: '/businesses/hubs',
  action: 'businesses.keep-hub',
  input: HubFields.extend({ id: Id, countyCode: CountyCode }),
  output: z.object({ hub: Hub }),
  refusals: ['businesses.not-your-county', 'businesses.lead-unknown'],
  subject: ({ id, countyCode }) => ({ type: 'hub', id, countyCode }),
})
export const changeHub = route({
  method: 'PUT',
  path: '/businesses/hubs/:id',
  action: 'businesses.keep-hub',
  input: HubFields.extend({ id: Id, isOpen: z.boolean(), version: Version }),
  output: z.object({ hub: Hub }),
  refusals: ['platform.not-found', 'platform.version-stale', 'businesses.lead-unknown', 'businesses.hub-has-members'],
  subject: ({ id }) => ({ type: 'hub', id }),
})
/** Who may lead a hub: those who run the market of a county. */
export const listLeads = route({
  method: 'GET',
  path: '/businesses/hub-leads',
  action: 'businesses.keep-hub',
  input: z.object({}),
  output: z.object({ leads: z.array(z.object({ accountId: Id, name: z.string(), counties: z.array(z.string()) })) }),
  refusals: [],
})
/** She joins a hub after its rules were read to her, or leaves it; neither costs her anything. */
export const joinHub = route({
  method: 'POST',
  path: '/businesses/:businessId/hub',
  action: 'businesses.keep-products',
  input: z.object({ businessId: Id, id: Id, hubId: Id.nullable() }),
  output: z.object({ hubId: Id.nullable() }),
  refusals: ['platform.not-found', 'businesses.business-ended', 'businesses.hub-closed', 'businesses.hub-elsewhere'],
  subject: ({ businessId }) => ({ type: 'business', id: businessId }),
})
/** The businesses of a hub for whoever leads it: file number, goods and how much a week. */
export const listMembers = route({
  method: 'GET',
  path: '/businesses/hubs/:id/members',
  action: 'businesses.read-members',
  input: z.object({ id: Id }),
  output: z.object({
    hub: Hub,
    members: z.array(
      z.object({
        businessId: Id,
        fileNumber: z.string(),
        joinedOn: Day,
        products: z.array(
          z.object({ id: Id, name: z.string(), unit: ProductUnit, weekly: Weekly, photos: z.array(Id), version: z.number().int() }),
        ),
      }),
    ),
  }),
  refusals: ['platform.not-found'],
})
