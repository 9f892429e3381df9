import { sql, type Tx } from '../../../platform/db.ts'
import type { Deliverable } from '../contract/deliverables.ts'
import { DeliverableState } from '../contract/states.ts'

/** A deliverable as it is stored; whether it is overdue is derived on the day. */
export type StoredDeliverable = Omit<Deliverable, 'isOverdue'> & { readonly planId: string; readonly organisationId: string }
interface Row {
  readonly plan_id: string
  readonly id: string
  readonly scope_id: string
  readonly milestone_id: string
  readonly county_code: string
  readonly organisation_id: string
  readonly title: string
  readonly due_on: string
  readonly state: string
  readonly state_since: string
  readonly return_reason: string | null
  readonly paid_number: string | null
  readonly paid_date: string | null
  readonly version: number
}
const deliverableOf = (row: Row): StoredDeliverable => ({
  planId: row.plan_id,
  id: row.id,
  scopeId: row.scope_id,
  milestoneId: row.milestone_id,
  countyCode: row.county_code,
  organisationId: row.organisation_id,
  title: row.title,
  dueOn: row.due_on,
  state: DeliverableState.parse(row.state),
  stateSince: row.state_since,
  returnReason: row.return_reason,
  paidNumber: row.paid_number,
  paidDate: row.paid_date,
  version: row.version,
})
interface Filter {
  readonly countyCode?: string | undefined
  readonly state?: DeliverableState | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listDeliverables(tx: Tx, { countyCode, state, after, limit }: Filter): Promise<readonly StoredDeliverable[]> {
  let query = tx
    .selectFrom('oversight.deliverable')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(deliverableOf)
}
/** Everything handed in within one scope of work: at most five for each of its 240 milestones. */
export async function listOfScope(tx: Tx, scopeId: string): Promise<readonly StoredDeliverable[]> {
  const rows = await tx
    .selectFrom('oversight.deliverable')
    .selectAll()
    .where('scope_id', '=', scopeId)
    .orderBy('due_on')
    .orderBy('id')
    .limit(1_200)
    .execute()
  return rows.map(deliverableOf)
}
export async function findDeliverable(tx: Tx, id: string): Promise<StoredDeliverable | undefined> {
  const row = await tx.selectFrom('oversight.deliverable').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : deliverableOf(row)
}
export async function lockDeliverable(tx: Tx, id: string): Promise<StoredDeliverable | undefined> {
  const row = await tx.selectFrom('oversight.deliverable').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : deliverableOf(row)
}
export interface DeliverableMove {
  readonly moveId: string
  readonly to: DeliverableState
  readonly note: string | null
  readonly paid?: { readonly letterNumber: string; readonly letterDate: string }
  readonly today: string
  readonly now: Date
  readonly accountId: string
}
/** Moves a locked deliverable and keeps the move with who, when and why. */
export async function moveDeliverable(tx: Tx, from: StoredDeliverable, move: DeliverableMove): Promise<void> {
  await tx
    .updateTable('oversight.deliverable')
    .set({
      state: move.to,
      state_since: move.today,
      version: from.version + 1,
      ...(move.to === 'returned' ? { return_reason: move.note } : {}),
      ...(move.paid === undefined ? {} : { paid_number: move.paid.letterNumber, paid_date: move.paid.letterDate }),
    })
    .where('id', '=', from.id)
    .execute()
  await tx
    .insertInto('oversight.deliverable_move')
    .values({
      plan_id: from.planId,
      id: move.moveId,
      deliverable_id: from.id,
      county_code: from.countyCode,
      to_state: move.to,
      note: move.note,
      moved_on: move.today,
      moved_at: move.now,
      account_id: move.accountId,
    })
    .execute()
}
/** Newest first. */
export async function listMoves(tx: Tx, deliverableId: string) {
  const rows = await tx
    .selectFrom('oversight.deliverable_move')
    .select(['id', 'to_state', 'note', 'moved_on'])
    .where('deliverable_id', '=', deliverableId)
    .orderBy('moved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ id, to_state: to, note, moved_on: movedOn }) => ({ id, to: DeliverableState.parse(to), note, movedOn }))
}
export const MOST_PAPERS = 20
/** Oldest first. */
export async function listPapers(tx: Tx, deliverableId: string) {
  const rows = await tx
    .selectFrom('oversight.deliverable_paper')
    .select(['id', 'media_type', 'added_on', 'handed_in'])
    .where('deliverable_id', '=', deliverableId)
    .orderBy('added_at')
    .orderBy('id')
    .limit(MOST_PAPERS)
    .execute()
  return rows.map((row) => ({ id: row.id, mediaType: row.media_type, addedOn: row.added_on, isHandedIn: row.handed_in }))
}
export async function findPaper(tx: Tx, id: string) {
  return tx
    .selectFrom('oversight.deliverable_paper')
    .select(['media_type', 'address', 'sealed_key'])
    .where('id', '=', id)
    .executeTakeFirst()
}
export interface NewPaper {
  readonly id: string
  readonly mediaType: string
  readonly bytes: number
  readonly address: string
  readonly sealedKey: Buffer
  readonly today: string
  readonly now: Date
}
export async function insertPaper(tx: Tx, { planId, id, countyCode }: StoredDeliverable, paper: NewPaper): Promise<void> {
  await tx
    .insertInto('oversight.deliverable_paper')
    .values({
      plan_id: planId,
      id: paper.id,
      deliverable_id: id,
      county_code: countyCode,
      media_type: paper.mediaType,
      bytes: paper.bytes,
      address: paper.address,
      sealed_key: paper.sealedKey,
      added_on: paper.today,
      added_at: paper.now,
    })
    .execute()
}
/** Papers put together since the last handing-in go with this one; how many there were. */
export async function handInPapers(tx: Tx, deliverableId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('oversight.deliverable_paper')
    .set({ handed_in: true })
    .where('deliverable_id', '=', deliverableId)
    .where(sql<boolean>`not handed_in`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
const MOST_WAITING = 6
/** What a governorate has to accept or return, the longest waiting first. */
export async function listWaiting(tx: Tx, countyCode: string): Promise<readonly { readonly title: string; readonly handedInOn: string }[]> {
  const rows = await tx
    .selectFrom('oversight.deliverable')
    .select(['title', 'state_since'])
    .where('county_code', '=', countyCode)
    .where('state', '=', 'submitted')
    .orderBy('state_since')
    .orderBy('id')
    .limit(MOST_WAITING)
    .execute()
  return rows.map(({ title, state_since: handedInOn }) => ({ title, handedInOn }))
}
/** How the deliverables of a county stand on a day. */
export async function countDeliverables(tx: Tx, countyCode: string, day: string) {
  return tx
    .selectFrom('oversight.deliverable')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`count(*) filter (where state in ('accepted', 'paid-for'))::int`.as('taken'),
      sql<number>`count(*) filter (where state = 'submitted')::int`.as('toAnswer'),
      sql<number>`count(*) filter (where state = 'returned')::int`.as('returned'),
      sql<number>`count(*) filter (where state in ('due', 'returned') and due_on < ${day}::date)::int`.as('overdue'),
      sql<string | null>`(min(due_on) filter (where state in ('due', 'returned') and due_on >= ${day}::date))::text`.as('nextDueOn'),
    ])
    .where('county_code', '=', countyCode)
    .executeTakeFirstOrThrow()
}
