import { beyondReach, sql, type Tx } from '../../../platform/db.ts'

export interface MemberRow {
  readonly accountId: string
  readonly organisationId: string
  readonly name: string
  readonly counties: readonly string[]
  readonly isWoman: boolean
  readonly statedOn: string
}
export async function listMembers(tx: Tx, countyCode: string): Promise<readonly MemberRow[]> {
  const { rows } =
    await sql<MemberRow>`select account_id as "accountId", organisation_id as "organisationId", officer_name as name, counties,
      is_woman as "isWoman", stated_on as "statedOn"
    from interviews.member where ended_on is null and ${countyCode} = any (counties) order by officer_name, account_id limit 200`.execute(
      tx,
    )
  return rows
}
export async function findMembers(tx: Tx, accountIds: readonly string[]): Promise<readonly MemberRow[]> {
  if (accountIds.length === 0) return []
  const { rows } =
    await sql<MemberRow>`select account_id as "accountId", organisation_id as "organisationId", officer_name as name, counties,
      is_woman as "isWoman", stated_on as "statedOn"
    from interviews.member where ended_on is null and account_id = any (${[...accountIds]}::uuid[])`.execute(tx)
  return rows
}
export interface Officer {
  readonly accountId: string
  readonly organisationId: string
  readonly name: string
  readonly counties: readonly string[]
}
/** Officers whose assignment lets them sit at a panel today: names of staff, nothing of women. One line an account. */
export async function listOfficers(
  tx: Tx,
  {
    planId,
    today,
    countyCode,
    accountId,
  }: { readonly planId: string; readonly today: string; readonly countyCode?: string; readonly accountId?: string },
): Promise<readonly Officer[]> {
  const where = countyCode === undefined ? sql`account_id = ${accountId ?? null}` : sql`${countyCode} = any (counties)`
  const { rows } = await beyondReach(tx, () =>
    sql<Officer>`select distinct on (account_id) account_id as "accountId", organisation_id as "organisationId", display_name as name, counties
      from access.assignment
      where plan_id = ${planId} and role in ('IN', 'AG') and organisation_id is not null and approved_at is not null and ended_at is null
        and valid_from <= ${today} and (valid_to is null or valid_to >= ${today}) and ${where}
      order by account_id, role desc limit 500`.execute(tx),
  )
  return rows
}
/** Makes an officer a member; comes back after an end. False when it is one already. */
export async function insertMember(
  tx: Tx,
  planId: string,
  { accountId, organisationId, name, counties, isWoman, today }: Officer & { readonly isWoman: boolean; readonly today: string },
): Promise<boolean> {
  const fields = {
    organisation_id: organisationId,
    officer_name: name,
    counties: [...counties],
    is_woman: isWoman,
    stated_on: today,
    ended_on: null,
  }
  const row = await tx
    .insertInto('interviews.member')
    .values({ plan_id: planId, account_id: accountId, ...fields })
    .onConflict((clash) =>
      clash
        .columns(['plan_id', 'account_id'])
        .doUpdateSet((set) => ({ ...fields, version: set('interviews.member.version', '+', 1) }))
        .where('interviews.member.ended_on', 'is not', null),
    )
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}
export async function endMember(tx: Tx, accountId: string, today: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('interviews.member')
    .set((set) => ({ ended_on: today, version: set('version', '+', 1) }))
    .where('account_id', '=', accountId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
