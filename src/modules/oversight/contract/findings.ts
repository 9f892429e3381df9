import { z } from 'zod'
import { Day, FileBytes, Id, maybeText, PAPER_REFUSALS, Page, PICTURE_UPLOAD, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { ChecklistItem, PlaceKind } from './checklists.ts'

export const findingStates = ['open', 'reported', 'returned', 'confirmed', 'closed'] as const
export const FindingState = z.enum(findingStates)
export type FindingState = z.infer<typeof FindingState>
/** Whose it is to put right: the executor, or the market with its hubs. */
export const FindingDesk = z.enum(['EX', 'MO'])
export type FindingDesk = z.infer<typeof FindingDesk>

/** Something a visit found wrong, and what is to be done about it, by whom and when. It names no woman. */
export const Finding = z
  .object({
    id: Id,
    visitId: Id,
    countyCode: CountyCode,
    placeKind: PlaceKind,
    placeName: z.string().nullable(),
    desk: FindingDesk,
    /** A line of the checklist. */
    item: ChecklistItem,
    grade: z.enum(['minor', 'serious']),
    seen: z.string().nullable(),
    act: z.string().nullable(),
    dueOn: Day,
    state: FindingState,
    report: z.string().nullable(),
    isOverdue: z.boolean(),
    /** Pictures of it, oldest first; of a home there is none. */
    photos: z.array(Id),
    version: z.number().int(),
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>

const aboutFinding = ({ id }: { readonly id: string }) => ({ type: 'finding', id })
const REFUSALS = ['platform.not-found', 'platform.version-stale', 'oversight.no-such-finding-move'] as const
export const listFindings = route({
  method: 'GET',
  path: '/oversight/findings',
  action: 'oversight.read-findings',
  input: Page.extend({ show: z.enum(['open', 'closed']).default('open') }),
  output: z.object({ findings: z.array(Finding), next: Id.nullable() }),
  refusals: [],
})
/** Whoever has to put it right says what was done; that is a claim until it was confirmed, and not the end until it was seen. */
export const reportFinding = route({
  method: 'POST',
  path: '/oversight/findings/:id/report',
  action: 'oversight.report-finding',
  input: z.object({ id: Id, version: Version, text: text({ min: 5, max: 600 }) }),
  output: Finding,
  refusals: REFUSALS,
  subject: aboutFinding,
})
/** The supervisor takes the report, or gives it back with a new day and a reason. */
export const judgeFinding = route({
  method: 'POST',
  path: '/oversight/findings/:id/judge',
  action: 'oversight.judge-finding',
  input: z.object({ id: Id, version: Version, isConfirmed: z.boolean(), reason: maybeText(300), dueOn: Day.nullable() }),
  output: Finding,
  refusals: [...REFUSALS, 'oversight.return-half', 'oversight.act-day-wrong'],
  subject: aboutFinding,
})
/** A picture of what was found at a hub or a class, drawn anew without place and camera. Whoever adds it says that it shows the place and nobody. */
export const addFindingPhoto = route({
  method: 'POST',
  path: '/oversight/findings/:id/photos',
  action: 'oversight.hold-visit',
  input: z.object({ id: Id, photoId: Id, shows: z.literal('place') }),
  output: Finding,
  refusals: [
    'platform.not-found',
    ...PAPER_REFUSALS,
    'oversight.no-photo-at-home',
    'oversight.finding-ended',
    'oversight.photo-is-a-picture',
    'oversight.too-many-photos',
  ],
  upload: PICTURE_UPLOAD,
  subject: aboutFinding,
})
export const readFindingPhoto = route({
  method: 'GET',
  path: '/oversight/finding-photos/:id',
  action: 'oversight.read-findings',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
})
/** It shows somebody after all: its key is destroyed, and with it the picture. */
export const takeFindingPhotoAway = route({
  method: 'POST',
  path: '/oversight/finding-photos/:id/take-away',
  action: 'oversight.hold-visit',
  input: z.object({ id: Id }),
  output: Finding,
  refusals: ['platform.not-found'],
  subject: (_, { id }) => ({ type: 'finding', id }),
})
