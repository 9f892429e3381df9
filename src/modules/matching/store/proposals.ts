import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { FileScope } from '../../enrolment/port.ts'
import { ProposalState } from '../contract/states.ts'
import { holding } from '../rules/moves.ts'

export interface StoredProposal {
  readonly planId: string
  readonly id: string
  readonly opportunityId: string
  readonly caseId: string
  readonly personId: string
  readonly countyCode: string
  readonly fileNumber: string
  readonly state: ProposalState
  readonly stateSince: string
  readonly dueOn: string | null
  readonly version: number
}
const columns = [
  'plan_id',
  'id',
  'opportunity_id',
  'case_id',
  'person_id',
  'county_code',
  'file_number',
  'state',
  'state_since',
  'due_on',
  'version',
] as const
const rows = (tx: Tx) => tx.selectFrom('matching.proposal').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
function proposalOf(row: Row): StoredProposal {
  return {
    planId: row.plan_id,
    id: row.id,
    opportunityId: row.opportunity_id,
    caseId: row.case_id,
    personId: row.person_id,
    countyCode: row.county_code,
    fileNumber: row.file_number,
    state: ProposalState.parse(row.state),
    stateSince: row.state_since,
    dueOn: row.due_on,
    version: row.version,
  }
}
interface Filter {
  readonly opportunityId?: string | undefined
  readonly caseId?: string | undefined
  readonly state?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
  /** Without those a woman or her guide turned from, and those that lapsed. */
  readonly isStanding: boolean
}
/** Newest first, one more than asked for. */
export async function listProposals(
  tx: Tx,
  { opportunityId, caseId, state, after, limit, isStanding }: Filter,
): Promise<readonly StoredProposal[]> {
  let query = rows(tx)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (opportunityId !== undefined) query = query.where('opportunity_id', '=', opportunityId)
  if (caseId !== undefined) query = query.where('case_id', '=', caseId)
  if (state !== undefined) query = query.where('state', '=', state)
  if (isStanding) query = query.where('state', 'not in', ['declined', 'set-aside', 'lapsed'])
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(proposalOf)
}
export async function findProposal(tx: Tx, id: string): Promise<StoredProposal | undefined> {
  const row = await rows(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : proposalOf(row)
}
export async function lockProposal(tx: Tx, id: string): Promise<StoredProposal | undefined> {
  const row = await rows(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : proposalOf(row)
}
/** False when somebody was quicker. */
export async function moveProposal(
  tx: Tx,
  { id, version }: Pick<StoredProposal, 'id' | 'version'>,
  move: { readonly to: ProposalState; readonly today: string; readonly dueOn: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('matching.proposal')
    .set((set) => ({ state: move.to, state_since: move.today, due_on: move.dueOn, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
interface Where {
  readonly planId: string
  readonly countyCode: string
  readonly today: string
}
/** Before a run: what nobody looked at lapses, and a yes whose opportunity is over has ended. Over all guides, also where the actor is barred. */
export async function clearBefore(tx: Tx, { planId, countyCode, today }: Where): Promise<void> {
  await beyondReach(tx, async () => {
    await sql`update matching.proposal set state = 'lapsed', state_since = ${today}, due_on = null, version = version + 1
      where plan_id = ${planId} and county_code = ${countyCode} and state = 'proposed'`.execute(tx)
    await sql`update matching.proposal told set state = 'ended', state_since = ${today}, due_on = null, version = told.version + 1
      from matching.opportunity opportunity
      where told.plan_id = ${planId} and told.county_code = ${countyCode} and told.state = 'accepted'
        and opportunity.plan_id = told.plan_id and opportunity.id = told.opportunity_id and opportunity.ends_on < ${today}`.execute(tx)
  })
}
/** What an opportunity that closes does to its proposals: what was not answered lapses, and where `isOver` a yes has ended with it. */
export async function closeProposals(
  tx: Tx,
  of: { readonly planId: string; readonly opportunityId: string; readonly today: string; readonly isOver: boolean },
): Promise<void> {
  const end = (states: readonly string[], to: ProposalState) =>
    tx
      .updateTable('matching.proposal')
      .set((set) => ({ state: to, state_since: of.today, due_on: null, version: set('version', '+', 1) }))
      .where('plan_id', '=', of.planId)
      .where('opportunity_id', '=', of.opportunityId)
      .where('state', 'in', [...states])
      .execute()
  await beyondReach(tx, async () => {
    await end(['proposed', 'upheld'], 'lapsed')
    if (of.isOver) await end(['accepted'], 'ended')
  })
}
export interface Held {
  readonly caseId: string
  readonly opportunityId: string
  readonly state: ProposalState
}
/** Every proposal of a county that still says something: who is held, and what was turned from. */
export async function listStanding(tx: Tx, { planId, countyCode }: Omit<Where, 'today'>): Promise<readonly Held[]> {
  const found = await beyondReach(tx, () =>
    tx
      .selectFrom('matching.proposal')
      .select(['case_id', 'opportunity_id', 'state'])
      .where('plan_id', '=', planId)
      .where('county_code', '=', countyCode)
      .where('state', 'in', ['upheld', 'accepted', 'declined'])
      .execute(),
  )
  return found.map((row) => ({ caseId: row.case_id, opportunityId: row.opportunity_id, state: ProposalState.parse(row.state) }))
}
export const isHeld = ({ state }: Held): boolean => holding.includes(state)
export interface NewProposal {
  readonly id: string
  readonly runId: string
  readonly opportunityId: string
  readonly fileNumber: string
  readonly today: string
  readonly dueOn: string
}
export async function insertProposals(tx: Tx, made: readonly (readonly [scope: FileScope, proposal: NewProposal])[]): Promise<void> {
  if (made.length === 0) return
  await tx
    .insertInto('matching.proposal')
    .values(
      made.map(([scope, one]) => ({
        ...scope,
        id: one.id,
        run_id: one.runId,
        opportunity_id: one.opportunityId,
        file_number: one.fileNumber,
        state_since: one.today,
        due_on: one.dueOn,
      })),
    )
    .execute()
}
export interface NewAnswer {
  readonly id: string
  readonly isYes: boolean
  readonly manner: string
  readonly sealedWitness: Buffer | null
  readonly on: string
  readonly accountId: string
}
export async function insertAnswer(tx: Tx, proposalId: string, said: NewAnswer): Promise<void> {
  const scope = await tx
    .selectFrom('matching.proposal')
    .select(['plan_id', 'person_id', 'county_code', 'assigned', 'barred'])
    .where('id', '=', proposalId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('matching.answer')
    .values({
      ...scope,
      id: said.id,
      proposal_id: proposalId,
      is_yes: said.isYes,
      manner: said.manner,
      sealed_witness: said.sealedWitness,
      answered_on: said.on,
      account_id: said.accountId,
    })
    .execute()
}
/** Who said yes to an opportunity and stands by it. */
export async function listAccepted(
  tx: Tx,
  { planId, opportunityId }: { readonly planId: string; readonly opportunityId: string },
): Promise<readonly { readonly caseId: string; readonly personId: string }[]> {
  const found = await beyondReach(tx, () =>
    tx
      .selectFrom('matching.proposal')
      .select(['case_id', 'person_id'])
      .where('plan_id', '=', planId)
      .where('opportunity_id', '=', opportunityId)
      .where('state', '=', 'accepted')
      .orderBy('id')
      .execute(),
  )
  return found.map((row) => ({ caseId: row.case_id, personId: row.person_id }))
}
/** The day of her last answer to each of these, as far as the reader may see her words. */
export async function listAnswerDays(tx: Tx, proposalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (proposalIds.length === 0) return new Map()
  const found = await tx
    .selectFrom('matching.answer')
    .select(['proposal_id', 'answered_on'])
    .where('proposal_id', 'in', [...proposalIds])
    .orderBy('id')
    .limit(1_000)
    .execute()
  return new Map(found.map((row) => [row.proposal_id, row.answered_on]))
}
