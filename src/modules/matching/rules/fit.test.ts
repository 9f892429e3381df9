import { expect, test } from 'vitest'
import { type Asked, fitOf, type Her, obstaclesOf, scoreOf } from './fit.ts'
import { inLotOrder, lotOf, seedOf } from './lots.ts'
import { proposalMoves, reasonsNotToCloseOpportunity, reasonsNotToMark, reasonsNotToMoveProposal } from './moves.ts'

const asked: Asked = {
  id: 'o',
  fieldCode: 'HB001',
  leastCraft: 3,
  leastWeekly: 5,
  unit: 'piece',
  needsPermit: true,
  firstWeek: '2026-12-07',
}
const her: Her = {
  isAtWork: true,
  hasConsented: true,
  goesOn: true,
  isWorkOriented: true,
  hasOne: false,
  wishes: ['HB002', 'HB001'],
  craft: { fieldCode: 'HB001', level: 4, output: 3 },
  workshops: [{ fieldCode: 'HB001', isPermitted: true, weekly: new Map([['piece', 8]]), blockedWeeks: [] }],
  setAside: new Set(),
  pinnedTo: null,
}
const [workshop] = her.workshops
const withWorkshop = (more: object): Her => ({ ...her, workshops: workshop === undefined ? [] : [{ ...workshop, ...more }] })

test.each<readonly [string, Her, readonly string[]]>([
  ['whoever meets everything', her, []],
  ['whoever does not stand at work', { ...her, isAtWork: false }, ['not-at-work']],
  ['whoever withdrew her consent', { ...her, hasConsented: false }, ['no-consent']],
  ['whoever was not read what may change', { ...her, goesOn: false }, ['exit-table-unseen']],
  ['whose plan goes another way than work', { ...her, isWorkOriented: false }, ['another-way']],
  ['whoever has one already', { ...her, hasOne: true }, ['has-one']],
  ['whoever it was set aside for', { ...her, setAside: new Set(['o']) }, ['set-aside']],
  ['whoever another is kept for', { ...her, pinnedTo: 'other' }, ['kept-for-another']],
  ['whoever this one is kept for', { ...her, pinnedTo: 'o' }, []],
  [
    'whoever did not wish the field and does not work in it',
    { ...her, wishes: [], workshops: [] },
    ['field-not-wished', 'output-unknown', 'permit-missing'],
  ],
  ['whoever works in the field without having wished it', { ...her, wishes: [] }, []],
  ['whose craft was not tested in this field', { ...her, craft: { fieldCode: 'HB002', level: 5, output: 5 } }, ['craft-unknown']],
  ['whose craft is below what is asked', { ...her, craft: { fieldCode: 'HB001', level: 2, output: 5 } }, ['craft-below']],
  ['whose output was never tested', withWorkshop({ weekly: new Map() }), ['output-unknown']],
  ['whose output was tested in another unit', withWorkshop({ weekly: new Map([['metre', 90]]) }), ['output-unknown']],
  ['whose output is below what is asked', withWorkshop({ weekly: new Map([['piece', 4]]) }), ['output-below']],
  ['whose permit does not hold', withWorkshop({ isPermitted: false }), ['permit-missing']],
  ['whoever rests in the first week', withWorkshop({ blockedWeeks: ['2026-12-07'] }), ['resting']],
])('%s', (_name, one, obstacles) => {
  expect(obstaclesOf(one, asked)).toEqual(obstacles)
})
test('what is not asked is no obstacle', () => {
  const light = { ...asked, leastCraft: null, leastWeekly: null, needsPermit: false }
  expect(obstaclesOf({ ...her, craft: null, workshops: [] }, light)).toEqual([])
})
test('her first wish counts whole, a later one less; the whole is at most a thousand', () => {
  expect(fitOf(her, asked)).toEqual({ wish: 280, craft: 280, output: 200 })
  expect(fitOf({ ...her, wishes: ['HB001'] }, asked).wish).toBe(400)
  const best = {
    ...withWorkshop({ weekly: new Map([['piece', 900]]) }),
    wishes: ['HB001'],
    craft: { fieldCode: 'HB001', level: 5, output: 5 },
  }
  expect(scoreOf(fitOf(best, asked))).toBe(1_000)
  expect(fitOf(her, { ...asked, leastWeekly: null }).output).toBe(150)
})
test('a lot follows from the seed and the file number alone, and another day draws anew', () => {
  const files = ['1111-2222-3', '4444-5555-6', '7777-8888-9', '1234-5678-9'].map((fileNumber) => ({ fileNumber }))
  const seed = seedOf({ countyCode: '1803', day: '2026-11-23' })
  expect(inLotOrder(files.toReversed(), seed)).toEqual(inLotOrder(files, seed))
  expect(lotOf(seed, '1111-2222-3')).not.toBe(lotOf(seedOf({ countyCode: '1803', day: '2026-11-24' }), '1111-2222-3'))
  const first = new Map<string, number>()
  for (let day = 0; day < 4_000; day += 1) {
    const [drawn] = inLotOrder(files, `1803/${day}`)
    first.set(drawn?.fileNumber ?? '', (first.get(drawn?.fileNumber ?? '') ?? 0) + 1)
  }
  for (const file of files) expect(Math.abs((first.get(file.fileNumber) ?? 0) - 1_000)).toBeLessThan(130)
})
test('she may say no before and after her yes, and nothing follows a no', () => {
  expect(proposalMoves).toEqual({
    proposed: ['upheld', 'set-aside', 'lapsed'],
    upheld: ['accepted', 'declined', 'set-aside', 'lapsed'],
    accepted: ['declined', 'ended'],
    declined: [],
    'set-aside': [],
    lapsed: [],
    ended: [],
  })
  expect(reasonsNotToMoveProposal('accepted', 'declined')).toEqual([])
  expect(reasonsNotToMoveProposal('proposed', 'accepted')).toEqual(['matching.no-such-move'])
  expect(reasonsNotToCloseOpportunity('closed')).toEqual(['matching.opportunity-closed'])
})
test('a reason belongs to its kind of mark', () => {
  expect(reasonsNotToMark('pin', 'too-far')).toEqual(['matching.reason-of-other-kind'])
  expect(reasonsNotToMark('ban', 'too-far')).toEqual([])
  expect(reasonsNotToMark('pin', 'her-wish')).toEqual([])
})
