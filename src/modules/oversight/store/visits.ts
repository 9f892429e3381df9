import { z } from 'zod'
import type { Tx } from '../../../platform/db.ts'
import { ChecklistItem, PlaceKind, Seen } from '../contract/checklists.ts'
import { VisitPurpose, VisitState } from '../contract/visits.ts'

const Answers = z.partialRecord(ChecklistItem, Seen)
export type Answers = z.infer<typeof Answers>
export interface StoredVisit {
  readonly id: string
  readonly planId: string
  readonly number: string
  readonly countyCode: string
  readonly placeKind: PlaceKind
  readonly hubId: string | null
  readonly placeName: string | null
  readonly organisationId: string | null
  readonly caseId: string | null
  readonly personId: string | null
  readonly fileNumber: string | null
  readonly purpose: VisitPurpose
  readonly plannedOn: string
  readonly state: VisitState
  readonly checklistVersion: number
  readonly answers: Answers
  readonly heldOn: string | null
  readonly version: number
}
const COLUMNS = [
  'id',
  'plan_id',
  'number',
  'county_code',
  'place_kind',
  'hub_id',
  'place_name',
  'organisation_id',
  'case_id',
  'person_id',
  'file_number',
  'purpose',
  'planned_on',
  'state',
  'checklist_version',
  'answers',
  'held_on',
  'version',
] as const
const visits = (tx: Tx) => tx.selectFrom('oversight.visit').select(COLUMNS)
type Row = Awaited<ReturnType<ReturnType<typeof visits>['executeTakeFirstOrThrow']>>
function visitOf(row: Row): StoredVisit {
  return {
    id: row.id,
    planId: row.plan_id,
    number: row.number,
    countyCode: row.county_code,
    placeKind: PlaceKind.parse(row.place_kind),
    hubId: row.hub_id,
    placeName: row.place_name,
    organisationId: row.organisation_id,
    caseId: row.case_id,
    personId: row.person_id,
    fileNumber: row.file_number,
    purpose: VisitPurpose.parse(row.purpose),
    plannedOn: row.planned_on,
    state: VisitState.parse(row.state),
    checklistVersion: row.checklist_version,
    answers: Answers.parse(row.answers),
    heldOn: row.held_on,
    version: row.version,
  }
}
interface HerScope {
  readonly case_id: string
  readonly person_id: string
  readonly assigned: string[]
  readonly barred: string[]
}
export interface NewVisit {
  readonly id: string
  readonly planId: string
  readonly number: string
  readonly countyCode: string
  readonly placeKind: PlaceKind
  readonly hubId: string | null
  readonly placeName: string | null
  readonly organisationId: string | null
  readonly scope: HerScope | undefined
  readonly fileNumber: string | null
  readonly purpose: VisitPurpose
  readonly plannedOn: string
  readonly plannedBy: string
  readonly isWomanVisitor: boolean
  readonly isUnmarkedCar: boolean
  readonly state: VisitState
  readonly checklistVersion: number
}
export async function insertVisit(tx: Tx, made: NewVisit): Promise<void> {
  await tx
    .insertInto('oversight.visit')
    .values({
      ...made.scope,
      plan_id: made.planId,
      id: made.id,
      number: made.number,
      county_code: made.countyCode,
      place_kind: made.placeKind,
      hub_id: made.hubId,
      place_name: made.placeName,
      organisation_id: made.organisationId,
      file_number: made.fileNumber,
      purpose: made.purpose,
      planned_on: made.plannedOn,
      planned_by: made.plannedBy,
      is_woman_visitor: made.isWomanVisitor,
      is_unmarked_car: made.isUnmarkedCar,
      state: made.state,
      checklist_version: made.checklistVersion,
    })
    .execute()
}
export interface AskedVisits {
  readonly show: 'coming' | 'held' | 'all'
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listVisits(tx: Tx, { show, after, limit }: AskedVisits): Promise<StoredVisit[]> {
  let query = visits(tx)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (show === 'coming') query = query.where('state', 'in', ['asked', 'planned'])
  if (show === 'held') query = query.where('state', '=', 'held')
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(visitOf)
}
export async function listOfCase(tx: Tx, caseId: string): Promise<StoredVisit[]> {
  return (await visits(tx).where('case_id', '=', caseId).orderBy('id', 'desc').limit(50).execute()).map(visitOf)
}
export async function findVisit(tx: Tx, id: string): Promise<StoredVisit | undefined> {
  const row = await visits(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : visitOf(row)
}
export async function lockVisit(tx: Tx, id: string): Promise<StoredVisit | undefined> {
  const row = await visits(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : visitOf(row)
}
interface VisitChange {
  readonly state: VisitState
  readonly word?: { readonly manner: string; readonly on: string; readonly sealedWitness: Buffer | null }
  readonly held?: { readonly on: string; readonly by: string; readonly answers: Answers }
}
/** Moves one that is locked, under the version seen. */
export async function moveVisit(tx: Tx, { id, version }: StoredVisit, { state, word, held }: VisitChange): Promise<void> {
  await tx
    .updateTable('oversight.visit')
    .set({
      state,
      version: version + 1,
      ...(word === undefined ? {} : { word_manner: word.manner, word_on: word.on, sealed_witness: word.sealedWitness }),
      ...(held === undefined ? {} : { held_on: held.on, visitor_id: held.by, answers: JSON.stringify(held.answers) }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
}
