import { z } from 'zod'
import {
  Day,
  FileBytes,
  Id,
  Instant,
  maybeText,
  PAPER_REFUSALS,
  PICTURE_UPLOAD,
  text,
  Version,
  wholeNumber,
} from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { Manner } from '../../pathways/contract/exit-table.ts'
import { rejectReasons } from '../rules/inspection.ts'
import { kitKinds } from '../rules/kits.ts'
import { entryKinds } from '../rules/ledger.ts'
import { Lot } from './lots.ts'
import { Bearer } from './orders.ts'

const MOST = 1_000_000_000
const Pieces = wholeNumber(0, 1_000_000)
export const KitKind = z.enum(kitKinds)
export const RejectReason = z.enum(rejectReasons)
export const Balance = z.object({
  component: z.string(),
  unit: z.string(),
  issued: z.number().int(),
  used: z.number().int(),
  returned: z.number().int(),
  wasted: z.number().int(),
  /** Still with her. */
  onHand: z.number().int(),
})
export const Inspection = z.object({
  id: Id,
  accepted: z.number().int(),
  rework: z.number().int(),
  rejected: z.number().int(),
  reason: RejectReason.nullable(),
  bearer: Bearer.nullable(),
  photoId: Id.nullable(),
  inspectedOn: Day,
})
export const MoneyEntry = z.object({
  kind: z.enum(entryKinds),
  amountRial: z.number().int(),
  paperNumber: z.string().nullable(),
  happenedOn: Day,
})
/** What was done on one lot and what is owed for it: for her guide, and for the operator of her county. */
export const LotWork = z.object({
  lot: Lot,
  pieces: z.object({
    presented: z.number().int(),
    toRework: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
    spoiled: z.number().int(),
    mayBring: z.number().int(),
  }),
  balances: z.array(Balance),
  inspections: z.array(Inspection),
  money: z.object({
    owedRial: z.number().int(),
    outstandingRial: z.number().int(),
    collectedOn: Day.nullable(),
    payBy: Day.nullable(),
    daysLate: z.number().int(),
    entries: z.array(MoneyEntry),
  }),
})
export type LotWork = z.infer<typeof LotWork>
export const readWork = route({
  method: 'GET',
  path: '/market/lots/:id/work',
  action: 'market.read-work',
  input: z.object({ id: Id }),
  output: LotWork,
  refusals: ['platform.not-found'],
})
const Acted = z.object({ id: Id, version: Version })
const refusals = ['platform.not-found', 'platform.version-stale', 'market.no-such-lot-move'] as const
const about = ({ id }: { readonly id: string }, { lot: { caseId, countyCode } }: LotWork) => ({ type: 'lot', id, caseId, countyCode })
/** A first piece is asked for, or the work is given out. */
export const startLot = route({
  method: 'POST',
  path: '/market/lots/:id/start',
  action: 'market.work-lot',
  input: Acted.extend({ to: z.enum(['sample', 'ordered']) }),
  output: LotWork,
  refusals,
  subject: about,
})
/** Material given out, used, given back or wasted; what is given out short says so. */
export const moveKit = route({
  method: 'POST',
  path: '/market/lots/:id/kit-moves',
  action: 'market.work-lot',
  input: Acted.extend({
    moveId: Id,
    component: text({ min: 1, max: 60 }),
    unit: text({ min: 1, max: 20 }),
    kind: KitKind,
    amount: wholeNumber(1, MOST),
    isShort: z.boolean(),
  }),
  output: LotWork,
  refusals: [...refusals, 'market.kit-above-hand', 'market.kit-other-unit'],
  subject: about,
})
/** Her pieces come in: scanned, counted or weighed. */
export const collectLot = route({
  method: 'POST',
  path: '/market/lots/:id/collect',
  action: 'market.work-lot',
  input: Acted.extend({ pieces: wholeNumber(1, 1_000_000) }),
  output: LotWork,
  refusals: [...refusals, 'market.more-than-hers'],
  subject: about,
})
/** A picture of pieces, redrawn without place and camera; kept sealed. */
export const addPhoto = route({
  method: 'POST',
  path: '/market/lots/:id/photos',
  action: 'market.work-lot',
  input: z.object({ id: Id, photoId: Id }),
  output: z.object({ photoId: Id }),
  refusals: ['platform.not-found', ...PAPER_REFUSALS, 'market.photo-is-a-picture'],
  upload: PICTURE_UPLOAD,
  subject: ({ id }) => ({ type: 'lot', id }),
})
export const readPhoto = route({
  method: 'GET',
  path: '/market/photos/:id',
  action: 'market.read-work',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
})
/** A look at the pieces: accepted, mended again, or rejected with reason, picture and who bears it. */
export const inspectLot = route({
  method: 'POST',
  path: '/market/lots/:id/inspect',
  action: 'market.work-lot',
  input: Acted.extend({
    inspectionId: Id,
    accepted: Pieces,
    rework: Pieces,
    rejected: Pieces,
    reason: RejectReason.nullable(),
    bearer: Bearer.nullable(),
    photoId: Id.nullable(),
  }),
  output: LotWork,
  refusals: [...refusals, 'market.pieces-do-not-add-up', 'market.reject-without-evidence'],
  subject: about,
})
export const deliverLot = route({
  method: 'POST',
  path: '/market/lots/:id/deliver',
  action: 'market.work-lot',
  /** What she does not bring again for mending goes back to the order, like what she did not make. */
  input: Acted.extend({ leavesRework: z.boolean() }),
  output: LotWork,
  refusals: [...refusals, 'market.rework-open', 'market.nothing-accepted'],
  subject: about,
})
/** The buyer took the pieces: from this day the payment runs. */
export const acceptCollection = route({
  method: 'POST',
  path: '/market/lots/:id/collection',
  action: 'market.record-money',
  input: Acted.extend({ entryId: Id, paperNumber: text({ max: 60 }) }),
  output: LotWork,
  refusals,
  subject: about,
})
/** Money another paid, written down: to the collection point, or into her hand or account. */
export const recordPayment = route({
  method: 'POST',
  path: '/market/lots/:id/payments',
  action: 'market.record-money',
  input: Acted.extend({ entryId: Id, to: z.enum(['hub', 'her']), paperNumber: maybeText(60), paidOn: Day }),
  output: LotWork,
  refusals: [...refusals, 'market.paid-ahead', 'market.deduction-open'],
  subject: about,
})
/** The buyer cancels a lot: what it owes for that is stated, and due like a payment. */
export const cancelLot = route({
  method: 'POST',
  path: '/market/lots/:id/cancel',
  action: 'market.record-money',
  input: Acted.extend({ entryId: Id, compensationRial: z.number().int().min(0).max(100_000_000_000_000), paperNumber: text({ max: 60 }) }),
  output: LotWork,
  refusals: [...refusals, 'market.compensation-missing', 'market.material-open'],
  subject: about,
})
/** Her word that the money reached her, or did not: nobody else closes a lot. */
export const confirmPayment = route({
  method: 'POST',
  path: '/market/lots/:id/confirm',
  action: 'market.confirm-payment',
  input: Acted.extend({ entryId: Id, hasReceived: z.boolean(), manner: Manner, witnessName: maybeText(80) }),
  output: LotWork,
  refusals: [
    ...refusals,
    'market.witness-missing',
    'market.dispute-open',
    'market.nothing-was-owed',
    'enrolment.file-joined',
    'enrolment.no-such-move',
  ],
  subject: about,
})
export const paperKinds = ['kit', 'waybill', 'slip'] as const
export const PaperKind = z.enum(paperKinds)
export type PaperKind = z.infer<typeof PaperKind>
/** The list of her material, the waybill of the goods, or her pay slip: with the code of the lot, without her name. */
export const downloadLotPaper = route({
  method: 'GET',
  path: '/market/lots/:id/paper',
  action: 'market.read-work',
  input: z.object({ id: Id, kind: PaperKind.default('kit') }),
  output: FileBytes,
  refusals: ['platform.not-found', 'market.slip-too-early'],
  download: true,
})
/** An order ends when nothing of it is open: no lot, no material, no rial (livelihood.md I4). */
export const endOrder = route({
  method: 'POST',
  path: '/market/orders/:id/end',
  action: 'market.end-order',
  input: z.object({ id: Id, version: Version, to: z.enum(['closed', 'cancelled']), reason: text({ min: 5, max: 400 }) }),
  output: z.object({ id: Id, state: z.string(), version: z.number().int() }),
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'market.no-such-order-move',
    'market.lots-open',
    'market.material-open',
    'market.money-open',
  ],
  subject: ({ id }) => ({ type: 'order', id }),
})
export const Realisation = z.object({
  pledgeId: Id,
  title: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  unit: z.string(),
  /** In the unit of the promise. */
  promised: z.number().int(),
  called: z.number().int(),
  refused: z.number().int(),
  /** In pieces, over the orders it led to. */
  ordered: z.number().int(),
  delivered: z.number().int(),
  accepted: z.number().int(),
  owedRial: z.number().int(),
  paidRial: z.number().int(),
  /** Of the payment that is latest; nothing when none is late. */
  daysLate: z.number().int(),
  dueOn: Day,
})
export type Realisation = z.infer<typeof Realisation>
/** What became of each promise to buy until today: for the office all, for a holding its own. No lot and no woman. */
export const readRealisation = route({
  method: 'GET',
  path: '/market/realisation',
  action: 'market.read-realisation',
  input: z.object({}),
  output: z.object({ at: Instant, pledges: z.array(Realisation) }),
  refusals: [],
})
