import { createHash } from 'node:crypto'
import { beyondReach, type Tx } from '../../../platform/db.ts'
import { touchSubjects } from '../../../platform/touched.ts'
import { ClosedHow, GrievanceAbout, GrievanceChannel, GrievanceDesk, GrievanceState } from '../contract/grievances.ts'

/** A complaint as it is stored. Whose it is stays in the server. */
export interface StoredGrievance {
  readonly id: string
  readonly planId: string
  readonly number: string
  readonly personId: string | null
  readonly countyCode: string | null
  readonly channel: GrievanceChannel
  readonly paperNumber: string | null
  readonly about: GrievanceAbout
  readonly organisationId: string | null
  readonly intake: 'PO' | 'AU'
  readonly desk: GrievanceDesk
  readonly isGuideAllowed: boolean
  readonly state: GrievanceState
  readonly receivedOn: string
  readonly dueOn: string | null
  readonly answerBy: string
  readonly answeredOn: string | null
  readonly closedHow: ClosedHow | null
  readonly reopened: number
  readonly version: number
}
const COLUMNS = [
  'id',
  'plan_id',
  'number',
  'person_id',
  'county_code',
  'channel',
  'paper_number',
  'about',
  'organisation_id',
  'intake',
  'desk',
  'is_guide_allowed',
  'state',
  'received_on',
  'due_on',
  'answer_by',
  'answered_on',
  'closed_how',
  'reopened',
  'version',
] as const
const grievances = (tx: Tx) => tx.selectFrom('oversight.grievance').select(COLUMNS)
type Row = Awaited<ReturnType<ReturnType<typeof grievances>['executeTakeFirstOrThrow']>>
function grievanceOf(row: Row): StoredGrievance {
  return {
    id: row.id,
    planId: row.plan_id,
    number: row.number,
    personId: row.person_id,
    countyCode: row.county_code,
    channel: GrievanceChannel.parse(row.channel),
    paperNumber: row.paper_number,
    about: GrievanceAbout.parse(row.about),
    organisationId: row.organisation_id,
    intake: row.intake === 'AU' ? 'AU' : 'PO',
    desk: GrievanceDesk.parse(row.desk),
    isGuideAllowed: row.is_guide_allowed,
    state: GrievanceState.parse(row.state),
    receivedOn: row.received_on,
    dueOn: row.due_on,
    answerBy: row.answer_by,
    answeredOn: row.answered_on,
    closedHow: row.closed_how === null ? null : ClosedHow.parse(row.closed_how),
    reopened: row.reopened,
    version: row.version,
  }
}
/** What is kept of a tracking code: nothing that could be read back. */
export function trackingHashOf(tracking: string): Buffer {
  return createHash('sha256').update(`kariz-grievance/${tracking.toUpperCase()}`).digest()
}
/** The scope columns of her file, where she is known. */
export interface HerScope {
  readonly person_id: string
  readonly county_code: string
  readonly assigned: string[]
  readonly barred: string[]
}
export interface NewGrievance {
  readonly id: string
  readonly planId: string
  readonly accountId: string
  readonly number: string
  readonly tracking: string
  readonly scope: HerScope | undefined
  readonly countyCode: string | null
  readonly channel: GrievanceChannel
  readonly paperNumber: string | null
  readonly about: GrievanceAbout
  readonly organisationId: string | null
  readonly intake: 'PO' | 'AU'
  readonly desk: GrievanceDesk
  readonly desks: string[]
  readonly isGuideAllowed: boolean
  readonly on: string
  readonly acknowledgeBy: string
  readonly answerBy: string
}
export async function insertGrievance(tx: Tx, made: NewGrievance): Promise<void> {
  await tx
    .insertInto('oversight.grievance')
    .values({
      plan_id: made.planId,
      id: made.id,
      account_id: made.accountId,
      number: made.number,
      tracking_hash: trackingHashOf(made.tracking),
      county_code: made.countyCode,
      ...made.scope,
      channel: made.channel,
      paper_number: made.paperNumber,
      about: made.about,
      organisation_id: made.organisationId,
      intake: made.intake,
      desk: made.desk,
      desks: made.desks,
      is_guide_allowed: made.isGuideAllowed,
      received_on: made.on,
      due_on: made.acknowledgeBy,
      answer_by: made.answerBy,
    })
    .execute()
  // Her file is not marked: who may read of it learns of no complaint.
  await touchSubjects(tx, made.planId, [made.id])
}
export interface Asked {
  readonly show: 'open' | 'overdue' | 'closed'
  readonly today: string
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for: what the law of rows lets the reader's desk see. */
export async function listGrievances(tx: Tx, { show, today, after, limit }: Asked): Promise<StoredGrievance[]> {
  let query = grievances(tx)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  query = show === 'closed' ? query.where('state', '=', 'closed') : query.where('state', '<>', 'closed')
  if (show === 'overdue') query = query.where('state', '<>', 'answered').where('due_on', '<', today)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(grievanceOf)
}
/** Those of one woman, newest first. */
export async function listOfPerson(tx: Tx, personId: string): Promise<StoredGrievance[]> {
  return (await grievances(tx).where('person_id', '=', personId).orderBy('id', 'desc').limit(100).execute()).map(grievanceOf)
}
export async function findGrievance(tx: Tx, id: string): Promise<StoredGrievance | undefined> {
  const row = await grievances(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : grievanceOf(row)
}
export async function lockGrievance(tx: Tx, id: string): Promise<StoredGrievance | undefined> {
  const row = await grievances(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : grievanceOf(row)
}
/** By the code whoever made it holds, locked; nobody else finds it so. */
export async function lockByTracking(tx: Tx, planId: string, tracking: string): Promise<StoredGrievance | undefined> {
  const row = await grievances(tx)
    .where('plan_id', '=', planId)
    .where('tracking_hash', '=', trackingHashOf(tracking))
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : grievanceOf(row)
}
export interface GrievanceChange {
  readonly state: GrievanceState
  readonly dueOn: string | null
  readonly desks: string[]
  readonly about?: GrievanceAbout
  readonly countyCode?: string | null
  readonly organisationId?: string | null
  readonly intake?: 'PO' | 'AU'
  readonly desk?: GrievanceDesk
  readonly acknowledgedOn?: string
  readonly answeredOn?: string
  readonly isInTime?: boolean
  readonly answerBy?: string
  readonly reopened?: number
  readonly closed?: { readonly on: string; readonly how: ClosedHow } | null
}
/**
 * Moves one that is locked. It is found by who may see it and written beyond the reach of the desk: a complaint often leaves the desk of whoever
 * moves it, and a row that is out of reach afterwards could not be written at all.
 */
export async function moveGrievance(tx: Tx, one: StoredGrievance, change: GrievanceChange): Promise<void> {
  const { closed } = change
  await beyondReach(tx, () =>
    tx
      .updateTable('oversight.grievance')
      .set({
        state: change.state,
        due_on: change.dueOn,
        desks: change.desks,
        ...(change.about === undefined ? {} : { about: change.about }),
        ...(change.countyCode === undefined ? {} : { county_code: change.countyCode }),
        ...(change.organisationId === undefined ? {} : { organisation_id: change.organisationId }),
        ...(change.intake === undefined ? {} : { intake: change.intake }),
        ...(change.desk === undefined ? {} : { desk: change.desk }),
        ...(change.acknowledgedOn === undefined ? {} : { acknowledged_on: change.acknowledgedOn }),
        ...(change.answeredOn === undefined ? {} : { answered_on: change.answeredOn, told_on: null }),
        ...(change.isInTime === undefined ? {} : { is_in_time: change.isInTime }),
        ...(change.answerBy === undefined ? {} : { answer_by: change.answerBy }),
        ...(change.reopened === undefined ? {} : { reopened: change.reopened }),
        ...(closed === undefined ? {} : { closed_on: closed?.on ?? null, closed_how: closed?.how ?? null }),
        version: one.version + 1,
      })
      .where('plan_id', '=', one.planId)
      .where('id', '=', one.id)
      .where('version', '=', one.version)
      .execute(),
  )
  await touchSubjects(tx, one.planId, [one.id])
}
/** How many came by the public page on a day: a flood is refused before it fills the desks. */
export async function countPublic(tx: Tx, planId: string, on: string): Promise<number> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('oversight.grievance')
      .select((select) => select.fn.countAll<number>().as('n'))
      .where('plan_id', '=', planId)
      .where('channel', '=', 'public')
      .where('received_on', '=', on)
      .executeTakeFirstOrThrow(),
  )
  return row.n
}
/** The case behind a file number, for whoever may see it. */
export async function findCaseByNumber(tx: Tx, fileNumber: string): Promise<string | undefined> {
  const row = await tx.selectFrom('enrolment.case').select('id').where('file_number', '=', fileNumber).executeTakeFirst()
  return row?.id
}
/** The scope columns of her own file, for her own page. */
export async function readOwnScope(tx: Tx, { planId, personId }: { readonly planId: string; readonly personId: string }) {
  return beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.case')
      .select(['person_id', 'county_code', 'assigned', 'barred'])
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  )
}
