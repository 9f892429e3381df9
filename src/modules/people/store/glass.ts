import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { seal } from '../../../platform/vault.ts'
import { type BrokenGlass, GlassReason, GlassVerdict } from '../contract/protection.ts'
import { placeOf, type Scope, type Whose } from './file.ts'

interface Row {
  readonly id: string
  readonly county_code: string
  readonly account_id: string
  readonly reason: string
  readonly opened_at: Date
  readonly until: Date
  readonly review_due_on: string
  readonly is_unsafe_to_tell: boolean
  readonly verdict: string | null
  readonly version: number
}
const glassOf = (row: Row, names: ReadonlyMap<string, string>): BrokenGlass => ({
  id: row.id,
  countyCode: row.county_code,
  reason: GlassReason.parse(row.reason),
  openedBy: names.get(row.account_id) ?? '',
  openedAt: row.opened_at.toISOString(),
  until: row.until.toISOString(),
  reviewDueOn: row.review_due_on,
  isUnsafeToTell: row.is_unsafe_to_tell,
  verdict: row.verdict === null ? null : GlassVerdict.parse(row.verdict),
  version: row.version,
})
/** Until when the glass this officer broke on this file stands open; undefined when it does not. */
export async function findOpenGlass(
  tx: Tx,
  { personId, accountId, at }: { readonly personId: string; readonly accountId: string; readonly at: Date },
): Promise<{ readonly until: Date; readonly isUnsafeToTell: boolean } | undefined> {
  const row = await tx
    .selectFrom('people.broken_glass')
    .select(['until', 'is_unsafe_to_tell'])
    .where('person_id', '=', personId)
    .where('account_id', '=', accountId)
    .where('until', '>', at)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : { until: row.until, isUnsafeToTell: row.is_unsafe_to_tell }
}
export async function insertGlass(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  input: {
    readonly scope: Scope
    readonly id: string
    readonly accountId: string
    readonly reason: string
    readonly note: string
    readonly isUnsafeToTell: boolean
    readonly at: Date
    readonly until: Date
    readonly reviewDueOn: string
  },
): Promise<void> {
  await tx
    .insertInto('people.broken_glass')
    .values({
      ...input.scope,
      id: input.id,
      person_id: whose.personId,
      account_id: input.accountId,
      reason: input.reason,
      sealed_note: seal(key, placeOf(`broken_glass.${input.id}`, whose), input.note),
      is_unsafe_to_tell: input.isUnsafeToTell,
      opened_at: input.at,
      until: input.until,
      review_due_on: input.reviewDueOn,
    })
    .execute()
}
const columns = [
  'id',
  'county_code',
  'account_id',
  'reason',
  'opened_at',
  'until',
  'review_due_on',
  'is_unsafe_to_tell',
  'verdict',
  'version',
] as const
/** Those that wait for review first, then the newest. */
export async function listGlasses(tx: Tx): Promise<BrokenGlass[]> {
  const rows = await tx
    .selectFrom('people.broken_glass')
    .select(columns)
    .orderBy((order) => order('verdict', 'is not', null))
    .orderBy('opened_at', 'desc')
    .limit(100)
    .execute()
  const names = await namesOf(
    tx,
    rows.map((row) => row.account_id),
  )
  return rows.map((row) => glassOf(row, names))
}
export async function lockGlass(tx: Tx, id: string) {
  return tx
    .selectFrom('people.broken_glass')
    .select(['id', 'person_id', 'account_id', 'verdict', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
export async function setVerdict(
  tx: Tx,
  input: {
    readonly id: string
    readonly verdict: string
    readonly mayBeTold: boolean
    readonly accountId: string
    readonly at: Date
    readonly version: number
  },
): Promise<BrokenGlass | undefined> {
  const row = await tx
    .updateTable('people.broken_glass')
    .set((set) => ({
      verdict: input.verdict,
      reviewed_by: input.accountId,
      reviewed_at: input.at,
      is_unsafe_to_tell: !input.mayBeTold,
      version: set('version', '+', 1),
    }))
    .where('id', '=', input.id)
    .where('version', '=', input.version)
    .returning(columns)
    .executeTakeFirst()
  return row === undefined ? undefined : glassOf(row, await namesOf(tx, [row.account_id]))
}
/** Names of officers, for whoever reviews what they did. */
export async function namesOf(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map()
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string; name: string }>`select account_id as id, min(display_name) as name from access.assignment
      where account_id = any (${[...new Set(accountIds)]}::uuid[]) group by account_id`.execute(tx),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
