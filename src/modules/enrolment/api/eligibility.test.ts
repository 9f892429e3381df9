import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideOn, nobodyIsCovered, previewUrl } from '../../../../test/deciding.ts'
import { openHouse } from '../../../../test/house.ts'
import { accountOf, counties, organisations, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Wish, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
  await nobodyIsCovered(house)
})
afterAll(() => house.stop())

const woman = async (wish: Wish = {}): Promise<Woman> => {
  const [one] = await registerWomen(house.house, 1, wish)
  if (one === undefined) throw new Error('one woman')
  return one
}
const preview = (one: Woman, language: 'fa' | 'en' = 'fa') => house.ask('decider', { url: previewUrl(one), language })
const cover = (one: Woman, status = 'covered') =>
  house.ask('behzistiOfDashtestan', {
    method: 'POST',
    url: '/enrolment/support-rows',
    body: { rows: [{ nationalId: one.nationalId, status, since: '2026-02-01' }] },
  })
const setParameter = async (name: string, value: unknown, validFrom = '2026-11-23') => {
  const set = await house.ask('office', {
    method: 'POST',
    url: '/plan/parameters',
    body: { id: newId(), name, countyCode: null, value, validFrom, letterNumber: '۱۴۰۵/۹۹', letterDate: '2026-11-22' },
  })
  expect(set.status, set.text).toBe(200)
}
/** Takes a letter of a test back, so that the next test finds the plan as it was. */
const takeBack = (name: string, validFrom: string) =>
  house.house.door.asOwner(async (tx) => {
    await tx.deleteFrom('plan.parameter').where('name', '=', name).where('valid_from', '=', validFrom).execute()
    await tx.updateTable('plan.parameter').set({ valid_to: null }).where('name', '=', name).execute()
  })

test('only a decider looks, with the purpose said, and a barred decider finds nothing', async () => {
  const one = await woman()
  for (const who of ['office', 'governorOfDashtestan', 'facilitatorOfDashtestan', 'behzistiOfDashtestan', 'auditor'] as const)
    expect((await house.ask(who, { url: previewUrl(one) })).status).toBe(403)
  const unsaid = await house.ask('decider', { url: `/enrolment/cases/${one.caseId}/decision-preview?personId=${one.personId}` })
  expect(unsaid.status).toBe(400)
  const other = await woman()
  expect((await house.ask('decider', { url: previewUrl({ ...one, personId: other.personId }) })).reasons).toEqual(['platform.not-found'])
  await house.house.door.asOwner(async (tx) => {
    await tx
      .updateTable('enrolment.case')
      .set({ barred: [accountOf('decider')] })
      .where('id', '=', other.caseId)
      .execute()
  })
  expect((await house.ask('decider', { url: previewUrl(other) })).reasons).toEqual(['platform.not-found'])
})
test('a preview decides nothing, names every rule with its letter, and is written into her list of readers', async () => {
  const one = await woman()
  const { body } = await preview(one)
  expect(body).toMatchObject({
    outcome: 'eligible',
    ruleSet: '2026-2',
    countsApart: false,
    earlier: [],
    isChanged: true,
    tier: { tier: 4 },
  })
  expect(body.rules.map(({ rule, outcome }: { rule: string; outcome: string }) => `${rule} ${outcome}`)).toEqual([
    'consented met',
    'pilot-county met',
    'ground-documented met',
    'age met',
    'not-insured met',
    'not-covered met',
  ])
  expect(body.rules[3]).toMatchObject({ value: '40', limit: '18-55', sentence: expect.stringContaining('۴۰ سال کامل') })
  const english = await preview(one, 'en')
  expect(english.body.rules[3].sentence).toMatch(/^She is 40 completed years old/)
  expect(english.body.facts).toBe(body.facts)
  const { readers } = (await house.ask('facilitatorOfDashtestan', { url: `/people/${one.personId}/readers` })).body
  expect(readers.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['decide', 'decide'])
})
test('a decision is made on the facts that were seen', async () => {
  const one = await woman({ household: { dependants: 1, dependantsUnderSeven: 1 } })
  const { facts } = (await preview(one)).body
  await cover(one)
  const late = await house.ask('decider', {
    method: 'POST',
    url: `/enrolment/cases/${one.caseId}/decisions`,
    body: { id: newId(), personId: one.personId, purpose: 'decide', facts },
  })
  expect(late.reasons).toEqual(['enrolment.facts-changed'])
})
test('what is not known is named, and nothing is decided before it is', async () => {
  const one = await woman({ isGroundSeen: false, bornOn: null })
  const { body } = await preview(one)
  expect(body.outcome).toBe('more-needed')
  expect(body.spoken).toHaveLength(4)
  expect((await decideOn(house, one)).reasons).toEqual(['enrolment.facts-missing'])
})
test('a refusal names where else to turn in both languages, keeps what it rested on, and says nothing of coverage to her', async () => {
  const one = await woman()
  await cover(one)
  const decided = await decideOn(house, one)
  expect(decided.body).toMatchObject({ case: { position: 'ineligible' }, decision: { outcome: 'ineligible' } })
  const told = await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${one.caseId}/decision` })
  expect(told.body).toMatchObject({
    outcome: 'ineligible',
    told: null,
    mayAppealUntil: null,
    appeal: null,
    referrals: [{ title: 'دفتر امور بانوان و خانواده در فرمانداری شهرستان' }],
  })
  expect(told.body.spoken.join(' ')).not.toMatch(/بهزیستی|امداد|پوشش|سرپرست|فوت/)
  const english = await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${one.caseId}/decision`, language: 'en' })
  expect(english.body.spoken.at(-1)).toMatch(/another office reads it/)
  expect((await house.ask('otherFacilitatorOfDashtestan', { url: `/enrolment/cases/${one.caseId}/decision` })).reasons).toEqual([
    'platform.not-found',
  ])
  const kept = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.decision').selectAll().where('case_id', '=', one.caseId).executeTakeFirstOrThrow(),
  )
  expect(kept).toMatchObject({ rule_set: '2026-2', tier_set: '2026-1', decided_for: organisations.office, counts_apart: false })
  expect(kept.rules).toContainEqual(
    expect.objectContaining({
      rule: 'not-covered',
      value: 'covered',
      source: 'keyed-rows',
      parameterId: expect.any(String),
      letterNumber: expect.any(String),
    }),
  )
  const { periods } = (await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${one.caseId}/support` })).body
  expect(periods).toContainEqual(
    expect.objectContaining({ organisationId: organisations.behzisti, status: 'covered', since: '2026-02-01' }),
  )
})
test('decided once, the case is decided again only when its facts changed, and the old decision stays', async () => {
  const one = await woman()
  await cover(one)
  await decideOn(house, one)
  expect((await decideOn(house, one)).reasons).toEqual(['enrolment.nothing-changed'])
  await cover(one, 'exited')
  expect((await preview(one)).body).toMatchObject({ isChanged: true, earlier: [{ outcome: 'ineligible' }] })
  expect((await decideOn(house, one)).body).toMatchObject({ case: { position: 'queued' }, decision: { outcome: 'eligible' } })
  expect((await preview(one)).body.earlier.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['eligible', 'ineligible'])
  await cover(one, 're-entered')
  expect((await decideOn(house, one)).body).toMatchObject({ case: { position: 'ineligible' } })
})
test('a ground that ends while she stands in line takes nothing from her, though every rule is read again', async () => {
  const one = await woman()
  await decideOn(house, one)
  const file = (await house.ask('facilitatorOfDashtestan', { url: `/people/${one.personId}` })).body
  const end = { endedOn: '2026-11-22', version: file.ground.version }
  const url = `/people/${one.personId}/grounds/${file.ground.id}/end`
  expect((await house.ask('facilitatorOfDashtestan', { method: 'POST', url, body: end })).status).toBe(200)
  const read = (await preview(one)).body
  expect(read).toMatchObject({ outcome: 'eligible', isChanged: true, ruleSet: '2026-2' })
  expect(read.rules[2].sentence).toContain('ماه بیست‌وچهارم')
  expect((await decideOn(house, one)).body).toMatchObject({ case: { position: 'queued' } })
  house.setTime('2028-11-23T06:00:00Z')
  expect((await preview(one)).body).toMatchObject({ outcome: 'ineligible' })
  house.setTime('2026-11-23T06:00:00Z')
})
test('every decision uses the value of its day: a new bound decides from its first day on, and what was decided stays', async () => {
  const bounds = { from: 18, to: 39 }
  const all = { widowed: bounds, divorced: bounds, 'husband-cannot-provide': bounds, 'never-married': bounds, other: bounds }
  const [early, late] = [await woman(), await woman()]
  await setParameter('age-bounds', all, '2026-11-25')
  house.setTime('2026-11-24T06:00:00Z')
  expect((await decideOn(house, early)).body).toMatchObject({ decision: { outcome: 'eligible' } })
  house.setTime('2026-11-25T06:00:00Z')
  const told = (await decideOn(house, late)).body.decision
  expect(told).toMatchObject({ outcome: 'ineligible' })
  expect(told.rules[3]).toMatchObject({ value: '40', limit: '18-39', letterNumber: '۱۴۰۵/۹۹' })
  const kept = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.decision').select(['case_id', 'rules']).where('case_id', 'in', [early.caseId, late.caseId]).execute(),
  )
  const limits = kept.map(({ case_id, rules }) => [case_id, JSON.stringify(rules).includes('18-39')])
  expect(new Map(limits.map(([id, isNew]) => [id, isNew]))).toEqual(
    new Map([
      [early.caseId, false],
      [late.caseId, true],
    ]),
  )
  // The days to ask again are those she was told with her decision, whatever a later letter says.
  await setParameter('appeal-filing', 5, '2026-11-26')
  house.setTime('2026-12-20T06:00:00Z')
  const own = await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${late.caseId}/decision` })
  expect(own.body).toMatchObject({ told: null, mayAppealUntil: null })
  expect(own.body.spoken.join(' ')).toContain('۳۰ روز')
  const filed = await house.ask('facilitatorOfDashtestan', {
    method: 'POST',
    url: `/enrolment/cases/${late.caseId}/appeals`,
    body: { id: newId(), plea: 'fact-wrong' },
  })
  expect(filed.status, filed.text).toBe(200)
  house.setTime('2026-11-23T06:00:00Z')
  await takeBack('age-bounds', '2026-11-25')
  await takeBack('appeal-filing', '2026-11-26')
})
test('the same command decides once', async () => {
  const one = await woman()
  const { facts } = (await preview(one)).body
  const body = { id: newId(), personId: one.personId, purpose: 'decide', facts }
  const command = newId()
  const sent = () => house.ask('decider', { method: 'POST', url: `/enrolment/cases/${one.caseId}/decisions`, body, command })
  const [first, second] = [await sent(), await sent()]
  expect(first.body).toEqual(second.body)
  expect((await preview(one)).body.earlier).toHaveLength(1)
})
test('where a letter bars the insured, her guide asks, and the answer decides', async () => {
  const one = await woman()
  await setParameter('insurance-ban', true)
  expect((await preview(one)).body).toMatchObject({ outcome: 'more-needed' })
  const tell = (who: 'facilitatorOfDashtestan' | 'otherFacilitatorOfDashtestan', isInsured: boolean) =>
    house.ask(who, {
      method: 'POST',
      url: `/enrolment/cases/${one.caseId}/insured`,
      body: { id: newId(), isInsured, source: 'her-word' },
    })
  expect((await tell('otherFacilitatorOfDashtestan', true)).reasons).toEqual(['platform.not-found'])
  expect((await tell('facilitatorOfDashtestan', true)).status).toBe(200)
  expect((await preview(one)).body).toMatchObject({ outcome: 'ineligible' })
  await tell('facilitatorOfDashtestan', false)
  expect((await preview(one)).body).toMatchObject({ outcome: 'eligible' })
  await takeBack('insurance-ban', '2026-11-23')
})
test('a district a letter names deprived lifts the tier; whoever decides learns yes or no, not the address', async () => {
  const one = await woman({ household: { hasDisability: true } })
  expect((await preview(one)).body.tier).toMatchObject({ tier: 2, grounds: ['disability'] })
  const named = { id: newId(), divisionCode: '180303', validFrom: '2026-01-01', validTo: null, letterNumber: '۷', letterDate: '2026-01-01' }
  const add = (who: 'office' | 'governorOfDashtestan', area: object) =>
    house.ask(who, { method: 'POST', url: '/enrolment/deprived-areas', body: area })
  expect((await add('governorOfDashtestan', named)).status).toBe(403)
  expect((await add('office', { ...named, validTo: '2025-01-01' })).reasons).toEqual(['enrolment.dates-reversed'])
  expect((await add('office', named)).status).toBe(200)
  expect((await add('office', { ...named, id: newId() })).reasons).toEqual(['enrolment.area-already-named'])
  expect((await preview(one)).body.tier).toMatchObject({ tier: 1, grounds: ['disability', 'deprived-area'] })
  await house.house.door.asOwner((tx) => tx.deleteFrom('enrolment.deprived_area').where('plan_id', '=', thePlan).execute())
})
test('places to turn to are the office’s to name, by county and rule', async () => {
  const place = {
    id: newId(),
    rule: 'not-covered',
    countyCode: counties.dashtestan,
    title: 'مرکز مشاورهٔ برازجان',
    titleEn: 'Borazjan advice centre',
    note: 'شنبه تا چهارشنبه',
    validFrom: '2026-01-01',
    validTo: null,
  }
  const add = (who: 'office' | 'decider' | 'behzistiOfDashtestan') =>
    house.ask(who, { method: 'POST', url: '/enrolment/referral-places', body: place })
  expect((await add('behzistiOfDashtestan')).status).toBe(403)
  expect((await add('office')).status).toBe(200)
  const one = await woman()
  await cover(one)
  expect((await preview(one, 'en')).body.referrals).toEqual([{ title: 'Borazjan advice centre', note: 'شنبه تا چهارشنبه' }])
  expect((await preview(one)).body.spoken.join(' ')).toContain('مرکز مشاورهٔ برازجان؛ شنبه تا چهارشنبه')
})
test('a letter may admit those already covered: they stand in line and are counted apart, in numbers that hide the few', async () => {
  const women = await registerWomen(house.house, 10)
  for (const one of women) await cover(one)
  await setParameter('covered-policy', 'admit-and-count-apart')
  for (const one of women)
    expect((await decideOn(house, one)).body).toMatchObject({ case: { position: 'queued' }, decision: { countsApart: true } })
  expect((await house.ask('governorOfDashtestan', { url: '/enrolment/decision-figures' })).status).toBe(403)
  const { figures } = (await house.ask('office', { url: '/enrolment/decision-figures' })).body
  expect(figures).toMatchObject([{ countyCode: counties.dashtestan, eligible: 15, ineligible: null, countedApart: 10, outOfTurn: 0 }])
})
test('who waits for a decision is listed to deciders without a name, the longest waiting first', async () => {
  expect((await house.ask('office', { url: '/enrolment/undecided' })).reasons).toEqual(['access.duty-missing'])
  const first = await house.ask('decider', { url: '/enrolment/undecided?limit=2&countyCode=1803' })
  expect(first.body.cases).toHaveLength(2)
  const rest = await house.ask('decider', { url: `/enrolment/undecided?countyCode=1803&after=${first.body.next}` })
  const ids = [...first.body.cases, ...rest.body.cases].map(({ id }: { id: string }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(rest.body.next).toBeNull()
  expect(first.text).not.toMatch(/آزمایشی|widow|born/)
})
test('the letter of answer is a paper for her guide alone', async () => {
  const one = await woman({ bornOn: '1950-01-01' })
  const url = `/enrolment/cases/${one.caseId}/decision-letter.pdf`
  expect((await house.ask('office', { url })).status).toBe(403)
  expect((await house.ask('facilitatorOfDashtestan', { url })).status).toBe(404)
  expect((await decideOn(house, one)).body).toMatchObject({ decision: { outcome: 'ineligible' } })
  const letter = await house.ask('facilitatorOfDashtestan', { url })
  expect({ status: letter.status, type: letter.headers['content-type'] }).toEqual({ status: 200, type: 'application/pdf' })
  expect(letter.text.startsWith('%PDF-')).toBe(true)
})
