import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goesOnWithAll, publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { aLot, aPhoto, done, partnersBuy } from '../../../../test/market.ts'
import type { PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { standAt } from '../../../../test/work-plan.ts'
import { newId } from '../../../platform/ids.ts'
import * as contract from '../contract/work.ts'
import { lotPaper } from './papers.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
const guide = 'facilitatorOfDashtestan'
const MO = 'marketOperator'
beforeAll(async () => {
  house = await openHouse()
  await partnersBuy(house)
  await publishExitTable(house, '2026-11-23')
  women = await registerWomen(house.house, 5)
  for (const woman of women) {
    await standAt(house, woman, ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed', 'active'])
    await goesOnWithAll(house, guide, woman)
  }
})
afterAll(() => house.stop())
function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('five were registered')
  return woman
}
const said = { manner: 'spoken', witnessName: null }
/** A lot as it stands, and what is done on it one after the other. */
async function accepted(place: number) {
  const { lotId, orderId } = await aLot(house, guide, { caseId: her(place).caseId, quantity: 20 })
  const at = `/market/lots/${lotId}`
  await done(house, guide, `${at}/terms-read`, { ...said, version: 1 })
  await done(house, guide, `${at}/accept`, { ...said, version: 2 })
  let version = 3
  const tried = (what: string, body: object = {}, who: PersonaName = MO) =>
    house.ask(who, { method: 'POST', url: `${at}/${what}`, body: { version, ...body } })
  const act = async (what: string, body: object = {}, who: PersonaName = MO) => {
    const told = await tried(what, body, who)
    if (told.status !== 200) throw new Error(`${what}: ${told.text}`)
    version = told.body.lot.version
    return told.body
  }
  return { at, lotId, orderId, act, tried }
}
const look = (more: object = {}) => ({
  inspectionId: newId(),
  accepted: 20,
  rework: 0,
  rejected: 0,
  reason: null,
  bearer: null,
  photoId: null,
  ...more,
})
const deliver = { leavesRework: false }
const kit = (kind: string, amount: number, more: object = {}) => ({
  moveId: newId(),
  component: 'پارچه',
  unit: 'متر',
  kind,
  amount,
  isShort: false,
  ...more,
})
const money = (more: object = {}) => ({ entryId: newId(), paperNumber: 'ر/۱', ...more })

describe('from the work to «confirmed by her»', () => {
  test('whole: material, pieces, a look, delivery, collection, payment, her word; then she earns and the order closes', async () => {
    const lot = await accepted(0)
    expect((await lot.tried('start', { to: 'ordered' }, guide)).status).toBe(403)
    expect((await lot.tried('inspect', look())).reasons).toEqual(['market.no-such-lot-move'])
    await lot.act('start', { to: 'ordered' })
    expect((await lot.tried('kit-moves', kit('used', 1))).reasons).toEqual(['market.kit-above-hand'])
    expect((await lot.act('kit-moves', kit('issued', 50, { isShort: true }))).lot.state).toBe('material-short')
    expect((await lot.act('kit-moves', kit('issued', 10))).lot.state).toBe('material-delivered')
    expect((await lot.tried('kit-moves', kit('used', 5, { unit: 'گرم' }))).reasons).toEqual(['market.kit-other-unit'])
    await lot.act('kit-moves', kit('used', 55))
    expect((await lot.tried('collect', { pieces: 21 })).reasons).toEqual(['market.more-than-hers'])
    await lot.act('collect', { pieces: 20 })
    expect((await lot.tried('inspect', look({ accepted: 19 }))).reasons).toEqual(['market.pieces-do-not-add-up'])
    expect((await lot.act('inspect', look({ accepted: 17, rework: 3 }))).pieces).toMatchObject({ accepted: 17, toRework: 3, mayBring: 3 })
    expect((await lot.tried('deliver', deliver)).reasons).toEqual(['market.rework-open'])
    await lot.act('collect', { pieces: 3 })
    expect((await lot.tried('inspect', look({ accepted: 2, rejected: 1, reason: 'seam', bearer: 'buyer' }))).reasons).toEqual([
      'market.reject-without-evidence',
    ])
    const foreign = await accepted(4)
    const elsewhere = await aPhoto(house, foreign.lotId)
    expect(
      (await lot.tried('inspect', look({ accepted: 2, rejected: 1, reason: 'seam', bearer: 'buyer', photoId: elsewhere }))).reasons,
    ).toEqual(['market.reject-without-evidence'])
    const photoId = await aPhoto(house, lot.lotId)
    await lot.act('inspect', look({ accepted: 2, rejected: 1, reason: 'seam', bearer: 'buyer', photoId }))
    expect((await house.ask(guide, { url: `/market/photos/${photoId}` })).status).toBe(200)
    expect((await house.ask('otherFacilitatorOfDashtestan', { url: `/market/photos/${photoId}` })).status).toBe(404)
    await lot.act('deliver', deliver)
    const due = await lot.act('collection', money())
    expect(due.lot.state).toBe('due')
    expect(due.money).toMatchObject({ owedRial: 9_000_000, outstandingRial: 9_000_000, payBy: '2026-12-23', daysLate: 0 })
    expect((await lot.tried('payments', money({ to: 'her', paidOn: '2026-11-24' }))).reasons).toEqual(['market.paid-ahead'])
    await lot.act('payments', money({ to: 'hub', paidOn: '2026-11-23' }))
    await lot.act('payments', money({ to: 'her', paidOn: '2026-11-23' }))
    const end = async (version: number) =>
      house.ask(MO, { method: 'POST', url: `/market/orders/${lot.orderId}/end`, body: { version, to: 'closed', reason: 'همه تحویل شد' } })
    const { version } = (await house.ask(MO, { url: `/market/orders/${lot.orderId}` })).body
    expect((await end(version)).reasons).toEqual(['market.lots-open'])
    expect((await lot.tried('confirm', { entryId: newId(), hasReceived: true, ...said })).status).toBe(403)
    const back = await lot.act('confirm', { entryId: newId(), hasReceived: false, ...said }, guide)
    expect(back.lot.state).toBe('paid-to-hub')
    expect(back.money).toMatchObject({ outstandingRial: 9_000_000, payBy: '2026-12-23' })
    await lot.act('payments', money({ to: 'her', paidOn: '2026-11-23' }))
    expect((await lot.act('confirm', { entryId: newId(), hasReceived: true, ...said }, guide)).lot.state).toBe('confirmed-by-her')
    expect((await house.ask(guide, { url: `/road/cases/${her(0).caseId}` })).body.case.position).toBe('earning')
    expect((await end(version)).reasons).toEqual(['market.material-open'])
    const last = await lot.tried('kit-moves', kit('returned', 5))
    expect(last.status, last.text).toBe(200)
    expect((await end(version)).body).toMatchObject({ state: 'closed' })
  })
  test('she may say no after she began, but not with material or owed pieces in hand', async () => {
    const lot = await accepted(1)
    await lot.act('start', { to: 'ordered' })
    await lot.act('kit-moves', kit('issued', 10))
    expect((await lot.tried('decline', said, guide)).reasons).toEqual(['market.material-open'])
    await lot.act('kit-moves', kit('returned', 10))
    expect((await lot.tried('decline', said, guide)).body.state).toBe('declined')
  })
  test('a buyer who cancels after she began states what it owes, and that falls due like pay', async () => {
    const lot = await accepted(2)
    await lot.act('start', { to: 'ordered' })
    expect((await lot.tried('cancel', money({ compensationRial: 0 }))).reasons).toEqual(['market.compensation-missing'])
    const told = await lot.act('cancel', money({ compensationRial: 2_000_000 }))
    expect(told.lot.state).toBe('due')
    expect(told.money).toMatchObject({ owedRial: 2_000_000, payBy: '2026-12-23' })
    expect((await house.ask(MO, { url: `/market/orders/${lot.orderId}` })).body.placed).toBe(0)
  })
  test('forty payments at once write one; no agency and no blind role reads a rial', async () => {
    const lot = await accepted(3)
    await lot.act('start', { to: 'ordered' })
    await lot.act('collect', { pieces: 20 })
    await lot.act('inspect', look())
    await lot.act('deliver', deliver)
    await lot.act('collection', money())
    const told = await Promise.all(Array.from({ length: 40 }, () => lot.tried('payments', money({ to: 'her', paidOn: '2026-11-23' }))))
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    const seen = (await house.ask(guide, { url: `${lot.at}/work` })).body
    expect(seen.money).toMatchObject({ owedRial: 9_000_000, outstandingRial: 0 })
    // Paid in full, her slip tells what she was paid and not nought.
    const slip = lotPaper('slip', contract.LotWork.parse(seen), { language: 'en', house: house.house, today: '2026-11-23' })
    expect(slip.blocks[0]).toEqual({ kind: 'large', text: '9,000,000 rial' })
    expect(JSON.stringify(slip)).toMatch(/900,000 toman.*Until you say it did/)
    // It lies about at home: neither whose it is nor what the plan is called stands on it.
    expect([slip.letterhead, slip.footer]).toEqual(['', 'Kariz'])
    for (const who of ['behzistiOfDashtestan', 'office', 'governorOfDashtestan', 'executor', 'auditor', 'holding'] as const)
      expect((await house.ask(who, { url: `${lot.at}/work` })).status).toBe(403)
  })
})
describe('another look and deductions', () => {
  test('what was rejected at her cost is judged by somebody else; for her it is owed on top, and she confirms only after the answer', async () => {
    const lot = await accepted(2)
    await lot.act('start', { to: 'ordered' })
    await lot.act('collect', { pieces: 20 })
    const photoId = await aPhoto(house, lot.lotId)
    await lot.act('inspect', look({ accepted: 18, rejected: 2, reason: 'size', bearer: 'her', photoId }))
    await lot.act('deliver', deliver)
    await lot.act('collection', money())
    const disputeId = newId()
    expect((await lot.tried('disputes', { disputeId, about: 'inspection' })).status).toBe(403)
    const opened = await lot.tried('disputes', { disputeId, about: 'inspection' }, guide)
    expect(opened.body.disputes).toEqual([expect.objectContaining({ state: 'opened', answerBy: '2026-12-03', daysLeft: 10 })])
    expect((await lot.tried('disputes', { disputeId: newId(), about: 'payment' }, guide)).reasons).toEqual(['market.dispute-open'])
    await lot.act('payments', money({ to: 'her', paidOn: '2026-11-23' }))
    expect((await lot.tried('confirm', { entryId: newId(), hasReceived: true, ...said }, guide)).reasons).toEqual(['market.dispute-open'])
    const settle = () =>
      house.ask(MO, { method: 'POST', url: `/market/disputes/${disputeId}/settle`, body: { isForHer: true, entryId: newId() } })
    expect((await settle()).reasons).toEqual(['market.own-inspection'])
    await house.house.door.asOwner((tx) =>
      tx.updateTable('market.inspection').set({ account_id: newId() }).where('lot_id', '=', lot.lotId).execute(),
    )
    expect((await settle()).body.disputes[0].state).toBe('settled-for-her')
    expect((await settle()).reasons).toEqual(['market.dispute-ended'])
    const { money: owed, lot: now, pieces } = (await house.ask(guide, { url: `${lot.at}/work` })).body
    expect(owed).toMatchObject({ owedRial: 9_000_000, outstandingRial: 900_000 })
    expect([now.state, pieces.rejected, pieces.spoiled]).toEqual(['due', 0, 2])
  })
  test('pieces are taken once: neither a paid lot nor a cancelled one is stated as owed again', async () => {
    const lot = await accepted(1)
    await lot.act('start', { to: 'ordered' })
    await lot.act('collect', { pieces: 20 })
    await lot.act('inspect', look())
    await lot.act('deliver', deliver)
    await lot.act('collection', money())
    await lot.act('payments', money({ to: 'her', paidOn: '2026-11-23' }))
    expect((await lot.tried('collection', money())).reasons).toEqual(['market.no-such-lot-move'])
    expect((await house.ask(guide, { url: `${lot.at}/work` })).body.money).toMatchObject({ owedRial: 9_000_000, outstandingRial: 0 })
    const cancelled = await accepted(1)
    await cancelled.act('cancel', money({ compensationRial: 0 }))
    expect((await cancelled.tried('collection', money())).reasons).toEqual(['market.no-such-lot-move'])
  })
  test('nothing is taken off by one hand, nor more than is owed; nothing is paid while it waits', async () => {
    const lot = await accepted(1)
    await lot.act('start', { to: 'ordered' })
    await lot.act('collect', { pieces: 20 })
    await lot.act('inspect', look())
    const wish = (amountRial: number) => ({ deductionId: newId(), amountRial, reason: 'advance' })
    expect((await lot.tried('deductions', wish(1))).reasons).toEqual(['market.deduction-not-now'])
    await lot.act('deliver', deliver)
    await lot.act('collection', money())
    expect((await lot.tried('deductions', wish(9_000_001))).reasons).toEqual(['market.deduction-above-owed'])
    const one = wish(1_000_000)
    expect((await lot.tried('deductions', one)).body.deductions).toEqual([expect.objectContaining({ state: 'proposed', isOwn: true })])
    expect((await lot.tried('payments', money({ to: 'her', paidOn: '2026-11-23' }))).reasons).toEqual(['market.deduction-open'])
    const decide = (deductionId = one.deductionId, isApproved = true) =>
      house.ask(MO, { method: 'POST', url: `/market/deductions/${deductionId}/decide`, body: { isApproved, entryId: newId() } })
    expect((await decide()).reasons).toEqual(['market.deduction-by-two'])
    expect((await decide(one.deductionId, false)).body.deductions[0].state).toBe('refused')
    const two = wish(1_000_000)
    await lot.tried('deductions', two)
    await house.house.door.asOwner((tx) =>
      tx.updateTable('market.deduction').set({ proposed_by: newId() }).where('id', '=', two.deductionId).execute(),
    )
    expect((await decide(two.deductionId)).body.deductions.map(({ state }: { state: string }) => state).toSorted()).toEqual([
      'approved',
      'refused',
    ])
    expect((await decide(two.deductionId)).reasons).toEqual(['market.deduction-decided'])
    expect((await house.ask(guide, { url: `${lot.at}/work` })).body.money).toMatchObject({
      owedRial: 8_000_000,
      outstandingRial: 8_000_000,
    })
  })
})
test.each(['kit', 'waybill'])('the %s is a paper with the code of the lot', async (kind) => {
  const lot = await accepted(3)
  const paper = await house.ask(guide, { url: `${lot.at}/paper?kind=${kind}` })
  expect(paper.status, paper.text).toBe(200)
  expect(paper.text.startsWith('%PDF-')).toBe(true)
  expect((await house.ask('holding', { url: `${lot.at}/paper?kind=${kind}` })).status).toBe(403)
})
test('the slip is a paper once something is owed, and before that it would tell her nought', async () => {
  const lot = await accepted(3)
  const slip = () => house.ask(guide, { url: `${lot.at}/paper?kind=slip` })
  expect((await slip()).reasons).toEqual(['market.slip-too-early'])
  await lot.act('start', { to: 'ordered' })
  await lot.act('collect', { pieces: 20 })
  await lot.act('inspect', look())
  await lot.act('deliver', deliver)
  await lot.act('collection', money())
  expect((await slip()).text.startsWith('%PDF-')).toBe(true)
  expect((await house.ask('holding', { url: `${lot.at}/paper?kind=slip` })).status).toBe(403)
})
test('the realisation of promises to buy is read by the office and by the partner for its own', async () => {
  expect((await house.ask(guide, { url: '/market/realisation' })).status).toBe(403)
  expect((await house.ask('holding', { url: '/market/realisation' })).body.pledges).toEqual([])
  expect((await house.ask('office', { url: '/market/realisation' })).status).toBe(200)
})
