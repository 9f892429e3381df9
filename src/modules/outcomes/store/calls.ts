import { beyondReach, type Tx } from '../../../platform/db.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { Answers, type TryResult } from '../contract/follow-ups.ts'
import { followUpOf, type StoredFollowUp } from './follow-ups.ts'

const placeOf = ({ scope, id }: Pick<StoredFollowUp, 'scope' | 'id'>): string => `outcomes.answer/${scope.plan_id}/${id}`
/** One's own calls that are open: the law shows a caller no other, and none outside its days. */
export async function listOwn(tx: Tx, accountId: string): Promise<readonly StoredFollowUp[]> {
  const rows = await tx
    .selectFrom('outcomes.follow_up')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('state', '=', 'given')
    .orderBy('closes_on')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(followUpOf)
}
export async function findOwn(tx: Tx, { id, accountId }: { readonly id: string; readonly accountId: string }) {
  const one = (await listOwn(tx, accountId)).find((call) => call.id === id)
  return one
}
/** One's own call, locked, whether it is open or over by now. */
export async function lockOwn(tx: Tx, { id, accountId }: { readonly id: string; readonly accountId: string }) {
  const row = await tx
    .selectFrom('outcomes.follow_up')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : followUpOf(row)
}
interface Doing {
  readonly accountId: string
  readonly at: Date
}
const scopeOf = ({ scope, sharedWith }: StoredFollowUp) => {
  const { case_id: _case, ...columns } = scope
  return { ...columns, shared_with: [...sharedWith] }
}
export async function insertTry(
  tx: Tx,
  one: StoredFollowUp,
  { id, result, accountId, at }: Doing & { readonly id: string; readonly result: TryResult },
): Promise<void> {
  await tx
    .insertInto('outcomes.call_try')
    .values({ ...scopeOf(one), id, follow_up_id: one.id, account_id: accountId, result, tried_at: at })
    .execute()
}
/** When each of these was tried last by whoever asks. */
export async function lastTries(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('outcomes.call_try')
    .select((select) => ['follow_up_id', select.fn.max('tried_at').as('at')])
    .where('follow_up_id', 'in', [...ids])
    .groupBy('follow_up_id')
    .execute()
  return new Map(rows.map(({ follow_up_id, at }) => [follow_up_id, at]))
}
interface Said extends Doing {
  readonly key: Buffer
  readonly answers: Answers
  /** Whether her guide shall call: the one thing said that stands beside the sealed answers. */
  readonly wishesCall: boolean
  readonly today: string
}
export async function insertAnswers(tx: Tx, one: StoredFollowUp, said: Said): Promise<void> {
  const { key, answers, wishesCall, accountId, today, at } = said
  const sealed = seal(key, placeOf(one), JSON.stringify(answers))
  await tx
    .insertInto('outcomes.answer')
    .values({
      ...scopeOf(one),
      case_id: one.scope.case_id,
      follow_up_id: one.id,
      account_id: accountId,
      sealed_answers: sealed,
      answered_on: today,
      call_wished_at: wishesCall ? at : null,
    })
    .execute()
}
/** What she said at one follow-up, for the job that freezes it; undefined where she did not answer. */
export async function findAnswers(tx: Tx, one: Pick<StoredFollowUp, 'scope' | 'id'>, key: Buffer): Promise<Answers | undefined> {
  const row = await tx
    .selectFrom('outcomes.answer')
    .select('sealed_answers')
    .where('plan_id', '=', one.scope.plan_id)
    .where('follow_up_id', '=', one.id)
    .executeTakeFirst()
  return row === undefined ? undefined : Answers.parse(JSON.parse(unseal(key, placeOf(one), row.sealed_answers).toString()))
}
/** What she said last and on which day, for whoever may see it; whoever shows it shows what needs doing and no more. */
export async function findLastAnswers(
  tx: Tx,
  scope: StoredFollowUp['scope'],
  key: Buffer,
): Promise<{ readonly answers: Answers; readonly answeredOn: string } | undefined> {
  const row = await tx
    .selectFrom('outcomes.answer')
    .select(['follow_up_id', 'sealed_answers', 'answered_on'])
    .where('plan_id', '=', scope.plan_id)
    .where('case_id', '=', scope.case_id)
    .orderBy('answered_on', 'desc')
    .orderBy('follow_up_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const bytes = unseal(key, placeOf({ scope, id: row.follow_up_id }), row.sealed_answers)
  return { answers: Answers.parse(JSON.parse(bytes.toString())), answeredOn: row.answered_on }
}
/** What stayed with her of her own sales in a month. What was said of a month before stands: it is asked once. */
export async function insertOwnSale(
  tx: Tx,
  one: StoredFollowUp,
  said: { readonly month: string; readonly netRial: number; readonly accountId: string; readonly today: string },
): Promise<void> {
  const insert = tx
    .insertInto('outcomes.own_sale')
    .values({
      ...scopeOf(one),
      case_id: one.scope.case_id,
      month: said.month,
      follow_up_id: one.id,
      account_id: said.accountId,
      net_rial: said.netRial,
      said_on: said.today,
    })
    .onConflict((clash) => clash.constraint('own_sale_pkey').doNothing())
  await beyondReach(tx, () => insert.execute())
}
/** What she said to the first caller, for comparing it with what a second one heard: whoever compares shows nobody either of them. */
export async function findFirstAnswers(tx: Tx, again: StoredFollowUp, key: Buffer): Promise<Answers | undefined> {
  return beyondReach(tx, async () => {
    const first = await tx
      .selectFrom('outcomes.follow_up as first')
      .innerJoin('outcomes.answer as answer', (join) =>
        join.onRef('answer.plan_id', '=', 'first.plan_id').onRef('answer.follow_up_id', '=', 'first.id'),
      )
      .select(['first.id', 'answer.sealed_answers'])
      .where('first.plan_id', '=', again.scope.plan_id)
      .where('first.case_id', '=', again.scope.case_id)
      .where('first.month', '=', again.month)
      .where('first.kind', '=', 'first')
      .executeTakeFirst()
    if (first === undefined) return undefined
    return Answers.parse(JSON.parse(unseal(key, placeOf({ scope: again.scope, id: first.id }), first.sealed_answers).toString()))
  })
}
