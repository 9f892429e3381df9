import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { queueMessage } from '../../platform/outbox.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'
import { format } from '../../platform/words.ts'
import { INVITATION_DAYS } from '../contract/invitations.ts'
import { words } from '../words.ts'

/** A one-time link: 256 random bits in the part of the address that browsers never send; only its hash is kept. */
export interface Link {
  readonly token: string
  readonly hash: Buffer
  readonly expiresAt: Date
}
export function newLink({ randomBytes }: Pick<House, 'randomBytes'>, now: Date): Link {
  const token = Buffer.from(randomBytes(32)).toString('base64url')
  return { token, hash: hashOf(token), expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000) }
}
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
export function addressOf({ address }: Pick<House, 'address'>, { token }: Link): string {
  return `${address}/sign-in/invitation#${token}`
}
interface Sending {
  readonly planId: string
  readonly kind: 'invite' | 'renew'
  readonly email: string
  readonly link: Link
}
/** Queues the mail that carries the link. Where no mail leaves the house the link is returned instead, once, to be handed over in person. */
export async function sendLink(tx: Tx, house: House, { planId, kind, email, link }: Sending): Promise<string | null> {
  const address = addressOf(house, link)
  const text = format(words[`mail-${kind}`].message, 'fa', { link: address, days: INVITATION_DAYS })
  await queueMessage(tx, house, { planId, template: `access-${kind}`, channel: 'mail', to: email, text })
  return house.post.mail === null ? address : null
}
export function lastDayOf(expiresAt: Date): string {
  return dayIn(TEHRAN, expiresAt)
}
