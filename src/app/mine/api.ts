import { readHerProducts } from '../../modules/businesses/contract/products.ts'
import { settleShowing } from '../../modules/businesses/contract/showing.ts'
import { findOfCase } from '../../modules/businesses/store/businesses.ts'
import { fileAppeal } from '../../modules/enrolment/contract/appeals.ts'
import { acceptTerms, declineLot, listLots, noteTermsRead, readTermsAloud } from '../../modules/market/contract/lots.ts'
import { confirmPayment, readWork } from '../../modules/market/contract/work.ts'
import { findLot } from '../../modules/market/store/lots.ts'
import { acceptProposal, declineProposal, listProposals } from '../../modules/matching/contract/proposals.ts'
import { findOwnOutcome } from '../../modules/outcomes/port.ts'
import { openedToWrite } from '../../modules/people/api/opened.ts'
import { listConsents, withdrawConsent } from '../../modules/people/contract.ts'
import { listReaders } from '../../modules/people/store/file.ts'
import { insertRequest } from '../../modules/people/store/requests.ts'
import { type Call, type Handled, handle } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'
import { asShe, SAID } from './as-she.ts'
import * as contract from './contract/pages.ts'
import { doorApi } from './door.ts'
import { moneyDoorApi, requireMoney } from './money-door.ts'
import { roadOfHers, talkApi } from './road.ts'
import { isAboutMoney, mayDecline, readersOf, stageOf } from './rules.ts'
import { moneySteps, stepsApi } from './steps.ts'
import { aboutHerCase, getHerCase, herself } from './store.ts'

const done = { isDone: true } as const
type Hers = Call<unknown>
const MOST = 50

const consentsApi: readonly Handled[] = [
  handle(contract.readHerReaders, async (call) => ({
    readers: [...readersOf(await listReaders(call.tx, herself(call)), (at) => dayIn(TEHRAN, new Date(at)))],
  })),
  handle(contract.readHerConsents, (call) => asShe(call, listConsents, { personId: herself(call) })),
  handle(contract.withdrawHerConsent, async (call) => {
    await aboutHerCase(call)
    const { consents } = await asShe(call, listConsents, { personId: herself(call) })
    if (!consents.some(({ id }) => id === call.input.id)) refuse('platform.not-found')
    await asShe(call, withdrawConsent, { personId: herself(call), id: call.input.id })
    return done
  }),
]
const workApi: readonly Handled[] = [
  handle(contract.readHerWork, async (call) => {
    const { proposals } = await asShe(call, listProposals, { limit: MOST })
    const { lots } = await asShe(call, listLots, { limit: MOST })
    const shown = []
    for (const { id, state, terms, dueOn, version } of lots) {
      const stage = stageOf(state)
      if (stage === undefined) continue
      const { sentences } = stage === 'offered' ? await asShe(call, readTermsAloud, { id }) : { sentences: [] }
      shown.push({ id, title: terms.title, stage, terms: sentences, mayDecline: mayDecline(state), dueOn, version })
    }
    return {
      proposals: proposals
        .filter(({ state }) => state === 'upheld' || state === 'accepted')
        .map(({ state, ...one }) => ({ ...one, isAccepted: state === 'accepted' })),
      lots: shown,
    }
  }),
  handle(contract.answerProposal, async (call) => {
    const { id, version, answerId, isYes } = call.input
    await asShe(call, isYes ? acceptProposal : declineProposal, { id, version, answerId, ...SAID })
    return done
  }),
  handle(contract.answerLot, async (call) => {
    const { id, version, isYes } = call.input
    if (!isYes) {
      await asShe(call, declineLot, { id, version, ...SAID })
      return done
    }
    // She read the terms on the very page she says yes on, or had them read aloud before.
    const lot = await asShe(call, listLots, { limit: MOST }).then(({ lots }) => lots.find((one) => one.id === id))
    const read = lot?.state === 'offered' ? await asShe(call, noteTermsRead, { id, version, ...SAID }) : { version }
    await asShe(call, acceptTerms, { id, version: read.version, ...SAID })
    return done
  }),
]
const goodsApi: readonly Handled[] = [
  handle(contract.readHerGoods, async (call) => {
    const business = await findOfCase(call.tx, (await getHerCase(call.tx, herself(call))).id)
    const { products } = business === undefined ? { products: [] } : await asShe(call, readHerProducts, { businessId: business.id })
    return { goods: products.map(({ id, name, shownOn, version }) => ({ id, name, shownOn, version })) }
  }),
  handle(contract.hideGoods, async (call) => {
    await asShe(call, settleShowing, { ...call.input, isShown: false, ...SAID })
    return done
  }),
]
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
const moneyApi: readonly Handled[] = [
  handle(contract.readHerMoney, async (call) => {
    await requireMoney(call)
    const { lots } = await asShe(call, listLots, { limit: MOST })
    const shown = []
    for (const { id, state, terms, version } of lots.filter((lot) => isAboutMoney(lot.state))) {
      const { money } = await asShe(call, readWork, { id })
      const { owedRial, outstandingRial, payBy, daysLate } = money
      const isToConfirm = state === 'paid-to-her'
      const isConfirmed = state === 'confirmed-by-her'
      shown.push({ id, title: terms.title, owedRial, outstandingRial, payBy, isLate: daysLate > 0, isToConfirm, isConfirmed, version })
    }
    const { id: caseId } = await getHerCase(call.tx, herself(call))
    return { lots: shown, steps: await moneySteps(call, caseId), income: await incomeOf(call) }
  }),
  handle(contract.confirmMoney, async (call) => {
    if ((await findLot(call.tx, call.input.id)) === undefined) refuse('platform.not-found')
    await requireMoney(call)
    await asShe(call, confirmPayment, { ...call.input, ...SAID })
    return done
  }),
]
const askingApi: readonly Handled[] = [
  handle(contract.askAgain, async (call) => {
    const file = await aboutHerCase(call)
    await asShe(call, fileAppeal, { caseId: file.id, id: call.input.id })
    return done
  }),
  handle(contract.ask, async (call) => {
    const { tx, input, today, note } = call
    await aboutHerCase(call)
    const personId = herself(call)
    const { scope } = await openedToWrite({ ...call, input: { personId } })
    await insertRequest(tx, scope, { ...input, personId, today })
    note({ kind: input.kind, part: input.part })
    return done
  }),
]
export const mineApi: readonly Handled[] = [
  ...doorApi,
  roadOfHers,
  ...talkApi,
  ...stepsApi,
  ...consentsApi,
  ...workApi,
  ...goodsApi,
  ...moneyDoorApi,
  ...moneyApi,
  ...askingApi,
]
