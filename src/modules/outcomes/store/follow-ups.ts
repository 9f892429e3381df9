import { beyondReach, type Selectable, sql, type Tx, type Updateable } from '../../../platform/db.ts'
import type { DB } from '../../../platform/schema.ts'
import type { FileScope } from '../../enrolment/port.ts'
import { FollowUpKind, FollowUpState, MissingReason } from '../contract/follow-ups.ts'
import type { Due } from '../rules/follow-ups.ts'

type Row = Selectable<DB['outcomes.follow_up']>
export interface StoredFollowUp {
  readonly scope: FileScope
  readonly sharedWith: readonly string[]
  readonly id: string
  readonly fileNumber: string
  readonly month: number
  readonly kind: FollowUpKind
  readonly instrumentCode: string
  readonly opensOn: string
  readonly closesOn: string
  readonly callerId: string | null
  readonly away: readonly string[]
  readonly isNoKin: boolean
  readonly state: FollowUpState
  readonly stateSince: string
  readonly missingReason: MissingReason | null
  readonly tries: number
  readonly version: number
}
export function followUpOf(row: Row): StoredFollowUp {
  const { plan_id, case_id, person_id, county_code, assigned, barred } = row
  return {
    scope: { plan_id, case_id, person_id, county_code, assigned, barred },
    sharedWith: row.shared_with,
    id: row.id,
    fileNumber: row.file_number,
    month: row.month,
    kind: FollowUpKind.parse(row.kind),
    instrumentCode: row.instrument_code,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    callerId: row.account_id,
    away: row.away,
    isNoKin: row.kinship === 'none',
    state: FollowUpState.parse(row.state),
    stateSince: row.state_since,
    missingReason: row.missing_reason === null ? null : MissingReason.parse(row.missing_reason),
    tries: row.tries,
    version: row.version,
  }
}
/** Months of follow-ups that are there for these cases. */
export async function listKnownMonths(
  tx: Tx,
  { planId, caseIds }: { readonly planId: string; readonly caseIds: readonly string[] },
): Promise<readonly { readonly caseId: string; readonly month: number }[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('outcomes.follow_up')
    .select(['case_id', 'month'])
    .where('plan_id', '=', planId)
    .where('case_id', 'in', [...caseIds])
    .where('kind', '=', 'first')
    .execute()
  return rows.map(({ case_id: caseId, month }) => ({ caseId, month }))
}
/** Months whose follow-up has ended, answered or missing, for these cases. */
export async function listEndedMonths(
  tx: Tx,
  { planId, caseIds }: { readonly planId: string; readonly caseIds: readonly string[] },
): Promise<readonly { readonly caseId: string; readonly month: number }[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('outcomes.follow_up')
    .select(['case_id', 'month'])
    .where('plan_id', '=', planId)
    .where('case_id', 'in', [...caseIds])
    .where('kind', '=', 'first')
    .where('state', 'in', ['answered', 'missing'])
    .execute()
  return rows.map(({ case_id: caseId, month }) => ({ caseId, month }))
}
export interface NewFollowUp extends Due {
  readonly id: string
  readonly scope: FileScope
  readonly fileNumber: string
  readonly kind: FollowUpKind
  readonly instrumentCode: string
  readonly away: readonly string[]
  readonly today: string
}
/** Makes a follow-up; one that is there already stays as it is. Beyond the reach of a caller, whose answers may lead to a call-back. */
export async function insertFollowUp(tx: Tx, made: NewFollowUp): Promise<void> {
  const { scope, fileNumber, kind, instrumentCode, month, opensOn, closesOn, missingReason, today, id } = made
  await beyondReach(tx, () =>
    tx
      .insertInto('outcomes.follow_up')
      .values({
        ...scope,
        id,
        file_number: fileNumber,
        month,
        kind,
        instrument_code: instrumentCode,
        opens_on: opensOn,
        closes_on: closesOn,
        away: [...made.away],
        state: missingReason === null ? 'to-give' : 'missing',
        state_since: today,
        missing_reason: missingReason,
      })
      .onConflict((clash) => clash.constraint('follow_up_once').doNothing())
      .execute(),
  )
}
const OPEN = ['to-give', 'given'] as const
/** Open ones without a caller, whose day has come. */
export async function listToGive(
  tx: Tx,
  { planId, today, limit }: { readonly planId: string; readonly today: string; readonly limit: number },
) {
  const rows = await tx
    .selectFrom('outcomes.follow_up')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('state', '=', 'to-give')
    .where('opens_on', '<=', today)
    .where('closes_on', '>=', today)
    .orderBy('opens_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(followUpOf)
}
/** Open ones whose days are over. */
export async function listOver(
  tx: Tx,
  { planId, today, limit }: { readonly planId: string; readonly today: string; readonly limit: number },
) {
  const rows = await tx
    .selectFrom('outcomes.follow_up')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('state', 'in', [...OPEN])
    .where('closes_on', '<', today)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(followUpOf)
}
/** Open ones as the office follows them. */
export async function listOpen(tx: Tx, limit: number): Promise<readonly StoredFollowUp[]> {
  const rows = await tx
    .selectFrom('outcomes.follow_up')
    .selectAll()
    .where('state', 'in', [...OPEN])
    .orderBy((order) => order('state', '=', 'given'))
    .orderBy('opens_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(followUpOf)
}
export async function findFollowUp(tx: Tx, id: string): Promise<StoredFollowUp | undefined> {
  const row = await tx.selectFrom('outcomes.follow_up').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : followUpOf(row)
}
export async function lockFollowUp(tx: Tx, id: string): Promise<StoredFollowUp | undefined> {
  const row = await tx.selectFrom('outcomes.follow_up').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : followUpOf(row)
}
type Set = Omit<Updateable<DB['outcomes.follow_up']>, 'version'>
/** Changes one that is locked by whoever asks. */
export async function updateFollowUp(tx: Tx, { scope, id }: Pick<StoredFollowUp, 'scope' | 'id'>, set: Set): Promise<void> {
  await tx
    .updateTable('outcomes.follow_up')
    .set((column) => ({ ...set, version: column('version', '+', 1) }))
    .where('plan_id', '=', scope.plan_id)
    .where('id', '=', id)
    .execute()
}
/** Takes a call out of the hands of the caller who gives it back: after that she does not reach it any more. */
export async function giveBack(tx: Tx, one: StoredFollowUp, today: string): Promise<void> {
  const away = [...new Set([...one.away, ...(one.callerId === null ? [] : [one.callerId])])]
  const nobody = { account_id: null, organisation_id: null, kinship: null }
  await beyondReach(tx, () => updateFollowUp(tx, one, { ...nobody, away, state: 'to-give', state_since: today }))
}
export interface MonthFigures {
  readonly month: number
  readonly due: number
  readonly open: number
  readonly answered: number
  readonly missing: Readonly<Record<string, number>>
  readonly callBacks: number
  readonly compared: number
  readonly agreeing: number
}
/** Counts by month over all counties: calls, why they are missing, and what call-backs came to. */
export async function countFollowUps(tx: Tx): Promise<readonly MonthFigures[]> {
  const { rows } = await sql<{
    month: number
    kind: string
    state: string
    missing_reason: string | null
    n: number
    compared: number
    agreeing: number
  }>`
    select month, kind, state, missing_reason, count(*)::int as n, sum(compared)::int as compared, sum(agreeing)::int as agreeing
    from outcomes.follow_up group by month, kind, state, missing_reason order by month`.execute(tx)
  return [...new Set(rows.map(({ month }) => month))].map((month) => {
    const first = rows.filter((row) => row.month === month && row.kind === 'first')
    const again = rows.filter((row) => row.month === month && row.kind === 'call-back' && row.state === 'answered')
    const sum = (of: typeof rows, part: 'n' | 'compared' | 'agreeing' = 'n'): number => of.reduce((total, row) => total + row[part], 0)
    return {
      month,
      due: sum(first),
      open: sum(first.filter(({ state }) => state === 'to-give' || state === 'given')),
      answered: sum(first.filter(({ state }) => state === 'answered')),
      missing: Object.fromEntries(first.flatMap((row) => (row.missing_reason === null ? [] : [[row.missing_reason, row.n]]))),
      callBacks: sum(again),
      compared: sum(again, 'compared'),
      agreeing: sum(again, 'agreeing'),
    }
  })
}
