import { sql, type Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/refusal.ts'
import type { ParameterName, ParameterValue } from './contract.ts'
import { effectiveOn, isInForce, shapedValue } from './rules.ts'
import { listEditions, listParameterRows, listPilotCounties, listQuotaRows } from './store.ts'

/** A parameter as a decision keeps it: the value used, and the letter it rests on. */
export interface ParameterUsed<Name extends ParameterName> {
  readonly id: string
  readonly name: Name
  readonly value: ParameterValue<Name>
  readonly unit: string
  readonly letterNumber: string
  readonly letterDate: string
}
/** The value of a parameter in force on a day for a county; undefined when no letter covers that day. */
export async function findParameterOn<Name extends ParameterName>(
  tx: Tx,
  name: Name,
  { day, countyCode = null }: { readonly day: string; readonly countyCode?: string | null },
): Promise<ParameterUsed<Name> | undefined> {
  const row = effectiveOn(await listParameterRows(tx, name), day, countyCode)
  const value = row === undefined ? undefined : shapedValue(name, row.value)
  if (row === undefined || value === undefined) return undefined
  return { id: row.id, name, value, unit: row.unit, letterNumber: row.letterNumber, letterDate: row.letterDate }
}
/** The same, where nothing can be decided without it. Refuses `plan.parameter-missing`. */
export async function parameterOn<Name extends ParameterName>(
  tx: Tx,
  name: Name,
  on: { readonly day: string; readonly countyCode?: string | null },
): Promise<ParameterUsed<Name>> {
  return (await findParameterOn(tx, name, on)) ?? refuse('plan.parameter-missing', { name })
}
/** Places of a county on a day; none without a letter. Locks the county's quota rows against a change in the same moment. */
export async function lockQuotaOn(tx: Tx, countyCode: string, day: string): Promise<number> {
  await sql`select 1 from plan.quota where county_code = ${countyCode} for update`.execute(tx)
  return (await quotaOn(tx, countyCode, day)) ?? 0
}
/** Places of a county on a day; undefined when no letter covers it. */
export async function quotaOn(tx: Tx, countyCode: string, day: string): Promise<number | undefined> {
  return effectiveOn(await listQuotaRows(tx, countyCode), day, countyCode)?.places
}
export async function isPilotCounty(tx: Tx, countyCode: string, day: string): Promise<boolean> {
  return (await listPilots(tx, day)).includes(countyCode)
}
/** Whether the plan has an edition of this number, in force or to come. */
export async function hasEdition(tx: Tx, number: number): Promise<boolean> {
  return (await listEditions(tx)).some((edition) => edition.number === number)
}
/** The day on which the plan began. */
export async function planStart(tx: Tx, planId: string): Promise<string> {
  const { started_on: startedOn } = await tx
    .selectFrom('plan.plan')
    .select('started_on')
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow()
  return startedOn
}
/** The plan in which citizens read: the one that runs, or the first there is. */
export async function findOpenPlan(tx: Tx): Promise<string | null> {
  const row = await tx
    .selectFrom('plan.plan')
    .select('plan_id')
    .orderBy('ended_on', 'desc')
    .orderBy('started_on')
    .limit(1)
    .executeTakeFirst()
  return row?.plan_id ?? null
}
/** The counties the plan works in on a day. */
export async function listPilots(tx: Tx, day: string): Promise<readonly string[]> {
  const rows = await listPilotCounties(tx)
  return rows.filter((row) => isInForce({ validFrom: row.since, validTo: row.until }, day)).map((row) => row.countyCode)
}
