import { z } from 'zod'
import { Day, Id, maybeText, Page, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { MonthCode } from './action-plan.ts'
import { PlannedAct, SheetState } from './states.ts'

/** The figures of a county's month: acts planned and done, places by quota, and what was handed in. */
export const SheetFigures = z.object({
  acts: z.array(z.object({ act: PlannedAct, planned: z.number().int().nullable(), done: z.number().int() })),
  /** Places by letter on the last day of the month; null without one. */
  quota: z.number().int().nullable(),
  placesGiven: z.number().int(),
  deliverables: z.object({
    all: z.number().int(),
    taken: z.number().int(),
    toAnswer: z.number().int(),
    returned: z.number().int(),
    overdue: z.number().int(),
  }),
})
export type SheetFigures = z.infer<typeof SheetFigures>
export const MonthlySheet = z
  .object({
    id: Id,
    countyCode: CountyCode,
    organisationId: Id,
    executorName: z.string(),
    month: MonthCode,
    state: SheetState,
    stateSince: Day,
    note: z.string().nullable(),
    returnReason: z.string().nullable(),
    /** As they were when it was handed in. */
    figures: SheetFigures,
    version: z.number().int(),
  })
  .meta({ id: 'OversightMonthlySheet' })
export type MonthlySheet = z.infer<typeof MonthlySheet>

/** Newest month first. */
export const listSheets = route({
  method: 'GET',
  path: '/oversight/monthly-sheets',
  action: 'oversight.read-action-plan',
  input: Page.extend({ countyCode: CountyCode.optional(), state: SheetState.optional() }),
  output: z.object({ sheets: z.array(MonthlySheet), next: Id.nullable() }),
  refusals: [],
})
export const readSheet = route({
  method: 'GET',
  path: '/oversight/monthly-sheets/:id',
  action: 'oversight.read-action-plan',
  input: z.object({ id: Id }),
  output: MonthlySheet,
  refusals: ['platform.not-found'],
})
/** The executor hands a month in that is over: the figures are counted now and frozen with it. */
export const submitSheet = route({
  method: 'POST',
  path: '/oversight/monthly-sheets',
  action: 'oversight.submit-sheet',
  input: z.object({ id: Id, countyCode: CountyCode, month: MonthCode, note: maybeText(1000) }),
  output: MonthlySheet,
  refusals: ['oversight.not-own-county', 'oversight.month-not-over', 'oversight.sheet-already'],
  subject: ({ id, countyCode }) => ({ type: 'monthly-sheet', id, countyCode }),
})
const Moved = z.object({ id: Id, version: Version })
const refusals = ['platform.not-found', 'platform.version-stale', 'oversight.no-such-sheet-move']
const about = ({ id }: { readonly id: string }, { countyCode }: MonthlySheet) => ({ type: 'monthly-sheet', id, countyCode })
/** After it came back: counted and frozen anew. */
export const submitSheetAgain = route({
  method: 'POST',
  path: '/oversight/monthly-sheets/:id/submit',
  action: 'oversight.submit-sheet',
  input: Moved.extend({ note: maybeText(1000) }),
  output: MonthlySheet,
  refusals: [...refusals, 'oversight.not-your-scope'],
  subject: about,
})
export const acceptSheet = route({
  method: 'POST',
  path: '/oversight/monthly-sheets/:id/accept',
  action: 'oversight.answer-sheet',
  input: Moved,
  output: MonthlySheet,
  refusals,
  subject: about,
})
export const returnSheet = route({
  method: 'POST',
  path: '/oversight/monthly-sheets/:id/return',
  action: 'oversight.answer-sheet',
  input: Moved.extend({ reason: text({ min: 5, max: 500 }) }),
  output: MonthlySheet,
  refusals,
  subject: about,
})
