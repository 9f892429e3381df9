import { sql, type Tx } from '../../../platform/db.ts'

/** Positions of a case whose file nobody opens from outside: before her yes, and after an end she or her death gave it. */
const SHUT = ['nominated', 'contacted', 'declined', 'protected', 'withdrawn', 'deceased'] as const
/** A file that may be entered: hers, consented, neither erased nor joined to another nor shut, its number set and not locked. */
export const isOpenFile = sql<boolean>`person.wrapped_key is not null and person.joined_to is null and pin.locked_at is null
  and exists (select from enrolment."case" file where file.plan_id = person.plan_id and file.person_id = person.id and file.joined_to is null
    and not file.is_erased and file.position <> all (${sql.lit(`{${SHUT.join(',')}}`)}::text[]))`
/** Every number set for a file of a phone, shut or not. */
export const numbersOfPhone = (planId: string, phoneIndex: Buffer) => sql`access.pin pin
  join people.contact contact on contact.plan_id = pin.plan_id and contact.person_id = pin.person_id and contact.phone_index = ${phoneIndex}
  join people.person person on person.plan_id = pin.plan_id and person.id = pin.person_id and person.wrapped_key is not null
  where pin.plan_id = ${planId}`
/** Those of files that may be entered. */
export const filesOfPhone = (planId: string, phoneIndex: Buffer) => sql`${numbersOfPhone(planId, phoneIndex)} and ${isOpenFile}`

export interface Tried {
  readonly personId: string
  readonly pinHash: Buffer
  readonly wrapped: Buffer
}
interface Trying {
  readonly planId: string
  readonly phoneIndex: Buffer
  readonly most: number
  /** Numbers are looked at for the holder of the right code alone; the statement is the same for everybody. */
  readonly isCodeRight: boolean
  /** One file of the phone, where it is known whose page is open. */
  readonly personId?: string
}
/** Counts a try at every file of a phone before anything is compared: many at once never get more tries than there are. */
export async function claimTries(tx: Tx, { planId, phoneIndex, most, isCodeRight, personId }: Trying): Promise<readonly Tried[]> {
  const { rows } = await sql<Tried>`with tried as (
      select pin.person_id, person.wrapped_key from ${filesOfPhone(planId, phoneIndex)} and ${isCodeRight}::boolean and pin.failures < ${most}
        and coalesce(pin.person_id = ${personId ?? null}::uuid, true)
      order by pin.person_id for update of pin)
    update access.pin kept set failures = kept.failures + 1 from tried
    where kept.plan_id = ${planId} and kept.person_id = tried.person_id and kept.failures < ${most}
    returning kept.person_id as "personId", kept.pin_hash as "pinHash", tried.wrapped_key as wrapped`.execute(tx)
  return rows
}
/** What becomes of the counted tries: hers start anew, her neighbours' are given back; where the number was nobody's, the last try locks. */
export async function settleTries(
  tx: Tx,
  { planId, tried, right, most, at }: { planId: string; tried: readonly Tried[]; right: string | undefined; most: number; at: Date },
): Promise<void> {
  const ids = tried.map(({ personId }) => personId)
  await sql`update access.pin set
      failures = case when ${right ?? null}::uuid is null then failures when person_id = ${right ?? null}::uuid then 0 else greatest(failures - 1, 0) end,
      locked_at = case when ${right ?? null}::uuid is null and failures >= ${most} then ${at}::timestamptz else locked_at end
    where plan_id = ${planId} and person_id = any (${ids}::uuid[])`.execute(tx)
}
