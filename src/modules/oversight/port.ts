import type { Tx } from '../../platform/db.ts'
import { namesOf } from '../partners/port.ts'
import { countDeliverables, listWaiting } from './store/deliverables.ts'
import { type GrievanceFacts, listFacts } from './store/grievance-figures.ts'
import { countNotices } from './store/notices.ts'
import * as resolutions from './store/resolutions.ts'
import { findNextVisit } from './store/visit-figures.ts'

/** What the sheet of a county says of oversight on a day, counted where it stands; in any unit of work that may read the county. No name, no file. */
export interface CountySheetFacts {
  readonly deliverables: {
    readonly all: number
    /** Accepted or paid for. */
    readonly taken: number
    /** Handed in; the governorate accepts or returns. */
    readonly toAnswer: number
    readonly returned: number
    readonly overdue: number
    /** The next day something is due from the executor; null when nothing is. */
    readonly nextDueOn: string | null
    /** What the governorate has to accept or return, the longest waiting first. */
    readonly waiting: readonly { readonly title: string; readonly handedInOn: string }[]
  }
  readonly notices: { readonly open: number; readonly overdue: number }
  /** Not confirmed, reported to the secretariat, past their day. */
  readonly resolutions: { readonly open: number; readonly reported: number; readonly overdue: number }
  readonly overdueByAgency: readonly OverdueAgency[]
  /** The next visit that stands; null while none is planned. */
  readonly nextVisitOn: string | null
}
export interface OverdueAgency {
  readonly organisationId: string
  readonly agencyName: string
  readonly overdue: number
  readonly oldestDueOn: string
}
/** Agencies with resolutions past their day, most first, in a county or in all the reader may see. */
export async function listOverdueByAgency(
  tx: Tx,
  of: { readonly day: string; readonly countyCode?: string | undefined },
): Promise<readonly OverdueAgency[]> {
  const agencies = await resolutions.listOverdueByAgency(tx, of)
  const names = await namesOf(
    tx,
    agencies.map(({ organisationId }) => organisationId),
  )
  return agencies.map((one) => ({ ...one, agencyName: names.get(one.organisationId) ?? '' }))
}
export async function findCountySheetFacts(
  tx: Tx,
  { countyCode, day }: { readonly countyCode: string; readonly day: string },
): Promise<CountySheetFacts> {
  return {
    deliverables: { ...(await countDeliverables(tx, countyCode, day)), waiting: await listWaiting(tx, countyCode) },
    notices: await countNotices(tx, countyCode, day),
    resolutions: await resolutions.countResolutions(tx, countyCode, day),
    overdueByAgency: await listOverdueByAgency(tx, { day, countyCode }),
    nextVisitOn: (await findNextVisit(tx, { countyCode, today: day }))?.plannedOn ?? null,
  }
}
export { oversightOnBoard } from './store/board-parts.ts'
export type { GrievanceFacts } from './store/grievance-figures.ts'
/** Complaints by desk and county in numbers, over all desks and whoever asks; whoever shows them hides what is under ten. */
export async function listGrievanceFacts(
  tx: Tx,
  asked: { readonly planId: string; readonly today: string },
): Promise<readonly GrievanceFacts[]> {
  return listFacts(tx, asked.planId, asked.today)
}
