import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { sql, type Tx } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import { queueMessageWhere } from '../../../platform/outbox.ts'
import { format } from '../../../platform/words.ts'
import { words } from '../../words.ts'
import { addressIndexOf } from '../tries.ts'
import { claimTries, filesOfPhone, settleTries } from './files.ts'
import { matching, stretched } from './pins.ts'
import {
  ADDRESS_MINUTES,
  CODE_MINUTES,
  CODES_AN_ADDRESS,
  FORGET_HOURS,
  networkOf,
  PIN_TRIES,
  TRIES_A_PHONE,
  TRIES_AN_ADDRESS,
} from './rules.ts'

export interface Phone {
  readonly planId: string
  /** As it is kept in a file: +98 and ten digits. */
  readonly phone: string
}
const indexOf = ({ vault }: House, { planId, phone }: Phone): Buffer => vault.blindIndex(planId, 'phone', phone)
/** Six digits that follow from what is kept for a phone and from a key that is not kept beside it. */
function codeOf({ vault }: House, index: Buffer, nonce: Buffer): string {
  const made = createHmac('sha256', vault.keyFor('her-code')).update(index).update(nonce).digest()
  return String(Number(made.readBigUInt64BE() % 1_000_000n)).padStart(6, '0')
}
export interface From {
  /** The network address of whoever asks. */
  readonly address: string
}
/** A code was asked for, whether a message went out or not; or this address asked for too many, whose phones ever they are. */
export type Asked = { readonly demoCode: string | null } | 'address-resting'
interface Asking extends From {
  /** Minutes messages to one phone wait for one another at the longest. */
  readonly longestWait: number
}
/**
 * Sends a code where a file of this phone may be entered and takes messages there, and does the very same without sending where there is none: the
 * same statements, the same answer. Messages to one phone wait for one another, longer each time; whoever asks meanwhile is answered like everybody,
 * and the code that came last holds until the next may be sent, so that nobody's asking shuts her out (decision 0061). In the marked demonstration,
 * where many look at one woman, nothing waits and the code is handed back, to be shown.
 */
export async function askForCode(house: House, phone: Phone, { address, longestWait }: Asking): Promise<Asked> {
  const { planId, phone: to } = phone
  const index = indexOf(house, phone)
  const now = house.clock()
  const isCounted = house.mode === 'real'
  const nonce = Buffer.from(house.randomBytes(16))
  return house.door.asOwner(async (tx) => {
    const network = addressIndexOf(house, `mine from ${networkOf(address)}`)
    if (isCounted && (await countIn(tx, network, now)) > CODES_AN_ADDRESS) return 'address-resting'
    const kept = await keepCode(tx, { index, nonce, now, longestWait, isCounted })
    const code = codeOf(house, index, kept ?? nonce)
    const text = format(words['her-code-text'].message, 'fa', { code: inPersian(code) })
    // Whose phone it is decides as for every message: one that is shared or a neighbour's gets none (roles.md §3.4, §3.5).
    const takesMessages = sql<boolean>`${kept !== undefined}::boolean and exists (select from ${filesOfPhone(planId, index)} and contact.may_message and contact.whose_phone = 'own')`
    await queueMessageWhere(tx, house, { planId, template: 'access.her-code', channel: 'sms', to, text }, takesMessages)
    return { demoCode: isCounted ? null : code }
  })
}
const inPersian = (code: string): string => code.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit)
const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
/** Counts one more under a key that nobody reads back, and says how many it is within its quarter of an hour. One statement, so that none is lost. */
async function countIn(tx: Tx, key: Buffer, now: Date): Promise<number> {
  const earliest = minutesBefore(now, ADDRESS_MINUTES)
  await tx.deleteFrom('auth.her_asking').where('began_at', '<=', earliest).where('address_index', '<>', key).execute()
  const { rows } = await sql<{ asked: number }>`insert into auth.her_asking as counted (address_index, began_at, asked)
    values (${key}, ${now}, 1)
    on conflict (address_index) do update set asked = case when counted.began_at <= ${earliest} then 1 else counted.asked + 1 end,
      began_at = case when counted.began_at <= ${earliest} then excluded.began_at else counted.began_at end
    returning asked`.execute(tx)
  return rows[0]?.asked ?? 0
}
interface Kept {
  readonly index: Buffer
  readonly nonce: Buffer
  readonly now: Date
  readonly longestWait: number
  readonly isCounted: boolean
}
/**
 * Keeps what the code of a phone follows from, and returns it when a message may go out: what holds still is sent once more, and only what has ended or
 * was used is made anew. Undefined while messages wait; then the last one holds, since it ends no earlier than they wait.
 */
async function keepCode(tx: Tx, { index, nonce, now, longestWait, isCounted }: Kept): Promise<Buffer | undefined> {
  const isFresh = sql`kept.used_at is not null or kept.sent_at <= ${minutesBefore(now, FORGET_HOURS * 60)}`
  const messages = sql`case when ${isFresh} then 1 else least(kept.messages + 1, 100) end`
  const wait = (sent: ReturnType<typeof sql>) => sql`least(power(2, least(${sent}, 12) - 1), ${longestWait}) * interval '1 minute'`
  const { rows } = await sql<{ nonce: Buffer }>`insert into auth.her_code as kept (number_index, nonce, sent_at, ends_at)
    values (${index}, ${nonce}, ${now}, ${now}::timestamptz + ${CODE_MINUTES} * interval '1 minute')
    on conflict (number_index) do update set
      nonce = case when kept.used_at is not null or kept.ends_at <= ${now} then excluded.nonce else kept.nonce end,
      sent_at = excluded.sent_at, used_at = null, messages = ${messages},
      ends_at = ${now}::timestamptz + greatest(${CODE_MINUTES} * interval '1 minute', ${wait(messages)})
    where not ${isCounted}::boolean or ${isFresh} or kept.sent_at + ${wait(sql`kept.messages`)} <= ${now}
    returning nonce`.execute(tx)
  return rows[0]?.nonce
}

export interface Given extends Phone, From {
  readonly code: string
  readonly pin: string
}
/**
 * Opens her pages for the code of her phone and her number together; undefined for whatever is not right, and nothing says what it was. Tries at one
 * phone go one after another. Wrong ones are counted for the address they come from, and for the phone only where they come from many: a code that
 * holds is not used up by whoever does not have it. What rests is told alike whether the phone is known or not.
 */
export async function enter(house: House, given: Given): Promise<{ readonly token: string } | 'resting' | undefined> {
  const { planId, pin } = given
  const [index, now] = [indexOf(house, given), house.clock()]
  const made = await stretched(house, pin)
  return house.door.asOwner(async (tx) => {
    const nonce = await lockCode(tx, index, now)
    const counted = triesOf(house, given)
    if (await isResting(tx, counted, now)) return 'resting'
    const isCodeRight = nonce !== undefined && sameText(codeOf(house, index, nonce), given.code)
    const tried = await claimTries(tx, { planId, phoneIndex: index, most: PIN_TRIES, isCodeRight })
    const right = matching(house, planId, tried, made)
    await settleTries(tx, { planId, tried, right, most: PIN_TRIES, at: now })
    if (right === undefined) {
      for (const { key } of counted) await countIn(tx, key, now)
      return undefined
    }
    await tx.updateTable('auth.her_code').set({ used_at: now }).where('number_index', '=', index).execute()
    return { token: await openSession(tx, house, { planId, personId: right, at: now }) }
  })
}
const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
/** Under which keys tries at a phone are counted, and how many there may be. */
function triesOf(house: House, { phone, address }: Given) {
  return [
    { key: addressIndexOf(house, `mine:${phone} from ${networkOf(address)}`), most: TRIES_AN_ADDRESS },
    { key: addressIndexOf(house, `mine:${phone}`), most: TRIES_A_PHONE },
  ]
}
async function isResting(tx: Tx, counted: ReturnType<typeof triesOf>, now: Date): Promise<boolean> {
  const rows = await tx
    .selectFrom('auth.her_asking')
    .select(['address_index', 'asked'])
    .where(
      'address_index',
      'in',
      counted.map(({ key }) => key),
    )
    .where('began_at', '>', minutesBefore(now, ADDRESS_MINUTES))
    .execute()
  return counted.some(({ key, most }) => rows.some((row) => row.address_index.equals(key) && row.asked >= most))
}
/** What the code of a phone follows from while it holds. Locked, so that many tries at once are one after another. */
async function lockCode(tx: Tx, index: Buffer, now: Date): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('auth.her_code')
    .select(['nonce', 'ends_at', 'used_at'])
    .where('number_index', '=', index)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined || row.used_at !== null || row.ends_at <= now ? undefined : row.nonce
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
