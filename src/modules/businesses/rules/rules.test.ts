import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BusinessState, businessStates } from '../contract/businesses.ts'
import { type PermitState, permitStates, ReviewAnswer, type ReviewKind, type ReviewState, Specialist } from '../contract/permits.ts'
import { businessMoves, reasonsNotToMoveBusiness, reasonsNotToRegister } from './business.ts'
import {
  outcomeOf,
  permitEnds,
  permitMoves,
  reasonsAgainstLetter,
  reasonsAgainstPapers,
  reasonsNotToAnswer,
  reasonsNotToMovePermit,
  specialistOf,
  standingOf,
} from './permit.ts'

const nextOf = (state: PermitState): readonly PermitState[] => permitMoves[state]
/** States that can be reached from one by the table. */
function reachable<State extends string>(from: State, next: (state: State) => readonly State[]): ReadonlySet<State> {
  const found = new Set<State>([from])
  for (const state of found) for (const to of next(state)) found.add(to)
  return found
}
describe('the table of permits', () => {
  test('has the states of the page of states and the road they are written in', () => {
    expect(Object.keys(permitMoves)).toEqual([...permitStates])
    const road = ['draft', 'submitted', 'agency-review', 'specialist-review', 'agency-signed', 'issued', 'renewal-due', 'expired'] as const
    for (const [place, from] of road.entries()) {
      const to = road[place + 1]
      expect([from, to === undefined ? [] : reasonsNotToMovePermit(from, to)]).toEqual([from, []])
    }
  })
  test('never skips the exit table: nothing is submitted but from a draft or a request that came back', () => {
    expect(permitStates.filter((from) => nextOf(from).includes('submitted'))).toEqual(['draft', 'returned'])
  })
  test('reaches every state from its beginnings, and an end from every state', () => {
    const begun = new Set((['draft', 'not-required', 'issued'] as const).flatMap((from) => [...reachable<PermitState>(from, nextOf)]))
    expect(permitStates.filter((state) => !begun.has(state))).toEqual([])
    for (const state of permitStates) expect([state, [...reachable(state, nextOf)].some((to) => permitEnds.has(to))]).toEqual([state, true])
  })
})
test('a business reaches every state from an idea, and can always be ended', () => {
  const next = (state: BusinessState): readonly BusinessState[] => businessMoves[state]
  expect([...reachable<BusinessState>('idea', next)].toSorted()).toEqual([...businessStates].toSorted())
  for (const state of businessStates.filter((one) => one !== 'ended')) expect(reasonsNotToMoveBusiness(state, 'ended')).toEqual([])
  expect(businessStates.filter((to) => reasonsNotToMoveBusiness('ended', to).length === 0)).toEqual([])
})

interface Kept {
  readonly id: number
  readonly kind: ReviewKind
  readonly state: ReviewState
}
/** A permit as the room keeps it: one state, and reviews that open and close with it. */
interface Walk {
  permit: PermitState
  reviews: readonly Kept[]
  issuedBySignature: boolean
}
const isOpen = ({ state }: Kept): boolean => state === 'waiting' || state === 'under-way'
const opening = (walk: Walk, kind: ReviewKind, state: ReviewState = 'waiting'): readonly Kept[] => [
  ...walk.reviews,
  { id: walk.reviews.length, kind, state },
]
const dropped = (reviews: readonly Kept[]): readonly Kept[] =>
  reviews.map((one) => (isOpen(one) ? { ...one, state: 'dropped' as const } : one))
interface Act {
  readonly what: 'move' | 'answer'
  /** Whether it tries anything at all, or one of the moves and answers that are open. */
  readonly isWild: boolean
  readonly to: PermitState
  readonly at: number
  readonly pick: number
  readonly answer: ReviewAnswer
  readonly specialists: readonly Specialist[]
}
const anyAct: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('move', 'answer', 'answer'),
  isWild: fc.boolean(),
  to: fc.constantFrom(...permitStates),
  at: fc.nat(2),
  pick: fc.nat(59),
  answer: fc.constantFrom(...ReviewAnswer.options),
  specialists: fc.subarray([...Specialist.options]),
})
/** Of what is open, the one the act points at. */
function aimed(walk: Walk, act: Act, wanted: Specialist | undefined): Act {
  if (act.isWild) return act
  const review = walk.reviews.filter(isOpen)[act.at]
  // She may always take it back; a walk that does so at once sees nothing.
  const next = nextOf(walk.permit).filter((to) => to !== 'withdrawn')
  const asked = { permit: walk.permit, specialists: [...Specialist.options], wanted, beside: walk.reviews.filter((one) => one !== review) }
  const answers = ReviewAnswer.options.filter(
    (answer) => review !== undefined && reasonsNotToAnswer({ ...asked, review, answer }).length === 0,
  )
  return { ...act, to: next[act.pick % next.length] ?? act.to, answer: answers[act.pick % answers.length] ?? act.answer }
}
function step(walk: Walk, tried: Act, wanted: Specialist | undefined): void {
  const act = aimed(walk, tried, wanted)
  if (act.what === 'move') {
    const isOwn = !['agency-signed', 'specialist-review', 'returned', 'rejected'].includes(act.to)
    if (!isOwn || reasonsNotToMovePermit(walk.permit, act.to).length > 0) return
    if (act.to === 'agency-review' && walk.permit !== 'rejected') return
    if (act.to !== 'renewal-due' && act.to !== 'submitted') walk.reviews = dropped(walk.reviews)
    if (act.to === 'submitted') walk.reviews = opening(walk, 'agency')
    if (act.to === 'agency-review') walk.reviews = opening(walk, 'agency', 'under-way')
    walk.permit = act.to
    return
  }
  const review = walk.reviews.filter(isOpen)[act.at]
  if (review === undefined) return
  const beside = walk.reviews.filter(({ id }) => id !== review.id)
  if (reasonsNotToAnswer({ permit: walk.permit, review, beside, answer: act.answer, specialists: act.specialists, wanted }).length > 0)
    return
  const { review: state, permit: to } = outcomeOf({ review, answer: act.answer })
  walk.reviews = walk.reviews.map((one) => (one.id === review.id ? { ...one, state } : one))
  if (to === undefined) return
  expect([walk.permit, to, reasonsNotToMovePermit(walk.permit, to)]).toEqual([walk.permit, to, []])
  if (to === 'returned' || to === 'rejected') walk.reviews = dropped(walk.reviews)
  if (to === 'specialist-review') for (const kind of act.specialists) walk.reviews = opening(walk, kind)
  if (to === 'agency-signed') walk.reviews = opening(walk, 'labour')
  walk.issuedBySignature ||= to === 'issued'
  walk.permit = to
}
describe('walks of everybody over requests and their reviews', () => {
  test('reach no state the table does not know, leave no desk with a request that is over, and no starred field without its specialist', () => {
    const seen = new Set<PermitState>()
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 40, maxLength: 80 }), fc.constantFrom(undefined, ...Specialist.options), (acts, wanted) => {
        const walk: Walk = { permit: 'draft', reviews: [], issuedBySignature: false }
        for (const act of acts) {
          step(walk, act, wanted)
          seen.add(walk.permit)
          const open = walk.reviews.filter(isOpen)
          const kinds = open.map(({ kind }) => kind)
          expect(new Set(kinds).size).toBe(kinds.length)
          const isWaitedFor = ['submitted', 'agency-review', 'specialist-review', 'agency-signed'].includes(walk.permit)
          expect([walk.permit, open.length > 0]).toEqual([walk.permit, isWaitedFor])
          const isRead = walk.reviews.some(({ kind, state }) => kind === wanted && state === 'approved')
          expect(walk.issuedBySignature && wanted !== undefined && !isRead).toBe(false)
        }
      }),
      { numRuns: 120, seed: 1405 },
    )
    expect(permitStates.filter((state) => !seen.has(state) && state !== 'not-required')).toEqual([])
  })
})
describe('an answer', () => {
  const agency = { kind: 'agency', state: 'under-way' } as const
  test('signs a plain field at once and a starred one only after its specialist', () => {
    const asked = { permit: 'agency-review', review: agency, beside: [], answer: 'approve', specialists: [] } as const
    expect(reasonsNotToAnswer({ ...asked, wanted: undefined })).toEqual([])
    expect(reasonsNotToAnswer({ ...asked, wanted: 'health' })).toEqual(['businesses.specialist-missing'])
    const reading = { ...asked, permit: 'specialist-review', wanted: 'health' } as const
    expect(reasonsNotToAnswer({ ...reading, beside: [{ kind: 'health', state: 'waiting' }] })).toEqual(['businesses.specialist-waiting'])
    expect(reasonsNotToAnswer({ ...reading, beside: [{ kind: 'health', state: 'approved' }] })).toEqual([])
  })
  test('asks at least the specialist the field wants', () => {
    const asked = { permit: 'agency-review', review: agency, beside: [], answer: 'ask-specialists', wanted: 'veterinary' } as const
    expect(reasonsNotToAnswer({ ...asked, specialists: ['health'] })).toEqual(['businesses.specialist-missing'])
    expect(reasonsNotToAnswer({ ...asked, specialists: ['health', 'veterinary'] })).toEqual([])
  })
  test('of a review that is closed, or before its turn, has no place', () => {
    const labour = { kind: 'labour', state: 'waiting' } as const
    const asked = { beside: [], answer: 'approve', specialists: [], wanted: undefined } as const
    expect(reasonsNotToAnswer({ ...asked, permit: 'agency-review', review: labour })).toEqual(['businesses.no-such-answer'])
    expect(reasonsNotToAnswer({ ...asked, permit: 'agency-review', review: { ...agency, state: 'dropped' } })).toEqual([
      'businesses.no-such-answer',
    ])
  })
})
test('specialists of starred fields; Behzisti signs its own', () => {
  expect(
    (['standard', 'starred-health', 'starred-veterinary', 'starred-culture', 'starred-welfare', 'not-required'] as const).map(specialistOf),
  ).toEqual([undefined, 'health', 'veterinary', 'culture', undefined, undefined])
})
test('letters have number and day, and no day ahead', () => {
  expect(reasonsAgainstLetter({ letterNumber: '۱', letterDate: null }, false, '2026-01-02')).toEqual(['businesses.letter-missing'])
  expect(reasonsAgainstLetter({ letterNumber: null, letterDate: null }, false, '2026-01-02')).toEqual([])
  expect(reasonsAgainstLetter({ letterNumber: '۱', letterDate: '2026-01-03' }, true, '2026-01-02')).toEqual(['businesses.letter-ahead'])
  const none = { letterNumber: null, letterDate: null, expiresOn: null, reason: null }
  expect(reasonsAgainstPapers({ ...none, to: 'suspended' }, null, '2026-01-02')).toEqual([
    'businesses.letter-missing',
    'businesses.reason-missing',
  ])
  expect(reasonsAgainstPapers({ ...none, to: 'issued' }, null, '2026-01-02')).toEqual([
    'businesses.letter-missing',
    'businesses.expiry-missing',
  ])
  expect(reasonsAgainstPapers({ ...none, to: 'expired' }, '2026-01-02', '2026-01-02')).toEqual(['businesses.not-expired-yet'])
  expect(reasonsAgainstPapers({ ...none, to: 'expired' }, '2026-01-01', '2026-01-02')).toEqual([])
})
test('a permit is valid to its last day, and never on paper only', () => {
  expect(standingOf('issued', '2026-01-02', '2026-01-02')).toBe('valid')
  expect(standingOf('renewal-due', '2026-01-01', '2026-01-02')).toBe('none')
  expect([standingOf(undefined, null, '2026-01-02'), standingOf('submitted', null, '2026-01-02')]).toEqual(['none', 'open'])
  expect([standingOf('inactive', '2027-01-01', '2026-01-02'), standingOf('not-required', null, '2026-01-02')]).toEqual([
    'none',
    'not-required',
  ])
})
describe('registering', () => {
  const one = {
    position: 'active',
    kind: 'created',
    state: 'idea',
    relation: 'piecework',
    startedOn: null,
    field: { relationPatterns: ['piecework'] },
    isOffered: true,
  } as const
  const of = (more: object) => reasonsNotToRegister({ ...one, ...more, field: { relationPatterns: ['piecework'] } }, '2026-01-02')
  test('a new one in an offered field, in a way the field knows, by a woman at work', () => {
    expect(reasonsNotToRegister({ ...one, field: { relationPatterns: ['piecework'] } }, '2026-01-02')).toEqual([])
    expect(of({ isOffered: false })).toEqual(['businesses.field-not-offered'])
    expect(of({ isOffered: false, kind: 'revived', startedOn: '2020-01-01' })).toEqual([])
    expect(of({ relation: 'independent' })).toEqual(['businesses.relation-not-of-field'])
    expect(of({ position: 'queued' })).toEqual(['businesses.case-not-at-work'])
    expect(reasonsNotToRegister({ ...one, field: undefined }, '2026-01-02')).toEqual(['businesses.field-unknown'])
  })
  test('whoever works has begun', () => {
    expect(of({ state: 'active' })).toEqual(['businesses.start-missing'])
    expect(of({ state: 'active', startedOn: '2026-01-03' })).toEqual(['businesses.start-ahead'])
  })
})
