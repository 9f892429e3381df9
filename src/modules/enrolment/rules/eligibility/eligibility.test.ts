import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoOfJalali } from '../../../../platform/jalali.ts'
import { said } from '../../api/speech.ts'
import { type RuleOutcome, ruleCodes } from '../../contract/eligibility.ts'
import { SupportStatus } from '../../contract/support.ts'
import { isCovering } from '../support.ts'
import { spokenOf, staffSentenceOf } from './explain.ts'
import type { Facts } from './facts.ts'
import { referralsFor } from './referral.ts'
import { countsApart, outcomesOf, reasonsNotToDecide, verdictOf } from './rules.ts'

const [relief, behzisti] = ['relief', 'behzisti']
const bounds = { from: 18, to: 55 }
const letter = { letterNumber: '۱۲', letterDate: '2026-01-01' }
const facts: Facts = {
  day: '2026-11-23',
  hasConsented: true,
  admittedOn: null,
  isPilotCounty: true,
  bornOn: '1986-08-03',
  ground: { groundClass: 'widowed', isVerified: true, validFrom: '2020-01-01', validTo: null, endedOn: null },
  insured: null,
  support: [
    { organisationId: relief, status: 'none', source: 'keyed-rows', letterNumber: null },
    { organisationId: behzisti, status: 'in-queue', source: 'keyed-rows', letterNumber: null },
  ],
  supportBodies: [relief, behzisti],
  ageBounds: {
    id: 'a',
    ...letter,
    value: { widowed: bounds, divorced: bounds, 'husband-cannot-provide': bounds, 'never-married': { from: 45, to: 55 }, other: bounds },
  },
  coveredPolicy: { id: 'b', ...letter, value: 'exclude' },
  insuranceBan: { id: 'c', ...letter, value: false },
}
const told = (status: SupportStatus, organisationId = relief) => ({
  organisationId,
  status,
  source: 'enquiry' as const,
  letterNumber: '۵/۱',
})
const verdict = (change: Partial<Facts>) => verdictOf(outcomesOf({ ...facts, ...change }))
const failing = (change: Partial<Facts>) =>
  outcomesOf({ ...facts, ...change }).flatMap(({ rule, outcome }) => (outcome === 'met' ? [] : [`${rule} ${outcome}`]))
const jalali = (year: number, month: number, day: number): string => {
  const iso = isoOfJalali(year, month, day)
  if (iso === undefined) throw new Error('no such day')
  return iso
}

test('who waits for coverage is whom the plan is for', () => {
  expect(verdict({})).toBe('eligible')
  expect(outcomesOf(facts).at(-1)).toMatchObject({ rule: 'not-covered', value: 'in-queue', source: 'keyed-rows', letterNumber: '۱۲' })
})
test.each([
  ['on her 18th birthday', jalali(1387, 9, 2), 'eligible'],
  ['the day before it', jalali(1387, 9, 3), 'ineligible'],
  ['on the last day of being 55', jalali(1349, 9, 3), 'eligible'],
  ['on her 56th birthday', jalali(1349, 9, 2), 'ineligible'],
])('%s', (_name, bornOn, expected) => {
  expect(verdict({ bornOn, day: jalali(1405, 9, 2) })).toBe(expected)
})
test.each([
  ['born on 30 Esfand of a leap year, on 29 Esfand of a common year', jalali(1387, 12, 30), jalali(1405, 12, 29), 'not-met'],
  ['born on 30 Esfand of a leap year, on the 1 Farvardin after it', jalali(1387, 12, 30), jalali(1406, 1, 1), 'met'],
  ['born on 30 Esfand, on 30 Esfand of a leap year', jalali(1387, 12, 30), jalali(1408, 12, 30), 'met'],
  [
    'born on 1 Farvardin, the day before, though 18 years have passed in the other calendar',
    jalali(1387, 1, 1),
    jalali(1404, 12, 29),
    'not-met',
  ],
  ['born on 1 Farvardin, on 1 Farvardin', jalali(1387, 1, 1), jalali(1405, 1, 1), 'met'],
] as const)('%s', (_name, bornOn, day, expected) => {
  expect(outcomesOf({ ...facts, bornOn, day }).find(({ rule }) => rule === 'age')?.outcome).toBe(expected)
})
test('bounds differ by ground: a self-supporting woman of 40 is too young, a widow of 40 is not', () => {
  const ground = { groundClass: 'never-married', isVerified: true, validFrom: '2020-01-01', validTo: null, endedOn: null } as const
  expect(failing({ ground })).toEqual(['age not-met'])
})
const ground = (change: object) => ({
  ground: {
    groundClass: 'husband-cannot-provide',
    isVerified: true,
    validFrom: '2020-01-01',
    validTo: null,
    endedOn: null,
    ...change,
  } as const,
})
test.each([
  ['covered by one body', { support: [told('covered')] }, ['not-covered not-met']],
  ['in the empowerment period', { support: [told('empowerment-period')] }, ['not-covered not-met']],
  ['left coverage, and nobody else has her', { support: [told('exited'), told('none', behzisti)] }, []],
  ['only one of two bodies has spoken', { support: [told('none')] }, ['not-covered unknown']],
  ['no body has spoken', { support: [] }, ['not-covered unknown']],
  ['covered by one body while another is silent', { support: [told('re-entered', behzisti)] }, ['not-covered not-met']],
  ['no birth date', { bornOn: null }, ['age unknown']],
  ['nothing registered of the ground', { ground: null }, ['ground-documented unknown', 'age unknown']],
  ['a paper nobody saw', ground({ isVerified: false }), ['ground-documented unknown']],
  ['a paper that runs out today', ground({ validTo: '2026-11-23' }), []],
  ['a paper that ran out yesterday', ground({ validTo: '2026-11-22' }), ['ground-documented not-met']],
  ['a ground that ended today', ground({ endedOn: '2026-11-23' }), ['ground-documented not-met']],
  ['a ground that begins tomorrow', ground({ validFrom: '2026-11-24' }), ['ground-documented not-met']],
  ['no consent', { hasConsented: false }, ['consented not-met']],
  ['a county outside the pilot', { isPilotCounty: false }, ['pilot-county not-met']],
  ['insured, and no letter bars the insured', { insured: { isInsured: true, source: 'document' } }, []],
  ['a letter bars the insured and nobody asked', { insuranceBan: { ...facts.insuranceBan, value: true } }, ['not-insured unknown']],
  [
    'a letter bars the insured and she is',
    { insuranceBan: { ...facts.insuranceBan, value: true }, insured: { isInsured: true, source: 'document' } },
    ['not-insured not-met'],
  ],
  [
    'a letter bars the insured and she is not',
    { insuranceBan: { ...facts.insuranceBan, value: true }, insured: { isInsured: false, source: 'her-word' } },
    [],
  ],
] as const)('%s', (_name, change, expected) => {
  expect(failing(change)).toEqual(expected)
})
const ended = ground({ endedOn: '2026-06-01' })
test.each([
  ['before she was admitted', null, '2026-11-23', 'not-met'],
  ['while she stands in line', '2025-03-21', '2026-11-23', 'met'],
  ['on the last day of month 24', jalali(1403, 9, 3), jalali(1405, 9, 2), 'met'],
  ['on the day after it', jalali(1403, 9, 3), jalali(1405, 9, 3), 'not-met'],
  [
    'admitted on 30 Esfand of a leap year, on 30 Esfand two years later there is none: the last day is 29 Esfand',
    jalali(1403, 12, 30),
    jalali(1405, 12, 29),
    'met',
  ],
  ['and on 1 Farvardin it is over', jalali(1403, 12, 30), jalali(1406, 1, 1), 'not-met'],
] as const)('a ground that ended %s', (_name, admittedOn, day, expected) => {
  const one = { ...facts, ...ended, admittedOn, day }
  expect(outcomesOf(one).find(({ rule }) => rule === 'ground-documented')?.outcome).toBe(expected)
  expect(outcomesOf(one, '2026-1').find(({ rule }) => rule === 'ground-documented')?.outcome).toBe('not-met')
})
test('a decision made by an older set reads as it did, and the set in force says why she stays', () => {
  const [kept] = outcomesOf({ ...facts, ...ended, admittedOn: '2026-01-01' }).filter(({ rule }) => rule === 'ground-documented')
  expect(kept).toMatchObject({ outcome: 'met', value: 'kept-after-ground-ended' })
  if (kept === undefined) throw new Error('the rule is in the set')
  expect(said(staffSentenceOf(kept, 'decider'), 'fa')).toContain('۱۴۰۶/۱۰/۱۰')
  expect(said(staffSentenceOf(kept, 'reader'), 'en')).toContain('2027-12-31')
})
test('a letter may admit those already covered; they are counted apart, and nobody else is', () => {
  const coveredPolicy = { ...facts.coveredPolicy, value: 'admit-and-count-apart' } as const
  const rules = outcomesOf({ ...facts, coveredPolicy, support: [told('covered')] })
  expect(verdictOf(rules)).toBe('eligible')
  expect(rules.find(({ rule }) => rule === 'not-covered')).toMatchObject({
    value: 'covered',
    letterNumber: '۱۲',
    sourceLetter: '۵/۱',
    bodies: [relief],
  })
  expect(countsApart(rules)).toBe(true)
  expect(countsApart(outcomesOf({ ...facts, coveredPolicy }))).toBe(false)
  expect(countsApart(outcomesOf(facts))).toBe(false)
})

const always = { title: 'دفتر امور بانوان', note: '' }
const place = (change: object) => ({
  rule: 'age' as const,
  countyCode: null,
  title: 'الف',
  note: '',
  validFrom: '2026-01-01',
  validTo: null,
  ...change,
})
const where = { countyCode: '1803', day: '2026-11-23', always }
test.each([
  ['nothing is unmet', [], [place({})], []],
  ['no place is known', ['age'], [], ['دفتر امور بانوان']],
  ['another rule’s place does not help', ['age'], [place({ rule: 'not-covered' })], ['دفتر امور بانوان']],
  ['her county comes before all counties', ['age'], [place({}), place({ countyCode: '1803', title: 'ب' })], ['ب', 'الف']],
  ['another county’s place is left out', ['age'], [place({ countyCode: '1804', title: 'ب' })], ['دفتر امور بانوان']],
  ['a place that closed yesterday is left out', ['age'], [place({ validTo: '2026-11-22' })], ['دفتر امور بانوان']],
  ['a place for any rule comes last', ['age'], [place({ rule: 'any', title: 'ج' }), place({})], ['الف', 'ج']],
] as const)('referral: %s', (_name, unmet, places, expected) => {
  expect(referralsFor(unmet, places, where).map(({ title }) => title)).toEqual(expected)
})

const status = fc.constantFrom(...SupportStatus.options)
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  day: fc.constantFrom('2026-03-20', '2026-11-23', '2027-02-28'),
  hasConsented: fc.boolean(),
  admittedOn: fc.option(fc.constantFrom('2024-11-23', '2024-11-24', '2026-01-01'), { nil: null }),
  isPilotCounty: fc.boolean(),
  bornOn: fc.option(fc.constantFrom('1950-01-01', '1990-06-06', '2009-03-20', '2012-02-02'), { nil: null }),
  ground: fc.option(
    fc.record({
      groundClass: fc.constantFrom('widowed', 'never-married', 'other' as const),
      isVerified: fc.boolean(),
      validFrom: fc.constantFrom('2020-01-01', '2027-01-01'),
      validTo: fc.option(fc.constantFrom('2026-11-22', '2030-01-01'), { nil: null }),
      endedOn: fc.option(fc.constant('2026-05-05'), { nil: null }),
    }),
    { nil: null },
  ),
  insured: fc.option(fc.record({ isInsured: fc.boolean(), source: fc.constantFrom('her-word', 'document' as const) }), { nil: null }),
  support: fc.uniqueArray(
    fc.record({
      organisationId: fc.constantFrom(relief, behzisti),
      status,
      source: fc.constantFrom('keyed-rows', 'enquiry' as const),
      letterNumber: fc.option(fc.constant('۹'), { nil: null }),
    }),
    { maxLength: 2, selector: ({ organisationId }) => organisationId },
  ),
  supportBodies: fc.constantFrom([relief, behzisti], [relief], []),
  ageBounds: fc.constant(facts.ageBounds),
  coveredPolicy: fc.constantFrom('exclude', 'admit-and-count-apart' as const).map((value) => ({ ...facts.coveredPolicy, value })),
  insuranceBan: fc.boolean().map((value) => ({ ...facts.insuranceBan, value })),
})
test('the same facts and the same set give the same decision, and the verdict follows from the outcomes alone', () => {
  fc.assert(
    fc.property(anyFacts, (one) => {
      const first = outcomesOf(one)
      for (const set of ['2026-1', '2026-2'] as const) expect(outcomesOf(one, set)).toEqual(outcomesOf(structuredClone(one), set))
      expect(first.map(({ rule }) => rule)).toEqual(ruleCodes)
      expect(verdictOf(first) === 'eligible').toBe(first.every(({ outcome }) => outcome === 'met'))
    }),
  )
})
test('a woman no body covers is never refused for coverage, and one a body covers is never admitted without a letter', () => {
  fc.assert(
    fc.property(anyFacts, (one) => {
      const rule = outcomesOf(one).at(-1)
      const covered = one.support.some(({ status: told }) => isCovering(told))
      expect(rule?.outcome === 'not-met').toBe(covered && one.coveredPolicy.value === 'exclude')
    }),
  )
})
const NAMES_WHAT_IT_MUST_NOT =
  /امداد|بهزیستی|طلاق|فوت|حبس|اعتیاد|بیوه|سرپرست|مستمری|Relief|Behzisti|Welfare|widow|divorc|prison|addict|pension|\bcovered\b/i
test.each(['fa', 'en'] as const)(
  'every refusal says why, where else to turn and how to ask again, in %s, and names no ground and no body',
  (language) => {
    fc.assert(
      fc.property(anyFacts, (one) => {
        const rules = outcomesOf(one)
        fc.pre(verdictOf(rules) === 'ineligible')
        const unmet = rules.filter(({ outcome }) => outcome === 'not-met').map(({ rule }) => rule)
        const referrals = referralsFor(unmet, [], { countyCode: '1803', day: one.day, always })
        const spoken = spokenOf(rules, { referrals, appealDays: 30 }).map((sentence) => said(sentence, language))
        expect(referrals.length).toBeGreaterThan(0)
        expect(spoken).toHaveLength(2 + unmet.length + referrals.length + 1)
        for (const sentence of spoken) {
          expect(sentence).not.toMatch(/[{}]/)
          expect(sentence).not.toMatch(NAMES_WHAT_IT_MUST_NOT)
        }
      }),
    )
  },
)
test.each(['fa', 'en'] as const)(
  'every outcome of every rule has a sentence for staff in %s, and the second reader learns no status',
  (language) => {
    fc.assert(
      fc.property(anyFacts, (one) => {
        for (const rule of outcomesOf(one)) {
          expect(said(staffSentenceOf(rule, 'decider'), language)).not.toMatch(/[{}]/)
        }
      }),
    )
  },
)
test('dates in a sentence are read in the calendar of its language', () => {
  const rule: RuleOutcome | undefined = outcomesOf({ ...facts, ...ground({ validTo: '2026-11-22' }) }).find(
    ({ rule: code }) => code === 'ground-documented',
  )
  if (rule === undefined) throw new Error('the rule is in the set')
  expect(said(staffSentenceOf(rule, 'decider'), 'fa')).toContain('۱۴۰۵/۰۹/۰۱')
  expect(said(staffSentenceOf(rule, 'decider'), 'en')).toContain('2026-11-22')
})
const asked = { position: 'registered', verdict: 'eligible', facts: 'f', seenFacts: 'f', lastFacts: undefined } as const
test.each([
  ['at the step', {}, []],
  ['not yet registered', { position: 'consented' }, ['enrolment.nothing-to-decide']],
  ['a granted place is not taken away', { position: 'place-granted' }, ['enrolment.nothing-to-decide']],
  ['the file changed under the decider', { seenFacts: 'g' }, ['enrolment.facts-changed']],
  ['something is not known', { verdict: 'more-needed' }, ['enrolment.facts-missing']],
  ['decided, and nothing changed', { position: 'queued', lastFacts: 'f' }, ['enrolment.nothing-changed']],
  ['decided, and something changed', { position: 'ineligible', lastFacts: 'e' }, []],
] as const)('deciding: %s', (_name, change, expected) => {
  expect(reasonsNotToDecide({ ...asked, ...change })).toEqual(expected)
})
