import type { Tx } from '../../../platform/db.ts'
import { BlockedStep, Grade, type Obstacle, ObstacleKind, type ObstacleLetter, ObstacleState, ReformRoute } from '../contract/obstacles.ts'

/** An obstacle as it is kept; how many women it holds up is counted when it is shown. */
export type StoredObstacle = Omit<Obstacle, 'blocked'>
interface Row {
  readonly id: string
  readonly kind: string
  readonly grade: string
  readonly title: string
  readonly issuer: string | null
  readonly article: string | null
  readonly clause: string | null
  readonly step: string
  readonly says: string
  readonly county_code: string | null
  readonly competent_body: string | null
  readonly route: string | null
  readonly proposal: string | null
  readonly duplicate_of: string | null
  readonly effective_on: string | null
  readonly state: string
  readonly state_since: string
  readonly reported_as: string
  readonly version: number
}
function obstacleOf(row: Row): StoredObstacle {
  return {
    id: row.id,
    kind: ObstacleKind.parse(row.kind),
    grade: Grade.parse(row.grade),
    title: row.title,
    issuer: row.issuer,
    article: row.article,
    clause: row.clause,
    step: BlockedStep.parse(row.step),
    says: row.says,
    countyCode: row.county_code,
    competentBody: row.competent_body,
    route: row.route === null ? null : ReformRoute.parse(row.route),
    proposal: row.proposal,
    duplicateOf: row.duplicate_of,
    effectiveOn: row.effective_on,
    state: ObstacleState.parse(row.state),
    stateSince: row.state_since,
    reportedAs: row.reported_as,
    version: row.version,
  }
}
/** The whole register is read to be put in order; a province has some dozens of them. */
const MOST = 1000
export interface ObstacleFilter {
  readonly state?: string | undefined
  readonly states?: readonly string[] | undefined
  readonly kind?: string | undefined
  readonly step?: string | undefined
}
/** Newest first. */
export async function listObstacles(tx: Tx, { state, states, kind, step }: ObstacleFilter): Promise<readonly StoredObstacle[]> {
  let query = tx.selectFrom('reforms.obstacle').selectAll().orderBy('id', 'desc').limit(MOST)
  if (state !== undefined) query = query.where('state', '=', state)
  if (states !== undefined) query = query.where('state', 'in', [...states])
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (step !== undefined) query = query.where('step', '=', step)
  return (await query.execute()).map(obstacleOf)
}
export async function findObstacle(tx: Tx, id: string): Promise<StoredObstacle | undefined> {
  const row = await tx.selectFrom('reforms.obstacle').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : obstacleOf(row)
}
export async function lockObstacle(tx: Tx, id: string): Promise<StoredObstacle | undefined> {
  const row = await tx.selectFrom('reforms.obstacle').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : obstacleOf(row)
}
/** Who writes, and when; a move is written in the same unit of work as what it moves. */
export interface Writing {
  readonly planId: string
  readonly accountId: string
  readonly at: Date
  readonly today: string
  readonly moveId: string
}
export async function insertObstacle(
  tx: Tx,
  { planId, accountId, at, today, moveId }: Writing,
  made: Pick<Obstacle, 'id' | 'title' | 'kind' | 'step' | 'says' | 'countyCode' | 'reportedAs'>,
): Promise<void> {
  await tx
    .insertInto('reforms.obstacle')
    .values({
      plan_id: planId,
      id: made.id,
      title: made.title,
      kind: made.kind,
      grade: 'none',
      step: made.step,
      says: made.says,
      county_code: made.countyCode,
      reported_as: made.reportedAs,
      state_since: today,
      account_id: accountId,
    })
    .execute()
  const move = { plan_id: planId, id: moveId, obstacle_id: made.id, to_state: 'reported', account_id: accountId, moved_at: at }
  await tx.insertInto('reforms.obstacle_move').values(move).execute()
}
type Described = Pick<
  Obstacle,
  'id' | 'title' | 'kind' | 'grade' | 'issuer' | 'article' | 'clause' | 'step' | 'says' | 'competentBody' | 'route' | 'proposal' | 'version'
>
/** False when somebody was quicker. */
export async function describeObstacle(tx: Tx, described: Described): Promise<boolean> {
  const { id, version, competentBody, ...rest } = described
  const { numUpdatedRows } = await tx
    .updateTable('reforms.obstacle')
    .set((set) => ({ ...rest, competent_body: competentBody, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export interface ObstacleMove {
  readonly to: ObstacleState
  readonly reason: string
  readonly duplicateOf: string | null
  readonly effectiveOn: string | null
}
/** Moves it on the version that was locked, and writes down the move. */
export async function moveObstacle(
  tx: Tx,
  { planId, accountId, at, today, moveId }: Writing,
  from: StoredObstacle,
  { to, reason, duplicateOf, effectiveOn }: ObstacleMove,
): Promise<void> {
  await tx
    .updateTable('reforms.obstacle')
    .set((set) => ({
      state: to,
      state_since: today,
      duplicate_of: to === 'duplicate' ? duplicateOf : null,
      effective_on: effectiveOn ?? from.effectiveOn,
      version: set('version', '+', 1),
    }))
    .where('id', '=', from.id)
    .execute()
  const move = { plan_id: planId, id: moveId, obstacle_id: from.id, from_state: from.state, to_state: to, reason }
  await tx
    .insertInto('reforms.obstacle_move')
    .values({ ...move, account_id: accountId, moved_at: at })
    .execute()
}
export async function listMoves(tx: Tx, obstacleId: string) {
  const rows = await tx
    .selectFrom('reforms.obstacle_move')
    .select(['from_state', 'to_state', 'reason', 'moved_at'])
    .where('obstacle_id', '=', obstacleId)
    .orderBy('moved_at')
    .orderBy('id')
    .limit(250)
    .execute()
  return rows.map((row) => ({
    from: row.from_state === null ? null : ObstacleState.parse(row.from_state),
    to: ObstacleState.parse(row.to_state),
    reason: row.reason,
    at: row.moved_at.toISOString(),
  }))
}
export async function listLetters(tx: Tx, obstacleId: string): Promise<readonly ObstacleLetter[]> {
  const rows = await tx
    .selectFrom('reforms.letter')
    .selectAll()
    .where('obstacle_id', '=', obstacleId)
    .orderBy('letter_date')
    .orderBy('id')
    .limit(250)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    direction: row.direction === 'out' ? 'out' : 'in',
    correspondent: row.correspondent,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    answers: row.answers,
    says: row.says,
  }))
}
export async function insertLetter(
  tx: Tx,
  { planId, accountId, at }: Writing,
  { obstacleId, ...letter }: ObstacleLetter & { readonly obstacleId: string },
): Promise<void> {
  await tx
    .insertInto('reforms.letter')
    .values({
      plan_id: planId,
      id: letter.id,
      obstacle_id: obstacleId,
      direction: letter.direction,
      correspondent: letter.correspondent,
      letter_number: letter.letterNumber,
      letter_date: letter.letterDate,
      answers: letter.answers,
      says: letter.says,
      account_id: accountId,
      written_at: at,
    })
    .execute()
}
