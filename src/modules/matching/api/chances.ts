import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { findFile } from '../../enrolment/port.ts'
import * as contract from '../contract/proposals.ts'
import { reasonsNotToMark } from '../rules/moves.ts'
import * as marks from '../store/marks.ts'
import { findOpportunity, listOpportunities, listTitles } from '../store/opportunities.ts'
import { findLastWeighed } from '../store/runs.ts'

const MOST_OPEN = 200
type Hers = Pick<Call<{ readonly caseId: string }>, 'input' | 'tx'>
/** A case the actor carries; «not found» otherwise. */
const getFile = async ({ input, tx }: Hers) => (await findFile(tx, input.caseId)) ?? refuse('platform.not-found')
/** What her guide sees: the last run she was in, opportunities of her county, and the marks that stand. */
async function chancesOf({ input, tx }: Hers, countyCode: string): Promise<contract.HerChances> {
  const last = await findLastWeighed(tx, input.caseId)
  const standing = await marks.listMarks(tx, input.caseId)
  const open = await listOpportunities(tx, { state: 'open', countyCode, limit: MOST_OPEN })
  const known = await listTitles(tx, [
    ...(last?.weighed.pairs.map(({ opportunityId }) => opportunityId) ?? []),
    ...standing.map(({ opportunityId }) => opportunityId),
  ])
  const all = new Map([...open.map((one) => [one.id, one] as const), ...known])
  return {
    ranOn: last?.ranOn ?? null,
    weighed: last?.weighed ?? null,
    tier: last?.tier ?? null,
    lot: last?.lot ?? null,
    titles: [...all.values()].map(({ id, title, state }) => ({ opportunityId: id, title, isOpen: state === 'open' })),
    marks: standing.map(({ caseId: _caseId, ...mark }) => ({ ...mark, title: all.get(mark.opportunityId)?.title ?? '' })),
  }
}

export const chancesApi: readonly Handled[] = [
  handle(contract.readHerChances, async (call) => chancesOf(call, (await getFile(call)).scope.county_code)),
  handle(contract.markOpportunity, async (call) => {
    const { input, tx, actor, today, about } = call
    const { scope, isJoined } = await getFile(call)
    about({ personId: scope.person_id, caseId: scope.case_id, countyCode: scope.county_code })
    if (isJoined) refuse('enrolment.file-joined')
    refuseIf(reasonsNotToMark(input.kind, input.reason))
    const opportunity = await findOpportunity(tx, input.opportunityId)
    if (opportunity?.state !== 'open' || opportunity.countyCode !== scope.county_code) refuse('platform.not-found')
    const { markId, opportunityId, kind, reason } = input
    await marks.insertMark(tx, scope, { id: markId, opportunityId, kind, reason, today, accountId: actor.accountId })
    return chancesOf(call, scope.county_code)
  }),
  handle(contract.endMark, async (call) => {
    const { input, tx, today, about } = call
    const { scope } = await getFile(call)
    about({ personId: scope.person_id, caseId: scope.case_id, countyCode: scope.county_code })
    if (!(await marks.endMarkRow(tx, { caseId: input.caseId, id: input.id, today }))) refuse('platform.not-found')
    return chancesOf(call, scope.county_code)
  }),
]
