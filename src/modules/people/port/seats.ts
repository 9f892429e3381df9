import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'

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
