import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { done, partnersBuy } from '../../../../test/market.ts'
import { anOpening, openOne, openPlacesPledge, readyForWork, runOnce } from '../../../../test/matching.ts'
import { accountOf, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { service } from '../../../access/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { readScope } from '../../enrolment/port.ts'
import { closeOpportunity, listAccepted, openOpportunity } from '../port.ts'
import { inputText, type Line, solve } from '../rules/run.ts'
import { findRun } from '../store/runs.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
const guide = 'facilitatorOfDashtestan'
const operator = 'marketOperator'
/** Four who are ready (the third of an earlier tier), one who was not read the table, one with another craft, and one of another guide. */
beforeAll(async () => {
  house = await openHouse()
  await partnersBuy(house)
  await publishExitTable(house, '2026-11-23')
  women = [...(await registerWomen(house.house, 6)), ...(await registerWomen(house.house, 1, { guide: 'otherFacilitatorOfDashtestan' }))]
  for (const place of [0, 1, 2, 3]) await readyForWork(house, her(place))
  await readyForWork(house, her(4), { goesOn: false })
  await readyForWork(house, her(5), { wishes: ['HB002'] })
  await readyForWork(house, her(6), { guide: 'otherFacilitatorOfDashtestan', craft: 2 })
  await house.house.door.asOwner((tx) => tx.updateTable('enrolment.case').set({ tier: 1 }).where('id', '=', her(2).caseId).execute())
})
afterAll(() => house.stop())
function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('seven were registered')
  return woman
}
const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url, body })
const read = async (who: PersonaName, url: string) => (await house.ask(who, { url })).body
const said = { manner: 'spoken', witnessName: null }
const answer = (version: number) => ({ version, answerId: newId(), ...said })
const proposalsOf = async (who: PersonaName, opportunityId: string) =>
  (await read(who, `/matching/proposals?opportunityId=${opportunityId}`)).proposals

describe('an opportunity', () => {
  test('is opened by the operator of its county alone, out of an open pledge that is not one to buy', async () => {
    const pledgeId = await openPlacesPledge(house)
    for (const who of [guide, 'holding', 'office', 'executor', 'behzistiOfDashtestan', 'auditor'] as const)
      expect((await post(who, '/matching/opportunities', anOpening(pledgeId))).status).toBe(403)
    const asked = async (more: object, from = pledgeId) => (await post(operator, '/matching/opportunities', anOpening(from, more))).reasons
    expect(await asked({ countyCode: '1804' })).toEqual(['matching.not-own-county'])
    expect(await asked({ leastWeekly: 5 })).toEqual(['matching.weekly-without-unit'])
    expect(await asked({ endsOn: '2026-12-01' })).toEqual(['matching.ends-before-start'])
    expect(await asked({ fieldCode: 'ZZ999' })).toEqual(['matching.field-unknown'])
    expect(await asked({ calledQuantity: 101 })).toEqual(['partners.pledge-spent'])
    expect(await asked({}, await openPlacesPledge(house, { counties: ['1804'] }))).toEqual(['matching.pledge-elsewhere'])
    expect(await asked({}, await openPlacesPledge(house, { kind: 'purchase' }))).toEqual(['matching.purchase-by-order'])
  })
  test('closed, it gives back to its pledge what nobody took; those of other counties do not see it', async () => {
    const pledgeId = await openPlacesPledge(house)
    const made = anOpening(pledgeId, { calledQuantity: 30, places: 3 })
    await done(house, operator, '/matching/opportunities', made)
    expect((await read('holding', `/partners/pledges/${pledgeId}`)).pledge.left).toBe(70)
    const at = `/matching/opportunities/${made.id}`
    expect((await house.ask('governorOfDashti', { url: at })).reasons).toEqual(['platform.not-found'])
    expect((await house.ask('governorOfDashtestan', { url: at })).body).toMatchObject({ left: 3, state: 'open' })
    expect((await house.ask('holding', { url: at })).status).toBe(403)
    const reason = { reason: 'کارگاه بسته شد' }
    expect((await post(guide, `${at}/close`, { ...reason, version: 1 })).status).toBe(403)
    expect((await post(operator, `${at}/close`, { ...reason, version: 2 })).reasons).toEqual(['platform.version-stale'])
    expect((await post(operator, `${at}/close`, { ...reason, version: 1 })).body).toMatchObject({ state: 'closed' })
    expect((await post(operator, `${at}/close`, { ...reason, version: 2 })).reasons).toEqual(['matching.opportunity-closed'])
    expect((await read('holding', `/partners/pledges/${pledgeId}`)).pledge.left).toBe(100)
  })
})
describe('a run', () => {
  let opportunityId = ''
  let runId = ''
  test('is started by the operator of the county alone, and only where something is open', async () => {
    const body = { id: newId(), countyCode: '1803' }
    for (const who of [guide, 'holding', 'office', 'executor', 'governorOfDashtestan', 'auditor'] as const)
      expect((await post(who, '/matching/runs', body)).status).toBe(403)
    expect((await post(operator, '/matching/runs', { ...body, countyCode: '1804' })).reasons).toEqual(['matching.not-own-county'])
    const open = (await read(operator, '/matching/opportunities?state=open')).opportunities
    for (const { id, version } of open)
      await done(house, operator, `/matching/opportunities/${id}/close`, { version, reason: 'پایان آزمون' })
    expect((await post(operator, '/matching/runs', body)).reasons).toEqual(['matching.nothing-open'])
  })
  test('proposes tier by tier, says of each woman why or why not, and tells the market no tier and no name', async () => {
    opportunityId = await openOne(house)
    runId = await runOnce(house)
    const { women: lines } = await read(operator, `/matching/runs/${runId}/women`)
    const outcomeOf = (place: number) => lines.find(({ caseId }: { caseId: string }) => caseId === her(place).caseId)
    expect(outcomeOf(2)).toMatchObject({ outcome: 'proposed', opportunityId })
    const ofEqualTier: readonly string[] = [0, 1, 3].map((place) => outcomeOf(place).outcome)
    expect([...ofEqualTier].toSorted()).toEqual(['others-first', 'others-first', 'proposed'])
    expect(outcomeOf(4).pairs).toEqual([{ opportunityId, obstacles: ['exit-table-unseen'], parts: null }])
    expect(outcomeOf(5).pairs[0].obstacles).toEqual(['field-not-wished', 'craft-unknown'])
    expect(outcomeOf(6).pairs[0].obstacles).toEqual(['craft-below'])
    expect(outcomeOf(0).pairs[0].parts).toEqual({ wish: 400, craft: 280, output: 200 })
    const told = await house.ask(operator, { url: `/matching/runs/${runId}/women` })
    expect(told.text).not.toMatch(/tier|worth|آزمایشی/)
    expect((await house.ask(guide, { url: `/matching/runs/${runId}/women` })).status).toBe(403)
    expect((await house.ask('office', { url: `/matching/runs/${runId}/women` })).status).toBe(403)
    const [first] = (await read(operator, `/matching/runs/${runId}/women?limit=1`)).women
    const page = await read(operator, `/matching/runs/${runId}/women?limit=1`)
    expect((await read(operator, `/matching/runs/${runId}/women?limit=250&after=${page.next}`)).women).toHaveLength(lines.length - 1)
    expect(first.outcome).toBe('proposed')
  })
  test('is kept so that it is solved again from what was kept, digest and proof included; the office sees figures alone', async () => {
    const kept = await house.house.door.asOwner(async (tx) => {
      const run = await findRun(tx, runId)
      const rows = await tx
        .selectFrom('matching.weighed as line')
        .innerJoin('matching.turn as turn', (join) =>
          join.onRef('turn.run_id', '=', 'line.run_id').onRef('turn.case_id', '=', 'line.case_id'),
        )
        .select(['line.case_id', 'line.file_number', 'line.pairs', 'line.opportunity_id', 'turn.tier', 'turn.lot', 'turn.worth'])
        .where('line.run_id', '=', runId)
        .orderBy('turn.lot')
        .execute()
      return { run, rows }
    })
    const lines = kept.rows.map(({ case_id: caseId, file_number: fileNumber, tier, lot, pairs }): Line => {
      const known: Line['pairs'] = JSON.parse(JSON.stringify(pairs))
      return { caseId, fileNumber, tier, lot, pairs: known }
    })
    const offered = (kept.run?.offers ?? []).map(({ opportunityId: id, free }) => ({ id, free }))
    const again = solve(lines, offered)
    expect(again.results.map((one) => [one.caseId, one.opportunityId, one.worth])).toEqual(
      kept.rows.map((row) => [row.case_id, row.opportunity_id, Number(row.worth)]),
    )
    expect(again.prices).toEqual(kept.run?.offers.map(({ price }) => price))
    const digest = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(inputText(lines, offered, '1803/2026-11-23'))),
    )
    expect(kept.run?.inputHash).toBe(Buffer.from(digest).toString('hex'))
    const seen = await read('office', `/matching/runs/${runId}`)
    expect(seen).toMatchObject({ seed: '1803/2026-11-23', women: 7, proposed: 2, weights: { wish: 400, craft: 350, output: 250 } })
    expect(seen.offers).toEqual([
      expect.objectContaining({ free: 2, proposed: 2, obstacles: expect.arrayContaining([{ obstacle: 'craft-below', women: null }]) }),
    ])
    for (const who of ['governorOfDashtestan', 'executor', guide] as const)
      expect((await house.ask(who, { url: `/matching/runs/${runId}` })).status).toBe(403)
  })
  test('her guide looks, she says yes or no; another guide and the operator do neither', async () => {
    const hers = (await proposalsOf(guide, opportunityId)).find(({ caseId }: { caseId: string }) => caseId === her(2).caseId)
    expect(hers).toMatchObject({ state: 'proposed', dueOn: '2026-11-30', name: expect.stringContaining('آزمایشی') })
    expect((await proposalsOf(operator, opportunityId)).map(({ name }: { name: string | null }) => name)).toEqual([null, null])
    expect(await proposalsOf('otherFacilitatorOfDashtestan', opportunityId)).toEqual([])
    const at = `/matching/proposals/${hers.id}`
    expect((await post(operator, `${at}/uphold`, { version: 1 })).status).toBe(403)
    expect((await post('otherFacilitatorOfDashtestan', `${at}/uphold`, { version: 1 })).reasons).toEqual(['platform.not-found'])
    expect((await post(guide, `${at}/accept`, answer(1))).reasons).toEqual(['matching.no-such-move'])
    expect((await post(guide, `${at}/uphold`, { version: 1 })).body).toMatchObject({ state: 'upheld', version: 2 })
    expect((await post(guide, `${at}/accept`, { ...answer(2), manner: 'fingerprint' })).reasons).toEqual(['matching.witness-missing'])
    expect((await post(guide, `${at}/accept`, answer(2))).body).toMatchObject({ state: 'accepted', dueOn: null })
    expect(await read(operator, `/matching/opportunities/${opportunityId}`)).toMatchObject({ taken: 1, left: 1 })
    expect((await post(guide, `${at}/decline`, answer(3))).body).toMatchObject({ state: 'declined' })
    expect(await read(operator, `/matching/opportunities/${opportunityId}`)).toMatchObject({ taken: 0, left: 2 })
    expect((await post(guide, `${at}/accept`, answer(4))).reasons).toEqual(['matching.no-such-move'])
  })
  test('the next run lapses what nobody looked at, goes around a no, and counts a no nowhere', async () => {
    const again = await runOnce(house)
    const { women: lines } = await read(operator, `/matching/runs/${again}/women`)
    const hers = lines.find(({ caseId }: { caseId: string }) => caseId === her(2).caseId)
    expect(hers.pairs).toEqual([{ opportunityId, obstacles: ['set-aside'], parts: null }])
    const statesFor = async (who: PersonaName) =>
      (await proposalsOf(who, opportunityId)).map(({ state }: { state: string }) => state).toSorted()
    expect(await statesFor(guide)).toEqual(['declined', 'lapsed', 'proposed', 'proposed'])
    expect(await statesFor(operator)).toEqual(['proposed', 'proposed'])
    expect((await read(operator, `/matching/proposals?opportunityId=${opportunityId}&state=declined`)).proposals).toEqual([])
    const { tier, lot, weighed } = await read(guide, `/matching/cases/${her(2).caseId}/chances`)
    expect({ tier, outcome: weighed.outcome }).toEqual({ tier: 1, outcome: 'nothing-fits' })
    expect(lot).toBeGreaterThan(0)
    const columns = await house.house.door.asOwner((tx) => tx.selectFrom('matching.turn').selectAll().executeTakeFirstOrThrow())
    expect(Object.keys(columns).filter((name) => /declin|refus/.test(name))).toEqual([])
  })
  test('a guide sets aside with a reason, keeps one for her, or keeps her from one; nobody else sees the reason', async () => {
    const [mine] = (await proposalsOf(guide, opportunityId)).filter(({ state }: { state: string }) => state === 'proposed')
    const at = `/matching/proposals/${mine.id}/set-aside`
    expect((await post(guide, at, { version: 1, markId: newId(), reason: 'begun-there' })).reasons).toEqual([
      'matching.reason-of-other-kind',
    ])
    expect((await post(guide, at, { version: 1, markId: newId(), reason: 'too-far' })).body).toMatchObject({ state: 'set-aside' })
    const marks = `/matching/cases/${mine.caseId}/marks`
    const pin = { markId: newId(), opportunityId, kind: 'pin', reason: 'same-group' }
    expect((await post(operator, marks, pin)).status).toBe(403)
    expect((await post('otherFacilitatorOfDashtestan', marks, pin)).reasons).toEqual(['platform.not-found'])
    expect((await post(guide, marks, pin)).reasons).toEqual(['matching.marked-already'])
    const [ban] = (await read(guide, `/matching/cases/${mine.caseId}/chances`)).marks
    expect(ban).toMatchObject({ kind: 'ban', reason: 'too-far', opportunityId })
    expect((await post(guide, `${marks}/${newId()}/end`, {})).reasons).toEqual(['platform.not-found'])
    expect((await post(guide, `${marks}/${ban.id}/end`, {})).body.marks).toEqual([])
    expect((await post(guide, marks, pin)).body.marks).toEqual([expect.objectContaining({ kind: 'pin', reason: 'same-group' })])
    const other = await openOne(house)
    const twice = { ...pin, markId: newId(), opportunityId: other }
    expect((await post(guide, marks, twice)).reasons).toEqual(['matching.pinned-already'])
    const again = await runOnce(house)
    const lines = await house.ask(operator, { url: `/matching/runs/${again}/women` })
    const hers = lines.body.women.find(({ caseId }: { caseId: string }) => caseId === mine.caseId)
    expect(hers.pairs.find((pair: { opportunityId: string }) => pair.opportunityId === other).obstacles).toEqual(['kept-for-another'])
    expect(lines.text).not.toContain('same-group')
  })
  test('what waits for her guide stands on her worklist until she was asked', async () => {
    const kinds = async () => (await read(guide, '/worklist')).counts.map(({ kind }: { kind: string }) => kind)
    expect(await kinds()).toContain('opportunity-to-look-at')
    const [mine] = (await read(guide, '/matching/proposals?state=proposed')).proposals
    await done(house, guide, `/matching/proposals/${mine.id}/uphold`, { version: mine.version })
    expect(await kinds()).toContain('opportunity-to-put-to-her')
  })
})
test('who keeps no consent is not proposed; who barred the operator is, and the operator sees nothing of her', async () => {
  const [silent] = await registerWomen(house.house, 1, { consents: ['call-and-message'] })
  const [afraid] = await registerWomen(house.house, 1)
  if (silent === undefined || afraid === undefined) throw new Error('two were registered')
  for (const woman of [silent, afraid]) await readyForWork(house, woman)
  await house.house.door.asOwner((tx) => tx.updateTable('enrolment.case').set({ tier: 1 }).where('id', '=', afraid.caseId).execute())
  await done(house, guide, `/people/${afraid.personId}/barred-officers`, { accountId: accountOf(operator), reason: 'afraid' })
  await openOne(house)
  const lines = await house.ask(operator, { url: `/matching/runs/${await runOnce(house)}/women?limit=250` })
  const ofSilent = lines.body.women.find(({ caseId }: { caseId: string }) => caseId === silent.caseId)
  expect(ofSilent.pairs.every(({ obstacles }: { obstacles: string[] }) => obstacles.includes('no-consent'))).toBe(true)
  expect(lines.text).not.toContain(afraid.caseId)
  expect((await house.ask(operator, { url: '/matching/proposals?limit=250' })).text).not.toContain(afraid.caseId)
  expect((await read(guide, `/matching/proposals?caseId=${afraid.caseId}`)).proposals).toEqual([
    expect.objectContaining({ state: 'proposed' }),
  ])
})
test('400 say yes at once to five places: exactly five, and a place given back is taken once', async () => {
  const crowd = await registerWomen(house.house, 20)
  for (const one of crowd) await readyForWork(house, one)
  const opportunityId = await openOne(house, { places: 5, calledQuantity: 5 })
  const runId = await runOnce(house)
  const proposals = await house.house.door.asActor(service(thePlan), async (tx) => {
    const rows = []
    for (const { caseId } of crowd) {
      const scope = await readScope(tx, { planId: thePlan, id: caseId })
      const id = newId()
      const state = { state: 'upheld', state_since: '2026-11-23' }
      await tx.updateTable('matching.proposal').set({ state: 'lapsed' }).where('case_id', '=', caseId).execute()
      await tx
        .insertInto('matching.proposal')
        .values({ ...scope, id, run_id: runId, opportunity_id: opportunityId, case_id: caseId, file_number: '1', ...state })
        .execute()
      rows.push(id)
    }
    return rows
  })
  const told = await Promise.all(
    Array.from({ length: 400 }, (_, turn) => post(guide, `/matching/proposals/${proposals[turn % 20]}/accept`, answer(1))),
  )
  expect(told.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(new Set(told.flatMap(({ reasons }) => reasons))).toEqual(new Set(['matching.places-taken', 'platform.version-stale']))
  expect(await read(operator, `/matching/opportunities/${opportunityId}`)).toMatchObject({ taken: 5, left: 0 })
  const [accepted] = (await proposalsOf(guide, opportunityId)).filter(({ state }: { state: string }) => state === 'accepted')
  const noes = await Promise.all([1, 2, 3].map(() => post(guide, `/matching/proposals/${accepted.id}/decline`, answer(accepted.version))))
  expect(noes.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await read(operator, `/matching/opportunities/${opportunityId}`)).toMatchObject({ taken: 4, left: 1 })
})
test('an order opens one opportunity through the port, learns who said yes, and ends it with itself', async () => {
  const [order, id] = [newId(), newId()]
  const [weaver] = await registerWomen(house.house, 1)
  if (weaver !== undefined) await readyForWork(house, weaver, { wishes: ['HB003'] })
  const asks = { fieldCode: 'HB003', places: 2, leastCraft: null, leastWeekly: null, unit: null, needsPermit: false }
  const of = { planId: thePlan, orderId: order }
  const made = { ...of, id, countyCode: '1803', title: 'زنبیل حصیری', ...asks, startsOn: '2026-12-01', endsOn: '2027-01-01' }
  const who = { organisationId: newId(), accountId: accountOf(operator), today: '2026-11-23' }
  const acting = <T>(work: Parameters<typeof house.house.door.asActor<T>>[1]) => house.house.door.asActor(service(thePlan), work)
  await acting((tx) => openOpportunity(tx, { ...made, ...who }))
  await expect(acting((tx) => openOpportunity(tx, { ...made, ...who, id: newId(), endsOn: '2026-11-30' }))).rejects.toThrow(
    'matching.ends-before-start',
  )
  expect(await acting((tx) => listAccepted(tx, of))).toEqual({ id, fieldCode: 'HB003', places: 2, taken: 0, accepted: [] })
  await runOnce(house)
  const [mine] = (await proposalsOf(guide, id)).filter(({ state }: { state: string }) => state === 'proposed')
  await done(house, guide, `/matching/proposals/${mine.id}/uphold`, { version: 1 })
  await done(house, guide, `/matching/proposals/${mine.id}/accept`, answer(2))
  expect(await acting((tx) => listAccepted(tx, of))).toMatchObject({ taken: 1, accepted: [{ caseId: weaver?.caseId }] })
  const { version } = await read(operator, `/matching/opportunities/${id}`)
  expect((await post(operator, `/matching/opportunities/${id}/close`, { version, reason: 'زودتر' })).reasons).toEqual([
    'matching.of-an-order',
  ])
  await acting((tx) => closeOpportunity(tx, { ...of, reason: 'سفارش تمام شد', today: '2026-11-23' }))
  expect(await acting((tx) => listAccepted(tx, of))).toBeUndefined()
  const after = (await proposalsOf(guide, id)).find((one: { id: string }) => one.id === mine.id)
  expect(after.state).toBe('ended')
})
