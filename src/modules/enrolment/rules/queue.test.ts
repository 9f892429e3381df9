import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysLeft, reasonsNotToAssign, reasonsNotToFile } from './appeals.ts'
import { positions } from './case-moves.ts'
import { compareInLine, freePlaces, placeAfter, reasonsNotToExpire, reasonsNotToGrant, reasonsNotToSettle, shown } from './queue.ts'
import { tierGrounds, tierOf } from './tiers.ts'

const household = { dependants: 0, dependantsUnderSeven: 0, hasDisability: false }
test.each([
  [
    'a disability and a small child',
    { household: { dependants: 2, dependantsUnderSeven: 1, hasDisability: true }, livesInDeprivedArea: false },
    1,
  ],
  ['a disability in a deprived district', { household: { ...household, hasDisability: true }, livesInDeprivedArea: true }, 1],
  ['a small child in a deprived district', { household: { ...household, dependantsUnderSeven: 1 }, livesInDeprivedArea: true }, 1],
  ['a disability alone', { household: { ...household, hasDisability: true }, livesInDeprivedArea: false }, 2],
  ['a small child alone', { household: { ...household, dependants: 1, dependantsUnderSeven: 1 }, livesInDeprivedArea: false }, 2],
  ['a deprived district alone', { household, livesInDeprivedArea: true }, 3],
  ['a dependant alone', { household: { ...household, dependants: 1 }, livesInDeprivedArea: false }, 3],
  ['none of these', { household, livesInDeprivedArea: false }, 4],
  ['nothing known of the household', { household: undefined, livesInDeprivedArea: false }, 4],
] as const)('%s stands in its tier', (_name, need, tier) => {
  expect(tierOf(need).tier).toBe(tier)
})
test('more need never stands in a later tier', () => {
  const need = fc.record({
    household: fc.record({ dependants: fc.nat(3), dependantsUnderSeven: fc.nat(2), hasDisability: fc.boolean() }),
    livesInDeprivedArea: fc.boolean(),
  })
  fc.assert(
    fc.property(need, fc.constantFrom(...tierGrounds), (one, ground) => {
      const more = {
        household: {
          dependants: one.household.dependants + (ground === 'dependants' ? 1 : 0),
          dependantsUnderSeven: one.household.dependantsUnderSeven + (ground === 'small-child' ? 1 : 0),
          hasDisability: one.household.hasDisability || ground === 'disability',
        },
        livesInDeprivedArea: one.livesInDeprivedArea || ground === 'deprived-area',
      }
      expect(tierOf(more).tier).toBeLessThanOrEqual(tierOf(one).tier)
    }),
  )
})
test('a queue stands by tier, then day of registration, then file number', () => {
  const line = [
    { tier: 2, registeredOn: '2026-01-01', fileNumber: '0000-0001-0' },
    { tier: 1, registeredOn: '2026-02-02', fileNumber: '0000-0009-0' },
    { tier: 1, registeredOn: '2026-02-02', fileNumber: '0000-0003-0' },
    { tier: 1, registeredOn: '2026-01-15', fileNumber: '9999-9999-0' },
  ]
  expect([...line].sort(compareInLine).map(({ fileNumber }) => fileNumber)).toEqual([
    '9999-9999-0',
    '0000-0003-0',
    '0000-0009-0',
    '0000-0001-0',
  ])
})
test('only the first in line is granted a place, and only from the line', () => {
  expect(reasonsNotToGrant({ position: 'queued', isNext: true })).toEqual([])
  expect(reasonsNotToGrant({ position: 'queued', isNext: false })).toEqual(['enrolment.not-next'])
  expect(reasonsNotToGrant({ position: 'registered', isNext: true })).toEqual(['enrolment.not-queued'])
  expect([freePlaces({ places: 5, granted: 3 }), freePlaces({ places: 5, granted: 7 })]).toEqual([2, 0])
})
test('a place is kept on the way and in a pause, used once work begins, and free again on every way out', () => {
  const kept = positions.filter((position) => placeAfter(position) === 'kept')
  expect(kept).toEqual(['place-granted', 'interviewed', 'pathway-agreed', 'on-hold', 'protected', 'transferred'])
  expect(placeAfter('active')).toBe('used')
  for (const out of ['queued', 'not-yet', 'withdrawn', 'declined', 'moved', 'deceased', 'lost-contact', 'referred-out'] as const)
    expect(placeAfter(out)).toBe('freed')
})
test.each([
  [{ position: 'place-granted', deadlineOn: '2026-11-22' }, []],
  [{ position: 'place-granted', deadlineOn: '2026-11-23' }, ['enrolment.offer-still-open']],
  [{ position: 'place-granted', deadlineOn: null }, ['enrolment.no-place-offered']],
  [{ position: 'queued', deadlineOn: null }, ['enrolment.no-place-offered']],
] as const)('the offer %j on 23 November', (offer, expected) => {
  expect(reasonsNotToExpire(offer, '2026-11-23')).toEqual(expected)
})
test('out of turn needs a second person, once, while she stands in line', () => {
  const proposal = { state: 'proposed', proposedBy: 'a', position: 'queued' } as const
  expect(reasonsNotToSettle(proposal, { accountId: 'b', isGranted: true })).toEqual([])
  expect(reasonsNotToSettle(proposal, { accountId: 'a', isGranted: true })).toEqual(['enrolment.own-proposal'])
  expect(reasonsNotToSettle({ ...proposal, state: 'granted' }, { accountId: 'b', isGranted: true })).toEqual(['enrolment.already-answered'])
  expect(reasonsNotToSettle({ ...proposal, position: 'withdrawn' }, { accountId: 'b', isGranted: true })).toEqual(['enrolment.not-queued'])
  expect(reasonsNotToSettle({ ...proposal, position: 'withdrawn' }, { accountId: 'b', isGranted: false })).toEqual([])
})
test('small numbers of women are not shown', () => {
  expect([shown(9), shown(10)]).toEqual([null, 10])
})

const refusal = {
  outcome: 'ineligible',
  position: 'ineligible',
  toldOn: '2026-11-01',
  days: 30,
  today: '2026-12-01',
  hasAppeal: false,
} as const
test.each([
  ['on the last day', {}, []],
  ['a day later', { today: '2026-12-02' }, ['enrolment.appeal-too-late']],
  ['long after, while nobody told her', { today: '2027-12-02', toldOn: null }, []],
  ['a second time', { hasAppeal: true }, ['enrolment.appeal-exists']],
  ['of an admission', { outcome: 'eligible' }, ['enrolment.nothing-to-appeal']],
  ['after she left', { position: 'withdrawn' }, ['enrolment.nothing-to-appeal']],
  ['without a decision', { outcome: undefined }, ['enrolment.nothing-to-appeal']],
] as const)('a second reading asked for %s', (_name, change, expected) => {
  expect(reasonsNotToFile({ ...refusal, ...change })).toEqual(expected)
})
const assigning = {
  state: 'filed',
  organisationId: 'labour',
  decidedFor: 'office',
  restsOn: ['relief'],
  readers: ['labour', 'office', 'relief'],
} as const
test.each([
  ['another body', {}, []],
  ['another body again, before it answers', { state: 'assigned' }, []],
  ['the body that decided', { organisationId: 'office' }, ['enrolment.appeal-same-body']],
  ['the body whose answer decided', { organisationId: 'relief' }, ['enrolment.appeal-interested-body']],
  ['a body without a reader', { organisationId: 'crafts' }, ['enrolment.appeal-no-reader']],
  ['anyone, once it is answered', { state: 'upheld' }, ['enrolment.already-answered']],
] as const)('an appeal given to %s', (_name, change, expected) => {
  expect(reasonsNotToAssign({ ...assigning, ...change })).toEqual(expected)
})
test('the clock of an appeal runs until it is answered, and below zero when late', () => {
  expect(daysLeft({ state: 'assigned', answerDueOn: '2026-11-25' }, '2026-11-23')).toBe(2)
  expect(daysLeft({ state: 'filed', answerDueOn: '2026-11-20' }, '2026-11-23')).toBe(-3)
  expect(daysLeft({ state: 'upheld', answerDueOn: '2026-11-20' }, '2026-11-23')).toBeNull()
})
