import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/platform/ids.ts'
import { XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { openHouse } from '../test/house.ts'
import { organisations, type PersonaName } from '../test/personas.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const list = writeXlsx({
  sheetName: 'فهرست',
  rows: [
    ['ادارهٔ بهزیستی شهرستان دشتستان'],
    ['رديف', 'نام و نام خانوادگي', 'كد ملي', 'نوع معلولیت', 'شماره تماس'],
    ['1', 'فاطمه‌زهرا دشتي', '۳۵۱۰۰۰۱۲۳۰', 'حرکتی', '۰۹۱۷۱۲۳۴۵۶۷'],
    ['2', 'مریم کریمی', '3490000014', '', ''],
    ['3', 'زینب بحرینی', '3540007776', '', ''],
    ['', 'جمع کل', '3', '', ''],
  ],
})
async function nominate(who: PersonaName, bytes: Uint8Array) {
  const id = newId()
  const preview = await house.ask(who, {
    method: 'POST',
    url: `/enrolment/imports?id=${id}&fileName=list.xlsx`,
    upload: { bytes: Buffer.from(bytes), mediaType: XLSX },
  })
  expect(preview.status, preview.text).toBe(200)
  const commit = await house.ask(who, { method: 'POST', url: `/enrolment/imports/${id}/commit`, body: {} })
  expect(commit.status, commit.text).toBe(200)
  await house.runJob('enrolment.run-imports')
  return { id, preview: preview.body }
}
async function take(who: PersonaName) {
  const taken = await house.ask(who, { method: 'POST', url: '/enrolment/cases/take-next', body: {} })
  expect(taken.status, taken.text).toBe(200)
  return taken.body
}
async function ok(who: PersonaName, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) {
  const told = await house.ask(who, method === 'GET' ? { url } : { method, url, body: body ?? {} })
  expect(told.status, `${who} ${method} ${url}: ${told.text}`).toBe(200)
  return told.body
}
async function register(who: PersonaName, { id, personId }: { readonly id: string; readonly personId: string }, bornOn: string) {
  await ok(who, 'POST', `/enrolment/cases/${id}/contact-tries`, { id: newId(), channel: 'phone', result: 'spoke' })
  const answers = ['keep-file', 'ask-support-bodies', 'share-with-agencies', 'call-and-message', 'count-in-figures'].map((purpose) => ({
    id: newId(),
    purpose,
    answer: true,
  }))
  await ok(who, 'POST', `/people/${personId}/consents`, { manner: 'fingerprint', witnessName: 'گواه', answers })
  await ok(who, 'POST', `/enrolment/cases/${id}/consented`)
  const fields = {
    groundId: newId(),
    isComplete: true,
    bornOn,
    ground: 'widowed',
    groundFrom: '2020-01-01',
    groundSeen: true,
    householdSize: 3,
    dependants: 2,
    dependantsUnderSeven: 1,
    hasDisability: false,
    reads: 'little',
    placeToWork: 'own',
    districtCode: '180303',
    settlement: 'برازجان',
  }
  const saved = await ok(who, 'PUT', `/enrolment/cases/${id}/registration`, fields)
  expect(saved).toMatchObject({ missing: [], case: { position: 'registered' } })
}

test('an agency’s list becomes an explained decision and a place, or a refusal that another body overturns', async () => {
  // The spreadsheet goes in: two can be nominated, one needs mending, the column of disability is dropped.
  const { id: importId, preview } = await nominate('behzistiOfDashtestan', list)
  expect(preview).toMatchObject({ ready: 2, rejected: 1, skipped: 1 })
  expect(preview.sheets[0].mapping.dropped).toEqual(['رديف', 'نوع معلولیت'])
  expect(await ok('behzistiOfDashtestan', 'GET', `/enrolment/imports/${importId}`)).toMatchObject({ state: 'finished', accepted: 2 })
  const introduced = await ok('behzistiOfDashtestan', 'GET', '/enrolment/introduced')
  expect(introduced.cases.map((one: { position: string }) => one.position)).toEqual(['nominated', 'nominated'])
  expect(JSON.stringify(introduced)).not.toContain('فاطمه')

  // A facilitator of the county takes both files and reaches the women.
  const taken = [await take('facilitatorOfDashtestan'), await take('facilitatorOfDashtestan')]
  expect(new Set(taken.map(({ id }) => id)).size).toBe(2)
  const files = []
  for (const { personId } of taken) files.push(await ok('facilitatorOfDashtestan', 'GET', `/people/${personId}`))
  const place = files.findIndex(({ identity }) => identity.familyName === 'دشتی')
  expect(files[place]).toMatchObject({
    identity: { givenName: 'فاطمه‌زهرا', nationalId: '3510****30' },
    contact: { phone: '+989171234567' },
  })
  const [first, second] = [taken[place], taken[1 - place]]
  await register('facilitatorOfDashtestan', first, '1986-08-03')
  await register('facilitatorOfDashtestan', second, '1950-01-01')

  // The support bodies tell who they cover, by key; the office compares.
  for (const body of ['behzistiOfDashtestan', 'reliefOfDashtestan'] as const)
    expect(
      await ok(body, 'POST', '/enrolment/support-rows', {
        rows: [
          { nationalId: '3510001230', status: 'in-queue', since: '2026-02-01' },
          { nationalId: '3540007776', status: 'none', since: null },
        ],
      }),
    ).toEqual({ read: 2, wrong: [] })

  const decide = async ({ id, personId }: { readonly id: string; readonly personId: string }) => {
    const preview = await ok('decider', 'GET', `/enrolment/cases/${id}/decision-preview?personId=${personId}&purpose=decide`)
    return ok('decider', 'POST', `/enrolment/cases/${id}/decisions`, { id: newId(), personId, purpose: 'decide', facts: preview.facts })
  }
  expect(await decide(first)).toMatchObject({ case: { position: 'queued' }, decision: { outcome: 'eligible' } })
  const refusal = await decide(second)
  expect(refusal).toMatchObject({ case: { position: 'ineligible' }, decision: { outcome: 'ineligible' } })
  expect(refusal.decision.spoken).toContain('می‌توانید به اینجا نیز سر بزنید: ادارهٔ بهزیستی شهرستان.')

  // First in line gets a place of the county.
  const queue = await ok('office', 'GET', '/enrolment/queue?countyCode=1803')
  expect(queue).toMatchObject({ places: 5, free: 5, queue: [{ id: first.id, tier: 2, place: 1 }] })
  expect(await ok('office', 'POST', `/enrolment/cases/${first.id}/place`)).toMatchObject({ position: 'place-granted' })

  // The refused woman asks for a second reading; another body overturns it.
  const appealId = newId()
  await ok('facilitatorOfDashtestan', 'POST', `/enrolment/cases/${second.id}/appeals`, { id: appealId })
  const own = await house.ask('office', {
    method: 'POST',
    url: `/enrolment/appeals/${appealId}/assign`,
    body: { organisationId: organisations.office, version: 1 },
  })
  expect(own.reasons).toEqual(['enrolment.appeal-same-body'])
  await ok('office', 'POST', `/enrolment/appeals/${appealId}/assign`, { organisationId: organisations.labour, version: 1 })
  const [appeal] = (await ok('appealReader', 'GET', '/enrolment/appeals')).appeals
  expect(
    await ok('appealReader', 'POST', `/enrolment/appeals/${appealId}/answer`, {
      personId: second.personId,
      purpose: 'appeal',
      outcome: 'overturned',
      reasons: 'تاریخ تولد در شناسنامه اصلاح شده است.',
      version: appeal.version,
    }),
  ).toMatchObject({ state: 'overturned' })
  expect((await ok('office', 'GET', '/enrolment/queue?countyCode=1803')).queue).toMatchObject([{ id: second.id }])

  // She can see who opened her file, and why.
  const { readers } = await ok('facilitatorOfDashtestan', 'GET', `/people/${second.personId}/readers`)
  expect(readers.map((one: { purpose: string | null }) => one.purpose)).toEqual(expect.arrayContaining(['decide', 'appeal']))
})
