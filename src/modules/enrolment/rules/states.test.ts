import { expect, test } from 'vitest'
import { AppealState } from '../contract/appeals.ts'
import { SupportStatus } from '../contract/support.ts'
import { appealMoves } from './appeals.ts'
import { caseMoves, type Position, positions, reasonsNotToMove } from './case-moves.ts'
import { reentryOf } from './side-roads.ts'
import { isJump } from './support.ts'

/** The state table of the programme, word by word: the road, its side exits, and what each object may be. */
const ROAD =
  'nominated → contacted → consented → registered → eligible → queued → place-granted → interviewed → pathway-agreed → active → earning → sustained → aftercare → closed'
const SIDE = 'declined, not-yet, on-hold, protected, referred-out, transferred, ineligible, withdrawn, lost-contact, moved, deceased'
const APPEAL = ['filed', 'assigned', 'upheld', 'overturned']
const SUPPORT = 'none → applied → in-queue → covered → empowerment-period → exited → re-entered'
const road = ROAD.split(' → ')
const side = SIDE.split(', ')
const positionOf = (word: string): Position => {
  const found = positions.find((one) => one === word)
  if (found === undefined) throw new Error(`no position ${word}`)
  return found
}
const mayMove = (from: string, to: string): boolean => reasonsNotToMove(positionOf(from), positionOf(to)).length === 0

test('the positions of a case are the words of the table, none missing and none added', () => {
  expect(positions.toSorted()).toEqual([...road, ...side, 'incomplete', 'interrupted'].toSorted())
})
test.each(road.slice(1).map((to, index) => [road[index] ?? '', to]))('the road goes from %s to %s', (from, to) => {
  expect(mayMove(from, to)).toBe(true)
})
test('a registered file may be incomplete and comes back; earning may be interrupted and taken up again', () => {
  for (const [from, to] of [
    ['registered', 'incomplete'],
    ['incomplete', 'registered'],
    ['earning', 'interrupted'],
    ['interrupted', 'earning'],
    // Earning derives from confirmed payments; it can fall back.
    ['earning', 'active'],
    ['sustained', 'interrupted'],
  ] as const)
    expect([from, to, mayMove(from, to)]).toEqual([from, to, true])
})
test('no step of the road is skipped', () => {
  for (const [index, from] of road.entries())
    for (const to of road.slice(index + 2)) expect([from, to, mayMove(from, to)]).toEqual([from, to, false])
})
/** Side exits open at every step before the end; the others belong to a part of the road. */
const EVERYWHERE = ['on-hold', 'protected', 'referred-out', 'transferred', 'withdrawn', 'lost-contact', 'moved', 'deceased']
const ONLY_AT: Readonly<Record<string, readonly string[]>> = {
  declined: ['nominated', 'contacted'],
  'not-yet': ['nominated', 'contacted', 'consented', 'incomplete', 'registered', 'queued', 'place-granted', 'interviewed'],
  ineligible: ['registered', 'eligible', 'queued'],
}
test.each(side)('the side exit %s is open where the table has it', (exit) => {
  const steps = [...road.slice(0, -1), 'incomplete', 'interrupted']
  const open = steps.filter((step) => mayMove(step, exit))
  expect(open.toSorted()).toEqual((EVERYWHERE.includes(exit) ? steps : (ONLY_AT[exit] ?? [])).toSorted())
})
test('who waits for another time may still be in danger, and waits on when it is over', () => {
  expect([mayMove('not-yet', 'protected'), mayMove('protected', 'not-yet')]).toEqual([true, true])
})
const left = ['declined', 'not-yet', 'referred-out', 'withdrawn', 'lost-contact', 'moved', 'closed'] as const
const histories = [
  { registeredOn: null, tier: null },
  { registeredOn: '2026-06-01', tier: null },
  { registeredOn: '2026-06-01', tier: 2 },
].flatMap((history) => [true, false].map((hasConsent) => ({ ...history, hasConsent })))
test.each(left)('re-entry keeps the old case: from %s a way leads back that the table allows, whatever she has told before', (position) => {
  for (const history of histories) {
    const { to } = reentryOf({ position, ...history }, '2026-11-23')
    expect([history, to, mayMove(position, to)]).toEqual([history, to, true])
  }
})
test('only death has no way back', () => {
  expect(positions.filter((position) => caseMoves[position].length === 0)).toEqual(['deceased'])
})
test('an appeal is filed, assigned to another body, upheld or overturned', () => {
  expect(AppealState.options).toEqual(APPEAL)
  expect(appealMoves).toEqual({ filed: ['assigned'], assigned: ['assigned', 'upheld', 'overturned'], upheld: [], overturned: [] })
})
const cycle = SUPPORT.split(' → ').map((word) => SupportStatus.parse(word))
test('the support cycle has the words of the table in their order', () => {
  expect(SupportStatus.options).toEqual(cycle)
})
test.each(cycle.slice(1).map((to, index) => [cycle[index] ?? 'none', to] as const))('from %s to %s it goes without a jump', (from, to) => {
  expect(isJump(from, to)).toBe(false)
})
