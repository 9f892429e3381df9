import type { Tx } from '../../../platform/db.ts'
import type { Lesson } from '../contract/lessons.ts'
import { LessonState, LessonStep, PlannedAct } from '../contract/states.ts'

interface Row {
  readonly id: string
  readonly county_code: string
  readonly step: string
  readonly learned: string
  readonly change: string
  readonly figure: string
  readonly figure_value: number
  readonly figure_on: string
  readonly state: string
  readonly edition: number | null
  readonly reason: string | null
  readonly version: number
}
const lessonOf = (row: Row): Lesson => ({
  id: row.id,
  countyCode: row.county_code,
  step: LessonStep.parse(row.step),
  learned: row.learned,
  change: row.change,
  figure: PlannedAct.parse(row.figure),
  figureValue: row.figure_value,
  figureOn: row.figure_on,
  state: LessonState.parse(row.state),
  edition: row.edition,
  reason: row.reason,
  version: row.version,
})
interface Filter {
  readonly state?: string | undefined
  readonly step?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listLessons(tx: Tx, { state, step, after, limit }: Filter): Promise<readonly Lesson[]> {
  let query = tx
    .selectFrom('oversight.lesson')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (state !== undefined) query = query.where('state', '=', state)
  if (step !== undefined) query = query.where('step', '=', step)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(lessonOf)
}
export async function findLesson(tx: Tx, id: string): Promise<Lesson | undefined> {
  const row = await tx.selectFrom('oversight.lesson').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : lessonOf(row)
}
export async function lockLesson(tx: Tx, id: string): Promise<Lesson | undefined> {
  const row = await tx.selectFrom('oversight.lesson').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : lessonOf(row)
}
export interface NewLesson extends Pick<Lesson, 'id' | 'countyCode' | 'step' | 'learned' | 'change' | 'figure' | 'figureValue'> {
  readonly planId: string
  readonly accountId: string
  readonly today: string
}
export async function insertLesson(tx: Tx, made: NewLesson): Promise<void> {
  await tx
    .insertInto('oversight.lesson')
    .values({
      plan_id: made.planId,
      id: made.id,
      county_code: made.countyCode,
      step: made.step,
      learned: made.learned,
      change: made.change,
      figure: made.figure,
      figure_value: made.figureValue,
      figure_on: made.today,
      noted_by: made.accountId,
    })
    .execute()
}
type Settled =
  | { readonly to: 'adopted'; readonly edition: number; readonly today: string }
  | { readonly to: 'not-adopted'; readonly reason: string; readonly today: string }
export async function settleLesson(tx: Tx, { id, version }: Lesson, settled: Settled): Promise<void> {
  await tx
    .updateTable('oversight.lesson')
    .set({
      state: settled.to,
      settled_on: settled.today,
      version: version + 1,
      ...(settled.to === 'adopted' ? { edition: settled.edition } : { reason: settled.reason }),
    })
    .where('id', '=', id)
    .execute()
}
