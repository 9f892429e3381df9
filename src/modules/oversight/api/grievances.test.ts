import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Canary, plantCanary } from '../../../../test/canaries.ts'
import { codeSentTo, phoneOn, settleDoor } from '../../../../test/her-pages.ts'
import { openHouse } from '../../../../test/house.ts'
import { overseen, plantGrievance } from '../../../../test/oversight.ts'
import { accountOf, counties, organisations, type PersonaName, personaNames, thePlan } from '../../../../test/personas.ts'
import { newId } from '../../../platform/ids.ts'
import { openMessage } from '../../../platform/outbox.ts'
import { GRIEVANCE_JOB } from '../jobs.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: pg.Client
let her: Canary
let herNumber = ''
const GUIDE = 'facilitatorOfDashtestan'
const BEGAN = '2026-11-23T06:00:00Z'
beforeAll(async () => {
  house = await openHouse({ at: BEGAN })
  admin = new pg.Client(house.superuser)
  await admin.connect()
  her = await plantCanary(house, { key: 'A', county: 'dashtestan', agency: 'behzisti', guide: GUIDE })
  herNumber = await numberOf(her)
})
afterAll(async () => {
  await admin.end()
  await house.stop()
})
const numberOf = async ({ caseId }: Canary): Promise<string> =>
  (await admin.query('select file_number from enrolment."case" where id = $1', [caseId])).rows[0].file_number
const phone = { channel: 'phone', paperNumber: null, countyCode: null, organisationId: null, privateText: null }
const post = (who: PersonaName | null, url: string, body: object) => house.ask(who, { method: 'POST', url: `/oversight${url}`, body })
const get = (who: PersonaName, url: string) => house.ask(who, { url: `/oversight${url}` })
const idsOf = async (who: PersonaName): Promise<readonly string[]> =>
  (await get(who, '/grievances?limit=250')).body.grievances.map(({ id }: { id: string }) => id)
const complained = async (about: string, more: object = {}) => {
  const id = newId()
  const told = await post(null, '/complaints', {
    id,
    about,
    countyCode: null,
    text: 'سه ماه است پاسخ نداده‌اند',
    privateText: null,
    ...more,
  })
  expect(told.status, told.text).toBe(200)
  return { id, tracking: String(told.body.tracking) }
}
const read = (tracking: string) => post(null, '/complaints/read', { tracking })
const say = (tracking: string, isSettled: boolean, text: string | null = 'هنوز همان است') =>
  post(null, '/complaints/word', { tracking, isSettled, text })
const answer = (who: PersonaName, id: string, version: number) =>
  post(who, `/grievances/${id}/answer`, { version, text: 'پول هفتهٔ پیش داده شد' })
const rowOf = async (id: string) => (await admin.query('select * from oversight.grievance where id = $1', [id])).rows[0]
const setTime = (day: string): void => house.setTime(`${day}T06:00:00Z`)

describe('who writes it down', () => {
  test('only the office and guides write for others, a guide for whom she accompanies, and nobody about herself', async () => {
    const body = { ...phone, about: 'other', text: 'در را باز نکردند', fileNumber: null }
    for (const who of ['governorOfDashtestan', 'executor', 'auditor', 'marketOperator', 'administrator'] as const)
      expect((await post(who, '/grievances', { ...body, id: newId() })).status).toBe(403)
    const forHer = { ...phone, about: 'agency', text: 'نوبت مرا ندادند', isGuideAllowed: false }
    const at = `/cases/${her.caseId}/grievances`
    expect((await post('otherFacilitatorOfDashtestan', at, { ...forHer, id: newId() })).status).toBe(404)
    expect((await post(GUIDE, at, { ...forHer, id: newId(), about: 'guide' })).reasons).toEqual(['oversight.not-about-yourself'])
    expect((await post('office', '/grievances', { ...body, id: newId(), about: 'programme-office' })).reasons).toEqual([
      'oversight.not-about-yourself',
    ])
    expect((await post('office', '/grievances', { ...body, id: newId(), channel: 'paper' })).reasons).toEqual([
      'oversight.grievance-paper-missing',
    ])
    expect((await post('office', '/grievances', { ...body, id: newId(), fileNumber: '1111-1111-1' })).reasons).toEqual([
      'oversight.no-such-file',
    ])
    expect((await post('office', '/grievances', { ...body, id: newId(), countyCode: '9999' })).reasons).toEqual([
      'oversight.unknown-county',
    ])
  })
  test('sent twice it is one, with the same code', async () => {
    const [command, id] = [newId(), newId()]
    const ask = () =>
      house.ask('office', {
        method: 'POST',
        url: '/oversight/grievances',
        command,
        body: { ...phone, id, about: 'other', text: 'گم شد', fileNumber: herNumber },
      })
    const first = await ask()
    expect((await ask()).body).toEqual(first.body)
    expect(first.body).toMatchObject({ acknowledgeBy: '2026-11-26', answerBy: '2026-12-08' })
    expect(await rowOf(id)).toMatchObject({ person_id: her.personId, county_code: counties.dashtestan, state: 'received' })
  })
})

describe('on whose desk it lies', () => {
  const answering = [
    ['guide', {}, ['office']],
    ['other', {}, ['office']],
    ['county-services', { countyCode: counties.dashti }, ['office', 'governorOfDashti']],
    ['executor', { countyCode: counties.dashti }, ['office', 'executor']],
    ['agency', { organisationId: organisations.behzisti }, ['office', 'behzistiOfDashtestan', 'behzistiOfDashti']],
    ['buyer', { organisationId: organisations.buyer }, ['office', 'buyer']],
    ['hub', { countyCode: counties.dashtestan }, ['office', 'marketOperator']],
  ] as const
  const readers = personaNames.filter((name) => !/^(decider|linkage|second|safety)/.test(name))
  test.each(answering)('about %s: its desk and the auditor find it, everybody else exactly nothing', async (about, where, desks) => {
    const { id } = await plantGrievance(house, { key: 'D', about, ...where })
    for (const who of readers) {
      const finds = who === 'auditor' || desks.some((one) => one === who)
      const told = await get(who, `/grievances/${id}`)
      expect([who, told.status === 200]).toEqual([who, finds])
      if (told.status === 403) continue
      const none = await get(who, `/grievances/${newId()}`)
      expect([who, finds || JSON.stringify({ ...told.body, requestId: '' }) === JSON.stringify({ ...none.body, requestId: '' })]).toEqual([
        who,
        true,
      ])
      expect([who, (await idsOf(who)).includes(id)]).toEqual([who, finds])
    }
  })
  test('about the programme office it lies with the auditor, whichever desk it was brought to first', async () => {
    const { id } = await complained('programme-office')
    expect((await get('office', `/grievances/${id}`)).status).toBe(404)
    expect((await get('auditor', `/grievances/${id}`)).body.acts).toEqual(['acknowledge'])
    const wrong = await complained('other')
    await overseen(house, 'office', `/grievances/${wrong.id}/acknowledge`, { version: 1 })
    await overseen(house, 'office', `/grievances/${wrong.id}/pass`, {
      version: 2,
      about: 'programme-office',
      countyCode: null,
      organisationId: null,
    })
    expect((await get('office', `/grievances/${wrong.id}`)).status).toBe(404)
    expect((await get('auditor', `/grievances/${wrong.id}`)).body.acts).toEqual(['answer'])
    await expect(admin.query("update oversight.grievance set desks = '{AU,PO}' where id = $1", [id])).rejects.toThrow(
      /never_judged_by_itself/,
    )
  })
  test('the desk that answers reads the words and nothing of whose they are; what she keeps from it stays with the intake', async () => {
    const id = newId()
    const said = { text: 'kanariAsaid', privateText: 'kanariAhidden' }
    await overseen(house, 'office', '/grievances', { ...phone, id, about: 'agency', ...said, fileNumber: herNumber })
    expect((await get('behzistiOfDashtestan', `/grievances/${id}`)).status).toBe(404)
    await overseen(house, 'office', `/grievances/${id}/acknowledge`, { version: 1 })
    const missing = await post('office', `/grievances/${id}/pass`, { version: 2, about: 'agency', countyCode: null, organisationId: null })
    expect(missing.reasons).toEqual(['oversight.organisation-missing'])
    const where = { about: 'agency', countyCode: null, organisationId: organisations.behzisti }
    await overseen(house, 'office', `/grievances/${id}/pass`, { version: 2, ...where })
    const told = await get('behzistiOfDashtestan', `/grievances/${id}`)
    expect(told.body).toMatchObject({ intake: null, privateText: null, words: [{ by: 'her', text: 'kanariAsaid' }] })
    for (const what of [her.caseId, her.personId, herNumber, 'kanariAhidden', 'kanariAgiven', counties.dashtestan])
      expect([what, told.text.includes(what)]).toEqual([what, false])
    expect((await get('behzistiOfDashti', `/grievances/${id}`)).status).toBe(404)
    expect((await get('office', `/grievances/${id}`)).body.privateText).toBe('kanariAhidden')
    const { rows } = await admin.query('select * from oversight.grievance_text where id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain('kanari')
    expect(Buffer.concat([rows[0].sealed_words, rows[0].sealed_private]).toString('latin1')).not.toContain('kanari')
  })
  test('her guide reads it where she allows it, and never one about a guide, nor does history of her file name it', async () => {
    const at = `/cases/${her.caseId}/grievances`
    const body = { ...phone, about: 'agency', text: 'kanariAallowed' }
    const [open, closed] = [newId(), newId()]
    await overseen(house, GUIDE, at, { ...body, id: open, isGuideAllowed: true })
    await overseen(house, GUIDE, at, { ...body, id: closed, isGuideAllowed: false })
    const aboutGuide = newId()
    await overseen(house, 'office', '/grievances', {
      ...phone,
      id: aboutGuide,
      about: 'guide',
      text: 'تلخ بود',
      fileNumber: herNumber,
    })
    const told = await get(GUIDE, at)
    expect(told.body.grievances.map(({ id }: { id: string }) => id)).toEqual([open])
    expect((await get('otherFacilitatorOfDashtestan', at)).status).toBe(404)
    const { rows } = await admin.query(
      "select 1 from platform.history where subject_type = 'grievance' and (person_id is not null or case_id is not null)",
    )
    expect(rows).toEqual([])
  })
  test('an officer she bars finds none of hers', async () => {
    const other = await plantCanary(house, { key: 'B', county: 'dashtestan', agency: 'behzisti', guide: GUIDE })
    const id = newId()
    await overseen(house, 'office', '/grievances', { ...phone, id, about: 'other', text: 'kanariBsaid', fileNumber: await numberOf(other) })
    expect((await get('decider', `/grievances/${id}`)).status).toBe(200)
    const bar = await house.ask(GUIDE, {
      method: 'POST',
      url: `/people/${other.personId}/barred-officers`,
      body: { id: newId(), accountId: accountOf('decider'), reason: 'kin' },
    })
    expect(bar.status, bar.text).toBe(200)
    expect((await get('decider', `/grievances/${id}`)).status).toBe(404)
    expect(await idsOf('decider')).not.toContain(id)
    const told = await post('decider', '/grievances', {
      ...phone,
      id: newId(),
      about: 'other',
      text: 'باز هم',
      fileNumber: await numberOf(other),
    })
    expect(told.reasons).toEqual(['oversight.no-such-file'])
  })
})

describe('her own page', () => {
  const PHONE = '+989171110001'
  test('nobody else has one; she files, reads what was answered and says whether it settled it, and finds nothing of another’s', async () => {
    for (const who of ['office', GUIDE, 'auditor'] as const) expect((await get(who, '/own-grievances')).status).toBe(403)
    const pin = await settleDoor(house, GUIDE, { personId: her.personId, phone: PHONE })
    const device = phoneOn(house)
    await device.send('/mine/phone', { phone: PHONE })
    const entered = await device.send('/mine/enter', { phone: PHONE, code: (await codeSentTo(house, PHONE)) ?? '', pin })
    expect(entered.statusCode).toBe(303)
    const own = async (method: 'GET' | 'POST', url: string, payload: object = {}) => {
      const headers = { cookie: device.cookie(), ...(method === 'POST' ? { 'idempotency-key': newId() } : {}) }
      const told = await house.app.inject({
        method,
        url: `/api/oversight/own-grievances${url}`,
        headers,
        ...(method === 'POST' ? { payload } : {}),
      })
      return { status: told.statusCode, body: told.json() }
    }
    const id = newId()
    const said = { about: 'guide', countyCode: null, organisationId: null, text: 'kanariAown', privateText: null, isGuideAllowed: true }
    expect((await own('POST', '', { id, ...said })).body.tracking).toMatch(/^[2-9A-Z]{10}$/)
    expect((await get(GUIDE, `/cases/${her.caseId}/grievances`)).text).not.toContain('kanariAown')
    await overseen(house, 'office', `/grievances/${id}/acknowledge`, { version: 1 })
    await overseen(house, 'office', `/grievances/${id}/pass`, { version: 2, about: 'guide', countyCode: null, organisationId: null })
    await answer('office', id, 3)
    const { grievances } = (await own('GET', '')).body
    expect(grievances.find((one: { id: string }) => one.id === id)).toMatchObject({
      mayAnswer: true,
      words: [{ text: 'kanariAown' }, { by: 'office' }],
    })
    const { id: foreign } = await plantGrievance(house, { key: 'C', about: 'other' })
    expect((await own('POST', `/${foreign}/word`, { isSettled: true, text: null })).status).toBe(404)
    expect((await own('POST', `/${id}/word`, { isSettled: true, text: null })).body).toMatchObject({
      state: 'closed',
      closedHow: 'settled',
    })
  })
})
describe('its clock, and her word', () => {
  test('from nobody known to closed by her word, with the code alone', async () => {
    const { id, tracking } = await complained('other', { text: 'kanariNobody' })
    expect((await read('AAAAAAAAAA')).reasons).toEqual(['oversight.tracking-unknown'])
    expect((await say(tracking, true)).reasons).toEqual(['oversight.word-not-awaited'])
    expect((await answer('office', id, 1)).reasons).toEqual(['oversight.no-such-grievance-move'])
    await overseen(house, 'office', `/grievances/${id}/acknowledge`, { version: 1 })
    await overseen(house, 'office', `/grievances/${id}/pass`, { version: 2, about: 'other', countyCode: null, organisationId: null })
    expect((await answer('office', id, 2)).reasons).toEqual(['platform.version-stale'])
    expect((await answer('office', id, 3)).body).toMatchObject({ state: 'answered', dueOn: '2026-12-07', acts: [] })
    const told = await read(tracking.toLowerCase())
    expect(told.body).toMatchObject({ mayAnswer: true, words: [{ by: 'her' }, { by: 'office', desk: 'PO' }] })
    expect((await say(tracking, false, null)).reasons).toEqual(['oversight.why-missing'])
    expect((await say(tracking, true, null)).body).toMatchObject({ state: 'closed', closedHow: 'settled', mayAnswer: false })
    const { rows } = await admin.query("select facts from platform.history where action like 'oversight.%'")
    expect(JSON.stringify(rows)).not.toContain('kanariNobody')
  })
  test('two answers at once: one stands; settled and reopened at once: one is heard', async () => {
    const { id, tracking } = await plantGrievance(house, { key: 'C', about: 'agency', organisationId: organisations.behzisti })
    const told = await Promise.all([answer('behzistiOfDashtestan', id, 3), answer('behzistiOfDashti', id, 3)])
    expect(told.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409])
    const said = await Promise.all([say(tracking, true), say(tracking, false)])
    expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(said.flatMap(({ reasons }) => reasons)).toEqual(['oversight.word-not-awaited'])
    expect(['closed', 'reopened']).toContain((await rowOf(id)).state)
  })
  test('her first no sends it back, her second takes it to the auditor, and a no to the auditor closes it as not settled', async () => {
    const { id, tracking } = await plantGrievance(house, { key: 'C', about: 'county-services', countyCode: counties.dashtestan })
    await answer('governorOfDashtestan', id, 3)
    expect((await say(tracking, false)).body.state).toBe('reopened')
    expect((await answer('governorOfDashtestan', id, 5)).body.words).toHaveLength(4)
    expect((await say(tracking, false)).body.state).toBe('escalated')
    expect((await get('governorOfDashtestan', `/grievances/${id}`)).status).toBe(404)
    expect((await answer('auditor', id, 7)).status).toBe(200)
    expect((await say(tracking, false)).body).toMatchObject({ state: 'closed', closedHow: 'unsettled' })
  })
  test('past its day it is shown as late to the auditor, who takes it over', async () => {
    const { id } = await plantGrievance(house, { key: 'C', about: 'buyer', organisationId: organisations.buyer })
    expect((await post('auditor', `/grievances/${id}/take-over`, { version: 3 })).reasons).toEqual(['oversight.not-overdue'])
    setTime('2026-12-09')
    const late = await get('auditor', '/grievances?show=overdue&limit=250')
    expect(late.body.grievances.map((one: { id: string }) => one.id)).toContain(id)
    expect((await post('office', `/grievances/${id}/take-over`, { version: 3 })).status).toBe(403)
    expect((await post('auditor', `/grievances/${id}/take-over`, { version: 3 })).body).toMatchObject({
      state: 'escalated',
      desk: 'AU',
      isOverdue: false,
    })
    expect((await get('buyer', `/grievances/${id}`)).status).toBe(404)
  })
  test('her silence closes it without her word, which she may still say; she is told by one neutral sentence, and the words are let go in time', async () => {
    const id = newId()
    const filed = await overseen(house, 'office', '/grievances', {
      ...phone,
      id,
      about: 'other',
      text: 'kanariAlate',
      fileNumber: herNumber,
    })
    await admin.query(
      "insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date) values ($1, gen_random_uuid(), 'office-phone', '\"07733330000\"', 'phone', '2026-01-01', 'ن', '2026-01-01')",
      [thePlan],
    )
    await overseen(house, 'office', `/grievances/${id}/acknowledge`, { version: 1 })
    await overseen(house, 'office', `/grievances/${id}/pass`, { version: 2, about: 'other', countyCode: null, organisationId: null })
    await answer('office', id, 3)
    await house.runJob(GRIEVANCE_JOB)
    await house.runJob(GRIEVANCE_JOB)
    const { rows } = await admin.query(
      "select plan_id, id, sealed_to, sealed_text from platform.message where template = 'oversight.call-office'",
    )
    expect(rows.map((row) => openMessage(house.house, row).text).filter((text) => /شکایت|پاسخ|kanari/.test(text))).toEqual([])
    expect((await rowOf(id)).told_on).not.toBeNull()
    setTime('2027-01-10')
    await house.runJob(GRIEVANCE_JOB)
    expect(await rowOf(id)).toMatchObject({ state: 'closed', closed_how: 'without-her-word' })
    expect((await say(filed.tracking, false)).body.state).toBe('reopened')
    await answer('office', id, 6)
    await say(filed.tracking, true)
    setTime('2029-06-01')
    await house.runJob(GRIEVANCE_JOB)
    expect((await read(filed.tracking)).body).toMatchObject({ state: 'closed', words: [] })
  })
  test('in numbers by desk, small ones hidden', async () => {
    expect((await get('behzistiOfDashtestan', '/grievance-figures')).status).toBe(403)
    const { figures } = (await get('governorOfDashtestan', '/grievance-figures')).body
    expect(figures.map(({ desk }: { desk: string }) => desk)).toEqual(['PO', 'AU', 'CA', 'EX', 'AG', 'OR', 'MO'])
    const { rows } = await admin.query("select count(*)::int as n from oversight.grievance where desk = 'CA'")
    expect(rows[0].n).toBeLessThan(10)
    expect(figures.find(({ desk }: { desk: string }) => desk === 'CA').received).toBeNull()
    const { figures: whole } = (await get('auditor', '/grievance-figures')).body
    expect(whole.find(({ desk }: { desk: string }) => desk === 'CA').received).toBe(rows[0].n)
  })
})
