import type { Tx } from '../../../platform/db.ts'
import { touchSubjects } from '../../../platform/touched.ts'
import { ChecklistItem, PlaceKind } from '../contract/checklists.ts'
import { FindingDesk, FindingState } from '../contract/findings.ts'
import type { StoredVisit } from './visits.ts'

export interface StoredFinding {
  readonly planId: string
  readonly id: string
  readonly visitId: string
  readonly countyCode: string
  readonly placeKind: PlaceKind
  readonly placeName: string | null
  readonly desk: FindingDesk
  readonly item: ChecklistItem
  readonly grade: 'minor' | 'serious'
  readonly seen: string | null
  readonly act: string | null
  readonly dueOn: string
  readonly state: FindingState
  readonly report: string | null
  readonly version: number
}
const COLUMNS = [
  'plan_id',
  'id',
  'visit_id',
  'county_code',
  'place_kind',
  'place_name',
  'desk',
  'item',
  'grade',
  'seen',
  'act',
  'due_on',
  'state',
  'report',
  'version',
] as const
const findings = (tx: Tx) => tx.selectFrom('oversight.finding').select(COLUMNS)
type Row = Awaited<ReturnType<ReturnType<typeof findings>['executeTakeFirstOrThrow']>>
function findingOf(row: Row): StoredFinding {
  return {
    planId: row.plan_id,
    id: row.id,
    visitId: row.visit_id,
    countyCode: row.county_code,
    placeKind: PlaceKind.parse(row.place_kind),
    placeName: row.place_name,
    desk: FindingDesk.parse(row.desk),
    item: ChecklistItem.parse(row.item),
    grade: row.grade === 'serious' ? 'serious' : 'minor',
    seen: row.seen,
    act: row.act,
    dueOn: row.due_on,
    state: FindingState.parse(row.state),
    report: row.report,
    version: row.version,
  }
}
export interface NewFinding extends Pick<StoredFinding, 'id' | 'desk' | 'item' | 'grade' | 'seen' | 'act' | 'dueOn'> {}
export async function insertFindings(tx: Tx, visit: StoredVisit, made: readonly NewFinding[]): Promise<void> {
  if (made.length === 0) return
  await tx
    .insertInto('oversight.finding')
    .values(
      made.map((one) => ({
        plan_id: visit.planId,
        id: one.id,
        visit_id: visit.id,
        county_code: visit.countyCode,
        place_kind: visit.placeKind,
        hub_id: visit.hubId,
        place_name: visit.placeName,
        desk: one.desk,
        desks: [one.desk],
        item: one.item,
        grade: one.grade,
        seen: one.seen,
        act: one.act,
        due_on: one.dueOn,
      })),
    )
    .execute()
  await touchSubjects(
    tx,
    visit.planId,
    made.map(({ id }) => id),
  )
}
export interface AskedFindings {
  readonly show: 'open' | 'closed'
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for: those the law of rows lets the reader see. */
export async function listFindings(tx: Tx, { show, after, limit }: AskedFindings): Promise<StoredFinding[]> {
  let query = findings(tx)
    .where('state', show === 'open' ? '<>' : '=', 'closed')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(findingOf)
}
export async function listOfVisit(tx: Tx, visitId: string): Promise<StoredFinding[]> {
  return (await findings(tx).where('visit_id', '=', visitId).orderBy('id').limit(50).execute()).map(findingOf)
}
/** What stands open of earlier visits at the same hub, or at a class of the same name; homes are never compared. */
export async function listEarlier(tx: Tx, visit: StoredVisit): Promise<StoredFinding[]> {
  if (visit.placeKind === 'dwelling') return []
  let query = findings(tx)
    .where('county_code', '=', visit.countyCode)
    .where('place_kind', '=', visit.placeKind)
    .where('state', '<>', 'closed')
    .where('visit_id', '<>', visit.id)
    .orderBy('id')
    .limit(50)
  query = visit.hubId === null ? query.where('place_name', '=', visit.placeName) : query.where('hub_id', '=', visit.hubId)
  return (await query.execute()).map(findingOf)
}
export async function findFinding(tx: Tx, id: string): Promise<StoredFinding | undefined> {
  const row = await findings(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : findingOf(row)
}
export async function lockFinding(tx: Tx, id: string): Promise<StoredFinding | undefined> {
  const row = await findings(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : findingOf(row)
}
interface FindingChange {
  readonly state: FindingState
  readonly report?: { readonly text: string; readonly on: string }
  readonly confirmedOn?: string
  readonly dueOn?: string
  readonly act?: string
  readonly closed?: { readonly on: string; readonly visitId: string }
}
/** Moves one that is locked, under the version seen. */
export async function moveFinding(tx: Tx, { planId, id, version }: StoredFinding, change: FindingChange): Promise<void> {
  const { report, closed } = change
  await tx
    .updateTable('oversight.finding')
    .set({
      state: change.state,
      version: version + 1,
      ...(report === undefined ? {} : { report: report.text, reported_on: report.on }),
      ...(change.confirmedOn === undefined ? {} : { confirmed_on: change.confirmedOn }),
      ...(change.dueOn === undefined ? {} : { due_on: change.dueOn }),
      ...(change.act === undefined ? {} : { act: change.act }),
      ...(closed === undefined ? {} : { closed_on: closed.on, closed_by_visit_id: closed.visitId }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
  await touchSubjects(tx, planId, [id])
}
