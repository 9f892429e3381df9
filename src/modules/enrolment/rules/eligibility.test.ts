import fc from 'fast-check'
import { expect, test } from 'vitest'
import { words } from '../words.ts'
import { type Facts, outcomesOf, spokenOf, tierOf, verdictOf } from './eligibility.ts'

const bounds = { from: 18, to: 55 }
const facts: Facts = {
  day: '2026-11-23',
  hasConsented: true,
  isPilotCounty: true,
  bornOn: '1986-08-03',
  ground: { groundClass: 'widowed', isVerified: true, validFrom: '2020-01-01', validTo: null, endedOn: null },
  support: [
    { status: 'none', source: 'keyed-rows' },
    { status: 'in-queue', source: 'keyed-rows' },
  ],
  supportBodies: 2,
  ageBounds: {
    id: 'a',
    letterNumber: '۱',
    value: { widowed: bounds, divorced: bounds, 'husband-cannot-provide': bounds, 'never-married': { from: 45, to: 55 }, other: bounds },
  },
  coveredPolicy: { id: 'b', letterNumber: '۲', value: 'exclude' },
}
const verdict = (change: Partial<Facts>) => verdictOf(outcomesOf({ ...facts, ...change }))
const failing = (change: Partial<Facts>) =>
  outcomesOf({ ...facts, ...change }).flatMap(({ rule, outcome }) => (outcome === 'met' ? [] : [`${rule} ${outcome}`]))

test('who waits for coverage is whom the plan is for', () => {
  expect(verdict({})).toBe('eligible')
})
test.each([
  ['on her 18th birthday', '2008-11-23', 'eligible'],
  ['the day before it', '2008-11-24', 'ineligible'],
  ['on the last day of being 55', '1970-11-24', 'eligible'],
  ['on her 56th birthday', '1970-11-23', 'ineligible'],
])('%s', (_name, bornOn, expected) => {
  expect(verdict({ bornOn })).toBe(expected)
})
test('bounds differ by ground: a self-supporting woman of 40 is too young, a widow of 40 is not', () => {
  const ground = { groundClass: 'never-married', isVerified: true, validFrom: '2020-01-01', validTo: null, endedOn: null } as const
  expect(failing({ ground })).toEqual(['age not-met'])
})
test.each([
  ['covered', { support: [{ status: 'covered', source: 'keyed-rows' }] }, ['not-covered not-met']],
  ['only one of two bodies has answered', { support: [{ status: 'none', source: 'enquiry' }] }, ['not-covered unknown']],
  ['no birth date', { bornOn: null }, ['age unknown']],
  [
    'a paper nobody saw',
    { ground: { groundClass: 'widowed', isVerified: false, validFrom: '2020-01-01', validTo: null, endedOn: null } },
    ['ground-documented unknown'],
  ],
  [
    'a ground that has ended',
    { ground: { groundClass: 'husband-cannot-provide', isVerified: true, validFrom: '2020-01-01', validTo: '2026-11-22', endedOn: null } },
    ['ground-documented not-met'],
  ],
  ['no consent', { hasConsented: false }, ['consented not-met']],
  ['a county outside the pilot', { isPilotCounty: false }, ['pilot-county not-met']],
] as const)('%s', (_name, change, expected) => {
  expect(failing(change)).toEqual(expected)
})
test('a letter may admit those already covered; they are then counted apart by the kept value', () => {
  const coveredPolicy = { ...facts.coveredPolicy, value: 'admit-and-count-apart' } as const
  const rules = outcomesOf({ ...facts, coveredPolicy, support: [{ status: 'covered', source: 'enquiry' }] })
  expect(verdictOf(rules)).toBe('eligible')
  expect(rules.find(({ rule }) => rule === 'not-covered')).toMatchObject({ value: 'covered', letterNumber: '۲' })
})
test('every refusal says why, where else to turn and how to ask again, and names no ground and no body', () => {
  const rules = outcomesOf({ ...facts, support: [{ status: 'covered', source: 'enquiry' }], bornOn: '1950-01-01' })
  const spoken = spokenOf(rules, { referrals: ['مرکز خدمات بهداشتی'], appealDays: 30 })
  expect(spoken.map(({ key }) => key)).toEqual(['spoken-age', 'spoken-not-covered', 'spoken-where', 'spoken-appeal'])
  const messages = new Map(Object.entries(words).map(([key, { message }]) => [key, message]))
  for (const { key } of spoken) expect(messages.get(key)).not.toMatch(/امداد|بهزیستی|طلاق|فوت|حبس|اعتیاد/)
})
test('the same facts give the same outcomes, and a verdict follows from them alone', () => {
  const status = fc.constantFrom('none', 'applied', 'in-queue', 'covered', 'empowerment-period', 'exited', 're-entered' as const)
  const change = fc.record({
    hasConsented: fc.boolean(),
    isPilotCounty: fc.boolean(),
    bornOn: fc.option(fc.constantFrom('1950-01-01', '1990-06-06', '2012-02-02'), { nil: null }),
    support: fc.array(fc.record({ status, source: fc.constantFrom('keyed-rows', 'enquiry' as const) }), { maxLength: 2 }),
  })
  fc.assert(
    fc.property(change, (one) => {
      const [first, second] = [outcomesOf({ ...facts, ...one }), outcomesOf({ ...facts, ...one })]
      expect(first).toEqual(second)
      const isEligible = first.every(({ outcome }) => outcome === 'met')
      expect(verdictOf(first) === 'eligible').toBe(isEligible)
    }),
  )
})
test.each([
  [{ dependants: 0, dependantsUnderSeven: 0, hasDisability: true }, 1],
  [{ dependants: 3, dependantsUnderSeven: 1, hasDisability: false }, 1],
  [{ dependants: 2, dependantsUnderSeven: 0, hasDisability: false }, 2],
  [{ dependants: 1, dependantsUnderSeven: 0, hasDisability: false }, 3],
  [undefined, 3],
] as const)('household %j stands in tier %i', (household, tier) => {
  expect(tierOf(household)).toBe(tier)
})
