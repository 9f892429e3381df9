import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { findFile } from '../../enrolment/port.ts'
import { namesOf } from '../../partners/port.ts'
import { requireExitTable } from '../../pathways/port.ts'
import { listNames } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/proposals.ts'
import type { ProposalState } from '../contract/states.ts'
import { isAtWork } from '../rules/at-work.ts'
import { reasonsNotToMark, reasonsNotToMoveProposal } from '../rules/moves.ts'
import { insertMark } from '../store/marks.ts'
import { listTitles, moveTaken } from '../store/opportunities.ts'
import * as store from '../store/proposals.ts'
import { keptWord } from './given.ts'

async function shownProposals(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  rows: readonly store.StoredProposal[],
): Promise<contract.Proposal[]> {
  const opportunities = await listTitles(
    tx,
    rows.map(({ opportunityId }) => opportunityId),
  )
  const organisations = await namesOf(
    tx,
    [...opportunities.values()].map(({ organisationId }) => organisationId),
  )
  // The market knows a first name only while a lot is open: a proposal has none for it yet, and how she answered is her guide's.
  const isGuide = actor.role === 'GD'
  const names = isGuide
    ? await listNames(
        tx,
        rows.map(({ personId }) => personId),
      )
    : undefined
  const days = isGuide
    ? await store.listAnswerDays(
        tx,
        rows.map(({ id }) => id),
      )
    : undefined
  return rows.map((row) => {
    const opportunity = opportunities.get(row.opportunityId)
    return {
      ...row,
      title: opportunity?.title ?? '',
      organisationName: organisations.get(opportunity?.organisationId ?? '') ?? '',
      name: names?.get(row.personId) ?? null,
      answeredOn: days?.get(row.id) ?? null,
    }
  })
}
type Acting = Call<{ readonly id: string; readonly version: number }>
async function shownProposal(call: Acting): Promise<contract.Proposal> {
  const row = (await store.findProposal(call.tx, call.input.id)) ?? refuse('platform.not-found')
  return (await shownProposals(call, [row]))[0] ?? refuse('platform.not-found')
}
/** A proposal the actor may see, locked and on the version that was seen, and named as what the request is about. */
async function locked({ input, tx, about }: Acting): Promise<store.StoredProposal> {
  const one = (await store.lockProposal(tx, input.id)) ?? refuse('platform.not-found')
  about({ personId: one.personId, caseId: one.caseId, countyCode: one.countyCode })
  if (one.version !== input.version) refuse('platform.version-stale')
  return one
}
async function move({ tx, today, note }: Acting, one: store.StoredProposal, to: ProposalState, dueOn: string | null = null): Promise<void> {
  if (!(await store.moveProposal(tx, one, { to, today, dueOn }))) refuse('platform.version-stale')
  note({ state: to })
}
type Saying = Call<Parameters<typeof keptWord>[2] & { readonly id: string; readonly version: number; readonly answerId: string }>
async function keepAnswer(call: Saying, one: store.StoredProposal, isYes: boolean): Promise<void> {
  const { input, tx, actor, today } = call
  const word = await keptWord(call, one.personId, input)
  await store.insertAnswer(tx, one.id, { id: input.answerId, isYes, ...word, on: today, accountId: actor.accountId })
}

export const proposalsApi: readonly Handled[] = [
  handle(contract.listProposals, async (call) => {
    const { input, tx, actor } = call
    // Her no is told to nobody but her guide: the market lists who stands, and neither who turned from it nor how many.
    const rows = await store.listProposals(tx, { ...input, isStanding: actor.role !== 'GD' })
    const proposals = await shownProposals(call, rows.slice(0, input.limit))
    return { proposals, next: rows.length > input.limit ? (proposals.at(-1)?.id ?? null) : null }
  }),
  handle(contract.upholdProposal, async (call) => {
    const { tx, today } = call
    const one = await locked(call)
    refuseIf(reasonsNotToMoveProposal(one.state, 'upheld'))
    const { value } = await parameterOn(tx, 'proposal-answer', { day: today, countyCode: one.countyCode })
    await move(call, one, 'upheld', addDays(today, value))
    return shownProposal(call)
  }),
  handle(contract.setAsideProposal, async (call) => {
    const { input, tx, actor, today } = call
    const one = await locked(call)
    refuseIf([...reasonsNotToMoveProposal(one.state, 'set-aside'), ...reasonsNotToMark('ban', input.reason)])
    const file = (await findFile(tx, one.caseId)) ?? refuse('platform.not-found')
    await move(call, one, 'set-aside')
    const mark = { id: input.markId, opportunityId: one.opportunityId, kind: 'ban', reason: input.reason } as const
    await insertMark(tx, file.scope, { ...mark, today, accountId: actor.accountId })
    return shownProposal(call)
  }),
  handle(contract.acceptProposal, async (call) => {
    const { tx, actor, today } = call
    const one = await locked(call)
    refuseIf(reasonsNotToMoveProposal(one.state, 'accepted'))
    const file = (await findFile(tx, one.caseId)) ?? refuse('platform.not-found')
    if (file.isJoined) refuse('enrolment.file-joined')
    if (!isAtWork(file.position)) refuse('matching.not-at-work')
    await requireExitTable(tx, { planId: actor.planId, personId: one.personId, act: 'order', today })
    if (!(await moveTaken(tx, { planId: actor.planId, id: one.opportunityId, by: 1 }))) refuse('matching.places-taken')
    await move(call, one, 'accepted')
    await keepAnswer(call, one, true)
    return shownProposal(call)
  }),
  handle(contract.declineProposal, async (call) => {
    const { tx, actor } = call
    const one = await locked(call)
    refuseIf(reasonsNotToMoveProposal(one.state, 'declined'))
    if (one.state === 'accepted') await moveTaken(tx, { planId: actor.planId, id: one.opportunityId, by: -1 })
    await move(call, one, 'declined')
    await keepAnswer(call, one, false)
    return shownProposal(call)
  }),
]
