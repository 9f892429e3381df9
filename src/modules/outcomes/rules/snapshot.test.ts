import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standings } from './earning.ts'
import { jobOutcomeOf, nextPosition, worksBefore } from './job.ts'
import { canonical, type Facts, outcomeOf } from './snapshot.ts'
import { isPrevented, supportOver } from './support.ts'

const payment = (paidOn: string, confirmedOn = paidOn) => ({
  buyerId: 'a',
  paidOn,
  confirmedOn,
  paidRial: 9_000_000,
  costsRial: 0,
  minutes: 900,
})
const facts = (more: Partial<Facts> = {}): Facts => ({
  until: '2026-11-23',
  registeredOn: '2026-05-01',
  workBefore: 'none',
  payments: [payment('2026-11-01')],
  stands: [],
  isInsured: false,
  termsSince: '2026-09-01',
  orderedUntil: '2026-12-30',
  prices: [],
  baseMonth: '1404-10',
  terms: { sustained: { earning: 9, of: 12 }, interrupted: 2 },
  ...more,
})
const stand = (status: string, since: string, organisationId = 'relief') => ({ organisationId, status, since, knownOn: since })

describe('what became of her work', () => {
  test('rests on payments she confirmed and on what she did before, and on nothing else', () => {
    expect(outcomeOf(facts()).job).toBe('created')
    expect(outcomeOf(facts({ workBefore: 'stood-still' })).job).toBe('revived')
    expect(outcomeOf(facts({ workBefore: 'working' })).job).toBeNull()
    expect(outcomeOf(facts({ workBefore: null })).job).toBeNull()
    // Terms, insurance, orders ahead: none of it is an outcome without money that reached her.
    expect(outcomeOf(facts({ payments: [], isInsured: true })).job).toBeNull()
  })
  test('what has stopped is nobody’s success, whatever she did before', () => {
    for (const before of worksBefore)
      for (const standing of standings.filter((one) => one === 'not-yet' || one === 'interrupted'))
        expect(jobOutcomeOf(before, standing)).toBeNull()
  })
})
describe('where the ledger leads a case', () => {
  const all = { third: true, fourth: true }
  test('forward only while it lasts, and back by itself from everywhere', () => {
    expect(nextPosition('active', 'earning', all)).toBe('earning')
    expect(nextPosition('earning', 'sustained', all)).toBe('sustained')
    for (const position of ['earning', 'sustained', 'aftercare']) expect(nextPosition(position, 'interrupted', all)).toBe('interrupted')
    expect(nextPosition('interrupted', 'sustained', all)).toBe('earning')
    expect(nextPosition('active', 'not-yet', all)).toBeNull()
    expect(nextPosition('withdrawn', 'sustained', all)).toBeNull()
  })
  test('aftercare and the end wait for their follow-ups', () => {
    expect(nextPosition('sustained', 'sustained', { third: false, fourth: false })).toBeNull()
    expect(nextPosition('aftercare', 'sustained', { third: true, fourth: false })).toBeNull()
    expect(nextPosition('aftercare', 'sustained', all)).toBe('closed')
  })
})
describe('her support over time', () => {
  const over = (...stands: Parameters<typeof supportOver>[0]) => supportOver(stands, '2026-05-01', '2027-05-01')
  test('entry, exit and coming back; who waited and did not enter is prevented only while she earns', () => {
    expect(over(stand('in-queue', '2026-01-01'), stand('covered', '2026-08-01'))).toEqual({ before: 'waiting', since: 'entered' })
    expect(over(stand('covered', '2026-01-01'), stand('exited', '2026-08-01'))).toEqual({ before: 'covered', since: 'exited' })
    expect(over(stand('covered', '2026-01-01'), stand('exited', '2026-08-01'), stand('re-entered', '2026-10-01')).since).toBe('re-entered')
    const waited = over(stand('in-queue', '2026-01-01'))
    expect([isPrevented(waited, true), isPrevented(waited, false)]).toEqual([true, false])
  })
  test('a refusal is never a success', () => {
    const refused = over(stand('applied', '2026-01-01'), stand('none', '2026-08-01'))
    expect(refused).toEqual({ before: 'waiting', since: 'refused' })
    expect(isPrevented(refused, true)).toBe(false)
  })
  test('nobody told is no success either', () => {
    expect(isPrevented(over(), true)).toBe(false)
  })
})
describe('a snapshot', () => {
  test('what was confirmed after its day does not change it, whatever comes later', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 8 }), (later) => {
        const more = later.map((days) => payment('2026-11-01', new Date(Date.UTC(2026, 10, 23 + days)).toISOString().slice(0, 10)))
        expect(outcomeOf(facts({ payments: [...facts().payments, ...more] }))).toEqual(outcomeOf(facts()))
      }),
    )
  })
  test('its text is one, in whatever order its parts are kept, and differs when anything in it does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonical(turned)).toBe(canonical(value))
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
      }),
    )
    expect(canonical(facts())).not.toBe(canonical(facts({ isInsured: true })))
  })
})
