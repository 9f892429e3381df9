import type { Actor } from '../../../access/actor.ts'
import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { type OwnStep, type Step, StepKind, StepOwner, StepState } from '../contract/work-plan.ts'
import type { Scope } from './scope.ts'
import { openedText, type Sealing, sealedText } from './work-plans.ts'

const MOST_STEPS = 100
/** Steps of one plan in the order of their days. */
export async function listSteps(tx: Tx, caseId: string, sealing: Sealing): Promise<readonly Omit<Step, 'organisationName'>[]> {
  const rows = await tx
    .selectFrom('pathways.step')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('due_on')
    .orderBy('id')
    .limit(MOST_STEPS)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: StepKind.parse(row.kind),
    what: openedText(sealing, 'step', row.sealed_what),
    owner: StepOwner.parse(row.owner),
    organisationId: row.organisation_id,
    dueOn: row.due_on,
    state: StepState.parse(row.state),
    stateSince: row.state_since,
    answeredOn: row.answered_on,
    version: row.version,
  }))
}
export interface NewStep {
  readonly id: string
  readonly fileNumber: string
  readonly kind: string
  readonly what: string | null
  readonly owner: string
  readonly organisationId: string | null
  readonly dueOn: string
  readonly state: 'proposed' | 'planned'
  readonly today: string
}
export async function insertStep(tx: Tx, scope: Scope, sealing: Sealing, step: NewStep): Promise<void> {
  await tx
    .insertInto('pathways.step')
    .values({
      ...scope,
      id: step.id,
      file_number: step.fileNumber,
      kind: step.kind,
      sealed_what: sealedText(sealing, 'step', step.what),
      owner: step.owner,
      organisation_id: step.organisationId,
      due_on: step.dueOn,
      state: step.state,
      state_since: step.today,
      put_on: step.state === 'proposed' ? step.today : null,
    })
    .execute()
}
interface Row {
  readonly id: string
  readonly file_number: string
  readonly county_code: string
  readonly kind: string
  readonly due_on: string
  readonly state: string
  readonly version: number
}
export function ownStepOf(row: Row): OwnStep {
  return {
    id: row.id,
    fileNumber: row.file_number,
    countyCode: row.county_code,
    kind: StepKind.parse(row.kind),
    dueOn: row.due_on,
    state: StepState.parse(row.state),
    version: row.version,
  }
}
/** What one agency still owes, the nearest day first. */
export async function listOwnSteps(tx: Tx, organisationId: string): Promise<readonly OwnStep[]> {
  const rows = await tx
    .selectFrom('pathways.step')
    .select(['id', 'file_number', 'county_code', 'kind', 'due_on', 'state', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['planned', 'under-way'])
    .orderBy('due_on')
    .orderBy('id')
    .limit(250)
    .execute()
  return rows.map(ownStepOf)
}
/** A step the actor may move, locked, with the case it belongs to; for whoever owes one that she has not said yes to, there is none. */
export async function lockStep(
  tx: Tx,
  id: string,
  { accountId, personId }: Pick<Actor, 'accountId' | 'personId'>,
): Promise<(OwnStep & { readonly caseId: string; readonly personId: string }) | undefined> {
  const row = await tx
    .selectFrom('pathways.step')
    .select(['id', 'file_number', 'county_code', 'kind', 'due_on', 'state', 'version', 'case_id', 'person_id'])
    .where('id', '=', id)
    .where(isHeardBy(accountId, personId))
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : { ...ownStepOf(row), caseId: row.case_id, personId: row.person_id }
}
/** Before her yes, and after her no, a step is between her and whoever carries her file. */
const isHeardBy = (accountId: string, personId: string | null) =>
  sql<boolean>`(state not in ('proposed', 'refused') or ${accountId}::uuid = any (assigned) or person_id = ${personId}::uuid)`
/** Her word by itself on one step, under the version that lay before her; undefined when somebody was quicker. */
export async function answerStep(
  tx: Tx,
  { id, version, to, word }: { readonly id: string; readonly version: number; readonly to: 'planned' | 'refused'; readonly word: Word },
): Promise<OwnStep | undefined> {
  const row = await tx
    .updateTable('pathways.step')
    .set((set) => ({ state: to, state_since: word.on, ...answerOf(word), version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'file_number', 'county_code', 'kind', 'due_on', 'state', 'version'])
    .executeTakeFirst()
  return row === undefined ? undefined : ownStepOf(row)
}
/** Her yes to a whole plan is her yes to every step that was put to her. */
export async function acceptProposed(tx: Tx, caseId: string, word: Word): Promise<void> {
  await tx
    .updateTable('pathways.step')
    .set((set) => ({ state: 'planned', state_since: word.on, ...answerOf(word), version: set('version', '+', 1) }))
    .where('case_id', '=', caseId)
    .where('state', '=', 'proposed')
    .execute()
}
interface Word {
  readonly on: string
  readonly manner: string
  readonly sealedWitness: Buffer | null
}
const answerOf = ({ on, manner, sealedWitness }: Word) => ({ answered_on: on, answer_manner: manner, sealed_witness: sealedWitness })
export async function moveStep(
  tx: Tx,
  { id, version, to, today }: { readonly id: string; readonly version: number; readonly to: string; readonly today: string },
): Promise<OwnStep | undefined> {
  const row = await tx
    .updateTable('pathways.step')
    .set((set) => ({ state: to, state_since: today, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'file_number', 'county_code', 'kind', 'due_on', 'state', 'version'])
    .executeTakeFirst()
  return row === undefined ? undefined : ownStepOf(row)
}
/** Whether the plan a step belongs to is agreed and names a buyer: yes or no, for an agency that sees neither. */
export async function findStanding(tx: Tx, planId: string, caseId: string) {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('pathways.work_plan')
      .select(['agreed_on', 'sealed_buyer'])
      .where('plan_id', '=', planId)
      .where('case_id', '=', caseId)
      .executeTakeFirst(),
  )
  return { isAgreed: row !== undefined && row.agreed_on !== null, hasBuyer: row !== undefined && row.sealed_buyer !== null }
}
