import { beyondReach, type Tx } from '../../../platform/db.ts'
import { Frozen, type Study, StudyState, StudyTask, Verdict } from '../contract/studies.ts'

/** A study as it is kept; the name of its executor belongs to partners. */
export type StoredStudy = Omit<Study, 'organisationName'>
interface Row {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly organisation_id: string
  readonly county_code: string
  readonly letter_number: string
  readonly letter_date: string
  readonly tasks_done: string[]
  readonly state: string
  readonly state_since: string
  readonly reason: string | null
  readonly version: number
}
function studyOf(row: Row): StoredStudy {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    organisationId: row.organisation_id,
    countyCode: row.county_code,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    tasksDone: row.tasks_done.map((one) => StudyTask.parse(one)),
    state: StudyState.parse(row.state),
    stateSince: row.state_since,
    reason: row.reason,
    version: row.version,
  }
}
/** Newest first, one more than asked for. */
export async function listStudies(
  tx: Tx,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly StoredStudy[]> {
  let query = tx
    .selectFrom('amayesh.study')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(studyOf)
}
/** Concluded by a day; one that was withdrawn or is under way proves nothing. */
export async function countConcluded(
  tx: Tx,
  { countyCode, until }: { readonly countyCode: string; readonly until: string },
): Promise<number> {
  const { n } = await tx
    .selectFrom('amayesh.study')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('county_code', '=', countyCode)
    .where('state', '=', 'concluded')
    .where('state_since', '<=', until)
    .executeTakeFirstOrThrow()
  return Number(n)
}
export async function findStudy(tx: Tx, id: string): Promise<StoredStudy | undefined> {
  const row = await tx.selectFrom('amayesh.study').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : studyOf(row)
}
export async function lockStudy(tx: Tx, id: string): Promise<StoredStudy | undefined> {
  const row = await tx.selectFrom('amayesh.study').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : studyOf(row)
}
export async function insertStudy(
  tx: Tx,
  { planId, today }: { readonly planId: string; readonly today: string },
  made: Pick<Study, 'id' | 'number' | 'title' | 'organisationId' | 'countyCode' | 'letterNumber' | 'letterDate'>,
): Promise<void> {
  await tx
    .insertInto('amayesh.study')
    .values({
      plan_id: planId,
      id: made.id,
      number: made.number,
      title: made.title,
      organisation_id: made.organisationId,
      county_code: made.countyCode,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      state_since: today,
    })
    .execute()
}
/** What changes of a study as it was locked. */
export async function updateStudy(
  tx: Tx,
  id: string,
  change: { readonly tasksDone?: readonly string[]; readonly state?: StudyStateName; readonly reason?: string; readonly today: string },
): Promise<void> {
  const { tasksDone, state, reason, today } = change
  await tx
    .updateTable('amayesh.study')
    .set((set) => ({
      version: set('version', '+', 1),
      ...(tasksDone === undefined ? {} : { tasks_done: [...tasksDone] }),
      ...(state === undefined ? {} : { state, state_since: today }),
      ...(reason === undefined ? {} : { reason }),
    }))
    .where('id', '=', id)
    .execute()
}
type StudyStateName = Study['state']

export interface StoredFinding {
  readonly fieldCode: string
  readonly verdict: (typeof Verdict.options)[number]
  readonly says: string
  readonly figures: Frozen | null
  readonly offerId: string | null
}
export async function listFindings(tx: Tx, studyId: string): Promise<readonly StoredFinding[]> {
  const rows = await tx.selectFrom('amayesh.finding').selectAll().where('study_id', '=', studyId).orderBy('field_code').limit(250).execute()
  return rows.map((row) => ({
    fieldCode: row.field_code,
    verdict: Verdict.parse(row.verdict),
    says: row.says,
    figures: row.figures === null ? null : Frozen.parse(row.figures),
    offerId: row.offer_id,
  }))
}
interface Kept {
  readonly planId: string
  readonly studyId: string
  readonly countyCode: string
  readonly fieldCode: string
  readonly verdict: string
  readonly says: string
}
/** A finding is rewritten as long as its study is under way. */
export async function putFinding(tx: Tx, { planId, studyId, countyCode, fieldCode, verdict, says }: Kept): Promise<void> {
  await tx
    .insertInto('amayesh.finding')
    .values({ plan_id: planId, study_id: studyId, county_code: countyCode, field_code: fieldCode, verdict, says })
    .onConflict((clash) => clash.columns(['plan_id', 'study_id', 'field_code']).doUpdateSet({ verdict, says }))
    .execute()
}
export async function freezeFinding(
  tx: Tx,
  {
    studyId,
    fieldCode,
    figures,
    offerId,
  }: Pick<Kept, 'studyId' | 'fieldCode'> & { readonly figures: Frozen; readonly offerId: string | null },
): Promise<void> {
  await tx
    .updateTable('amayesh.finding')
    .set({ figures: JSON.stringify(figures), offer_id: offerId })
    .where('study_id', '=', studyId)
    .where('field_code', '=', fieldCode)
    .execute()
}
/** Offers of a county that studies led to, with the standing each was offered in; also for a guide, who reads offers and no studies. */
export async function standingsOfOffers(
  tx: Tx,
  { planId, countyCode }: { readonly planId: string; readonly countyCode: string },
): Promise<ReadonlyMap<string, Frozen['standing']>> {
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('amayesh.finding')
      .select(['offer_id', 'figures'])
      .where('plan_id', '=', planId)
      .where('county_code', '=', countyCode)
      .where('offer_id', 'is not', null)
      .orderBy('study_id', 'desc')
      .limit(MOST_OFFERS)
      .execute(),
  )
  return new Map(rows.map(({ offer_id, figures }) => [offer_id ?? '', Frozen.parse(figures).standing]))
}
const MOST_OFFERS = 1000
