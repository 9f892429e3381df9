import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type InterviewState,
  interviewMoves,
  interviewStates,
  reasonsNotToMove,
  settled,
  stateAfterTurn,
  withSlot,
} from './interview-moves.ts'
import { type Degree, degrees, driftOf, itemsFor, type Mark, reasonsNotToAgree, spreadOf } from './marks.ts'
import { type PanelMember, reasonsNotToSit, seatsFor } from './panel.ts'
import { reasonsNotToSeat } from './parts.ts'
import { expiryOf, reasonsNotToHoldAgain, shownDrift } from './result.ts'
import { clashesOf, daysOf, instantOf, proposeSlots, slotsOf } from './slots.ts'

describe('moves', () => {
  test('a walk along the table never leaves it, and every conversation can be ended', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
        let state: InterviewState = 'to-plan'
        for (const choice of choices) {
          const ways: readonly InterviewState[] = interviewMoves[state]
          const next = ways[choice % Math.max(1, ways.length)]
          if (next === undefined) break
          expect(reasonsNotToMove(state, next)).toEqual([])
          state = next
        }
        expect(interviewStates).toContain(state)
        expect(endsFrom(state)).toBe(true)
      }),
    )
  })
  test('what is not in the table is refused, each pair of it', () => {
    for (const from of interviewStates)
      for (const to of interviewStates) {
        const ways: readonly InterviewState[] = interviewMoves[from]
        expect(reasonsNotToMove(from, to).length === 0).toBe(ways.includes(to))
      }
  })
  test('every state is reached from the first, and what was agreed is never marked again', () => {
    const reached = new Set<InterviewState>(['to-plan'])
    for (const state of reached) for (const next of interviewMoves[state]) reached.add(next)
    expect([...reached].toSorted()).toEqual(interviewStates.toSorted())
    expect(interviewMoves.agreed).toEqual(['told', 'cancelled'])
    expect(interviewMoves.told).toEqual([])
  })
  test('a day she did not come leads back, not out', () => {
    expect(interviewMoves.accepted).toContain('to-plan')
    expect([...settled].toSorted()).toEqual(['cancelled', 'told'])
    expect(withSlot.has('declined')).toBe(false)
  })
})
describe('a turn of her road', () => {
  test('leads where the table of moves leads, settles what she leaves, and keeps what was agreed for the day she goes on', () => {
    for (const state of interviewStates)
      for (const turn of ['left', 'paused'] as const) {
        const next = stateAfterTurn(state, turn)
        expect(next === state ? [] : reasonsNotToMove(state, next)).toEqual([])
        expect(stateAfterTurn(next, turn)).toBe(next)
      }
    expect(interviewStates.every((state) => settled.has(stateAfterTurn(state, 'left')))).toBe(true)
    expect(interviewStates.filter((state) => stateAfterTurn(state, 'paused') === 'to-plan')).toEqual([
      'to-plan',
      'proposed',
      'invited',
      'accepted',
      'held',
      'scored',
    ])
    expect(stateAfterTurn('agreed', 'paused')).toBe('agreed')
  })
})
describe('clashes', () => {
  const held = { startsAt: '2026-11-30T05:30:00.000Z', endsAt: '2026-11-30T07:30:00.000Z', roomId: 'hall', inRoom: ['a', 'b'] }
  test('the same room, or the same member in two rooms, at the same hours', () => {
    const planned = { ...held, startsAt: '2026-11-30T07:00:00.000Z', endsAt: '2026-11-30T09:00:00.000Z' }
    expect(clashesOf(planned, [held])).toEqual({
      room: held,
      members: [
        { accountId: 'a', session: held },
        { accountId: 'b', session: held },
      ],
    })
    expect(clashesOf({ ...planned, roomId: 'library', inRoom: ['c', 'b'] }, [held])).toEqual({
      room: undefined,
      members: [{ accountId: 'b', session: held }],
    })
  })
  test('one after the other is no clash', () => {
    const planned = { ...held, startsAt: held.endsAt, endsAt: '2026-11-30T09:00:00.000Z' }
    expect(clashesOf(planned, [held])).toEqual({ room: undefined, members: [] })
  })
})
function endsFrom(state: InterviewState): boolean {
  const reached = new Set<InterviewState>([state])
  for (const one of reached) for (const next of interviewMoves[one]) reached.add(next)
  return [...reached].some((one) => settled.has(one))
}

const member = (name: string, rest: Partial<PanelMember> = {}): PanelMember => ({
  accountId: name,
  organisationId: `office of ${name}`,
  chair: null,
  isWoman: false,
  isSupportBody: false,
  ...rest,
})
describe('panel', () => {
  const panel = [
    member('a', { chair: 1, isWoman: true }),
    member('b', { chair: 2 }),
    member('c', { chair: 3, isSupportBody: true }),
    member('d'),
  ]
  const nothing = { barred: [], satBefore: [], kin: [], supportBodies: 'agreed' } as const
  test('three agencies, two in the room and a woman among them', () => {
    expect(reasonsNotToSit(panel)).toEqual([])
    expect(reasonsNotToSit(panel.slice(0, 2))).toEqual(['interviews.too-few-agencies'])
    expect(reasonsNotToSit([member('a', { chair: 1 }), member('b', { isWoman: true }), member('c')])).toEqual([
      'interviews.no-woman',
      'interviews.too-few-in-room',
    ])
  })
  test('a woman who only reads the sample is no woman in the room', () => {
    expect(reasonsNotToSit([member('a', { chair: 1 }), member('b', { chair: 2 }), member('c', { isWoman: true })])).toEqual([
      'interviews.no-woman',
    ])
  })
  test('seven agencies have their part, three of them in the room', () => {
    const seven = Array.from({ length: 7 }, (_, place) =>
      member(String(place), { chair: place < 3 ? place + 1 : null, isWoman: place === 0 }),
    )
    expect(reasonsNotToSit(seven)).toEqual([])
    expect(seatsFor(seven, nothing)).toHaveLength(7)
  })
  test('officers she barred, who sat before, who are kin, and support bodies she refuses do not sit', () => {
    const sits = (against: Partial<Parameters<typeof seatsFor>[1]>) =>
      seatsFor(panel, { ...nothing, ...against }).map(({ accountId }) => accountId)
    expect(sits({})).toEqual(['a', 'b', 'c', 'd'])
    expect(sits({ supportBodies: 'refused' })).toEqual(['a', 'b', 'd'])
    expect(sits({ barred: ['a'] })).toEqual(['b', 'c', 'd'])
    expect(sits({ satBefore: ['b'], kin: ['d'] })).toEqual(['a', 'c'])
  })
  test('the chairs close up, so that one speaks', () => {
    const left = seatsFor(panel, { ...nothing, barred: ['a'] })
    expect(left.map(({ accountId, chair }) => [accountId, chair])).toEqual([
      ['b', 1],
      ['c', 2],
      ['d', null],
    ])
  })
  test('one speaks, at most three are in the room, nobody twice', () => {
    const part = (accountId: string, one: 'speaks' | 'in-room' | 'reads-sample') => ({ accountId, part: one })
    expect(reasonsNotToSeat([part('a', 'speaks'), part('b', 'in-room'), part('c', 'in-room'), part('d', 'reads-sample')])).toEqual([])
    expect(reasonsNotToSeat([part('a', 'in-room'), part('a', 'in-room')])).toEqual(['interviews.one-speaks', 'interviews.twice-on-panel'])
    expect(reasonsNotToSeat([part('a', 'speaks'), part('b', 'in-room'), part('c', 'in-room'), part('d', 'in-room')])).toEqual([
      'interviews.at-most-three',
    ])
  })
})

const mark = (accountId: string, degree: Degree | null, itemCode = 'goal'): Mark => ({ accountId, itemCode, degree })
describe('marks', () => {
  test('not observed is never the lowest degree', () => {
    expect(spreadOf('goal', [mark('a', null), mark('b', 4)])).toMatchObject({ lowest: 4, highest: 4, gap: 0, proposed: 4 })
    expect(spreadOf('goal', [mark('a', null)])).toMatchObject({ lowest: null, proposed: null, needsReason: false })
  })
  test('the degree most marked is proposed, of equally many the lower', () => {
    expect(spreadOf('goal', [mark('a', 3), mark('b', 4), mark('c', 4)]).proposed).toBe(4)
    expect(spreadOf('goal', [mark('a', 3), mark('b', 4)]).proposed).toBe(3)
  })
  const anyMarks = fc
    .array(fc.option(fc.constantFrom(...degrees)), { maxLength: 7 })
    .map((all) => all.map((degree, place) => mark(String(place), degree)))
  test('what is proposed lies within what was marked, and what lies outside is refused', () => {
    fc.assert(
      fc.property(anyMarks, fc.option(fc.constantFrom(...degrees)), (marks, chosen) => {
        const spread = spreadOf('goal', marks)
        const refusedFor = (degree: Degree | null, reason: string | null) =>
          reasonsNotToAgree([spread], [{ itemCode: 'goal', degree, reason }])
        expect(refusedFor(spread.proposed, 'دلیل')).toEqual([])
        expect(refusedFor(spread.proposed, null)).toEqual(spread.gap >= 2 ? ['interviews.reason-missing'] : [])
        const seen = marks.flatMap(({ degree }) => (degree === null ? [] : [degree]))
        const isWithin = chosen === null ? seen.length === 0 : seen.some((one) => one <= chosen) && seen.some((one) => one >= chosen)
        expect(refusedFor(chosen, 'دلیل').includes('interviews.outside-marks')).toBe(!isWithin)
      }),
    )
  })
  test('an item left out or named twice is no agreement', () => {
    const spreads = [spreadOf('goal', [mark('a', 3)]), spreadOf('tools', [mark('a', 3, 'tools')])]
    const goal = { itemCode: 'goal', degree: 3, reason: null } as const
    expect(reasonsNotToAgree(spreads, [goal])).toEqual(['interviews.items-missing'])
    expect(reasonsNotToAgree(spreads, [goal, goal])).toEqual(['interviews.items-missing'])
  })
  test('who reads the sample alone marks what the sample shows', () => {
    const items = [
      { code: 'goal', domain: 'individual', isOnSample: false },
      { code: 'packing', domain: 'craft', isOnSample: true },
    ] as const
    expect(itemsFor(items, { isInRoom: false }).map(({ code }) => code)).toEqual(['packing'])
    expect(itemsFor(items, { isInRoom: true })).toHaveLength(2)
  })
  test('drift counts how far, never how much', () => {
    const agreed = new Map<string, Degree | null>([
      ['goal', 3],
      ['tools', 3],
      ['safety', null],
    ])
    expect(driftOf([mark('a', 5), mark('a', 2, 'tools'), mark('a', 4, 'safety'), mark('a', null, 'goal')], agreed)).toEqual({
      marks: 2,
      above: 1,
      below: 1,
      far: 1,
    })
    expect(shownDrift({ marks: 9, above: 1, below: 1, far: 0 })).toBeNull()
    expect(shownDrift({ marks: 10, above: 1, below: 1, far: 0 })).toEqual({ marks: 10, above: 1, below: 1, far: 0 })
  })
})
describe('days', () => {
  test('open from the day before to three days after', () => {
    expect(daysOf('2026-11-24')).toEqual({ opensOn: '2026-11-23', closesOn: '2026-11-27' })
  })
  test('a time of day is that of Tehran', () => {
    expect(instantOf('2026-11-24', '10:30').toISOString()).toBe('2026-11-24T07:00:00.000Z')
  })
  test('conversations follow each other with a rest, and never overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 20, max: 120 }),
        fc.integer({ min: 0, max: 60 }),
        (slots, minutes, rest) => {
          const times = slotsOf(instantOf('2026-11-24', '09:00'), { slots, minutes, rest })
          expect(times).toHaveLength(slots)
          for (const { startsAt, endsAt } of times) expect(endsAt.getTime() - startsAt.getTime()).toBe(minutes * 60_000)
          const rests = times.slice(1).map(({ startsAt }, place) => startsAt.getTime() - (times[place]?.endsAt.getTime() ?? 0))
          expect(rests).toEqual(rests.map(() => rest * 60_000))
        },
      ),
    )
  })
  test('who waited longest gets the first free time her panel can sit at', () => {
    const free = [
      { slotId: 's2', startsAt: '2026-11-24T08:00:00Z' },
      { slotId: 's1', startsAt: '2026-11-24T07:00:00Z' },
    ]
    const waiting = [
      { caseId: 'late', since: '2026-11-20' },
      { caseId: 'barred', since: '2026-10-01' },
      { caseId: 'early', since: '2026-11-01' },
      { caseId: 'latest', since: '2026-11-22' },
    ]
    expect(proposeSlots(free, waiting, (caseId) => caseId !== 'barred')).toEqual([
      { caseId: 'early', slotId: 's1' },
      { caseId: 'late', slotId: 's2' },
    ])
  })
  test('marks hold a year, to the same day or the last of its month', () => {
    expect(expiryOf('2026-11-24', 12)).toBe('2027-11-24')
    expect(expiryOf('2028-02-29', 12)).toBe('2029-02-28')
    expect(expiryOf('2026-08-31', 6)).toBe('2027-02-28')
  })
  test('a second conversation follows a told first one; that marks ran out is a reason only when they did', () => {
    expect(reasonsNotToHoldAgain({ state: 'agreed', expiresOn: null }, { reason: 'her-wish', today: '2026-11-24' })).toEqual([
      'interviews.not-told-yet',
    ])
    expect(reasonsNotToHoldAgain({ state: 'told', expiresOn: '2026-11-24' }, { reason: 'expired', today: '2026-11-24' })).toEqual([
      'interviews.not-expired',
    ])
    expect(reasonsNotToHoldAgain({ state: 'told', expiresOn: '2026-11-23' }, { reason: 'expired', today: '2026-11-24' })).toEqual([])
    expect(reasonsNotToHoldAgain({ state: 'told', expiresOn: '2027-11-24' }, { reason: 'her-wish', today: '2026-11-24' })).toEqual([])
  })
})
