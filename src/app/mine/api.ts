import { readHerProducts } from '../../modules/businesses/contract/products.ts'
import { settleShowing } from '../../modules/businesses/contract/showing.ts'
import { findOfCase, findProfile, type StoredBusiness } from '../../modules/businesses/store/businesses.ts'
import { findPaper, listPermits } from '../../modules/businesses/store/permits.ts'
import { fileAppeal } from '../../modules/enrolment/contract/appeals.ts'
import { declineLot, listLots } from '../../modules/market/contract/lots.ts'
import { acceptProposal, declineProposal, listProposals } from '../../modules/matching/contract/proposals.ts'
import { findField } from '../../modules/occupations/port.ts'
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
import { moneyApi } from './money.ts'
import { roadOfHers, talkApi } from './road.ts'
import { mayDecline, readersOf, stageOf } from './rules.ts'
import { stepsApi } from './steps.ts'
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
    return {
      proposals: proposals
        .filter(({ state }) => state === 'upheld' || state === 'accepted')
        .map(({ state, ...one }) => ({ ...one, isAccepted: state === 'accepted' })),
      lots: lots.flatMap(({ id, state, terms: { title, quantity, unit }, dueOn, version }) => {
        const stage = stageOf(state)
        return stage === undefined ? [] : [{ id, title, quantity, unit, stage, mayDecline: mayDecline(state), dueOn, version }]
      }),
    }
  }),
  handle(contract.answerProposal, async (call) => {
    const { id, version, answerId, isYes } = call.input
    await asShe(call, isYes ? acceptProposal : declineProposal, { id, version, answerId, ...SAID })
    return done
  }),
  handle(contract.declineLot, async (call) => {
    await asShe(call, declineLot, { ...call.input, ...SAID })
    return done
  }),
]
/** What she does and how far its newest permit is; who reads the request and what they wrote stays with her guide. */
async function businessOf({ tx, actor, today }: Hers, { id, state, stateSince }: StoredBusiness) {
  const profile = await findProfile(tx, id)
  const field = profile === undefined ? undefined : await findField(tx, profile.fieldCode, today)
  const [permit] = await listPermits(tx, id)
  const paper = permit === undefined ? undefined : await findPaper(tx, actor.planId, permit.id)
  const business = { fieldName: field?.nameFa ?? profile?.fieldCode ?? '', state, since: stateSince }
  if (permit === undefined || paper === undefined) return { business, permit: null }
  return { business, permit: { state: permit.state, since: permit.stateSince, number: paper.permitNumber, expiresOn: paper.expiresOn } }
}
const goodsApi: readonly Handled[] = [
  handle(contract.readHerGoods, async (call) => {
    const { id: caseId } = await getHerCase(call.tx, herself(call))
    const found = await findOfCase(call.tx, caseId)
    if (found === undefined) return { business: null, permit: null, goods: [] }
    const { products } = await asShe(call, readHerProducts, { businessId: found.id })
    return {
      ...(await businessOf(call, found)),
      goods: products.map(({ id, name, shownOn, version }) => ({ id, name, shownOn, version })),
    }
  }),
  handle(contract.hideGoods, async (call) => {
    await asShe(call, settleShowing, { ...call.input, isShown: false, ...SAID })
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
  ...moneyApi,
  ...askingApi,
]
