import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/platform/ids.ts'
import { XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { openHouse } from './house.ts'
import { anyNationalId, registerWomen } from './registered.ts'

const lines: string[] = []
let house: Awaited<ReturnType<typeof openHouse>>
let superuser: pg.Client
beforeAll(async () => {
  house = await openHouse({ logTo: { write: (line) => lines.push(line) } })
  superuser = new pg.Client(house.superuser)
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await house.stop()
})

const nationalId = anyNationalId()
/** What must never reach a log: names, numbers, answers, and what opens a session. */
const canaries = [
  'قنارینسب',
  'Qanari',
  nationalId,
  '09170001234',
  '989170001234',
  'روستای‌قناری',
  'token-facilitatorOfDashtestan',
  'canary@example.org',
  'canary-password-1405',
]

test('no log line holds what a person typed, was called or signed in with: not when it succeeds, is refused, or breaks', async () => {
  const [woman] = await registerWomen(house.house, 1)
  if (woman === undefined) throw new Error('no woman')
  const importId = newId()
  const rows = [
    ['نام', 'نام خانوادگی', 'کد ملی', 'تلفن'],
    ['مریم', 'قنارینسب', nationalId, '09170001234'],
    ['Qanari', 'قنارینسب', '123', 'روستای‌قناری'],
  ]
  const bytes = Buffer.from(writeXlsx({ sheetName: 'a', rows }))
  await house.ask('behzistiOfDashtestan', {
    method: 'POST',
    url: `/enrolment/imports?id=${importId}&fileName=${encodeURIComponent('قنارینسب.xlsx')}`,
    upload: { bytes, mediaType: XLSX },
  })
  await house.ask('behzistiOfDashtestan', { method: 'POST', url: `/enrolment/imports/${importId}/commit`, body: {} })
  await house.runJob('enrolment.run-imports')
  const contact = { phone: '09170001234', whosePhone: 'own', callFrom: null, callTo: null, mayMessage: true }
  const write = (version: number) =>
    house.ask('facilitatorOfDashtestan', {
      method: 'PUT',
      url: `/people/${woman.personId}/contact`,
      body: { ...contact, version, note: 'قنارینسب' },
    })
  const refused = await house.ask('holding', { url: `/people/${woman.personId}?name=${encodeURIComponent('قنارینسب')}` })
  const unknown = await house.ask(null, { url: `/${encodeURIComponent('قنارینسب')}/${nationalId}` })
  await house.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ email: 'canary@example.org', password: 'canary-password-1405' }),
  })
  await write(1)
  // A table that is gone breaks the next requests with errors of the driver, which quote rows and statements.
  await superuser.query('alter table people.contact rename to gone')
  const broken = await write(2)
  await superuser.query('alter table people.gone rename to contact')
  await superuser.query('alter table people.contact add constraint canary check (version < 0) not valid')
  const violated = await write(2)
  expect([refused.status, unknown.status, broken.status, violated.status]).toEqual([403, 404, 500, 500])
  const log = lines.join('')
  expect(canaries.filter((canary) => log.includes(canary))).toEqual([])
  const defects = lines.filter((line) => line.includes('"defect"'))
  expect(defects).toHaveLength(2)
  expect(defects.map((line) => line.includes(broken.body.requestId) || line.includes(violated.body.requestId))).toEqual([true, true])
  expect(canaries.filter((canary) => broken.text.includes(canary) || violated.text.includes(canary))).toEqual([])
})
