import { expect, test } from 'vitest'
import type { Position } from './case-moves.ts'
import { type Joinable, keptOf, reasonsNotToJoin, reasonsNotToPart } from './joins.ts'

const file = (id: string, position: Position, more: Partial<Joinable> = {}): Joinable => ({
  id,
  position,
  registeredOn: null,
  assigned: [],
  isErased: false,
  joinedTo: null,
  ...more,
})
const nothingOpen = { hasAppeal: false, hasProposal: false }

test.each([
  ['the one further on the road', file('2', 'queued'), file('1', 'registered')],
  ['one with a place before one in line', file('2', 'place-granted'), file('1', 'queued')],
  ['a registered one before one with missing facts', file('2', 'registered'), file('1', 'incomplete')],
  ['one with missing facts before one that has consented', file('2', 'incomplete'), file('1', 'consented')],
  [
    'one that stands there before one that left from there',
    file('2', 'registered'),
    file('1', 'withdrawn', { registeredOn: '2026-01-01' }),
  ],
  [
    'one that left after registration before a fresh nomination',
    file('1', 'not-yet', { registeredOn: '2026-01-01' }),
    file('2', 'contacted'),
  ],
  ['a fresh nomination before one that declined', file('2', 'nominated'), file('1', 'declined')],
  ['of two equally far the one somebody carries', file('2', 'nominated', { assigned: ['guide'] }), file('1', 'nominated')],
  ['of two alike the older', file('1', 'nominated'), file('2', 'nominated')],
  ['anyone before a woman said to have died', file('2', 'nominated'), file('1', 'deceased', { registeredOn: '2026-01-01' })],
])('%s goes on, whichever is named first', (_why, kept, joined) => {
  expect(keptOf(kept, joined)).toEqual({ kept, joined })
  expect(keptOf(joined, kept)).toEqual({ kept, joined })
})
test('a pause of either, and what is open about the file to be joined, are waited for; the erased and the joined are not joined', () => {
  const pair = { kept: file('1', 'queued'), joined: file('2', 'registered') }
  expect(reasonsNotToJoin(pair, nothingOpen)).toEqual([])
  expect(reasonsNotToJoin(pair, { hasAppeal: true, hasProposal: true })).toEqual([
    'enrolment.join-appeal-open',
    'enrolment.join-proposal-open',
  ])
  for (const position of ['on-hold', 'protected', 'transferred'] as const) {
    expect(reasonsNotToJoin({ ...pair, kept: file('1', position) }, nothingOpen)).toEqual(['enrolment.join-paused'])
    expect(reasonsNotToJoin({ ...pair, joined: file('2', position) }, nothingOpen)).toEqual(['enrolment.join-paused'])
  }
  expect(reasonsNotToJoin({ ...pair, joined: file('2', 'declined', { isErased: true }) }, nothingOpen)).toEqual(['enrolment.file-erased'])
  expect(reasonsNotToJoin({ ...pair, joined: file('2', 'registered', { joinedTo: '3' }) }, nothingOpen)).toEqual(['enrolment.file-joined'])
})
test('the later join is undone first, and nothing is undone once a file was erased', () => {
  const joined = file('2', 'registered', { joinedTo: '1' })
  expect(reasonsNotToPart({ kept: file('1', 'queued'), joined })).toEqual([])
  expect(reasonsNotToPart({ kept: file('1', 'queued', { joinedTo: '0' }), joined })).toEqual(['enrolment.part-later-first'])
  expect(reasonsNotToPart({ kept: file('1', 'declined', { isErased: true }), joined })).toEqual(['enrolment.file-erased'])
})
