import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantStudy } from '../../../../test/canaries.ts'
import { openHouse } from '../../../../test/house.ts'
import { addPaper, overseen, plantScope, plantSheet } from '../../../../test/oversight.ts'
import { counties, organisations, thePlan } from '../../../../test/personas.ts'
import { registerWomen } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'
import { monthOf, monthOn } from './months.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
type Who = Parameters<typeof house.ask>[0]
const ask = (who: Who, method: 'POST' | 'PUT', url: string, body: object) => house.ask(who, { method, url: `/oversight${url}`, body })
const governor = 'governorOfDashtestan'
const planned = (more: object = {}) => ({
  id: newId(),
  month: '1405-09',
  act: 'registrations',
  quantity: 12,
  organisationId: organisations.acecr,
  seenVersion: null,
  ...more,
})
const at = `/action-plans/${counties.dashtestan}`

test.each([
  ['1405-09', '2026-11-22', '2026-12-21'],
  ['1405-06', '2026-08-23', '2026-09-22'],
  ['1408-12', '2030-02-19', '2030-03-20'],
])('the month %s runs from %s to %s', (month, from, until) => {
  expect(monthOf(month)).toEqual({ month, from, until })
  expect([monthOn(from).month, monthOn(until).month]).toEqual([month, month])
})
describe('the action plan of a county', () => {
  test('is made by its governorate for what is ahead, and seen by nobody else but the executor, office and auditor', async () => {
    for (const who of ['executor', 'office', 'auditor', 'behzistiOfDashtestan'] as const)
      expect((await ask(who, 'PUT', at, planned())).status).toBe(403)
    expect((await ask('governorOfDashti', 'PUT', at, planned())).status).toBe(404)
    expect((await house.ask('governorOfDashti', { url: `/oversight${at}` })).status).toBe(404)
    expect((await ask(governor, 'PUT', at, planned({ month: '1405-08' }))).reasons).toEqual(['oversight.month-over'])
    expect((await ask(governor, 'PUT', at, planned({ organisationId: newId() }))).reasons).toEqual(['oversight.member-unknown'])
  })
  test('what was done is counted from what happened; two who plan at once do not overwrite each other', async () => {
    const before = (await house.ask('executor', { url: `/oversight${at}` })).body
    expect(before).toMatchObject({ month: '1405-09', from: '2026-11-22', until: '2026-12-21' })
    const told = await Promise.all(Array.from({ length: 6 }, () => ask(governor, 'PUT', at, planned())))
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    await registerWomen(house.house, 2)
    const after = (await house.ask('executor', { url: `/oversight${at}` })).body.lines
    expect(after.find(({ act }: { act: string }) => act === 'registrations')).toMatchObject({ planned: 12, done: 2, version: 1 })
    const changed = await ask(governor, 'PUT', at, planned({ quantity: 20, seenVersion: 1 }))
    expect(changed.body.lines[0]).toMatchObject({ planned: 20, version: 2 })
  })
})
describe('a monthly sheet', () => {
  test('is handed in by the executor once the month is over, once', async () => {
    const body = (month: string) => ({ id: newId(), countyCode: counties.dashti, month, note: null })
    for (const who of ['governorOfDashti', 'office', 'auditor'] as const)
      expect((await ask(who, 'POST', '/monthly-sheets', body('1405-07'))).status).toBe(403)
    expect((await ask('executor', 'POST', '/monthly-sheets', body('1405-09'))).reasons).toEqual(['oversight.month-not-over'])
    await overseen(house, 'executor', '/monthly-sheets', body('1405-07'))
    expect((await ask('executor', 'POST', '/monthly-sheets', body('1405-07'))).reasons).toEqual(['oversight.sheet-already'])
  })
  test('keeps the figures of its day, comes back with a reason, and is counted anew when handed in again', async () => {
    const id = await plantSheet(house, 'dashtestan')
    const url = `/monthly-sheets/${id}`
    expect((await house.ask('governorOfDashti', { url: `/oversight${url}` })).status).toBe(404)
    expect((await ask('executor', 'POST', `${url}/accept`, { version: 1 })).status).toBe(403)
    expect((await ask('governorOfDashti', 'POST', `${url}/accept`, { version: 1 })).status).toBe(404)
    const returned = await overseen(house, governor, `${url}/return`, { version: 1, reason: 'شمار جلسه‌ها روشن نیست' })
    expect(returned).toMatchObject({ state: 'returned', figures: { quota: 5, placesGiven: 0, deliverables: { all: 0 } } })
    expect((await ask(governor, 'POST', `${url}/accept`, { version: 2 })).reasons).toEqual(['oversight.no-such-sheet-move'])
    await overseen(house, 'executor', `${url}/submit`, { version: 2, note: 'توضیح افزوده شد' })
    const told = await Promise.all([
      ...Array.from({ length: 4 }, () => ask(governor, 'POST', `${url}/accept`, { version: 3 })),
      ...Array.from({ length: 4 }, () => ask(governor, 'POST', `${url}/return`, { version: 3, reason: 'کم است، دوباره' })),
    ])
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})
describe('the desk of a governorate', () => {
  test('is its own alone, in figures, and says what waits for it', async () => {
    const url = `/oversight/counties/${counties.dashtestan}`
    for (const who of ['executor', 'office', 'auditor', 'behzistiOfDashtestan', 'marketOperator'] as const)
      expect((await house.ask(who, { url })).status).toBe(403)
    expect((await house.ask('governorOfDashti', { url })).status).toBe(404)
    const { deliverableId } = await plantScope(house, 'dashtestan')
    await addPaper(house, deliverableId)
    await overseen(house, 'executor', `/deliverables/${deliverableId}/submit`, { version: 1, moveId: newId(), note: null })
    const place = { plan_id: thePlan, county_code: counties.dashtestan, granted: 3, moved: 0 }
    await house.house.door.asOwner((tx) => tx.insertInto('enrolment.place_count').values(place).execute())
    const told = await house.ask(governor, { url })
    // Places held, however often one was given back and given again.
    expect(told.body).toMatchObject({
      quota: 5,
      progress: { registered: 2, placesHeld: 3 },
      deliverables: { all: 2, toAnswer: 1, overdue: 0 },
    })
    expect((await house.ask(governor, { url: '/enrolment/counters' })).body.places).toEqual([{ countyCode: counties.dashtestan, held: 3 }])
    expect(told.body.notices).toEqual({ open: 1, overdue: 1 })
    const { counts } = (await house.ask(governor, { url: '/worklist' })).body
    expect(counts).toContainEqual({ kind: 'deliverable-to-answer', count: 1, overdue: 0 })
    const ofExecutor = (await house.ask('executor', { url: '/worklist' })).body.counts.map(({ kind }: { kind: string }) => kind)
    expect(ofExecutor).toContain('notice-to-answer')
    const ofDashti = (await house.ask('governorOfDashti', { url: '/worklist' })).body.counts.map(({ kind }: { kind: string }) => kind)
    expect(ofDashti).toEqual(['sheet-to-answer'])
  })
})
describe('lessons of the pilot', () => {
  const lesson = (county: keyof typeof counties) => ({
    id: newId(),
    countyCode: counties[county],
    step: 'admission',
    figure: 'registrations',
    learned: 'فرم ثبت‌نام در روستا بی‌شبکه مانده است.',
    change: 'فرم کاغذی همراه باشد.',
  })
  test('are noted in one’s own county with the figure of the day, and taken into an edition by the office alone, once', async () => {
    for (const who of ['auditor', 'behzistiOfDashtestan', 'facilitatorOfDashtestan'] as const)
      expect((await ask(who, 'POST', '/lessons', lesson('dashtestan'))).status).toBe(403)
    expect((await ask(governor, 'POST', '/lessons', lesson('dashti'))).reasons).toEqual(['oversight.not-own-county'])
    const noted = await overseen(house, governor, '/lessons', lesson('dashtestan'))
    expect(noted).toMatchObject({ state: 'noted', figureValue: 2, figureOn: '2026-11-23' })
    await registerWomen(house.house, 1)
    const listed = async (who: Who) => (await house.ask(who, { url: '/oversight/lessons' })).body.lessons
    expect(await listed('auditor')).toEqual([expect.objectContaining({ id: noted.id, figureValue: 2 })])
    expect(await listed('governorOfDashti')).toEqual([])
    const at = `/lessons/${noted.id}`
    expect((await ask(governor, 'POST', `${at}/adopt`, { version: 1, edition: 1 })).status).toBe(403)
    expect((await ask('office', 'POST', `${at}/adopt`, { version: 1, edition: 9 })).reasons).toEqual(['oversight.edition-unknown'])
    const told = await Promise.all([
      ...Array.from({ length: 3 }, () => ask('office', 'POST', `${at}/adopt`, { version: 1, edition: 1 })),
      ...Array.from({ length: 3 }, () => ask('decider', 'POST', `${at}/decline`, { version: 1, reason: 'اکنون نه' })),
    ])
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await ask('office', 'POST', `${at}/decline`, { version: 2, reason: 'اکنون نه' })).reasons).toEqual(['oversight.lesson-settled'])
  })
  test('a county is held against the phases of the model by what is there', async () => {
    expect((await house.ask('behzistiOfDashtestan', { url: '/oversight/conformity' })).status).toBe(403)
    const { counties: own } = (await house.ask(governor, { url: '/oversight/conformity' })).body
    expect(own).toEqual([expect.objectContaining({ countyCode: counties.dashtestan, findings: ['registered-before-study'] })])
    expect(own[0].phases.map(({ state }: { state: string }) => state)).toEqual(['without-evidence', 'begun', 'without-evidence'])
    expect((await house.ask('office', { url: '/oversight/conformity' })).body.counties).toHaveLength(4)
  })
  test('a study of its occupations is proof of the first phase once it is concluded, and of no other county', async () => {
    const study = `/amayesh/studies/${await plantStudy(house)}`
    const told = (method: 'POST' | 'PUT', url: string, body: object) => house.ask('office', { method, url: `${study}${url}`, body })
    const found = await told('PUT', '/findings/HB001', { verdict: 'wait', says: 'خریدار هنوز پیدا نشده است.' })
    expect(found.status, found.text).toBe(200)
    const seen = async () => {
      const { counties: all } = (await house.ask('office', { url: '/oversight/conformity' })).body
      const of = (code: string) => all.find(({ countyCode }: { countyCode: string }) => countyCode === code)
      const [here, there] = [of(counties.dashtestan), of(counties.dashti)]
      return [here.phases[0].state, here.phases[0].evidence[0], here.findings, there.phases[0].evidence[0].count]
    }
    expect(await seen()).toEqual(['without-evidence', { kind: 'studies', count: 0 }, ['registered-before-study'], 0])
    const ended = await told('POST', '/conclude', { offeredFrom: '2026-11-23', version: found.body.study.version })
    expect(ended.status, ended.text).toBe(200)
    expect(await seen()).toEqual(['begun', { kind: 'studies', count: 1 }, [], 0])
  })
})
