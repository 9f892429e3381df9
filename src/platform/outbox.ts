import { service } from '../access/actor.ts'
import { sql, type Tx } from './db.ts'
import type { House } from './house.ts'
import type { Job } from './jobs.ts'
import type { Channel } from './post.ts'
import { seal, unseal } from './vault.ts'

export interface NewMessage {
  readonly planId: string
  readonly personId?: string
  /** Kebab-case code; what it says is in the words of whoever queues it. */
  readonly template: string
  readonly channel: Channel
  readonly to: string
  readonly text: string
  readonly dueAt?: Date
}
export const OUTBOX_JOB = 'platform.send-messages'
const TRIES = 5

/** Puts a message into the outbox within the unit of work that causes it: it leaves only after commit. Number and text are sealed. Returns its id. */
export async function queueMessage(tx: Tx, house: House, message: NewMessage): Promise<string> {
  const row = rowOf(house, message)
  await tx.insertInto('platform.message').values(row).execute()
  return row.id
}
/**
 * The same where a condition holds, and otherwise nothing: one statement either way, so that whoever watches the clock does not learn which of the
 * two it was.
 */
export async function queueMessageWhere(
  tx: Tx,
  house: House,
  message: NewMessage,
  condition: ReturnType<typeof sql<boolean>>,
): Promise<void> {
  const row = rowOf(house, message)
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  const values = sql.join([
    sql`${row.plan_id}::uuid`,
    sql`${row.id}::uuid`,
    sql`${row.person_id}::uuid`,
    sql`${row.template}::text`,
    sql`${row.channel}::text`,
    sql`${row.sealed_to}::bytea`,
    sql`${row.sealed_text}::bytea`,
    sql`${row.state}::text`,
    sql`${row.due_at}::timestamptz`,
  ])
  await sql`insert into platform.message (${columns}) select ${values} where ${condition}`.execute(tx)
}
function rowOf(house: House, { planId, personId, template, channel, to, text, dueAt }: NewMessage) {
  const id = house.newId()
  const key = house.vault.keyFor('message')
  return {
    plan_id: planId,
    id,
    person_id: personId ?? null,
    template,
    channel,
    sealed_to: seal(key, placeOf('sealed_to', planId, id), to),
    sealed_text: seal(key, placeOf('sealed_text', planId, id), text),
    state: 'waiting',
    due_at: dueAt ?? house.clock(),
  }
}
interface Sealed {
  readonly plan_id: string
  readonly id: string
  readonly sealed_to: Buffer
  readonly sealed_text: Buffer
}
/** Opens number and text: for sending, and for the message page of the marked demonstration. */
export function openMessage(house: House, { plan_id, id, sealed_to, sealed_text }: Sealed): { readonly to: string; readonly text: string } {
  const key = house.vault.keyFor('message')
  return {
    to: unseal(key, placeOf('sealed_to', plan_id, id), sealed_to).toString('utf8'),
    text: unseal(key, placeOf('sealed_text', plan_id, id), sealed_text).toString('utf8'),
  }
}
function placeOf(column: string, planId: string, id: string): string {
  return `platform.message.${column}/${planId}/${id}`
}

/**
 * Sends what is due. A message is claimed in one short unit of work (attempts + 1, next try five minutes later), sent outside of any, and marked in
 * another: a kill in between sends it twice at worst, never loses it. After five tries it has failed.
 */
export const outboxJob: Job = {
  name: OUTBOX_JOB,
  everyMinutes: 1,
  run: async (house, planId) => {
    for (;;) {
      const claimed = await claim(house, planId)
      if (claimed === undefined) return
      await mark(house, claimed, await outcomeOf(house, claimed))
    }
  },
}
type Claimed = Sealed & { readonly channel: Channel; readonly attempts: number }

async function claim(house: House, planId: string): Promise<Claimed | undefined> {
  const now = house.clock()
  const later = new Date(now.getTime() + 5 * 60_000)
  return house.door.asActor(service(planId), async (tx) => {
    const { rows } = await sql<Claimed>`update platform.message set attempts = attempts + 1, due_at = ${later}
      where plan_id = ${planId} and id = (select id from platform.message where plan_id = ${planId} and state = 'waiting' and due_at <= ${now}
        order by due_at, id limit 1 for update skip locked)
      returning plan_id, id, sealed_to, sealed_text, channel, attempts`.execute(tx)
    return rows[0]
  })
}
async function outcomeOf(house: House, message: Claimed): Promise<'sent' | 'shown' | 'failed' | 'waiting'> {
  const send = house.post[message.channel]
  if (send === null) return 'shown'
  try {
    const { to, text } = openMessage(house, message)
    await send(to, text)
    return 'sent'
  } catch {
    // What a gateway says may quote the number: only that it failed is kept.
    return message.attempts >= TRIES ? 'failed' : 'waiting'
  }
}
async function mark(house: House, { plan_id, id }: Claimed, state: 'sent' | 'shown' | 'failed' | 'waiting'): Promise<void> {
  await house.door.asActor(service(plan_id), (tx) =>
    tx
      .updateTable('platform.message')
      .set({ state, ...(state === 'sent' || state === 'shown' ? { sent_at: house.clock() } : {}) })
      .where('plan_id', '=', plan_id)
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .execute(),
  )
}
