import type { z } from 'zod'
import { acceptTerms, type Lot, listLots, noteTermsRead, readTermsAloud } from '../../modules/market/contract/lots.ts'
import { confirmPayment, readWork } from '../../modules/market/contract/work.ts'
import { findLot } from '../../modules/market/store/lots.ts'
import { findOwnOutcome } from '../../modules/outcomes/port.ts'
import { readInsurances } from '../../modules/pathways/contract/insurances.ts'
import { readLoans } from '../../modules/pathways/contract/loans.ts'
import { type Call, type Handled, handle } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import { asShe, SAID } from './as-she.ts'
import * as contract from './contract/money.ts'
import { moneyDoorApi, requireMoney } from './money-door.ts'
import { isAboutMoney, stageOf } from './rules.ts'
import { moneySteps } from './steps.ts'
import { getHerCase, herself } from './store.ts'

type Hers = Call<unknown>
type Money = z.input<typeof contract.readHerMoney.output>
const done = { isDone: true } as const
const MOST = 50
const MONTHS = 6
/** What came of her work so far, as her page tells it; nothing of support bodies is among it. */
async function incomeOf({ tx, actor, today }: Hers) {
  const { id: caseId, planId } = await getHerCase(tx, actor.personId)
  const own = await findOwnOutcome(tx, { planId, caseId, today })
  if (own === undefined) return null
  const { standing, hourlyRial, orderedUntil, months } = own
  const latest = months.slice(-MONTHS).toReversed()
  return { standing, hourlyRial, orderedUntil, months: latest.map(({ month, netRial }) => ({ month, netRial })) }
}
/** The terms of what is offered to her, and of what she said yes to and has in hand. */
async function termsOf(call: Hers, lots: readonly Lot[]) {
  const offers: Money['offers'] = []
  const agreed: Money['agreed'] = []
  for (const { id, state, terms, dueOn, version } of lots) {
    const stage = stageOf(state)
    if (stage === undefined) continue
    const { sentences } = await asShe(call, readTermsAloud, { id })
    const one = { id, title: terms.title, terms: sentences }
    const { unit, rateRial, wholeRial } = terms
    if (stage === 'offered') offers.push({ ...one, unit, rateRial, wholeRial, dueOn, version })
    else agreed.push(one)
  }
  return { offers, agreed }
}
/** Loans and insurances as they are mirrored, without whoever gives or pays for them. */
async function givenOf(call: Hers, caseId: string) {
  const { loans } = await asShe(call, readLoans, { caseId })
  const { insurances } = await asShe(call, readInsurances, { caseId })
  return {
    loans: loans.map(({ id, amountRial, state, stateSince }) => ({ id, amountRial, state, stateSince })),
    insurances: insurances.map(({ id, scheme, state, stateSince }) => ({ id, scheme, state, stateSince })),
  }
}
export const moneyApi: readonly Handled[] = [
  ...moneyDoorApi,
  handle(contract.readHerMoney, async (call) => {
    await requireMoney(call)
    const { id: caseId } = await getHerCase(call.tx, herself(call))
    const { lots } = await asShe(call, listLots, { limit: MOST })
    const shown = []
    for (const { id, state, terms, version } of lots.filter((lot) => isAboutMoney(lot.state))) {
      const { money } = await asShe(call, readWork, { id })
      const { owedRial, outstandingRial, payBy, daysLate } = money
      const isToConfirm = state === 'paid-to-her'
      const isConfirmed = state === 'confirmed-by-her'
      shown.push({ id, title: terms.title, owedRial, outstandingRial, payBy, isLate: daysLate > 0, isToConfirm, isConfirmed, version })
    }
    return {
      ...(await termsOf(call, lots)),
      lots: shown,
      ...(await givenOf(call, caseId)),
      steps: await moneySteps(call, caseId),
      income: await incomeOf(call),
    }
  }),
  handle(contract.confirmMoney, async (call) => {
    if ((await findLot(call.tx, call.input.id)) === undefined) refuse('platform.not-found')
    await requireMoney(call)
    await asShe(call, confirmPayment, { ...call.input, ...SAID })
    return done
  }),
  handle(contract.acceptLot, async (call) => {
    const { id, version } = call.input
    const lot = (await asShe(call, listLots, { limit: MOST })).lots.find((one) => one.id === id) ?? refuse('platform.not-found')
    await requireMoney(call)
    // She read the terms on the very page she says yes on, or had them read aloud before.
    const read = lot.state === 'offered' ? await asShe(call, noteTermsRead, { id, version, ...SAID }) : { version }
    await asShe(call, acceptTerms, { id, version: read.version, ...SAID })
    return done
  }),
]
