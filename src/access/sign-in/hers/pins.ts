import { createHmac, scrypt, timingSafeEqual } from 'node:crypto'
import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import { refuse } from '../../../platform/refusal.ts'
import { claimTries, numbersOfPhone, settleTries, type Tried } from './files.ts'
import { isPlainPin, isRefusedByLot, MONEY_MINUTES, PIN_TRIES } from './rules.ts'

type Vaulted = Pick<House, 'vault'>
/**
 * Four digits made dear once, whoever they belong to and however many files a phone has: ten thousand are too few to be safe by themselves, so that
 * the house's own key goes in and the data key of the woman closes it (decision 0050).
 */
export function stretched({ vault }: Vaulted, pin: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, vault.keyFor('her-pin'), 32, { N: 8192, r: 8, p: 1 }, (error, made) => {
      if (error === null) resolve(made)
      else reject(error)
    })
  })
}
const hashOf = (dataKey: Buffer, made: Buffer): Buffer => createHmac('sha256', dataKey).update(made).digest()
const keyOf = ({ vault }: Vaulted, planId: string, { personId, wrapped }: Pick<Tried, 'personId' | 'wrapped'>): Buffer =>
  vault.unwrap(planId, personId, wrapped)

/** Whose of these files the number opens: exactly one, or nobody's. */
export function matching(house: Vaulted, planId: string, tried: readonly Tried[], made: Buffer): string | undefined {
  const found = tried.filter((one) => timingSafeEqual(one.pinHash, hashOf(keyOf(house, planId, one), made)))
  return found.length === 1 ? found[0]?.personId : undefined
}
export interface Her {
  readonly planId: string
  readonly personId: string
}
/** What decides by lot whether a phone may have a number; without the house's key nobody knows which. */
export const lotOf = ({ vault }: Vaulted, phoneIndex: Buffer, pin: string): Buffer =>
  createHmac('sha256', vault.keyFor('her-pin-lot')).update(phoneIndex).update(pin).digest()
interface Setting extends Her {
  readonly pin: string
  readonly phoneIndex: Buffer
  readonly dataKey: Buffer
  readonly scope: { readonly county_code: string; readonly shared_with: string[]; readonly barred: string[]; readonly assigned: string[] }
  readonly accountId: string
  readonly at: Date
}
/** Sets her number, or refuses it in one sentence whatever the reason: too plain, drawn out by lot, or another's on the same phone. */
export async function setPin(tx: Tx, house: Vaulted, her: Setting): Promise<void> {
  const { planId, personId, pin, phoneIndex, dataKey, scope, accountId, at } = her
  const made = await stretched(house, pin)
  const neighbours = await beyondReach(tx, async () => {
    const { rows } = await sql<Tried>`select pin.person_id as "personId", pin.pin_hash as "pinHash", person.wrapped_key as wrapped
      from ${numbersOfPhone(planId, phoneIndex)} and pin.person_id <> ${personId}`.execute(tx)
    return rows
  })
  const lot = lotOf(house, phoneIndex, pin)
  const isAnothers = neighbours.some((one) => timingSafeEqual(one.pinHash, hashOf(keyOf(house, planId, one), made)))
  if (isPlainPin(pin) || isRefusedByLot(lot) || isAnothers) refuse('mine.pin-not-usable')
  const kept = { pin_hash: hashOf(dataKey, made), set_at: at, set_with: accountId, failures: 0, locked_at: null }
  await tx
    .insertInto('access.pin')
    .values({ plan_id: planId, person_id: personId, ...scope, ...kept })
    .onConflict((clash) => clash.columns(['plan_id', 'person_id']).doUpdateSet(kept))
    .execute()
  await endSessionOf(tx, her)
}
export async function findPin(tx: Tx, { personId }: Her) {
  return tx
    .selectFrom('access.pin')
    .select(['set_at as setAt', 'locked_at as lockedAt'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
}
/** Shuts her way in, or opens it again after too many tries; face to face. False when no number was ever set. */
export async function lockPin(tx: Tx, her: Her, at: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('access.pin')
    .set({ locked_at: at, failures: 0 })
    .where('person_id', '=', her.personId)
    .executeTakeFirst()
  if (at !== null) await endSessionOf(tx, her)
  return numUpdatedRows > 0n
}
async function endSessionOf(tx: Tx, { planId, personId }: Her): Promise<void> {
  await beyondReach(tx, () => tx.deleteFrom('auth.her_session').where('plan_id', '=', planId).where('person_id', '=', personId).execute())
}
/**
 * Opens what is owed to her for a few minutes when the number is hers. A wrong one counts like one at the door: it is counted in a unit of work of its
 * own, so that a refusal does not take it back.
 */
export async function openMoney(
  house: Pick<House, 'vault' | 'door'>,
  her: Her & { readonly sessionId: string; readonly pin: string; readonly at: Date },
): Promise<boolean> {
  const { planId, personId, sessionId, pin, at } = her
  const made = await stretched(house, pin)
  return house.door.asOwner(async (tx) => {
    const { rows } = await sql<{ phoneIndex: Buffer | null }>`select phone_index as "phoneIndex" from people.contact
      where plan_id = ${planId} and person_id = ${personId}`.execute(tx)
    const phoneIndex = rows[0]?.phoneIndex ?? null
    if (phoneIndex === null) return false
    const tried = await claimTries(tx, { planId, phoneIndex, most: PIN_TRIES, isCodeRight: true, personId })
    const right = matching(house, planId, tried, made)
    await settleTries(tx, { planId, tried, right, most: PIN_TRIES, at })
    const until = right === undefined ? null : new Date(at.getTime() + MONEY_MINUTES * 60_000)
    await tx.updateTable('auth.her_session').set({ money_until: until }).where('id', '=', sessionId).execute()
    return right !== undefined
  })
}
/** Whether her number was asked a moment ago. */
export async function isMoneyOpen(tx: Tx, sessionId: string, now: Date): Promise<boolean> {
  const row = await beyondReach(tx, () =>
    tx.selectFrom('auth.her_session').select('id').where('id', '=', sessionId).where('money_until', '>', now).executeTakeFirst(),
  )
  return row !== undefined
}
