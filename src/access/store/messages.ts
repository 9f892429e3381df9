import { sql, type Tx } from '../../platform/db.ts'
import type { MessageState } from '../contract/messages.ts'

type State = (typeof MessageState.options)[number]
export async function listMessagesOf(
  tx: Tx,
  { state, limit, after }: { readonly state?: State | undefined; readonly limit: number; readonly after?: string | undefined },
) {
  return tx
    .selectFrom('platform.message')
    .select(['plan_id', 'id', 'template', 'channel', 'state', 'attempts', 'due_at', 'sent_at', 'sealed_to', 'sealed_text'])
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
export async function countMessages(tx: Tx): Promise<Readonly<Record<State, number>>> {
  const { rows } = await sql<{ state: State; n: number }>`select state, count(*)::int as n from platform.message group by state`.execute(tx)
  const of = (state: State): number => rows.find((row) => row.state === state)?.n ?? 0
  return { waiting: of('waiting'), sent: of('sent'), shown: of('shown'), failed: of('failed') }
}
export async function findMessageState(tx: Tx, id: string): Promise<string | undefined> {
  return (await tx.selectFrom('platform.message').select('state').where('id', '=', id).executeTakeFirst())?.state
}
export async function updateToWaiting(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('platform.message')
    .set({ state: 'waiting', attempts: 0, due_at: at })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
