import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { sql, type Tx } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import { queueMessageWhere } from '../../../platform/outbox.ts'
import { dayIn, TEHRAN } from '../../../platform/time.ts'
import { format } from '../../../platform/words.ts'
import { words } from '../../words.ts'
import { addressIndexOf, countFailure, forgetFailures, isLocked } from '../tries.ts'
import { claimTries, filesOfPhone, settleTries } from './files.ts'
import { matching, stretched } from './pins.ts'
import { ADDRESS_MINUTES, CODE_MINUTES, CODE_TRIES, CODES_A_DAY, CODES_AN_ADDRESS, PIN_TRIES, SECONDS_BETWEEN_CODES } from './rules.ts'

export interface Phone {
  readonly planId: string
  /** As it is kept in a file: +98 and ten digits. */
  readonly phone: string
}
const indexOf = ({ vault }: House, { planId, phone }: Phone): Buffer => vault.blindIndex(planId, 'phone', phone)
const codeHash = ({ vault }: House, index: Buffer, code: string): Buffer =>
  createHmac('sha256', vault.keyFor('her-code')).update(index).update(code).digest()
/** Tries at a phone are counted beside those at an address, under a name no address can have. */
const triesOf = (house: House, { phone }: Phone): Buffer => addressIndexOf(house, `mine:${phone}`)

/** Whether a code went out, or why it did not; every reason is one of asking and none of whether the phone is known. */
export type Asked = { readonly demoCode: string | null } | 'too-soon' | 'enough-today' | 'address-resting'
/**
 * Sends a code where a file of this phone may be entered and takes messages there, and does the very same without sending where there is none: the
 * same statements, the same answer. In the marked demonstration, where many look at one woman, nothing is counted and the code is handed back, to be
 * shown.
 */
export async function askForCode(house: House, phone: Phone, address: string): Promise<Asked> {
  const { planId, phone: to } = phone
  const index = indexOf(house, phone)
  const now = house.clock()
  const isCounted = house.mode === 'real'
  const code = Array.from(house.randomBytes(6), (byte) => byte % 10).join('')
  const text = format(words['her-code-text'].message, 'fa', { code: inPersian(code) })
  return house.door.asOwner(async (tx) => {
    if (isCounted && !(await mayAskFrom(tx, addressIndexOf(house, `mine from ${address}`), now))) return 'address-resting'
    const kept = { index, hash: codeHash(house, index, code), now }
    if (!(await keepCode(tx, kept, isCounted))) return whyNoCode(tx, index)
    // Whose phone it is decides as for every message: one that is shared or a neighbour's gets none (roles.md §3.4, §3.5).
    const takesMessages = sql<boolean>`exists (select from ${filesOfPhone(planId, index)} and contact.may_message and contact.whose_phone = 'own')`
    await queueMessageWhere(tx, house, { planId, template: 'access.her-code', channel: 'sms', to, text }, takesMessages)
    return { demoCode: isCounted ? null : code }
  })
}
const inPersian = (code: string): string => code.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit)
/** Counts one more asking from an address; false once there were too many. One statement, so that of many at once none is lost. */
async function mayAskFrom(tx: Tx, address: Buffer, now: Date): Promise<boolean> {
  const earliest = new Date(now.getTime() - ADDRESS_MINUTES * 60_000)
  await tx.deleteFrom('auth.her_asking').where('began_at', '<=', earliest).where('address_index', '<>', address).execute()
  const { rows } = await sql<{ asked: number }>`insert into auth.her_asking as counted (address_index, began_at, asked)
    values (${address}, ${now}, 1)
    on conflict (address_index) do update set asked = case when counted.began_at <= ${earliest} then 1 else counted.asked + 1 end,
      began_at = case when counted.began_at <= ${earliest} then excluded.began_at else counted.began_at end
    returning asked`.execute(tx)
  return (rows[0]?.asked ?? 0) <= CODES_AN_ADDRESS
}
interface Kept {
  readonly index: Buffer
  readonly hash: Buffer
  readonly now: Date
}
/** Keeps the newest code of a phone; false when one went out a moment ago or enough went out today. */
async function keepCode(tx: Tx, { index, hash, now }: Kept, isCounted: boolean): Promise<boolean> {
  const earliest = new Date(now.getTime() - SECONDS_BETWEEN_CODES * 1000)
  const morning = morningOf(now)
  const { rows } = await sql`insert into auth.her_code as kept (number_index, code_hash, sent_at) values (${index}, ${hash}, ${now})
    on conflict (number_index) do update set code_hash = excluded.code_hash, sent_at = excluded.sent_at, tries = 0, used_at = null,
      sent_today = case when kept.sent_at < ${morning} then 1 else kept.sent_today + 1 end
    where not ${isCounted}::boolean or (kept.sent_at <= ${earliest} and (kept.sent_at < ${morning} or kept.sent_today < ${CODES_A_DAY}))
    returning 1 as kept`.execute(tx)
  return rows.length > 0
}
async function whyNoCode(tx: Tx, index: Buffer): Promise<'too-soon' | 'enough-today'> {
  const kept = await tx.selectFrom('auth.her_code').select('sent_today').where('number_index', '=', index).executeTakeFirstOrThrow()
  return kept.sent_today < CODES_A_DAY ? 'too-soon' : 'enough-today'
}
const morningOf = (now: Date): Date => new Date(`${dayIn(TEHRAN, now)}T00:00:00+03:30`)

export interface Given extends Phone {
  readonly code: string
  readonly pin: string
}
/**
 * Opens her pages for the code of her phone and her number together; undefined for whatever is not right, and nothing says what it was. Every try is
 * counted before it is compared. A phone with too many wrong tries rests for a while, known or not.
 */
export async function enter(house: House, given: Given): Promise<{ readonly token: string } | 'resting' | undefined> {
  const { planId, code, pin } = given
  const [index, tries, now] = [indexOf(house, given), triesOf(house, given), house.clock()]
  const made = await stretched(house, pin)
  return house.door.asOwner(async (tx) => {
    if (await isLocked(tx, tries, now)) return 'resting'
    const isCodeRight = await tryCode(tx, { index, hash: codeHash(house, index, code), now })
    const tried = await claimTries(tx, { planId, phoneIndex: index, most: PIN_TRIES, isCodeRight })
    const right = matching(house, planId, tried, made)
    await settleTries(tx, { planId, tried, right, most: PIN_TRIES, at: now })
    if (right === undefined) {
      await countFailure(tx, tries, now)
      return undefined
    }
    await forgetFailures(tx, tries)
    await tx.updateTable('auth.her_code').set({ used_at: now }).where('number_index', '=', index).execute()
    return { token: await openSession(tx, house, { planId, personId: right, at: now }) }
  })
}
async function tryCode(
  tx: Tx,
  { index, hash, now }: { readonly index: Buffer; readonly hash: Buffer; readonly now: Date },
): Promise<boolean> {
  const oldest = new Date(now.getTime() - CODE_MINUTES * 60_000)
  const row = await tx
    .updateTable('auth.her_code')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('number_index', '=', index)
    .where('used_at', 'is', null)
    .where('sent_at', '>', oldest)
    .where('tries', '<', CODE_TRIES)
    .returning('code_hash')
    .executeTakeFirst()
  return row !== undefined && timingSafeEqual(row.code_hash, hash)
}
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
/** One device: whoever enters shuts her pages wherever else they were open. */
async function openSession(
  tx: Tx,
  { randomBytes, newId }: House,
  { planId, personId, at }: { readonly planId: string; readonly personId: string; readonly at: Date },
): Promise<string> {
  const token = Buffer.from(randomBytes(32)).toString('base64url')
  const fresh = { token_hash: tokenHash(token), id: newId(), began_at: at, seen_at: at, money_until: null }
  await tx
    .insertInto('auth.her_session')
    .values({ plan_id: planId, person_id: personId, ...fresh })
    .onConflict((clash) => clash.columns(['plan_id', 'person_id']).doUpdateSet(fresh))
    .execute()
  return token
}
/** Her quick way out: nothing of the session is left. */
export async function leave({ door }: Pick<House, 'door'>, token: string): Promise<void> {
  await door.asOwnerOnce((tx) => tx.deleteFrom('auth.her_session').where('token_hash', '=', tokenHash(token)).execute())
}
