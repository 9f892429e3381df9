import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { OutOfTurnReason } from '../contract/queue.ts'
import type { Case } from './cases.ts'
import { countHidden } from './counters.ts'
import { readScope } from './scope.ts'

/** Ids of a county's queue in its order: tier, day of registration, file number (rules/queue.ts). */
export async function listQueue(tx: Tx, countyCode: string, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('enrolment.case')
    .select('id')
    .where('county_code', '=', countyCode)
    .where('position', '=', 'queued')
    .where('joined_to', 'is', null)
    .orderBy('tier')
    .orderBy('registered_on')
    .orderBy('file_number')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
/** Offers of a county that wait for an answer, the one due first on top. */
export async function listOffers(tx: Tx, countyCode: string, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('enrolment.case')
    .select('id')
    .where('county_code', '=', countyCode)
    .where('position', '=', 'place-granted')
    .where('deadline_on', 'is not', null)
    .where('joined_to', 'is', null)
    .orderBy('deadline_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
/** Registered cases that wait for a decision, the longest waiting first; a page begins after a key `day/id`. */
export async function listUndecided(
  tx: Tx,
  { countyCode, limit, after }: { readonly countyCode?: string | undefined; readonly limit: number; readonly after?: string | undefined },
): Promise<readonly string[]> {
  let query = tx
    .selectFrom('enrolment.case')
    .select('id')
    .where('position', '=', 'registered')
    .where('joined_to', 'is', null)
    .orderBy('registered_on')
    .orderBy('id')
    .limit(limit + 1)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  const [day, id] = (after ?? '').split('/')
  if (day !== undefined && id !== undefined) query = query.where(sql<boolean>`(registered_on, id) > (${day}::date, ${id}::uuid)`)
  return (await query.execute()).map((row) => row.id)
}
/** Places granted in a county, and how many units of quota came or went with women who moved. */
export async function readPlaceCount(tx: Tx, countyCode: string): Promise<{ readonly granted: number; readonly moved: number }> {
  const row = await tx
    .selectFrom('enrolment.place_count')
    .select(['granted', 'moved'])
    .where('county_code', '=', countyCode)
    .executeTakeFirst()
  return row ?? { granted: 0, moved: 0 }
}
/** Places held today in each county of the reader. */
export async function listPlacesHeld(tx: Tx): Promise<{ countyCode: string; held: number }[]> {
  return tx.selectFrom('enrolment.place_count').select(['county_code as countyCode', 'granted as held']).orderBy('county_code').execute()
}
export async function readOutOfTurnCount(tx: Tx, planId: string, countyCode: string): Promise<number> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.decision_count')
      .select('n')
      .where('plan_id', '=', planId)
      .where('county_code', '=', countyCode)
      .where('kind', '=', 'out-of-turn')
      .executeTakeFirst(),
  )
  return row?.n ?? 0
}
/** How many stand in line in a county, from the counters. */
export async function countWaiting(tx: Tx, countyCode: string): Promise<number> {
  const row = await tx
    .selectFrom('enrolment.counter')
    .select((select) => select.fn.sum<number | null>('n').as('n'))
    .where('county_code', '=', countyCode)
    .where('position', '=', 'queued')
    .executeTakeFirst()
  return (row?.n ?? 0) - ((await countHidden(tx)).get(`${countyCode} queued`) ?? 0)
}
/** She takes the place: the day to answer by is over, the position stays. */
export async function closeOffer(tx: Tx, one: Case): Promise<Case> {
  await beyondReach(tx, () =>
    tx
      .updateTable('enrolment.case')
      .set((set) => ({ deadline_on: null, version: set('version', '+', 1) }))
      .where('plan_id', '=', one.planId)
      .where('id', '=', one.id)
      .execute(),
  )
  return { ...one, deadlineOn: null, version: one.version + 1 }
}
/** A new decision puts a waiting case into another tier; her day of registration stays. */
export async function changeTier(tx: Tx, one: Case, tier: number): Promise<Case> {
  await beyondReach(tx, () =>
    tx
      .updateTable('enrolment.case')
      .set((set) => ({ tier, version: set('version', '+', 1) }))
      .where('plan_id', '=', one.planId)
      .where('id', '=', one.id)
      .execute(),
  )
  return { ...one, tier, version: one.version + 1 }
}
/** Takes one place if one is free, units of quota that moved included: one conditional statement, so that of 200 at one place exactly one succeeds. */
export async function takePlace(
  tx: Tx,
  { planId, countyCode, places }: { readonly planId: string; readonly countyCode: string; readonly places: number },
): Promise<boolean> {
  const { rows } = await sql`insert into enrolment.place_count (plan_id, county_code, granted) select ${planId}, ${countyCode}, 1
      where ${places}::int > 0 or exists (select from enrolment.place_count where plan_id = ${planId} and county_code = ${countyCode})
    on conflict (plan_id, county_code) do update set granted = enrolment.place_count.granted + 1 where enrolment.place_count.granted < ${places}::int + enrolment.place_count.moved
    returning granted`.execute(tx)
  return rows.length > 0
}
/** Marks that a case holds a place nobody has begun to use. */
export async function holdPlace(tx: Tx, { planId, id }: Pick<Case, 'planId' | 'id'>): Promise<void> {
  await beyondReach(tx, () =>
    tx.updateTable('enrolment.case').set({ holds_place: true }).where('plan_id', '=', planId).where('id', '=', id).execute(),
  )
}
/** Ends the holding of a place, once: freed, it goes back to the county it is counted in; used, it stays counted there. Does nothing for a case that holds none. */
export async function releasePlace(tx: Tx, { planId, id }: Pick<Case, 'planId' | 'id'>, becomes: 'used' | 'freed'): Promise<void> {
  await beyondReach(tx, async () => {
    const { rows } = await sql<{ granted_by: string }>`update enrolment."case" held set holds_place = false,
      place_county = ${becomes === 'used' ? sql`coalesce(before.place_county, before.county_code)` : sql`null`}
      from enrolment."case" before where before.plan_id = held.plan_id and before.id = held.id
      and held.plan_id = ${planId} and held.id = ${id} and held.holds_place returning coalesce(before.place_county, before.county_code) as granted_by`.execute(
      tx,
    )
    const [held] = rows
    if (held === undefined || becomes === 'used') return
    await sql`update enrolment.place_count set granted = granted - 1
      where plan_id = ${planId} and county_code = ${held.granted_by} and granted > 0`.execute(tx)
  })
}

export async function insertOutOfTurn(
  tx: Tx,
  one: Case,
  made: {
    readonly id: string
    readonly reason: string
    readonly letterNumber: string
    readonly letterDate: string
    readonly proposedBy: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('enrolment.out_of_turn')
    .values({
      ...(await readScope(tx, one)),
      id: made.id,
      case_id: one.id,
      reason: made.reason,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      proposed_by: made.proposedBy,
      proposed_at: made.at,
      state: 'proposed',
    })
    .execute()
}
/** Proposals that wait for a second person, the oldest first, with their file numbers. */
export async function listOutOfTurn(tx: Tx, limit: number) {
  const rows = await tx
    .selectFrom('enrolment.out_of_turn as proposal')
    .innerJoin('enrolment.case as file', (join) =>
      join.onRef('file.plan_id', '=', 'proposal.plan_id').onRef('file.id', '=', 'proposal.case_id'),
    )
    .select([
      'proposal.id',
      'proposal.case_id',
      'file.file_number',
      'proposal.county_code',
      'proposal.reason',
      'proposal.letter_number',
      'proposal.letter_date',
      'proposal.proposed_at',
      'proposal.proposed_by',
      'proposal.version',
    ])
    .where('proposal.state', '=', 'proposed')
    .orderBy('proposal.proposed_at')
    .orderBy('proposal.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, reason: OutOfTurnReason.parse(row.reason) }))
}
export async function lockOutOfTurn(tx: Tx, id: string) {
  return tx.selectFrom('enrolment.out_of_turn').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
export async function settleOutOfTurn(
  tx: Tx,
  made: { readonly id: string; readonly isGranted: boolean; readonly accountId: string; readonly at: Date; readonly version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('enrolment.out_of_turn')
    .set((set) => ({
      state: made.isGranted ? 'granted' : 'refused',
      settled_by: made.accountId,
      settled_at: made.at,
      version: set('version', '+', 1),
    }))
    .where('id', '=', made.id)
    .where('version', '=', made.version)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
