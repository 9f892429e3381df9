import type { z } from 'zod'
import type { Tx } from '../../../platform/db.ts'
import type { planAct } from '../contract/action-plan.ts'
import { PlannedAct } from '../contract/states.ts'

export interface StoredPlanned {
  readonly id: string
  readonly act: PlannedAct
  readonly quantity: number
  readonly organisationId: string
  readonly version: number
}
interface Row {
  readonly id: string
  readonly act: string
  readonly quantity: number
  readonly organisation_id: string
  readonly version: number
}
const plannedOf = ({ id, act, quantity, organisation_id: organisationId, version }: Row): StoredPlanned => ({
  id,
  act: PlannedAct.parse(act),
  quantity,
  organisationId,
  version,
})
/** What is planned of a month: at most one line for each act. */
export async function listPlanned(tx: Tx, countyCode: string, month: string): Promise<readonly StoredPlanned[]> {
  const rows = await tx
    .selectFrom('oversight.planned_act')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('month', '=', month)
    .orderBy('act')
    .limit(50)
    .execute()
  return rows.map(plannedOf)
}
type Planned = Omit<z.output<typeof planAct.input>, 'seenVersion'>
export async function lockPlanned(tx: Tx, { countyCode, month, act }: Pick<Planned, 'countyCode' | 'month' | 'act'>) {
  const row = await tx
    .selectFrom('oversight.planned_act')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('month', '=', month)
    .where('act', '=', act)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : plannedOf(row)
}
export async function insertPlanned(tx: Tx, planId: string, made: Planned): Promise<void> {
  await tx
    .insertInto('oversight.planned_act')
    .values({
      plan_id: planId,
      id: made.id,
      county_code: made.countyCode,
      month: made.month,
      act: made.act,
      quantity: made.quantity,
      organisation_id: made.organisationId,
    })
    .execute()
}
export async function changePlanned(
  tx: Tx,
  { id, version }: StoredPlanned,
  { quantity, organisationId }: Pick<Planned, 'quantity' | 'organisationId'>,
): Promise<void> {
  await tx
    .updateTable('oversight.planned_act')
    .set({ quantity, organisation_id: organisationId, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
