import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Position } from '../rules/case-moves.ts'

/** Counties in which there is a case at all: the days of a letter may differ from one to the other. */
export async function listCountiesOfCases(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('enrolment.counter').select('county_code').distinct().orderBy('county_code').limit(200).execute()
  return rows.map(({ county_code: countyCode }) => countyCode)
}
interface Due {
  readonly id: string
  readonly personId: string
  readonly position: Position
}
/**
 * Cases whose days are over. Never registered: entered before the day, or, once spoken with, spoken with before it and nothing said since. Refused or
 * taken back: after the day she was told then, whatever the letter says now.
 */
export async function lockDue(
  tx: Tx,
  {
    countyCode,
    today,
    before,
    limit,
  }: { readonly countyCode: string; readonly today: string; readonly before: string; readonly limit: number },
): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`select id, person_id as "personId", position from enrolment."case"
    where county_code = ${countyCode} and not is_erased and joined_to is null and (
      (registered_on is null and entered_on < ${before} and position in ('nominated', 'lost-contact', 'not-yet', 'referred-out', 'moved', 'deceased'))
      or (registered_on is null and position = 'contacted' and (since at time zone 'Asia/Tehran')::date < ${before})
      or (position in ('declined', 'withdrawn') and deadline_on < ${today}))
    order by id limit ${limit} for update skip locked`.execute(tx)
  return rows
}
/** Files joined to these: they end with the file that went on, wherever they stood. */
export async function listJoinedTo(tx: Tx, due: readonly Due[]): Promise<readonly Pick<Due, 'id' | 'personId'>[]> {
  const { rows } = await sql<Pick<Due, 'id' | 'personId'>>`with recursive joined (id, person_id) as (
      select id, person_id from enrolment."case" where joined_to = any (${due.map(({ id }) => id)}::uuid[])
      union select file.id, file.person_id from joined join enrolment."case" file on file.joined_to = joined.id)
    select id, person_id as "personId" from joined order by id`.execute(tx)
  return rows
}
/**
 * What this room keeps of an erased woman: that there was a case, where it stood and which rules were read. What they found, what bodies said of her
 * and that she was nominated go; her agency may introduce her anew.
 */
export async function blankCase(
  tx: Tx,
  { planId, id, personId }: { readonly planId: string; readonly id: string; readonly personId: string },
): Promise<void> {
  await beyondReach(tx, async () => {
    await sql`update enrolment."case" set is_erased = true where plan_id = ${planId} and id = ${id}`.execute(tx)
    await sql`update enrolment.nomination set national_id_index = null where plan_id = ${planId} and case_id = ${id}`.execute(tx)
    await sql`update enrolment.decision set rules = (select coalesce(jsonb_agg(rule || '{"value": null, "limit": null, "bodies": []}'), '[]') from jsonb_array_elements(rules) rule),
      tier_grounds = '{}' where plan_id = ${planId} and case_id = ${id}`.execute(tx)
    await sql`delete from enrolment.support_period where plan_id = ${planId} and person_id = ${personId}`.execute(tx)
    await sql`delete from enrolment.registration_draft where plan_id = ${planId} and id = ${id}`.execute(tx)
    await sql`delete from enrolment.told_fact where plan_id = ${planId} and case_id = ${id}`.execute(tx)
    await sql`update enrolment.enquiry set answer = null where plan_id = ${planId} and case_id = ${id}`.execute(tx)
  })
}
/**
 * Rows of lists that came before an instant and were never nominated: what they held goes, that there was a row and why it was refused stays. A list
 * nobody sent on in all that time is given up with it.
 */
export async function blankRowsBefore(tx: Tx, instant: Date): Promise<void> {
  await sql`update enrolment.import set state = 'cancelled', finished_at = created_at where state = 'previewed' and created_at < ${instant}`.execute(
    tx,
  )
  await sql`update enrolment.import_row held set sealed_row = null from enrolment.import list
    where list.plan_id = held.plan_id and list.id = held.import_id and held.sealed_row is not null
      and list.state <> 'running' and list.created_at < ${instant}`.execute(tx)
}
/** A list given up keeps nothing of the women on it. */
export async function blankRowsOf(tx: Tx, importId: string): Promise<void> {
  await sql`update enrolment.import_row set sealed_row = null where import_id = ${importId} and sealed_row is not null`.execute(tx)
}
