import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { dayIn, TEHRAN } from '../../../platform/time.ts'
import { SupportSource, SupportStatus } from '../contract/support.ts'
import { type Told, toldByKeyedRows } from '../rules/support.ts'

export interface Sender {
  readonly planId: string
  readonly organisationId: string
  readonly accountId: string
  readonly counties: readonly string[]
  readonly at: Date
  readonly newId: () => string
}
/** Keeps a body's rows as keys, and the list itself when it is whole. Nothing is compared here: the body's request meets no row about a woman. */
export async function insertSupportRows(
  tx: Tx,
  sender: Sender,
  rows: readonly { readonly index: Buffer; readonly status: string; readonly since: string | null }[],
): Promise<void> {
  const { planId, organisationId, accountId, at, newId } = sender
  for (let start = 0; start < rows.length; start += 1000)
    await tx
      .insertInto('enrolment.support_row')
      .values(
        rows.slice(start, start + 1000).map((row) => ({
          plan_id: planId,
          id: newId(),
          organisation_id: organisationId,
          national_id_index: row.index,
          status: row.status,
          since: row.since,
          told_at: at,
          account_id: accountId,
        })),
      )
      .execute()
}
export async function insertWholeList(tx: Tx, sender: Sender, rowCount: number): Promise<void> {
  const { planId, organisationId, accountId, counties, at, newId } = sender
  await tx
    .insertInto('enrolment.support_list')
    .values({
      plan_id: planId,
      id: newId(),
      organisation_id: organisationId,
      counties: [...counties],
      row_count: rowCount,
      told_at: at,
      account_id: accountId,
    })
    .execute()
}
/** A bounded piece of what bodies told before this instant; answers how much went. What a decision rested on stays with the decision. */
export async function forgetTold(tx: Tx, planId: string, before: Date): Promise<number> {
  return beyondReach(tx, async () => {
    await tx.deleteFrom('enrolment.support_list').where('plan_id', '=', planId).where('told_at', '<', before).execute()
    const old = await tx
      .deleteFrom('enrolment.support_row')
      .where('plan_id', '=', planId)
      .where('id', 'in', (select) =>
        select
          .selectFrom('enrolment.support_row')
          .select('id')
          .where('plan_id', '=', planId)
          .where('told_at', '<', before)
          .limit(FORGOTTEN_AT_ONCE),
      )
      .executeTakeFirst()
    return Number(old.numDeletedRows)
  })
}
export const FORGOTTEN_AT_ONCE = 5_000
export async function isSupportBody(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx.selectFrom('partners.organisation').select('is_support_body').where('id', '=', organisationId).executeTakeFirst()
  return row?.is_support_body === true
}
/** Support bodies that take part in a county on a day: each has to have spoken before nobody is said to cover her. */
export async function listSupportBodies(tx: Tx, { countyCode, day }: { readonly countyCode: string; readonly day: string }) {
  const { rows } = await sql<{ id: string; name: string }>`
    select organisation.id, organisation.name_fa as name from partners.organisation organisation
    where organisation.is_support_body and exists (select from partners.membership membership
      where membership.organisation_id = organisation.id and membership.valid_from <= ${day}
        and (membership.valid_to is null or membership.valid_to >= ${day})
        and (cardinality(membership.counties) = 0 or ${countyCode} = any (membership.counties)))
    order by organisation.id limit 50`.execute(tx)
  return rows
}
export interface AboutHer {
  readonly planId: string
  readonly personId: string
  readonly countyCode: string
  readonly nationalIdIndex: Buffer | null
}
/** All that support bodies have told of her, in the order they told it: answers to named enquiries, kept periods, and keyed rows compared here, by the office. */
export async function listTold(tx: Tx, { planId, personId, countyCode, nationalIdIndex }: AboutHer): Promise<readonly Told[]> {
  const { periods, rows, lists } = await beyondReach(tx, async () => ({
    periods: await tx
      .selectFrom('enrolment.support_period')
      .select(['organisation_id', 'status', 'since', 'source', 'letter_number', 'known_at'])
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .where('source', '=', 'enquiry')
      .orderBy('known_at')
      .limit(200)
      .execute(),
    rows:
      nationalIdIndex === null
        ? []
        : await tx
            .selectFrom('enrolment.support_row')
            .select(['organisation_id', 'status', 'since', 'told_at'])
            .where('plan_id', '=', planId)
            .where('national_id_index', '=', nationalIdIndex)
            .orderBy('told_at')
            .limit(500)
            .execute(),
    lists: await newestWholeLists(tx, planId, countyCode),
  }))
  const keyed = toldByKeyedRows(
    rows.map((row) => ({
      organisationId: row.organisation_id,
      status: SupportStatus.parse(row.status),
      since: row.since,
      ...when(row.told_at),
    })),
    nationalIdIndex === null ? [] : lists.map((list) => ({ organisationId: list.organisation_id, ...when(list.told_at) })),
  )
  const answered = periods.map((row) => ({
    organisationId: row.organisation_id,
    status: SupportStatus.parse(row.status),
    since: row.since,
    source: SupportSource.parse(row.source),
    letterNumber: row.letter_number,
    knownOn: dayIn(TEHRAN, row.known_at),
    toldAt: row.known_at.getTime(),
  }))
  return [...keyed, ...answered].sort((a, b) => a.toldAt - b.toldAt)
}
function when(at: Date) {
  return { toldAt: at.getTime(), knownOn: dayIn(TEHRAN, at) }
}
/** The last whole list of each body for a county. */
async function newestWholeLists(tx: Tx, planId: string, countyCode: string) {
  const { rows } = await sql<{ organisation_id: string; told_at: Date }>`
    select organisation_id, max(told_at) as told_at from enrolment.support_list
    where plan_id = ${planId} and ${countyCode} = any (counties) group by organisation_id limit 50`.execute(tx)
  return rows
}
/** Periods her file keeps, in the order they were told. */
export async function listKeptPeriods(tx: Tx, personId: string) {
  const { rows } = await sql<{
    organisation_id: string
    name: string
    status: string
    since: string | null
    source: string
    letter_number: string | null
    known_at: Date
  }>`
    select period.organisation_id, organisation.name_fa as name, period.status, period.since, period.source, period.letter_number, period.known_at
    from enrolment.support_period period join partners.organisation organisation on organisation.id = period.organisation_id
    where period.person_id = ${personId} order by period.known_at, period.id limit 200`.execute(tx)
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    organisationName: row.name,
    status: SupportStatus.parse(row.status),
    since: row.since,
    source: SupportSource.parse(row.source),
    letterNumber: row.letter_number,
    knownOn: dayIn(TEHRAN, row.known_at),
  }))
}
type Scope = Readonly<{ plan_id: string; person_id: string; county_code: string; barred: string[]; assigned: string[] }>
/** Keeps what keyed rows said of her at a decision as dated periods of her file; what it already holds as the body's last word is not repeated. */
export async function keepPeriods(
  tx: Tx,
  scope: Scope,
  { told, at, newId }: { readonly told: readonly Told[]; readonly at: Date; readonly newId: () => string },
): Promise<void> {
  const { rows } = await sql<{ organisation_id: string; status: string }>`
    select distinct on (organisation_id) organisation_id, status from enrolment.support_period
    where person_id = ${scope.person_id} order by organisation_id, known_at desc`.execute(tx)
  const fresh = told.filter(
    (one) => one.source === 'keyed-rows' && !rows.some((row) => row.organisation_id === one.organisationId && row.status === one.status),
  )
  if (fresh.length === 0) return
  await tx
    .insertInto('enrolment.support_period')
    .values(
      fresh.map((one) => ({
        ...scope,
        id: newId(),
        organisation_id: one.organisationId,
        status: one.status,
        since: one.since,
        source: one.source,
        known_at: at,
      })),
    )
    .execute()
}
