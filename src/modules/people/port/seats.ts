import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import type { IncomeBand, WorkLimit } from '../contract/limits.ts'
import { hasConsented, isGoodHour } from '../rules.ts'
import { listConsents } from '../store/consents.ts'
import { findContact, type Whose } from '../store/file.ts'
import { findMeans, putIncomeBand, putLimits } from '../store/means.ts'

/** What a member of a panel may know of a woman besides her file number (roles.md §2, «se»), and the key to seal what is said. */
export interface Seated {
  readonly personId: string
  readonly givenName: string
  readonly householdSize: number | null
  readonly careHours: number | null
  readonly settlement: string | null
  readonly isGroundVerified: boolean
  readonly key: Buffer
}
interface Row {
  readonly id: string
  readonly wrapped_key: Buffer
  readonly given_name: string
  readonly size: number | null
  readonly care_hours: number | null
  readonly settlement: string | null
  readonly is_verified: boolean
}
/**
 * Lends a panel what its seats give. The caller has found the member's own seat in this unit of work: the database shows a seat on its days only.
 * Whoever was erased is not among the answers.
 */
export async function lendToSeats(
  tx: Tx,
  { house, planId, personIds }: { readonly house: House; readonly planId: string; readonly personIds: readonly string[] },
): Promise<ReadonlyMap<string, Seated>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await beyondReach(tx, () =>
    sql<Row>`
      select person.id, person.wrapped_key, identity.given_name, household.size, household.care_hours, address.settlement,
        exists (select from people.ground ground where ground.plan_id = person.plan_id and ground.person_id = person.id and ground.verified_on is not null) as is_verified
      from people.person person
      join people.identity identity on identity.plan_id = person.plan_id and identity.person_id = person.id
      left join people.household household on household.plan_id = person.plan_id and household.person_id = person.id
      left join people.address address on address.plan_id = person.plan_id and address.person_id = person.id
      where person.plan_id = ${planId} and person.id = any (${[...personIds]}::uuid[]) and person.wrapped_key is not null`.execute(tx),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        personId: row.id,
        givenName: row.given_name,
        householdSize: row.size,
        careHours: row.care_hours,
        settlement: row.settlement,
        isGroundVerified: row.is_verified,
        key: house.vault.unwrap(planId, row.id, row.wrapped_key),
      },
    ]),
  )
}

/** The scope columns of her file for a row written from a seat, whose reach is the conversation and not the file. */
async function scopeOf(tx: Tx, { planId, personId }: Whose) {
  return tx
    .selectFrom('people.person')
    .select(['plan_id', 'county_code', 'shared_with', 'barred', 'assigned'])
    .where('plan_id', '=', planId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
}
/** Her limits at work, for whoever sits in the room with her; of her income nothing but whether a band stands there, which a seat writes and never reads. */
export async function lendMeans(
  tx: Tx,
  { key, whose }: { readonly key: Buffer; readonly whose: Whose },
): Promise<{ readonly limits: readonly WorkLimit[] | null; readonly isIncomeWritten: boolean }> {
  const { limits, incomeBand } = await beyondReach(tx, () => findMeans(tx, key, whose))
  return { limits, isIncomeWritten: incomeBand !== null }
}
/** Keeps what she said from her seat: the word of the day stands over what stood. */
export async function keepMeans(
  tx: Tx,
  { key, whose, at }: { readonly key: Buffer; readonly whose: Whose; readonly at: Date },
  said: { readonly limits: readonly WorkLimit[] | null; readonly incomeBand: IncomeBand | null },
): Promise<void> {
  await beyondReach(tx, async () => {
    const scope = await scopeOf(tx, whose)
    if (said.limits !== null) await putLimits(tx, key, whose, { scope, value: said.limits, version: null, at })
    if (said.incomeBand !== null) await putIncomeBand(tx, key, whose, { scope, value: said.incomeBand, version: null, at })
  })
}
/** Why a seat does not call her: her guide does, who knows her rule. */
export type NoCall = 'no-consent' | 'no-phone' | 'not-her-phone' | 'not-her-hour'
/** The number behind the call button of a seat: her own phone, at her hours, with her consent to be called; otherwise why her guide calls instead. */
export async function lendCall(
  tx: Tx,
  { key, whose, today, hour }: { readonly key: Buffer; readonly whose: Whose; readonly today: string; readonly hour: number },
): Promise<{ readonly phone: string } | { readonly reason: NoCall }> {
  return beyondReach(tx, async () => {
    if (!hasConsented(await listConsents(tx, whose.personId), 'call-and-message', today)) return { reason: 'no-consent' }
    const contact = await findContact(tx, key, whose)
    if (contact?.phone == null) return { reason: 'no-phone' }
    if (contact.whosePhone !== 'own') return { reason: 'not-her-phone' }
    return isGoodHour(contact, hour) ? { phone: contact.phone } : { reason: 'not-her-hour' }
  })
}
