import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideOn, nobodyIsCovered } from '../../../../test/deciding.ts'
import { aLot, done, openMarket, workOn } from '../../../../test/market.ts'
import { plantGrievance, plantVisit } from '../../../../test/oversight.ts'
import { organisations, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { countedBesideCases } from '../../../app/board-following.ts'
import { newId } from '../../../platform/ids.ts'
import { touch } from '../../../platform/touched.ts'
import { countBoard } from '../board-counting.ts'
import type { Figure } from '../contract/board.ts'
import { listCells, recount, touchAll } from '../store/board.ts'
import type { Cell } from '../store/board-parts.ts'

let house: Awaited<ReturnType<typeof openMarket>>['house']
let earner: Woman
const guide = 'facilitatorOfDashtestan'
const url = '/outcomes/board'
beforeAll(async () => {
  ;({ house, woman: earner } = await openMarket())
  await nobodyIsCovered(house)
})
afterAll(() => house.stop())

/** Counts what was made beside the routes; from then on acts alone tell the board. */
async function countAll(): Promise<void> {
  await house.house.door.asOwner((tx) => touchAll(tx, thePlan, countedBesideCases))
  await countBoard(house.house, thePlan, countedBesideCases)
}
async function cells(): Promise<{ readonly kept: readonly Cell[]; readonly recounted: readonly Cell[] }> {
  await countBoard(house.house, thePlan, countedBesideCases)
  return house.house.door.asOwner(async (tx) => ({
    kept: await listCells(tx, thePlan),
    recounted: await recount(tx, thePlan, countedBesideCases),
  }))
}
async function expectExact(): Promise<void> {
  const { kept, recounted } = await cells()
  expect(kept).toEqual(recounted)
}
const post = (who: Parameters<typeof house.ask>[0], at: string, body: object) => house.ask(who, { method: 'POST', url: at, body })
const figure = (figures: readonly Figure[], name: string) => figures.find((one) => one.name === name)?.lines ?? []
const board = async (who: Parameters<typeof house.ask>[0], query = '') => (await house.ask(who, { url: `${url}${query}` })).body

test('neither guide nor panel nor buyer reads the board; a governorate reads its own county and no other', async () => {
  for (const who of [guide, 'interviewer', 'marketOperator', 'holding'] as const)
    expect((await house.ask(who, { url })).reasons).toEqual(['access.not-your-part'])
  expect((await house.ask('governorOfDashti', { url: `${url}?countyCode=1803` })).status).toBe(404)
  expect((await board('governorOfDashti')).countyCode).toBe('1804')
})
test('a payment is counted when she has said that it came, to her county and to its promise, and taken off when she says it did not', async () => {
  await countAll()
  const { lotId } = await aLot(house, guide, { caseId: earner.caseId })
  await workOn(house, guide, lotId)
  const at = `/market/lots/${lotId}`
  const version = async (): Promise<number> => (await house.ask(guide, { url: at })).body.version
  await done(house, 'marketOperator', `${at}/collection`, { version: await version(), entryId: newId(), paperNumber: 'ر/۱' })
  await done(house, 'marketOperator', `${at}/payments`, {
    version: await version(),
    entryId: newId(),
    paperNumber: 'پ/۱',
    to: 'her',
    paidOn: '2026-11-23',
  })
  const rial = async () => (await cells()).kept.filter(({ measure }) => measure === 'rial').map(({ n }) => n)
  expect(await rial()).toEqual([])
  await done(house, guide, `${at}/confirm`, {
    version: await version(),
    entryId: newId(),
    hasReceived: true,
    manner: 'spoken',
    witnessName: null,
  })
  expect(await rial()).toEqual([9_000_000])
  await expectExact()
})
test('whatever many do at once, with the board counted in between by several, it is what one counts from all rows', async () => {
  const women = await registerWomen(house.house, 24)
  await countAll()
  const acts = women.map((woman, at) => async () => {
    if (at % 4 === 0) return decideOn(house, woman)
    if (at % 4 === 1) return post(guide, `/enrolment/cases/${woman.caseId}/withdraw`, { reason: 'not-said' })
    if (at % 4 === 2) return post(guide, `/enrolment/cases/${woman.caseId}/hold`, { reason: 'her-wish', until: '2026-12-20' })
    const ground = { id: newId(), precise: 'divorced', validFrom: '2025-01-01', validTo: null }
    return post(guide, `/people/${woman.personId}/grounds`, ground)
  })
  const told = await Promise.all([
    ...acts.map((act) => act()),
    ...[1, 2, 3, 4].map(() => countBoard(house.house, thePlan, countedBesideCases)),
  ])
  expect(told.filter((one) => one !== undefined && one.status === 200).length).toBeGreaterThan(10)
  await expectExact()
})
test('files joined and parted, and a woman forgotten, are counted as their rows stand, and nothing of her is left to take off', async () => {
  const [first, second, leaver] = await registerWomen(house.house, 3)
  if (first === undefined || second === undefined || leaver === undefined) throw new Error('three were made')
  await countAll()
  const before = (await cells()).kept
  await house.house.door.asOwner((tx) =>
    tx
      .updateTable('enrolment.case')
      .set({ joined_to: first.caseId, joined_at: house.house.clock() })
      .where('id', '=', second.caseId)
      .execute(),
  )
  await countAll()
  expect((await cells()).kept).not.toEqual(before)
  await expectExact()
  await post(guide, `/enrolment/cases/${leaver.caseId}/withdraw`, { reason: 'not-said' })
  house.setTime('2027-12-01T06:00:00Z')
  await house.runJob('enrolment.erase-nominations')
  await expectExact()
  house.setTime('2026-11-23T06:00:00Z')
})
test('a complaint of nobody’s file and a finding stand on the board from act to act, and go with her file to another county', async () => {
  const of = async (measure: string) =>
    (await cells()).kept
      .filter((cell) => cell.measure === measure && cell.dimension !== 'all')
      .map(({ countyCode, value, n }) => [countyCode, value, n])
  const { id } = await plantGrievance(house, { key: 'B', about: 'agency', organisationId: organisations.behzisti })
  expect(await of('grievance-open')).toEqual([['unknown', 'agency', 1]])
  await done(house, 'behzistiOfDashtestan', `/oversight/grievances/${id}/answer`, { version: 3, text: 'پول هفتهٔ پیش داده شد' })
  expect([await of('grievance-open'), await of('grievance-in-time')]).toEqual([[], [['unknown', 'agency', 1]]])
  const ownId = newId()
  const said = { text: 'در را باز نکردند', privateText: null, channel: 'phone', paperNumber: null, about: 'other', organisationId: null }
  await done(house, guide, `/oversight/cases/${earner.caseId}/grievances`, {
    id: ownId,
    countyCode: null,
    isGuideAllowed: false,
    ...said,
  })
  expect(await of('grievance-open')).toEqual([['1803', 'office', 1]])
  await house.house.door.asOwner(async (tx) => {
    await tx.updateTable('oversight.grievance').set({ county_code: '1804' }).where('id', '=', ownId).execute()
    await touch(tx, thePlan, [{ personId: null, caseId: earner.caseId }])
  })
  expect(await of('grievance-open')).toEqual([['1804', 'office', 1]])
  await plantVisit(house, 'dashtestan', { on: '2026-11-23' })
  expect((await of('finding-open')).length).toBeGreaterThan(0)
  await expectExact()
})
test('what a board keeps of a case is sealed, and its cells hold no key of a woman', async () => {
  const { parts, columns } = await house.house.door.asOwner(async (tx) => ({
    parts: await tx.selectFrom('outcomes.board_part').select('sealed_part').execute(),
    columns: Object.keys((await listCells(tx, thePlan))[0] ?? {}),
  }))
  expect(parts.length).toBeGreaterThan(20)
  expect(parts.filter(({ sealed_part }) => /widowed|under-35|1803/.test(sealed_part.toString('latin1')))).toEqual([])
  expect(columns.toSorted()).toEqual(['at', 'countyCode', 'dimension', 'measure', 'n', 'value'])
})
test('figures carry their number and interval, few are hidden, and a role reads its part of the table of roles', async () => {
  const many = await registerWomen(house.house, 50)
  for (const { caseId } of many.slice(0, 15))
    await done(house, guide, `/enrolment/cases/${caseId}/hold`, { reason: 'her-wish', until: '2026-12-20' })
  await countAll()
  const office: { readonly figures: readonly Figure[]; readonly smallest: number } = await board('office')
  const [whole] = figure(office.figures, 'waiting')
  expect(whole?.n).toBeGreaterThanOrEqual(30)
  expect(whole?.days).toMatchObject({ value: 0 })
  const told = office.figures.filter(({ name }) => name !== 'pledges').flatMap(({ lines }) => lines)
  expect(told.filter(({ n }) => n !== null && n > 0 && n < office.smallest)).toEqual([])
  expect(told.some(({ n }) => n === null)).toBe(true)
  const namesOf = async (who: Parameters<typeof house.ask>[0]) => (await board(who)).figures.map(({ name }: Figure) => name)
  expect(await namesOf('behzistiOfDashtestan')).toEqual(['women', 'waiting', 'desks'])
  expect(await namesOf('executor')).not.toContain('covered-12')
  expect(JSON.stringify(await board('executor'))).not.toContain('"ground"')
  expect(
    (await board('governorOfDashtestan')).figures.flatMap(({ lines }: Figure) => lines).some(({ by }: { by: string }) => by === 'county'),
  ).toBe(false)
})
