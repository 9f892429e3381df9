import type { Tx } from '../../platform/db.ts'
import { measuredCell } from './api/given.ts'
import { isBraked, type Standing } from './rules/cell.ts'

/** How an occupation stands in a county on a day, without any number: whether more of it is wanted, and whether new training places of it wait. */
export interface OccupationStanding {
  readonly standing: Standing
  readonly isBraked: boolean
}
/** For later rooms and for `src/app`; pathways and matching come earlier and do not know it. Callable by whoever may read pledges. */
export async function findStanding(
  tx: Tx,
  asked: { readonly planId: string; readonly today: string; readonly countyCode: string; readonly fieldCode: string },
): Promise<OccupationStanding> {
  const { cell } = await measuredCell(tx, asked, asked)
  return { standing: cell.standing, isBraked: isBraked(cell.standing) }
}
