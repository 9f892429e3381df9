import { createHash } from 'node:crypto'
import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { BandChange } from '../rules/bands.ts'
import type { Payment } from '../rules/earning.ts'
import type { WorkBefore } from '../rules/job.ts'
import { daysOf } from '../rules/months.ts'
import { canonical, type Facts, type Outcome } from '../rules/snapshot.ts'
import type { StoredFollowUp } from './follow-ups.ts'

export interface Content {
  readonly facts: Facts
  readonly outcome: Outcome
  /** How the household's income stands beside what it was, and a digest of the sealed bands; absent where her key is gone or before bands were kept. */
  readonly bands?: { readonly change: BandChange | null; readonly digest: string } | undefined
}
export function hashOf(content: Content): Buffer {
  return createHash('sha256').update(canonical(content)).digest()
}
interface Cases {
  readonly planId: string
  readonly caseIds: readonly string[]
}
/** What these women sold themselves, as they said it until a day, whoever asks; a month counts as paid on its last day. */
export async function listOwnSales(
  tx: Tx,
  { planId, caseIds, until }: Cases & { readonly until: string },
): Promise<readonly (Payment & { readonly caseId: string })[]> {
  if (caseIds.length === 0) return []
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('outcomes.own_sale')
      .select(['case_id', 'month', 'net_rial', 'said_on'])
      .where('plan_id', '=', planId)
      .where('case_id', 'in', [...caseIds])
      .where('said_on', '<=', until)
      .orderBy('case_id')
      .orderBy('month')
      .execute(),
  )
  return rows.map(({ case_id: caseId, month, net_rial, said_on: confirmedOn }) => ({
    caseId,
    buyerId: null,
    paidOn: daysOf(month).last,
    confirmedOn,
    paidRial: Number(net_rial),
    costsRial: 0,
    minutes: null,
  }))
}
/** What these women did before the plan, as far as they were asked. */
export async function listWorkBefore(tx: Tx, { planId, caseIds }: Cases): Promise<ReadonlyMap<string, WorkBefore>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await beyondReach(tx, () =>
    sql<{ case_id: string; work: WorkBefore }>`
      select case_id, work from outcomes.baseline where plan_id = ${planId} and case_id = any (${[...caseIds]}::uuid[])`.execute(tx),
  )
  return new Map(rows.map(({ case_id, work }) => [case_id, work]))
}
/** First follow-ups that ended and were not frozen yet. */
export async function listToFreeze(tx: Tx, { planId, limit }: { readonly planId: string; readonly limit: number }) {
  const { rows } = await sql<{ id: string }>`
    select one.id from outcomes.follow_up one
    where one.plan_id = ${planId} and one.kind = 'first' and one.state in ('answered', 'missing') and one.missing_reason is distinct from 'road-ended'
      and not exists (select from outcomes.snapshot kept where kept.plan_id = one.plan_id and kept.follow_up_id = one.id)
    order by one.id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}
interface Frozen {
  readonly id: string
  readonly content: Content
  readonly at: Date
}
export async function insertSnapshot(
  tx: Tx,
  one: StoredFollowUp,
  { id, content, at, sealedBands }: Frozen & { readonly sealedBands: Buffer | null },
): Promise<void> {
  await tx
    .insertInto('outcomes.snapshot')
    .values({
      ...one.scope,
      shared_with: [...one.sharedWith],
      id,
      file_number: one.fileNumber,
      follow_up_id: one.id,
      month: one.month,
      until_on: content.facts.until,
      taken_at: at,
      content: JSON.stringify(content),
      hash: hashOf(content),
      sealed_bands: sealedBands,
    })
    .execute()
}
export interface StoredSnapshot {
  readonly id: string
  readonly caseId: string
  readonly personId: string
  readonly countyCode: string
  readonly fileNumber: string
  readonly month: number
  readonly until: string
  readonly takenAt: Date
  readonly hash: Buffer
  readonly replaces: string | null
  readonly reason: string | null
  readonly outcome: Outcome
  readonly bands: Content['bands']
  readonly followUpId: string
  readonly sealedBands: Buffer | null
}
interface Row {
  readonly id: string
  readonly case_id: string
  readonly person_id: string
  readonly county_code: string
  readonly file_number: string
  readonly month: number
  readonly until_on: string
  readonly taken_at: Date
  readonly hash: Buffer
  readonly replaces: string | null
  readonly reason: string | null
  readonly content: Content
  readonly follow_up_id: string
  readonly sealed_bands: Buffer | null
}
const columns = sql`id, case_id, person_id, county_code, file_number, month, until_on, taken_at, hash, replaces, reason, content, follow_up_id, sealed_bands`
function snapshotOf(row: Row): StoredSnapshot {
  return {
    id: row.id,
    caseId: row.case_id,
    personId: row.person_id,
    countyCode: row.county_code,
    fileNumber: row.file_number,
    month: row.month,
    until: row.until_on,
    takenAt: row.taken_at,
    hash: row.hash,
    replaces: row.replaces,
    reason: row.reason,
    outcome: row.content.outcome,
    bands: row.content.bands,
    followUpId: row.follow_up_id,
    sealedBands: row.sealed_bands,
  }
}
/** Snapshots of one woman with their corrections, oldest first, for whoever may see them. */
export async function listSnapshots(tx: Tx, caseId: string): Promise<readonly StoredSnapshot[]> {
  const { rows } = await sql<Row>`
    select ${columns} from outcomes.snapshot where case_id = ${caseId} order by month, taken_at, id limit 50`.execute(tx)
  return rows.map(snapshotOf)
}
interface Reader {
  readonly planId: string
  readonly accountId: string
}
/** The newest snapshots as the office follows them; an officer she bars finds none of hers. */
export async function listRecent(tx: Tx, { planId, accountId }: Reader, limit: number): Promise<readonly StoredSnapshot[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<Row>`select ${columns} from outcomes.snapshot where plan_id = ${planId} and not ${accountId}::uuid = any (barred)
      order by taken_at desc, id desc limit ${limit}`.execute(tx),
  )
  return rows.map(snapshotOf)
}
export async function findForCorrection(tx: Tx, { planId, accountId }: Reader, id: string): Promise<StoredSnapshot | undefined> {
  const { rows } = await beyondReach(tx, () =>
    sql<Row>`select ${columns} from outcomes.snapshot where plan_id = ${planId} and id = ${id} and not ${accountId}::uuid = any (barred)`.execute(
      tx,
    ),
  )
  const [row] = rows
  return row === undefined ? undefined : snapshotOf(row)
}
/** A correction beside what it corrects: the old row stays as it was. */
export async function insertCorrection(
  tx: Tx,
  old: StoredSnapshot,
  made: Frozen & { readonly planId: string; readonly accountId: string; readonly reason: string },
): Promise<void> {
  const { planId, id, at, content, accountId, reason } = made
  await beyondReach(tx, () =>
    sql`insert into outcomes.snapshot (plan_id, id, case_id, person_id, county_code, shared_with, barred, assigned, file_number, follow_up_id, month,
        until_on, taken_at, content, hash, sealed_bands, account_id, replaces, reason)
      select plan_id, ${id}, case_id, person_id, county_code, shared_with, barred, assigned, file_number, follow_up_id, month,
        until_on, ${at}, ${JSON.stringify(content)}::jsonb, ${hashOf(content)}, sealed_bands, ${accountId}, id, ${reason}
      from outcomes.snapshot where plan_id = ${planId} and id = ${old.id}`.execute(tx),
  )
}
