import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantObstacle } from '../../../test/canaries.ts'
import { anOrder, openMarket } from '../../../test/market.ts'
import { plantResolution, plantVisit } from '../../../test/oversight.ts'
import { type PersonaName, thePlan } from '../../../test/personas.ts'
import { reasonsNotTo } from '../../access/policy.ts'
import { countBoard } from '../../modules/outcomes/board-counting.ts'
import { touchAll } from '../../modules/outcomes/store/board.ts'
import { readSheet } from '../../platform/sheet/read.ts'
import { countedBesideCases } from '../board-following.ts'
import { handled } from '../rooms.ts'
import { exportKinds, readBy } from './contract.ts'
import { kinds } from './kinds.ts'
import { gather } from './rules.ts'

let house: Awaited<ReturnType<typeof openMarket>>['house']
let woman: Awaited<ReturnType<typeof openMarket>>['woman']
beforeAll(async () => {
  ;({ house, woman } = await openMarket())
  await anOrder(house)
})
afterAll(() => house.stop())
const preview = (who: PersonaName, kind: string, more = '') => house.ask(who, { url: `/exports/preview?kind=${kind}${more}` })
async function make(who: PersonaName, kind: string, more = '') {
  const answer = await house.ask(who, { url: `/exports/file?kind=${kind}&reason=meeting${more}` })
  const lines: string[] = []
  if (answer.status === 200) for await (const row of readSheet(answer.bytes)) lines.push(row.cells.join(' | '))
  return { answer, lines }
}

test('whoever carries files, interviews, buys or only administers makes no workbook, and nobody one of a list that is not for her', async () => {
  for (const who of ['facilitatorOfDashtestan', 'interviewer', 'buyer', 'administrator'] as const)
    expect([who, (await preview(who, 'cases')).reasons]).toEqual([who, ['access.not-your-part']])
  expect((await preview('office', 'introduced')).reasons).toEqual(['access.not-your-part'])
  expect((await make('behzistiOfDashtestan', 'cases')).answer.reasons).toEqual(['access.not-your-part'])
  expect((await preview('office', 'women')).status).toBe(400)
})
test('a workbook holds what the list shows and no more: its number, maker and reason stand at both ends', async () => {
  const { cases } = (await house.ask('governorOfDashtestan', { url: '/enrolment/cases?limit=250' })).body
  const shown = (await preview('governorOfDashtestan', 'cases')).body
  expect(shown.total).toBe(cases.length)
  const { answer, lines } = await make('governorOfDashtestan', 'cases')
  expect(lines).toHaveLength(cases.length + 5)
  const own = (await house.ask('governorOfDashtestan', { url: '/exports' })).body.exports
  expect(own).toHaveLength(1)
  expect(own[0]).toMatchObject({ kind: 'cases', reason: 'meeting', rows: cases.length, countyCode: null })
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(own[0].number)
  const persian = own[0].number.replace(/\d/g, (digit: string) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)])
  expect(lines.slice(-2)).toEqual(lines.slice(0, 2))
  expect(lines[0]).toContain(persian)
  expect(lines[0]).toContain(own[0].office)
  expect(lines.join('\n')).not.toContain(woman.personId)
})
test('a county’s reader gets the rows of her county, also when she asks for another', async () => {
  expect((await preview('governorOfDashti', 'cases')).body.total).toBe(0)
  expect((await preview('governorOfDashti', 'cases', '&countyCode=1803')).body.total).toBe(0)
  expect((await make('governorOfDashti', 'cases')).answer.reasons).toEqual(['exports.nothing'])
  expect((await preview('office', 'cases', '&countyCode=1803')).body.total).toBeGreaterThan(0)
  expect((await preview('office', 'cases', '&countyCode=1804')).body.total).toBe(0)
})
test('what was made is in history: one’s own for its maker, everybody’s for the office and the auditor, with the office it was made in', async () => {
  const before = (await house.ask('auditor', { url: '/exports' })).body.exports.length
  expect((await make('executor', 'orders')).answer.status).toBe(200)
  const seen = (await house.ask('auditor', { url: '/exports' })).body.exports
  expect(seen).toHaveLength(before + 1)
  expect(seen[0]).toMatchObject({ kind: 'orders', role: 'مجری' })
  expect((await house.ask('office', { url: '/exports' })).body.exports[0].number).toBe(seen[0].number)
  expect((await house.ask('governorOfDashti', { url: '/exports' })).body.exports).toEqual([])
})
test('resolutions, findings, obstacles and the board leave as their screens show them: without free words of a visit, small numbers hidden', async () => {
  const { resolutionId } = await plantResolution(house, 'dashtestan')
  expect((await make('marketOperator', 'resolutions')).answer.reasons).toEqual(['access.not-your-part'])
  const agreed = await make('executor', 'resolutions')
  const { sentence } = (await house.ask('office', { url: `/oversight/resolutions/${resolutionId}` })).body
  expect(agreed.lines.join('\n')).toContain(sentence)
  expect((await preview('governorOfDashti', 'resolutions')).body.total).toBe(0)
  await plantVisit(house, 'dashtestan', { on: '2026-11-23' })
  const { findings } = (await house.ask('office', { url: '/oversight/findings' })).body
  const seen = await make('office', 'findings', '&countyCode=1804')
  expect(seen.lines).toHaveLength(findings.length + 5)
  expect(findings.length).toBeGreaterThan(0)
  for (const one of findings) expect(seen.lines.join('\n')).not.toContain(one.seen)
  // Findings know no county: the workbook does not say that it was of one.
  expect((await house.ask('office', { url: '/exports' })).body.exports[0]).toMatchObject({ kind: 'findings', countyCode: null })
  await plantObstacle(house, { caseId: woman.caseId, guide: 'facilitatorOfDashtestan' })
  const obstacles = (await preview('governorOfDashtestan', 'obstacles')).body
  expect(obstacles.rows[0]?.slice(-1)).toEqual(['گفته نمی‌شود'])
  expect(JSON.stringify(obstacles.rows)).not.toContain('سند رسمی خانه می‌خواهند')
  await house.house.door.asOwner((tx) => touchAll(tx, thePlan, countedBesideCases))
  await countBoard(house.house, thePlan, countedBesideCases)
  const board = (await make('auditor', 'board')).lines.join('\n')
  expect(board).toContain('گفته نمی‌شود')
  expect((await preview('marketOperator', 'board')).reasons).toEqual(['access.not-your-part'])
})
test('agencies past their day leave as a list of their own, the oldest day beside the number', async () => {
  const agreed = { state: 'in-progress', due_on: '2026-11-01', letter_number: 'م/۱', letter_date: '2026-10-20' }
  await house.house.door.asOwner((tx) => tx.updateTable('oversight.resolution').set(agreed).execute())
  const { agencies } = (await house.ask('office', { url: '/oversight/overdue-by-agency' })).body
  const { rows, total } = (await preview('office', 'overdue')).body
  expect(total).toBe(1)
  expect(rows[0]).toEqual([agencies[0]?.agencyName, '۱', '۱۴۰۵/۰۸/۱۰'])
})
test('a list that never ends is given up at the most a workbook may hold', async () => {
  let pages = 0
  const endless = async (after: string | null) => {
    pages++
    return { rows: Array.from({ length: 250 }, (_, row) => [row]), next: `${after ?? ''}x` }
  }
  expect(await gather(endless, 1000)).toBeUndefined()
  expect(pages).toBe(5)
  expect(await gather(async (after) => ({ rows: [[after ?? 'first']], next: after === null ? 'second' : null }), 2)).toEqual([
    ['first'],
    ['second'],
  ])
})
test('each list stands under the permission that the page says it stands under', () => {
  const lists = handled.map(({ route }) => route).filter(({ method }) => method === 'GET')
  for (const kind of exportKinds) expect([kind, lists.find(({ path }) => path === kinds[kind].path)?.action]).toEqual([kind, readBy[kind]])
  expect(reasonsNotTo('exports.make', { role: 'GD', duties: [] })).toEqual(['access.not-your-part'])
})
