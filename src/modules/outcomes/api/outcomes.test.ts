import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eightAnswers } from '../../../../test/follow-ups.ts'
import { aLot, done, openMarket, workOn } from '../../../../test/market.ts'
import { thePlan } from '../../../../test/personas.ts'
import type { Woman } from '../../../../test/registered.ts'
import { anonymous } from '../../../access/actor.ts'
import { countedBesideCases } from '../../../app/board-following.ts'
import { newId } from '../../../platform/ids.ts'
import { countBoard } from '../board-counting.ts'
import { findOwnOutcome, listOutcomeFacts } from '../port.ts'
import { canonical, outcomeOf } from '../rules/snapshot.ts'
import { listCells } from '../store/board.ts'
import { type Content, hashOf } from '../store/snapshots.ts'

let house: Awaited<ReturnType<typeof openMarket>>['house']
let woman: Woman
const guide = 'facilitatorOfDashtestan'
const MO = 'marketOperator'
/** What she says that her guide can do something about. */
const NEEDS = { hardest: 'material', 'money-came': 'some', 'guide-calls': 'yes', 'may-refuse': 'no' }
const SAID = { manner: 'spoken', witnessName: null }
beforeAll(async () => {
  ;({ house, woman } = await openMarket())
  await writeBand('under-half', 0)
})
afterAll(() => house.stop())
const writeBand = async (incomeBand: string, version: number) => {
  const url = `/people/${woman.personId}/income-band`
  const told = await house.ask(guide, { method: 'PUT', url, body: { incomeBand, version } })
  expect(told.status, told.text).toBe(200)
}
/** Her one call that is open, answered by whoever has it. */
async function answerCall(answers: object): Promise<void> {
  for (const who of ['interviewerOfBehzisti', 'interviewerOfLabour', 'interviewerOfHandicrafts'] as const) {
    const [call] = (await house.ask(who, { url: '/outcomes/own-calls' })).body.calls
    if (call === undefined) continue
    await done(house, who, `/outcomes/own-calls/${call.id}/kinship`, { isKin: false })
    await done(house, who, `/outcomes/own-calls/${call.id}/answers`, { answers })
    return
  }
  throw new Error('nobody has her call')
}
const outcome = async () => (await house.ask(guide, { url: `/outcomes/cases/${woman.caseId}` })).body
const position = async () =>
  (
    await house.house.door.asOwner((tx) =>
      tx.selectFrom('enrolment.case').select('position').where('id', '=', woman.caseId).executeTakeFirstOrThrow(),
    )
  ).position
/** A lot of 20 pieces, worked, paid and told as paid; her word is still missing. */
async function paidLot(): Promise<{ lotId: string; version: number }> {
  const { lotId } = await aLot(house, guide, { caseId: woman.caseId, quantity: 20 })
  await workOn(house, guide, lotId)
  const due = await done(house, MO, `/market/lots/${lotId}/collection`, { version: 7, entryId: newId(), paperNumber: 'ر/۱' })
  const paid = { entryId: newId(), paperNumber: 'ر/۲', to: 'her', paidOn: '2026-11-23', version: due.lot.version }
  const told = await done(house, MO, `/market/lots/${lotId}/payments`, paid)
  return { lotId, version: told.lot.version }
}
const confirm = (lotId: string, version: number) =>
  done(house, guide, `/market/lots/${lotId}/confirm`, { version, entryId: newId(), hasReceived: true, ...SAID })

describe('what became of her work', () => {
  test('neither another guide, the executor nor the office reads it; money told as paid is no income before she says that it came', async () => {
    expect((await house.ask('otherFacilitatorOfDashtestan', { url: `/outcomes/cases/${woman.caseId}` })).reasons).toEqual([
      'platform.not-found',
    ])
    for (const who of ['executor', 'office', 'interviewerOfLabour'] as const)
      expect((await house.ask(who, { url: `/outcomes/cases/${woman.caseId}` })).reasons).toEqual(['access.not-your-part'])
    const { lotId, version } = await paidLot()
    expect((await outcome()).outcome).toMatchObject({ standing: 'not-yet', months: [], job: null, hasTerms: true })
    await confirm(lotId, version)
    // Twenty pieces at 450,000 rial, of 45 minutes each.
    expect((await outcome()).outcome).toMatchObject({
      standing: 'earning',
      months: [{ month: '1405-09', netRial: 9_000_000, realRial: null }],
      hourlyRial: 600_000,
      job: null,
    })
  })
  test('prices of month and base month give real rials, and a page of facts says the same to later rooms, without a name', async () => {
    for (const [month, hundredths] of [
      ['1404-10', 20_000],
      ['1405-08', 30_000],
    ] as const)
      await done(house, 'office', '/outcomes/price-index', {
        id: newId(),
        month,
        hundredths,
        baseYear: 1400,
        after: 0,
        letterNumber: 'آ/۱',
        letterDate: '2026-11-22',
      })
    const facts = await house.house.door.asActor(anonymous(thePlan), (tx) =>
      listOutcomeFacts(tx, { planId: thePlan, today: '2026-11-23', limit: 10 }),
    )
    expect(facts).toMatchObject([{ caseId: woman.caseId, standing: 'earning', job: null, support: { before: 'unknown' } }])
    expect(Object.keys(facts[0] ?? {})).not.toContain('personId')
    const own = await house.house.door.asActor(anonymous(thePlan), (tx) =>
      findOwnOutcome(tx, { planId: thePlan, caseId: woman.caseId, today: '2026-11-23' }),
    )
    expect(Object.keys(own ?? {}).toSorted()).toEqual(['baseMonth', 'hourlyRial', 'months', 'orderedUntil', 'standing'])
  })
  test('silence falls back by itself, and the case with it; nobody typed it', async () => {
    expect(await position()).toBe('earning')
    house.setTime('2027-02-25T06:00:00Z')
    await house.runJob('outcomes.follow-up')
    expect([(await outcome()).outcome.standing, await position()]).toEqual(['interrupted', 'interrupted'])
  })
})
describe('frozen at each follow-up', () => {
  const rows = () => house.house.door.asOwner((tx) => tx.selectFrom('outcomes.snapshot').selectAll().orderBy('taken_at').execute())
  test('what was true on the day is frozen with its hash, once, and derived again from its facts it is the same', async () => {
    await answerCall(eightAnswers({ 'own-sales': 3_000_000, ...NEEDS }))
    await house.runJob('outcomes.follow-up')
    await house.runJob('outcomes.follow-up')
    const [frozen, ...more] = await rows()
    expect(more).toEqual([])
    const content = readContent(frozen?.content)
    expect(hashOf(content).equals(frozen?.hash ?? Buffer.alloc(0))).toBe(true)
    expect(canonical(outcomeOf(content.facts))).toBe(canonical(content.outcome))
    // Her own sale of the month before, said to the caller, is income again.
    expect(await outcome()).toMatchObject({ outcome: { job: 'created' }, baseline: { work: 'none' } })
    expect(content.outcome).toMatchObject({
      standing: 'earning',
      job: 'created',
      months: [{ month: '1405-09' }, { month: '1405-11', netRial: 3_000_000 }],
    })
    expect(await position()).toBe('earning')
  })
  test('her guide reads what needs doing of her answers and nothing of what she said of being guided; another guide and the office read none of it', async () => {
    const url = `/outcomes/cases/${woman.caseId}/needs`
    expect((await house.ask('otherFacilitatorOfDashtestan', { url })).reasons).toEqual(['platform.not-found'])
    for (const who of ['office', 'executor', 'interviewerOfLabour'] as const)
      expect((await house.ask(who, { url })).reasons).toEqual(['access.not-your-part'])
    expect((await house.ask(guide, { url })).body.last).toMatchObject({ needs: ['call-her', 'money-some', 'hardest-material'] })
  })
  test('that she wants her guide to call stands on the day of her guide alone, until they spoke', async () => {
    const day = async (who: 'facilitatorOfDashtestan' | 'otherFacilitatorOfDashtestan') =>
      (await house.ask(who, { url: '/worklist/today' })).body.women.flatMap(
        ({ caseId, tasks }: { caseId: string; tasks: readonly { kind: string }[] }) =>
          tasks.flatMap(({ kind }) => (kind === 'wished-call-to-make' ? [caseId] : [])),
      )
    const speak = (standing: string) =>
      done(house, guide, `/pathways/cases/${woman.caseId}/notes`, {
        id: newId(),
        heldOn: '2027-02-25',
        channel: 'phone',
        standing,
        level: 'normal',
        text: null,
      })
    expect([await day('otherFacilitatorOfDashtestan'), await day(guide)]).toEqual([[], [woman.caseId]])
    await speak('no-answer')
    expect(await day(guide)).toEqual([woman.caseId])
    await speak('needs-help')
    expect(await day(guide)).toEqual([])
  })
  test('what comes later changes no frozen row; a correction is a row beside it, with who and why, and both are seen', async () => {
    const [frozen] = await rows()
    await done(house, 'office', '/outcomes/price-index', {
      id: newId(),
      month: '1405-09',
      hundredths: 40_000,
      baseYear: 1400,
      after: 0,
      letterNumber: 'آ/۲',
      letterDate: '2027-01-01',
    })
    expect((await rows())[0]).toEqual(frozen)
    const url = `/outcomes/snapshots/${frozen?.id}/corrections`
    const correct = () => house.ask('office', { method: 'POST', url, body: { correctionId: newId(), reason: 'شاخص آذر دیر رسید' } })
    expect((await house.ask(guide, { method: 'POST', url, body: {} })).reasons).toEqual(['access.not-your-part'])
    expect((await correct()).body).toMatchObject({ isChanged: true })
    expect((await correct()).reasons).toEqual(['outcomes.snapshot-corrected'])
    const [first, second] = await rows()
    expect(first).toEqual(frozen)
    expect(readContent(second?.content).outcome.months[0]?.realRial).toBe(4_500_000)
    expect((await outcome()).snapshots).toMatchObject([{ replaces: null }, { replaces: frozen?.id, reason: 'شاخص آذر دیر رسید' }])
    const { snapshots } = (await house.ask('auditor', { url: '/outcomes/snapshots' })).body
    expect(snapshots.map(({ isCorrected }: { isCorrected: boolean }) => isCorrected)).toEqual([false, true])
    expect(JSON.stringify(snapshots)).not.toContain(woman.caseId)
  })
  test('how her household lived before is frozen with the first follow-up and compared in bands with a later one, sealed and on the board by number alone', async () => {
    const kept = () =>
      house.house.door.asOwner((tx) =>
        tx
          .selectFrom('outcomes.snapshot')
          .select(['sealed_bands', 'content'])
          .orderBy('month', 'desc')
          .orderBy('taken_at')
          .executeTakeFirstOrThrow(),
      )
    expect((await outcome()).bands).toEqual({ before: 'under-half', later: [] })
    // What is written later is not how she lived before.
    await writeBand('two-and-more', 1)
    house.setTime('2027-05-24T06:00:00Z')
    await house.runJob('outcomes.follow-up')
    await house.runJob('outcomes.follow-up')
    const { 'work-before': _once, ...later } = eightAnswers({ load: 'fits', 'household-income': 'under-one' })
    await answerCall(later)
    await house.runJob('outcomes.follow-up')
    expect((await outcome()).bands).toEqual({ before: 'under-half', later: [{ month: 6, band: 'under-one' }] })
    const { sealed_bands: sealed, content } = await kept()
    const digest = createHash('sha256')
      .update(sealed ?? '')
      .digest('hex')
    expect(readContent(content).bands).toEqual({ change: 'up', digest })
    expect(JSON.stringify(content)).not.toContain('under-')
    await countBoard(house.house, thePlan, countedBesideCases)
    const cells = await house.house.door.asOwner((tx) => listCells(tx, thePlan))
    expect(
      cells.filter(({ measure, dimension }) => measure.startsWith('band') && dimension === 'all').map(({ measure, n }) => [measure, n]),
    ).toEqual([['band-up', 1]])
  })
})
/** What a row of the database holds, as the rules know it. */
function readContent(content: unknown): Content
function readContent(content: unknown): unknown {
  return content
}
