import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import type { PersonaName } from '../../../test/personas.ts'
import { newId } from '../../platform/ids.ts'
import { addDays } from '../../platform/time.ts'
import { parameterShapes } from './contract.ts'
import { defaultParameters } from './new-plan.ts'
import { actOfJoining, conformityOf, effectiveOn, isInForce, reasonsNotToFollow } from './rules.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
const letter = { letterNumber: '۱۲۳/الف', letterDate: '2026-10-01' }
const setParameter = (who: PersonaName, more: object) =>
  house.ask(who, {
    method: 'POST',
    url: '/plan/parameters',
    body: { id: newId(), name: 'appeal-filing', countyCode: null, value: 40, validFrom: '2026-12-01', ...letter, ...more },
  })
const valueOn = async (day: string, name = 'appeal-filing') =>
  (await house.ask('auditor', { url: `/plan/parameters?on=${day}` })).body.parameters.find((one: { name: string }) => one.name === name)

test('everybody reads the plan; its phases are checked against the model', async () => {
  const { body } = await house.ask('holding', { url: '/plan' })
  expect(body.goals.length).toBeGreaterThan(0)
  expect(body.pilotCounties).toHaveLength(4)
  expect(body.conformity.map(({ state }: { state: string }) => state)).toEqual(['present', 'present', 'present'])
  expect(
    conformityOf([
      { modelCode: 'market-linkage', place: 1 },
      { modelCode: 'advantage-study', place: 2 },
    ]),
  ).toEqual([
    { modelCode: 'advantage-study', state: 'present' },
    { modelCode: 'registration-and-empowerment', state: 'missing' },
    { modelCode: 'market-linkage', state: 'out-of-order' },
  ])
})
const phases = (...codes: readonly (string | null)[]) =>
  codes.map((modelCode, index) => ({ id: newId(), modelCode, title: `مرحلهٔ ${index}`, startsOn: null, endsOn: null, reason: null }))
const publish = (who: PersonaName, more: object = {}) =>
  house.ask(who, {
    method: 'POST',
    url: '/plan/editions',
    body: {
      id: newId(),
      inForceFrom: '2027-03-21',
      whatChanged: 'افزودن مرحلهٔ پایش',
      title: 'طرح جامع، ویرایش دوم',
      goals: ['خوداشتغالی', 'اتصال به بازار'],
      phases: phases('advantage-study', 'registration-and-empowerment', 'market-linkage', null),
      ...letter,
      ...more,
    },
  })
test('a new edition by letter stands beside the old one, and each is read on its days', async () => {
  for (const who of ['governorOfDashtestan', 'executor', 'auditor', 'administrator'] as const)
    expect((await publish(who)).reasons, who).toEqual(['access.not-your-part'])
  const first = (await house.ask('office', { url: '/plan' })).body
  expect(first.edition).toBe(1)
  expect((await publish('office', { inForceFrom: first.editions[0].inForceFrom })).reasons).toEqual(['plan.edition-not-later'])
  expect((await publish('office', { phases: phases('market-linkage', 'advantage-study') })).reasons).toEqual([
    'plan.deviation-needs-reason',
  ])
  expect((await publish('office', { phases: phases('market-linkage', 'market-linkage') })).reasons).toEqual(['plan.phase-twice'])
  const [reversed] = phases('advantage-study')
  expect((await publish('office', { phases: [{ ...reversed, startsOn: '2027-05-01', endsOn: '2027-04-01' }] })).reasons).toEqual([
    'plan.phase-dates',
  ])
  expect((await publish('office')).body).toEqual({ number: 2 })
  const [today, later] = [(await house.ask('holding', { url: '/plan' })).body, (await house.ask(null, { url: '/plan?on=2027-03-21' })).body]
  expect(today).toMatchObject({ edition: 1, title: first.title, goals: first.goals })
  expect(later).toMatchObject({ edition: 2, title: 'طرح جامع، ویرایش دوم', goals: ['خوداشتغالی', 'اتصال به بازار'] })
  expect(later.phases).toHaveLength(4)
  expect(later.conformity.map(({ state }: { state: string }) => state)).toEqual(['present', 'present', 'present'])
  expect((await house.ask(null, { url: '/plan?on=2027-03-20' })).body.edition).toBe(1)

  const [study, market] = phases('advantage-study', 'market-linkage')
  const swapped = [{ ...market, reason: 'فصل صید پیش از مطالعه است' }, study]
  expect((await publish('office', { inForceFrom: '2027-09-01', phases: swapped })).body).toEqual({ number: 3 })
  const third = (await house.ask('auditor', { url: '/plan?on=2027-09-01' })).body
  expect(third.conformity).toEqual([
    { modelCode: 'advantage-study', state: 'present' },
    { modelCode: 'registration-and-empowerment', state: 'missing' },
    { modelCode: 'market-linkage', state: 'out-of-order' },
  ])
})
test('of twenty editions from one day exactly one is published', async () => {
  const told = await Promise.all(Array.from({ length: 20 }, () => publish('office', { inForceFrom: '2028-03-20' })))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(told.every(({ status }) => status < 500)).toBe(true)
})
test('the first counties are founded by one document, every later one is an expansion', () => {
  const founding = { since: '2026-01-01', documentNumber: 'ن/۱', documentDate: '2025-12-01' }
  expect(actOfJoining([], founding)).toBe('founding')
  expect(actOfJoining([{ ...founding, act: 'founding' }], founding)).toBe('founding')
  for (const other of [{ since: '2026-02-01' }, { documentNumber: 'ن/۲' }, { documentDate: '2026-01-15' }])
    expect(actOfJoining([{ ...founding, act: 'founding' }], { ...founding, ...other })).toBe('expansion')
})
test('only the office changes what changes by letter', async () => {
  for (const who of [
    'governorOfDashtestan',
    'executor',
    'behzistiOfDashtestan',
    'facilitatorOfDashti',
    'auditor',
    'administrator',
  ] as const) {
    expect((await setParameter(who, {})).status, who).toBe(403)
    const quota = { id: newId(), countyCode: '1803', places: 9, validFrom: '2027-01-01', ...letter }
    expect((await house.ask(who, { method: 'POST', url: '/plan/quotas', body: quota })).status, who).toBe(403)
  }
  expect((await house.ask('holding', { url: '/plan/parameters' })).status).toBe(403)
})
test('a new value begins on its day; the one before it ends the day before, and both stay', async () => {
  expect((await valueOn('2026-11-30')).value).toBe(30)
  const made = await setParameter('office', {})
  expect(made.body).toMatchObject({ value: 40, unit: 'days', validFrom: '2026-12-01', validTo: null })
  expect([(await valueOn('2026-11-30')).value, (await valueOn('2026-12-01')).value]).toEqual([30, 40])
  expect((await setParameter('office', { value: 50 })).reasons).toEqual(['plan.already-from-that-day'])
  expect((await setParameter('office', { value: 50, validFrom: '2026-11-25' })).reasons).toEqual(['plan.later-value-exists'])
  const history = (await house.ask('office', { url: '/plan/parameters?name=appeal-filing' })).body.parameters
  expect(history.map(({ value, validTo }: { value: number; validTo: string | null }) => [value, validTo])).toEqual([
    [40, null],
    [30, '2026-11-30'],
  ])
})
test('a value of another shape, or none, is refused and nothing is written', async () => {
  for (const value of ['forty', -1, 3.5, null, { tries: 3 }, [], undefined]) {
    const told = await setParameter('office', { value, validFrom: '2027-03-01' })
    expect(told.status, JSON.stringify(value)).toBeGreaterThanOrEqual(400)
    expect(told.status, JSON.stringify(value)).toBeLessThan(500)
  }
  const bounds = { ...defaultParameters['age-bounds'], widowed: { from: 60, to: 20 } }
  expect((await setParameter('office', { name: 'age-bounds', value: bounds })).reasons).toEqual(['plan.value-wrong'])
  expect((await valueOn('2027-03-01')).value).toBe(40)
})
test('of twenty who set the same value at once, exactly one does', async () => {
  const told = await Promise.all(
    Array.from({ length: 20 }, () => setParameter('office', { name: 'appeal-answer', value: 20, validFrom: '2027-01-01' })),
  )
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(told.every(({ status }) => status < 500)).toBe(true)
})
test('a quota is of a pilot county; expansion is an act with its document', async () => {
  const quota = (countyCode: string, validFrom = '2027-01-01') =>
    house.ask('office', { method: 'POST', url: '/plan/quotas', body: { id: newId(), countyCode, places: 12, validFrom, ...letter } })
  expect((await quota('1808')).reasons).toEqual(['plan.not-a-pilot-county'])
  const joining = {
    countyCode: '1808',
    since: '2026-12-15',
    documentTitle: 'صورت‌جلسهٔ گسترش',
    documentNumber: '۷/ن',
    documentDate: '2026-11-20',
  }
  const join = () => house.ask('office', { method: 'POST', url: '/plan/pilot-counties', body: joining })
  expect((await house.ask('executor', { method: 'POST', url: '/plan/pilot-counties', body: joining })).status).toBe(403)
  expect((await join()).body).toMatchObject({ act: 'expansion', countyCode: '1808' })
  expect((await join()).reasons).toEqual(['plan.already-a-pilot-county'])
  expect((await quota('1808', '2026-12-01')).reasons).toEqual(['plan.not-a-pilot-county'])
  expect((await quota('1808')).body).toMatchObject({ places: 12 })
  const seen = await house.ask('governorOfDashtestan', { url: '/plan/quotas?on=2027-02-01' })
  expect(seen.body.quotas.every(({ countyCode }: { countyCode: string }) => countyCode === '1803')).toBe(true)
})
test('the value on a day is that of the row whose days hold it, her county’s own before the plan’s', () => {
  const start = '2026-01-01'
  const gap = fc.integer({ min: 1, max: 90 })
  fc.assert(
    fc.property(
      fc.array(gap, { minLength: 1, maxLength: 8 }),
      fc.array(gap, { maxLength: 4 }),
      fc.integer({ min: -5, max: 800 }),
      (plan, own, at) => {
        const rowsOf = (gaps: readonly number[], countyCode: string | null) => {
          const days = gaps.map((_gap, index) =>
            addDays(
              start,
              gaps.slice(0, index + 1).reduce((sum, by) => sum + by, 0),
            ),
          )
          return days.map((validFrom, index) => ({
            countyCode,
            validFrom,
            validTo: days[index + 1] === undefined ? null : addDays(days[index + 1] ?? '', -1),
          }))
        }
        const [whole, county] = [rowsOf(plan, null), rowsOf(own, '1803')]
        const day = addDays(start, at)
        const last = (rows: readonly { validFrom: string }[]) => rows.findLast(({ validFrom }) => validFrom <= day)
        expect(effectiveOn([...whole, ...county], day, '1803')).toEqual(last(county) ?? last(whole))
        expect(whole.filter((row) => isInForce(row, day)).length).toBeLessThanOrEqual(1)
        for (const { validFrom } of whole) expect(reasonsNotToFollow(whole, validFrom)).toEqual(['plan.already-from-that-day'])
      },
    ),
  )
})
test('every default has the shape of its name', () => {
  for (const [name, shape] of Object.entries(parameterShapes).filter(([one]) => one in defaultParameters))
    expect(shape.safeParse(Reflect.get(defaultParameters, name)).success, name).toBe(true)
})
