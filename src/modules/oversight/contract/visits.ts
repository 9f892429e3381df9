import { z } from 'zod'
import { Day, FileBytes, Id, maybeText, Page, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { ChecklistItem, PlaceKind, Seen } from './checklists.ts'
import { Finding, FindingDesk } from './findings.ts'

export const visitStates = ['asked', 'planned', 'held', 'declined', 'cancelled'] as const
export const VisitState = z.enum(visitStates)
export type VisitState = z.infer<typeof VisitState>
export const VisitPurpose = z.enum(['regular', 'complaint', 're-visit', 'milestone'])
export type VisitPurpose = z.infer<typeof VisitPurpose>
export const Visit = z
  .object({
    id: Id,
    number: z.string(),
    countyCode: CountyCode,
    placeKind: PlaceKind,
    hubId: Id.nullable(),
    /** Of a hub or a class; a dwelling has none here. */
    placeName: z.string().nullable(),
    /** The file number of a visit to a dwelling. */
    fileNumber: z.string().nullable(),
    organisationName: z.string().nullable(),
    purpose: VisitPurpose,
    plannedOn: Day,
    state: VisitState,
    heldOn: Day.nullable(),
    /** Planned for a day that is past, and not held. */
    isOverdue: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Visit' })
export type Visit = z.infer<typeof Visit>
export const VisitRead = Visit.extend({
  checklistVersion: z.number().int(),
  items: z.array(ChecklistItem),
  answers: z.partialRecord(ChecklistItem, Seen),
  findings: z.array(Finding),
  /** What earlier visits found at the same place and is not closed: looked at again now. */
  earlier: z.array(Finding),
})
export type VisitRead = z.infer<typeof VisitRead>

const aboutVisit = ({ id }: { readonly id: string }) => ({ type: 'visit', id })
export const listVisits = route({
  method: 'GET',
  path: '/oversight/visits',
  action: 'oversight.read-visits',
  input: Page.extend({ show: z.enum(['coming', 'held', 'all']).default('coming') }),
  output: z.object({ visits: z.array(Visit), next: Id.nullable() }),
  refusals: [],
})
export const readVisit = route({
  method: 'GET',
  path: '/oversight/visits/:id',
  action: 'oversight.read-visits',
  input: z.object({ id: Id }),
  output: VisitRead,
  refusals: ['platform.not-found'],
})
/** Places a visit can be planned at: hubs of the planner's counties. */
export const listVisitPlaces = route({
  method: 'GET',
  path: '/oversight/visit-places',
  action: 'oversight.plan-visit',
  input: z.object({}),
  output: z.object({ hubs: z.array(z.object({ id: Id, name: z.string(), countyCode: CountyCode })) }),
  refusals: [],
})
/** A dwelling is asked for: its visit stands only once her guide has written down her yes. */
export const planVisit = route({
  method: 'POST',
  path: '/oversight/visits',
  action: 'oversight.plan-visit',
  input: z.object({
    id: Id,
    countyCode: CountyCode,
    placeKind: PlaceKind,
    hubId: Id.nullable(),
    placeName: maybeText(120),
    organisationId: Id.nullable(),
    fileNumber: maybeText(20),
    purpose: VisitPurpose,
    plannedOn: Day,
    isWomanVisitor: z.boolean(),
    isUnmarkedCar: z.boolean(),
  }),
  output: VisitRead,
  refusals: [
    'oversight.not-your-county',
    'oversight.no-such-file',
    'oversight.no-such-hub',
    'oversight.unknown-organisation',
    'oversight.place-missing',
    'oversight.dwelling-conditions',
    'oversight.own-organisation',
    'oversight.visit-day-past',
  ],
  subject: aboutVisit,
})
export const cancelVisit = route({
  method: 'POST',
  path: '/oversight/visits/:id/cancel',
  action: 'oversight.plan-visit',
  input: z.object({ id: Id, version: Version }),
  output: VisitRead,
  refusals: ['platform.not-found', 'platform.version-stale', 'oversight.no-such-visit-move'],
  subject: aboutVisit,
})
/** Written on the spot, with or without a network; whoever writes it says that nobody there is kin. */
export const holdVisit = route({
  method: 'POST',
  path: '/oversight/visits/:id/hold',
  action: 'oversight.hold-visit',
  input: z.object({
    id: Id,
    version: Version,
    heldOn: Day,
    isKin: z.boolean(),
    answers: z.partialRecord(ChecklistItem, Seen),
    findings: z
      .array(
        z.object({
          id: Id,
          item: ChecklistItem,
          desk: FindingDesk,
          seen: maybeText(500),
          act: maybeText(300),
          dueOn: Day,
        }),
      )
      .max(20),
    again: z.array(z.object({ id: Id, isMended: z.boolean(), dueOn: Day.nullable() })).max(50),
  }),
  output: VisitRead,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'oversight.no-such-visit-move',
    'oversight.visit-day-wrong',
    'oversight.visitor-is-kin',
    'oversight.own-organisation',
    'oversight.checklist-unfinished',
    'oversight.act-missing',
    'oversight.act-day-wrong',
    'oversight.no-text-at-home',
    'oversight.no-such-finding-move',
  ],
  subject: aboutVisit,
  offline: true,
})
export const printMinutes = route({
  method: 'GET',
  path: '/oversight/visits/:id/minutes.pdf',
  action: 'oversight.read-visits',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found', 'oversight.visit-not-held'],
  download: true,
})
/** Whom a visit to a dwelling goes to, from the day before: her first name and settlement, and the guide who goes along. She reads that it was opened, and what for. */
export const readWhom = route({
  method: 'GET',
  path: '/oversight/visits/:id/whom',
  action: 'oversight.hold-visit',
  input: z.object({ id: Id }),
  output: z.object({ givenName: z.string(), settlement: z.string().nullable(), guideName: z.string().nullable() }),
  refusals: ['platform.not-found', 'oversight.whom-not-yet'],
  logged: true,
  subject: aboutVisit,
})

const OfCase = z.object({ caseId: Id })
/** Visits to her dwelling: asked for, coming and past. */
export const HerVisit = Visit.pick({ id: true, purpose: true, plannedOn: true, state: true, version: true }).meta({ id: 'HerVisit' })
export type HerVisit = z.infer<typeof HerVisit>
export const listHerVisits = route({
  method: 'GET',
  path: '/oversight/cases/:caseId/visits',
  action: 'oversight.keep-visit-word',
  input: OfCase,
  output: z.object({ visits: z.array(HerVisit) }),
  refusals: ['platform.not-found'],
})
/** Her word, written down by her guide; a no costs nothing and needs no reason, and a yes is taken back on any day before. */
export const keepVisitWord = route({
  method: 'POST',
  path: '/oversight/cases/:caseId/visits/:id/word',
  action: 'oversight.keep-visit-word',
  input: OfCase.extend({
    id: Id,
    version: Version,
    isYes: z.boolean(),
    manner: z.enum(['signature', 'fingerprint', 'spoken']),
    witnessName: maybeText(80),
  }),
  output: z.object({ visits: z.array(HerVisit) }),
  refusals: ['platform.not-found', 'platform.version-stale', 'oversight.no-such-visit-move', 'oversight.witness-missing'],
  subject: ({ id, caseId }) => ({ type: 'visit', id, caseId }),
})

/** Visits and what they found, by county; they count places and not women. */
export const VisitFigures = z.object({
  countyCode: CountyCode,
  planned: z.number().int(),
  held: z.number().int(),
  missed: z.number().int(),
  openFindings: z.number().int(),
  overdueFindings: z.number().int(),
})
export type VisitFigures = z.infer<typeof VisitFigures>
export const readVisitFigures = route({
  method: 'GET',
  path: '/oversight/visit-figures',
  action: 'oversight.read-visit-figures',
  input: z.object({}),
  output: z.object({ figures: z.array(VisitFigures) }),
  refusals: [],
})
