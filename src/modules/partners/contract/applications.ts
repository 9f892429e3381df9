import { z } from 'zod'
import { Day, Id, Instant, Page, Phone, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { PromisedAs } from './pledges.ts'

export const applicationStates = ['to-accept', 'received', 'admitted', 'refused', 'declined'] as const
export const ApplicationState = z.enum(applicationStates)
export const PersonKind = z.enum(['natural', 'legal'])
/** What one may offer to be; the buyer stands beside the three programme roles. */
export const Wanted = z.enum([...PromisedAs.options, 'buyer', 'volunteer'])
/** Six signs by which whoever applied finds it again, and whoever was introduced accepts it. */
const Tracking = z
  .string()
  .trim()
  .max(40)
  .transform((typed) => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
  .pipe(z.string().length(10))

/** The public call: for oneself, or for somebody else, who must say yes herself with the code before anybody reads it. */
export const apply = route({
  method: 'POST',
  path: '/partners/applications',
  action: 'partners.apply',
  input: z.object({
    id: Id,
    manner: z.enum(['self', 'introduced']),
    personKind: PersonKind,
    name: text({ min: 3, max: 160 }),
    phone: Phone,
    wanted: z.array(Wanted).min(1).max(5),
    counties: z.array(CountyCode).max(100),
    offer: text({ min: 10, max: 1200 }),
  }),
  output: z.object({ id: Id, tracking: z.string(), state: ApplicationState, decideBy: Day }),
  refusals: ['partners.unknown-county', 'partners.too-many-applications'],
  mostFromOneAddress: 20,
  subject: ({ id }) => ({ type: 'application', id }),
})
/** Whoever was introduced says yes or no, with the code the introducer handed over. An unknown code and a used one are answered alike. */
export const answerIntroduction = route({
  method: 'POST',
  path: '/partners/applications/answer',
  action: 'partners.apply',
  input: z.object({ tracking: Tracking, accepts: z.boolean() }),
  output: z.object({ state: ApplicationState }),
  refusals: ['partners.tracking-unknown', 'partners.too-many-applications'],
  mostFromOneAddress: 30,
})
export const Application = z
  .object({
    id: Id,
    manner: z.enum(['self', 'introduced']),
    personKind: PersonKind,
    name: z.string(),
    phone: z.string(),
    wanted: z.array(Wanted),
    counties: z.array(CountyCode),
    offer: z.string(),
    state: ApplicationState,
    organisationId: Id.nullable(),
    receivedAt: Instant,
    decideBy: Day,
    opinions: z.array(z.object({ isFit: z.boolean(), reasons: z.string(), at: Instant, isOwn: z.boolean() })),
    version: z.number().int(),
  })
  .meta({ id: 'Application' })
export type Application = z.infer<typeof Application>
export const listApplications = route({
  method: 'GET',
  path: '/partners/applications',
  action: 'partners.vet',
  input: Page.extend({ state: ApplicationState.optional() }),
  output: z.object({ applications: z.array(Application), next: Id.nullable() }),
  refusals: [],
  logged: true,
})
/** One of two opinions. The second that agrees admits: the applicant becomes a known partner with the roles asked for; two against refuse, with reasons. */
export const vetApplication = route({
  method: 'POST',
  path: '/partners/applications/:id/opinions',
  action: 'partners.vet',
  input: z.object({ id: Id, opinionId: Id, isFit: z.boolean(), reasons: text({ min: 10, max: 600 }), version: Version }),
  output: Application,
  refusals: ['platform.not-found', 'platform.version-stale', 'partners.application-settled', 'partners.vetted-already'],
  subject: ({ id }, output) => ({ type: 'application', id, organisationId: output.organisationId ?? undefined }),
})
