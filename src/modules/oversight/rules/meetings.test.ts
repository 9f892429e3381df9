import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../db/seed/random.ts'
import { resolutionStates } from '../contract/states.ts'
import {
  hasMajority,
  hasQuorum,
  meetingStatusOf,
  presentOf,
  reasonsNotToAdopt,
  reasonsNotToAttend,
  reasonsNotToCall,
  reasonsNotToDraft,
} from './meetings.ts'
import { isResolutionOverdue, reasonsNotToExtend, reasonsNotToMoveResolution, reasonsNotToSupersede } from './resolutions.ts'

const random = seededRandom('meetings')
describe('quorum', () => {
  const twoThirds = { part: 2, of: 3 }
  test.each([
    [2, 3, true],
    [1, 3, false],
    [4, 6, true],
    [3, 5, false],
    [4, 5, true],
    [5, 7, true],
    [0, 0, false],
  ])('%i of %i members: %s', (present, members, expected) => {
    expect(hasQuorum(present, members, twoThirds)).toBe(expected)
  })
  test('whoever comes besides never undoes it, and the smallest number with it is the part rounded up, whatever the letter says', () => {
    for (let round = 0; round < 500; round++) {
      const of = random.whole(1, 10)
      const [part, members] = [random.whole(1, of), random.whole(1, 40)]
      const with_ = Array.from({ length: members + 1 }, (_, present) => hasQuorum(present, members, { part, of }))
      const least = with_.indexOf(true)
      expect(least).toBe(Math.ceil((members * part) / of))
      expect(with_.slice(least).every(Boolean)).toBe(true)
    }
  })
  test('a deputy counts, an absent member does not', () => {
    expect(presentOf(['self', 'deputy', 'absent'])).toBe(2)
  })
  test('of two opposed numbers at most one is a majority', () => {
    for (let present = 0; present <= 40; present++)
      for (let votes = 0; votes <= present; votes++)
        expect(hasMajority(votes, present) && hasMajority(present - votes, present)).toBe(false)
  })
})
describe('a meeting', () => {
  test.each([
    ['deciding', '2026-11-30', ['یک'], []],
    ['deciding', '2026-11-29', ['یک'], ['oversight.agenda-late']],
    ['deciding', '2026-11-30', [], ['oversight.agenda-empty']],
    ['consultative', '2026-11-23', [], []],
    ['consultative', '2026-11-22', [], ['oversight.meeting-past']],
  ] as const)('%s on %s with agenda %j', (kind, meetsOn, agenda, reasons) => {
    expect(reasonsNotToCall({ kind, meetsOn, agenda }, { today: '2026-11-23', earliest: '2026-11-30' })).toEqual(reasons)
  })
  test.each([
    [null, null, 'called'],
    ['2026-11-30', null, 'held'],
    ['2026-11-30', '2026-12-01', 'signed'],
  ] as const)('attended %s, signed %s: %s', (attendedOn, minutesDate, status) => {
    expect(meetingStatusOf({ attendedOn, minutesDate })).toBe(status)
  })
  test('attendance is written on its day, for all, and not after the minutes', () => {
    const held = { status: 'called', meetsOn: '2026-11-30' } as const
    expect(reasonsNotToAttend(held, { today: '2026-11-29', isWhole: true })).toEqual(['oversight.meeting-ahead'])
    expect(reasonsNotToAttend(held, { today: '2026-11-30', isWhole: false })).toEqual(['oversight.attendance-incomplete'])
    expect(reasonsNotToAttend(held, { today: '2026-11-30', isWhole: true })).toEqual([])
    expect(reasonsNotToAttend({ ...held, status: 'signed' }, { today: '2026-12-01', isWhole: true })).toEqual(['oversight.minutes-signed'])
  })
  test('what is resolved was on the agenda of a deciding meeting', () => {
    const meeting = { kind: 'deciding', status: 'called', agenda: ['یک'] } as const
    const draft = { agendaPlace: 1, dueOn: '2026-12-01' }
    expect(reasonsNotToDraft(meeting, draft, '2026-11-23')).toEqual([])
    expect(reasonsNotToDraft(meeting, { ...draft, agendaPlace: 2 }, '2026-11-23')).toEqual(['oversight.not-on-the-agenda'])
    expect(reasonsNotToDraft({ ...meeting, kind: 'consultative' }, draft, '2026-11-23')).toEqual(['oversight.not-a-deciding-meeting'])
    expect(reasonsNotToDraft(meeting, { ...draft, dueOn: '2026-11-22' }, '2026-11-23')).toEqual(['oversight.due-in-the-past'])
  })
  test.each([
    [null, 2, ['oversight.not-held-yet']],
    [1, 1, ['oversight.no-quorum']],
    [2, 1, ['oversight.no-majority']],
    [2, 3, ['oversight.more-votes-than-members']],
    [2, 2, []],
    [3, 2, []],
  ])('with %s of three there and %i votes', (present, votes, reasons) => {
    const quorum = present === null ? null : { part: 2, of: 3 }
    const meeting = { kind: 'deciding', status: 'held', agenda: ['یک'], members: 3, present, quorum } as const
    expect(reasonsNotToAdopt(meeting, votes)).toEqual(reasons)
  })
})
describe('a resolution', () => {
  test('moves by its one table; the agency never comes to «confirmed» by itself', () => {
    const allowed = resolutionStates.flatMap((state) =>
      resolutionStates
        .filter((to) => reasonsNotToMoveResolution({ state, supersededBy: null }, to).length === 0)
        .map((to) => `${state} → ${to}`),
    )
    expect(allowed).toEqual([
      'draft → adopted',
      'adopted → signed',
      'signed → notified',
      'notified → acknowledged',
      'acknowledged → in-progress',
      'acknowledged → reported',
      'in-progress → reported',
      'reported → confirmed',
      'reported → returned',
      'returned → in-progress',
      'returned → reported',
    ])
  })
  test('is overdue exactly when its day is past, the agency has the next step, and nothing took its place, whatever the days', () => {
    for (let round = 0; round < 500; round++) {
      const state = random.pick(resolutionStates)
      const supersededBy = random.pick([null, 'another'])
      const [dueOn, today] = [`2026-11-${random.whole(10, 30)}`, `2026-11-${random.whole(10, 30)}`]
      const isAtAgency = ['notified', 'acknowledged', 'in-progress', 'returned'].includes(state)
      expect(isResolutionOverdue({ state, supersededBy, dueOn }, today)).toBe(
        isAtAgency && supersededBy === null && Date.parse(dueOn) < Date.parse(today),
      )
    }
  })
  test('what was superseded moves no more, and is extended no more', () => {
    const standing = { state: 'in-progress', supersededBy: 'x', dueOn: '2026-12-01' } as const
    expect(reasonsNotToMoveResolution(standing, 'reported')).toEqual(['oversight.superseded'])
    expect(reasonsNotToExtend(standing, '2026-12-02')).toEqual(['oversight.superseded'])
    expect(reasonsNotToExtend({ ...standing, supersededBy: null }, '2026-12-01')).toEqual(['oversight.not-later'])
    expect(reasonsNotToExtend({ ...standing, supersededBy: null }, '2026-12-02')).toEqual([])
    expect(reasonsNotToExtend({ ...standing, supersededBy: null, state: 'reported' }, '2026-12-02')).toEqual([
      'oversight.no-such-resolution-move',
    ])
  })
  test('its place is taken by another that was signed, never by itself or by a draft', () => {
    const one = { id: 'a', state: 'notified', supersededBy: null } as const
    expect(reasonsNotToSupersede(one, { ...one, id: 'b' })).toEqual([])
    expect(reasonsNotToSupersede(one, one)).toEqual(['oversight.not-a-successor'])
    expect(reasonsNotToSupersede(one, { ...one, id: 'b', state: 'draft' })).toEqual(['oversight.not-a-successor'])
    expect(reasonsNotToSupersede({ ...one, state: 'confirmed' }, { ...one, id: 'b' })).toEqual(['oversight.no-such-resolution-move'])
  })
})
