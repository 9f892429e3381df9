import { z } from 'zod'
import { sql, type Tx } from '../../../platform/db.ts'
import { SupportBodies } from '../contract/interviews.ts'
import { asideStates } from '../rules/set-aside.ts'
import { columns, type Interview, interviewOf } from './interviews.ts'

const AsideState = z.enum(asideStates)
export interface SetAside {
  readonly state: z.infer<typeof AsideState>
  readonly slotId: string | null
  readonly supportBodies: Interview['supportBodies']
}
/** Keeps beside a conversation what it was before its file was joined; null once that is forgotten. */
export async function keepAside(tx: Tx, { planId, id }: Interview, aside: SetAside | null): Promise<void> {
  await tx
    .updateTable('interviews.interview')
    .set({
      set_aside_state: aside?.state ?? null,
      set_aside_slot_id: aside?.slotId ?? null,
      set_aside_bodies: aside?.supportBodies ?? null,
    })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .execute()
}
/** The conversation of a case that was set aside, locked, with what it was. */
export async function lockAside(
  tx: Tx,
  { planId, caseId }: { readonly planId: string; readonly caseId: string },
): Promise<{ readonly one: Interview; readonly aside: SetAside } | undefined> {
  const row = await tx
    .selectFrom('interviews.interview')
    .select([...columns, 'set_aside_state', 'set_aside_slot_id', 'set_aside_bodies'])
    .where('plan_id', '=', planId)
    .where('case_id', '=', caseId)
    .where('set_aside_state', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const aside = {
    state: AsideState.parse(row.set_aside_state),
    slotId: row.set_aside_slot_id,
    supportBodies: SupportBodies.parse(row.set_aside_bodies),
  }
  return { one: interviewOf(row), aside }
}
/** A time that is still to come, of a session that is still held, and nobody's. */
export async function findFreeTime(
  tx: Tx,
  { planId, slotId, at }: { readonly planId: string; readonly slotId: string; readonly at: Date },
): Promise<{ readonly sessionId: string; readonly startsAt: Date; readonly heldOn: string } | undefined> {
  const { rows } = await sql<{ session_id: string; starts_at: Date; held_on: string }>`
    select slot.session_id, slot.starts_at, session.held_on from interviews.slot slot
    join interviews.session session on session.plan_id = slot.plan_id and session.id = slot.session_id
    where slot.plan_id = ${planId} and slot.id = ${slotId} and slot.starts_at > ${at} and session.state = 'planned'
      and not exists (select from interviews.interview other where other.plan_id = slot.plan_id and other.slot_id = slot.id and other.state <> 'cancelled')`.execute(
    tx,
  )
  const [row] = rows
  return row === undefined ? undefined : { sessionId: row.session_id, startsAt: row.starts_at, heldOn: row.held_on }
}
