import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoSheet, demoSheets } from '../db/seed/sheets.ts'
import { parseNationalId } from '../src/platform/identifiers.ts'
import { newId } from '../src/platform/ids.ts'
import { readSheet } from '../src/platform/sheet/read.ts'
import { openHouse } from '../test/house.ts'
import { organisations, type PersonaName, thePlan } from '../test/personas.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const [behzisti, relief] = demoSheets('kariz')

async function nominate(who: PersonaName, sheet: DemoSheet | undefined) {
  const id = newId()
  const preview = await house.ask(who, {
    method: 'POST',
    url: `/enrolment/imports?id=${id}&fileName=${encodeURIComponent(sheet?.fileName ?? '')}`,
    upload: { bytes: Buffer.from(sheet?.bytes ?? []), mediaType: sheet?.mediaType ?? '' },
  })
  expect(preview.status, preview.text).toBe(200)
  const commit = await house.ask(who, { method: 'POST', url: `/enrolment/imports/${id}/commit`, body: {} })
  expect(commit.status, commit.text).toBe(200)
  await house.runJob('enrolment.run-imports')
  return { id, preview: preview.body }
}
/** The national ID that stands in one of the two files for a woman: known to whoever wrote the file, and in the house only as a blind index. */
async function nationalIdOf(caseId: string): Promise<string> {
  const { national_id_index: wanted } = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.nomination').select('national_id_index').where('case_id', '=', caseId).executeTakeFirstOrThrow(),
  )
  const isWanted = (value: string): boolean => house.house.vault.blindIndex(thePlan, 'national-id', value).equals(wanted ?? Buffer.alloc(0))
  for (const sheet of [behzisti, relief])
    for await (const { cells } of readSheet(sheet?.bytes ?? new Uint8Array())) {
      const read = cells.map((cell) => parseNationalId(String(cell))).find((one) => 'value' in one && isWanted(one.value))
      if (read !== undefined && 'value' in read) return read.value
    }
  throw new Error('whoever was nominated stands in one of the files')
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

test('the lists of Behzisti and the Relief Committee become an explained decision and a place, or a refusal that another body overturns', async () => {
  // Both spreadsheets go in as they are: what can be nominated is, what needs mending is told by row, columns beyond a nomination are dropped.
  const first = await nominate('behzistiOfDashtestan', behzisti)
  expect(first.preview.ready).toBeGreaterThan(95)
  expect(first.preview.rejected).toBeGreaterThan(5)
  expect(first.preview.sheets[0].mapping.dropped).toEqual([
    'رديف',
    'نام پدر',
    'تاريخ تولد',
    'علت سرپرستي',
    'نوع معلوليت',
    'تعداد اولاد',
    'آدرس',
  ])
  const second = await nominate('reliefOfDashtestan', relief)
  expect(second.preview.ready).toBeGreaterThan(70)
  // Its third sheet is a guide to filling in, and is not taken for a list.
  expect(second.preview.sheets).toHaveLength(2)
  for (const [who, { id, preview }] of [
    ['behzistiOfDashtestan', first],
    ['reliefOfDashtestan', second],
  ] as const) {
    expect(await ok(who, 'GET', `/enrolment/imports/${id}`)).toMatchObject({ state: 'finished', accepted: preview.ready })
    const introduced = await ok(who, 'GET', '/enrolment/introduced?limit=250')
    expect(introduced.cases).toHaveLength(preview.ready)
    expect(new Set(introduced.cases.map((one: { position: string }) => one.position))).toEqual(new Set(['nominated']))
  }

  // A facilitator of the county takes two files and reaches the women; what the lists said of disability or ground is nowhere in them.
  const [young, old] = [await take('facilitatorOfDashtestan'), await take('facilitatorOfDashtestan')]
  expect(young.id).not.toBe(old.id)
  const file = await ok('facilitatorOfDashtestan', 'GET', `/people/${young.personId}`)
  const nationalId = await nationalIdOf(young.id)
  expect(file.identity.nationalId).toBe(`${nationalId.slice(0, 4)}****${nationalId.slice(-2)}`)
  expect(JSON.stringify(file)).not.toMatch(/فوت همسر|حرکتی|بینایی|شنوایی/)
  await register('facilitatorOfDashtestan', young, '1986-08-03')
  await register('facilitatorOfDashtestan', old, '1950-01-01')

  // The support bodies tell who they cover, by key; the office compares.
  for (const body of ['behzistiOfDashtestan', 'reliefOfDashtestan'] as const)
    expect(
      await ok(body, 'POST', '/enrolment/support-rows', {
        rows: [
          { nationalId, status: 'in-queue', since: '2026-02-01' },
          { nationalId: await nationalIdOf(old.id), status: 'none', since: null },
        ],
      }),
    ).toEqual({ read: 2, wrong: [] })

  const decide = async ({ id, personId }: { readonly id: string; readonly personId: string }) => {
    const preview = await ok('decider', 'GET', `/enrolment/cases/${id}/decision-preview?personId=${personId}&purpose=decide`)
    return ok('decider', 'POST', `/enrolment/cases/${id}/decisions`, { id: newId(), personId, purpose: 'decide', facts: preview.facts })
  }
  expect(await decide(young)).toMatchObject({ case: { position: 'queued' }, decision: { outcome: 'eligible' } })
  const refusal = await decide(old)
  expect(refusal).toMatchObject({ case: { position: 'ineligible' }, decision: { outcome: 'ineligible' } })
  expect(refusal.decision.spoken).toContain('می‌توانید به اینجا نیز سر بزنید: ادارهٔ بهزیستی شهرستان.')

  // First in line gets a place of the county.
  const queue = await ok('office', 'GET', '/enrolment/queue?countyCode=1803')
  expect(queue).toMatchObject({ places: 5, free: 5, queue: [{ id: young.id, tier: 2, place: 1 }] })
  expect(await ok('office', 'POST', `/enrolment/cases/${young.id}/place`)).toMatchObject({ position: 'place-granted' })

  // The refused woman asks for a second reading; another body overturns it.
  const toTell = await ok('facilitatorOfDashtestan', 'GET', `/enrolment/cases/${old.id}/decision`)
  await ok('facilitatorOfDashtestan', 'POST', `/enrolment/cases/${old.id}/tellings`, {
    id: newId(),
    decisionId: toTell.id,
    manner: 'face-to-face',
  })
  const appealId = newId()
  await ok('facilitatorOfDashtestan', 'POST', `/enrolment/cases/${old.id}/appeals`, { id: appealId })
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
      personId: old.personId,
      purpose: 'appeal',
      outcome: 'overturned',
      reasons: 'تاریخ تولد در شناسنامه اصلاح شده است.',
      version: appeal.version,
    }),
  ).toMatchObject({ state: 'overturned' })
  expect((await ok('office', 'GET', '/enrolment/queue?countyCode=1803')).queue).toMatchObject([{ id: old.id }])

  // She can see who opened her file, and why.
  const { readers } = await ok('facilitatorOfDashtestan', 'GET', `/people/${old.personId}/readers`)
  expect(readers.map((one: { purpose: string | null }) => one.purpose)).toEqual(expect.arrayContaining(['decide', 'appeal']))
})
