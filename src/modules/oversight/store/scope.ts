import type { z } from 'zod'
import { sql, type Tx } from '../../../platform/db.ts'
import type { openScope, Scope } from '../contract/scope.ts'

type Kept = Omit<Scope, 'executorName'>
interface Row {
  readonly id: string
  readonly county_code: string
  readonly organisation_id: string
  readonly title: string
  readonly letter_number: string
  readonly letter_date: string
  readonly starts_on: string
  readonly ends_on: string
  readonly deliverables: number
  readonly taken: number
  readonly to_answer: number
  readonly overdue: number
}
const scopeOf = (row: Row): Kept => ({
  id: row.id,
  countyCode: row.county_code,
  organisationId: row.organisation_id,
  title: row.title,
  letterNumber: row.letter_number,
  letterDate: row.letter_date,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  deliverables: row.deliverables,
  taken: row.taken,
  toAnswer: row.to_answer,
  overdue: row.overdue,
})
/** Scopes with what became of their deliverables by a day, counted where they stand. */
function scopesOn(tx: Tx, today: string) {
  const counted = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(deliverable.id) filter (where ${condition})::int`
  return tx
    .selectFrom('oversight.scope as scope')
    .leftJoin('oversight.deliverable as deliverable', (join) =>
      join.onRef('deliverable.plan_id', '=', 'scope.plan_id').onRef('deliverable.scope_id', '=', 'scope.id'),
    )
    .select(['scope.id', 'scope.county_code', 'scope.organisation_id', 'scope.title', 'scope.letter_number', 'scope.letter_date'])
    .select(['scope.starts_on', 'scope.ends_on'])
    .select([
      sql<number>`count(deliverable.id)::int`.as('deliverables'),
      counted(sql<boolean>`deliverable.state in ('accepted', 'paid-for')`).as('taken'),
      counted(sql<boolean>`deliverable.state = 'submitted'`).as('to_answer'),
      counted(sql<boolean>`deliverable.state in ('due', 'returned') and deliverable.due_on < ${today}::date`).as('overdue'),
    ])
    .groupBy(['scope.plan_id', 'scope.id'])
}
interface Filter {
  readonly countyCode?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listScopes(tx: Tx, today: string, { countyCode, after, limit }: Filter): Promise<readonly Kept[]> {
  let query = scopesOn(tx, today)
    .orderBy('scope.id', 'desc')
    .limit(limit + 1)
  if (countyCode !== undefined) query = query.where('scope.county_code', '=', countyCode)
  if (after !== undefined) query = query.where('scope.id', '<', after)
  return (await query.execute()).map(scopeOf)
}
export async function findScope(tx: Tx, today: string, id: string): Promise<Kept | undefined> {
  const row = await scopesOn(tx, today).where('scope.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : scopeOf(row)
}
export async function listItems(tx: Tx, scopeId: string) {
  return tx
    .selectFrom('oversight.scope_item')
    .select(['id', 'title', 'unit', 'quantity'])
    .where('scope_id', '=', scopeId)
    .orderBy('place')
    .limit(20)
    .execute()
}
export async function listMilestones(tx: Tx, scopeId: string) {
  return tx
    .selectFrom('oversight.milestone')
    .select(['id', 'item_id', 'quantity', 'due_on'])
    .where('scope_id', '=', scopeId)
    .orderBy('due_on')
    .orderBy('id')
    .limit(240)
    .execute()
}
interface NewScope extends z.output<typeof openScope.input> {
  readonly planId: string
  readonly accountId: string
  readonly today: string
}
/** The scope with everything in it, one statement a table. */
export async function insertScope(tx: Tx, made: NewScope): Promise<void> {
  const whose = { plan_id: made.planId, county_code: made.countyCode }
  await tx
    .insertInto('oversight.scope')
    .values({
      ...whose,
      id: made.id,
      organisation_id: made.organisationId,
      title: made.title,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      starts_on: made.startsOn,
      ends_on: made.endsOn,
      opened_by: made.accountId,
    })
    .execute()
  const within = { ...whose, scope_id: made.id }
  await tx
    .insertInto('oversight.scope_item')
    .values(made.items.map(({ id, title, unit, quantity }, index) => ({ ...within, id, place: index + 1, title, unit, quantity })))
    .execute()
  const milestones = made.items.flatMap((item) => item.milestones.map((milestone) => ({ ...milestone, itemId: item.id })))
  await tx
    .insertInto('oversight.milestone')
    .values(milestones.map(({ id, itemId, quantity, dueOn }) => ({ ...within, id, item_id: itemId, quantity, due_on: dueOn })))
    .execute()
  const deliverables = milestones.flatMap(({ id: milestoneId, dueOn, deliverables: parts }) =>
    parts.map(({ id, title }) => ({
      ...within,
      id,
      milestone_id: milestoneId,
      organisation_id: made.organisationId,
      title,
      due_on: dueOn,
      state_since: made.today,
    })),
  )
  await tx.insertInto('oversight.deliverable').values(deliverables).execute()
}
