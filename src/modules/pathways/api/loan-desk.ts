import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { namesOf } from '../../partners/port.ts'
import { whoConsents } from '../../people/port.ts'
import * as contract from '../contract/loans.ts'
import { requireExitTable } from '../port.ts'
import { movesOf, reasonsNotToMoveLoan } from '../rules/loans.ts'
import { deskMoves } from '../rules/mirrored.ts'
import * as store from '../store/loans.ts'

type OnDesk = Awaited<ReturnType<typeof store.listOwnLoans>>[number]
const movesHere = ({ actor }: Call<unknown>, { state, lenderId }: OnDesk['loan']) =>
  deskMoves(movesOf(state), actor.organisationId === lenderId)
async function shown(call: Call<unknown>, rows: readonly OnDesk[]): Promise<contract.OwnLoan[]> {
  const names = await namesOf(
    call.tx,
    rows.map(({ loan }) => loan.lenderId),
  )
  return rows.map(({ loan, fileNumber, countyCode }) => {
    const { lenderId, ...one } = loan
    return { ...one, fileNumber, countyCode, lenderName: names.get(lenderId) ?? null, moves: [...movesHere(call, loan)] }
  })
}
/** Those whose women still say yes to agencies today: what she took back does not exist for them. */
async function stillShared({ tx, actor, today }: Call<unknown>, rows: readonly OnDesk[]): Promise<readonly OnDesk[]> {
  const personIds = [...new Set(rows.map(({ personId }) => personId))]
  const yes = await whoConsents(tx, { planId: actor.planId, personIds, purpose: 'share-with-agencies', today })
  return rows.filter(({ personId }) => yes.has(personId))
}

/** Loans on the desks of whoever gives them and of the labour office. */
export const loanDeskApi: readonly Handled[] = [
  handle(contract.listOwnLoans, async (call) => {
    const { organisationId } = call.actor
    const rows = organisationId === null ? [] : await store.listOwnLoans(call.tx, organisationId)
    return { loans: await shown(call, await stillShared(call, rows)) }
  }),
  handle(contract.answerLoan, async (call) => {
    const { input, tx, actor, today, about, note } = call
    const found = (await store.lockOwnLoan(tx, input.id)) ?? refuse('platform.not-found')
    if ((await stillShared(call, [found])).length === 0) refuse('platform.not-found')
    const { loan: one, personId } = found
    about({ personId, caseId: found.caseId, countyCode: found.countyCode })
    if (one.version !== input.version) refuse('platform.version-stale')
    refuseIf(reasonsNotToMoveLoan(one.state, input, today))
    if (!movesHere(call, one).includes(input.to)) refuse('pathways.not-this-desk')
    if (input.to === 'introduced' || input.to === 'signed')
      await requireExitTable(tx, { planId: actor.planId, personId, act: 'loan', today })
    if (!(await store.moveLoan(tx, { ...input, today }))) refuse('platform.version-stale')
    note({ from: one.state, state: input.to })
    const moved = (await store.lockOwnLoan(tx, input.id)) ?? refuse('platform.not-found')
    return (await shown(call, [moved]))[0] ?? refuse('platform.not-found')
  }),
]
