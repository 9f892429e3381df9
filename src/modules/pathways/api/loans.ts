import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { getLockedCase } from '../../enrolment/port.ts'
import { findOrganisation, namesOf } from '../../partners/port.ts'
import { hasConsent } from '../../people/port.ts'
import * as contract from '../contract/loans.ts'
import { requireExitTable } from '../port.ts'
import { reasonsNotToMoveLoan } from '../rules/loans.ts'
import * as store from '../store/loans.ts'
import { columnsOf, type FiledScope, findScope } from '../store/scope.ts'
import { desksOf, whoseOf } from './given.ts'

async function shown({ tx }: Call<unknown>, scope: FiledScope): Promise<contract.HerLoans> {
  const loans = await store.listLoans(tx, scope.case_id)
  const inOtherHands = await store.listInOtherHands(tx, scope.case_id)
  const names = await namesOf(
    tx,
    loans.map(({ lenderId }) => lenderId),
  )
  return {
    whose: await whoseOf(tx, scope),
    countyCode: scope.county_code,
    loans: loans.map(({ lenderId, ...one }) => ({
      ...one,
      lenderName: names.get(lenderId) ?? null,
      isInOtherHands: inOtherHands.has(one.id),
    })),
  }
}
async function locked(call: Call<unknown>, caseId: string): Promise<FiledScope> {
  const one = await getLockedCase(call, caseId)
  return (await findScope(call.tx, one.id)) ?? refuse('platform.not-found')
}
/** Nothing of a loan goes on before she was read what it may cost her, in the table in force on that day. */
async function passTable({ tx, actor, today }: Call<unknown>, { person_id: personId }: FiledScope): Promise<void> {
  await requireExitTable(tx, { planId: actor.planId, personId, act: 'loan', today })
}

export const loansApi: readonly Handled[] = [
  handle(contract.readLoans, async (call) => shown(call, (await findScope(call.tx, call.input.caseId)) ?? refuse('platform.not-found'))),
  handle(contract.askLoan, async (call) => {
    const { input, tx, today, note } = call
    const scope = await locked(call, input.caseId)
    if (!(await hasConsent(tx, { personId: scope.person_id, purpose: 'keep-file', today }))) refuse('pathways.keeping-not-allowed')
    if ((await findOrganisation(tx, input.lenderId)) === undefined) refuse('pathways.lender-unknown')
    await passTable(call, scope)
    const desks = await desksOf(call, scope, input.lenderId)
    await store.insertLoan(tx, columnsOf(scope), { ...input, fileNumber: scope.fileNumber, today, desks })
    note({ state: 'requested' })
    return shown(call, scope)
  }),
  handle(contract.moveLoan, async (call) => {
    const { input, tx, today, note } = call
    const scope = await locked(call, input.caseId)
    const loan = (await store.listLoans(tx, scope.case_id)).find(({ id }) => id === input.loanId) ?? refuse('platform.not-found')
    if (loan.version !== input.version) refuse('platform.version-stale')
    refuseIf(reasonsNotToMoveLoan(loan.state, input, today))
    if (input.to === 'introduced' || input.to === 'signed') await passTable(call, scope)
    const desks = await desksOf(call, scope, loan.lenderId)
    if (!(await store.moveLoan(tx, { ...input, id: loan.id, today, desks }))) refuse('platform.version-stale')
    note({ from: loan.state, state: input.to })
    return shown(call, scope)
  }),
  handle(contract.sayHands, async (call) => {
    const { input, tx, today } = call
    const scope = await locked(call, input.caseId)
    if (!(await hasConsent(tx, { personId: scope.person_id, purpose: 'keep-file', today }))) refuse('pathways.keeping-not-allowed')
    const loan = (await store.listLoans(tx, scope.case_id)).find(({ id }) => id === input.loanId) ?? refuse('platform.not-found')
    await store.writeHands(tx, columnsOf(scope), { loanId: loan.id, isInOtherHands: input.isInOtherHands, today })
    return shown(call, scope)
  }),
]
