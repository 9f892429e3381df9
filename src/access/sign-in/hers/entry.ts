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
import { CODE_MINUTES, CODE_TRIES, CODES_A_DAY, PIN_TRIES, SECONDS_BETWEEN_CODES } from './rules.ts'

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

/**
 * Sends a code where a file of this phone may be entered and takes messages there, and does the very same without sending where there is none: the
 * same statements, the same answer. In the marked demonstration the code is handed back, to be shown.
 */
export async function askForCode(house: House, phone: Phone): Promise<string | null> {
  const { planId, phone: to } = phone
  const index = indexOf(house, phone)
  const now = house.clock()
  const code = Array.from(house.randomBytes(6), (byte) => byte % 10).join('')
  const text = format(words['her-code-text'].message, 'fa', { code: inPersian(code) })
  return house.door.asOwner(async (tx) => {
    const isSent = await keepCode(tx, { index, hash: codeHash(house, index, code), now })
    const takesMessages = sql<boolean>`${isSent}::boolean and exists (select from ${filesOfPhone(planId, index)} and contact.may_message)`
    await queueMessageWhere(tx, house, { planId, template: 'access.her-code', channel: 'sms', to, text }, takesMessages)
    return house.mode === 'demo' && isSent ? code : null
  })
}
const inPersian = (code: string): string => code.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit)
/** Keeps the newest code of a phone; false when one went out a moment ago or enough went out today. */
async function keepCode(
  tx: Tx,
  { index, hash, now }: { readonly index: Buffer; readonly hash: Buffer; readonly now: Date },
): Promise<boolean> {
  const earliest = new Date(now.getTime() - SECONDS_BETWEEN_CODES * 1000)
  const morning = new Date(`${dayIn(TEHRAN, now)}T00:00:00+03:30`)
  const { rows } = await sql`insert into auth.her_code as kept (number_index, code_hash, sent_at) values (${index}, ${hash}, ${now})
    on conflict (number_index) do update set code_hash = excluded.code_hash, sent_at = excluded.sent_at, tries = 0, used_at = null,
      sent_today = case when kept.sent_at < ${morning} then 1 else kept.sent_today + 1 end
    where kept.sent_at <= ${earliest} and (kept.sent_at < ${morning} or kept.sent_today < ${CODES_A_DAY})
    returning 1 as kept`.execute(tx)
  return rows.length > 0
}

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
