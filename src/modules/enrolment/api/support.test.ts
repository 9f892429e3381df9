import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { nobodyIsCovered, previewUrl } from '../../../../test/deciding.ts'
import { openHouse } from '../../../../test/house.ts'
import { organisations, type PersonaName } from '../../../../test/personas.ts'
import { anyNationalId, registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'
import { CSV } from '../../../platform/sheet/read.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const tell = (who: PersonaName, rows: readonly object[], isWhole = false) =>
  house.ask(who, { method: 'POST', url: '/enrolment/support-rows', body: { rows, isWhole } })
const row = (nationalId: string, status = 'covered') => ({ nationalId, status, since: '2026-02-01' })
const coverage = async (woman: Woman) => {
  const { body } = await house.ask('decider', { url: previewUrl(woman) })
  return body.rules.at(-1)
}
const ask = ({ caseId, personId }: Woman, organisationId: string, id = newId()) =>
  house.ask('decider', {
    method: 'POST',
    url: `/enrolment/cases/${caseId}/enquiries`,
    body: { id, personId, purpose: 'enquiry', organisationId },
  })
const waiting = async (who: PersonaName) => (await house.ask(who, { url: '/enrolment/enquiries' })).body

test('rows are told by support bodies only', async () => {
  expect((await tell('office', [row('3510001230')])).reasons).toEqual(['access.not-your-part'])
  expect((await tell('appealReader', [row('3510001230')])).reasons).toEqual(['enrolment.not-a-support-body'])
})
test('a body learns how many rows were read and what is wrong with the others, and nothing else', async () => {
  const told = await tell('behzistiOfDashtestan', [row('3510001230'), row('3510001231'), row('3510001230', 'شاید')])
  expect(told.body).toEqual({
    read: 1,
    wrong: [
      { row: 2, reasons: ['enrolment.row-national-id-wrong'] },
      { row: 3, reasons: ['enrolment.row-status-unknown'] },
    ],
  })
  expect((await tell('behzistiOfDashtestan', [row('1')])).reasons).toEqual(['enrolment.rows-unreadable'])
})
test('whether the women are in the plan changes neither the answer nor the queries', async () => {
  const women = await registerWomen(house.house, 5)
  const strangers = women.map(() => anyNationalId())
  const counted = async (nationalIds: readonly string[]) => {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    const told = await tell(
      'reliefOfDashtestan',
      nationalIds.map((id) => row(id)),
    )
    const queries = spy.mock.calls.map(([config]) => textOf(config))
    spy.mockRestore()
    return { body: told.body, status: told.status, queries }
  }
  const [inPlan, outside] = [await counted(women.map(({ nationalId }) => nationalId)), await counted(strangers)]
  expect(inPlan.queries.length).toBeGreaterThan(3)
  expect(inPlan).toEqual(outside)
})
/** The text of a query without its literals, such as ids in settings. */
function textOf(config: unknown): string {
  const text = typeof config === 'object' && config !== null && 'text' in config ? config.text : config
  return String(text).replace(/'[^']*'/g, "''")
}
test('a sheet is read by its headers alone, dates in Jalali', async () => {
  const [woman] = await registerWomen(house.house, 1)
  if (woman === undefined) throw new Error('one woman')
  const csv = `ردیف,نام,کد ملی,وضعیت پوشش,تاریخ شروع\n1,زن,${woman.nationalId},تحت پوشش,۱۴۰۵/۰۱/۱۵\n2,,1,خروج,\n`
  const told = await house.ask('behzistiOfDashtestan', {
    method: 'POST',
    url: '/enrolment/support-sheets',
    upload: { bytes: Buffer.from(csv), mediaType: CSV },
  })
  expect(told.body).toEqual({ read: 1, wrong: [{ row: 3, reasons: ['enrolment.row-national-id-wrong'] }] })
  expect(await coverage(woman)).toMatchObject({
    outcome: 'not-met',
    value: 'covered',
    source: 'keyed-rows',
    bodies: [organisations.behzisti],
  })
  const bare = await house.ask('behzistiOfDashtestan', {
    method: 'POST',
    url: '/enrolment/support-sheets',
    upload: { bytes: Buffer.from('الف,ب\n1,2\n'), mediaType: CSV },
  })
  expect(bare.reasons).toEqual(['enrolment.support-header-not-found'])
})
test('a whole list lets absence speak, for its own counties only', async () => {
  const [here] = await registerWomen(house.house, 1)
  const [there] = await registerWomen(house.house, 1, { county: 'dashti', guide: 'facilitatorOfDashti' })
  if (here === undefined || there === undefined) throw new Error('two women')
  expect(await coverage(here)).toMatchObject({ outcome: 'unknown' })
  await nobodyIsCovered(house)
  expect(await coverage(here)).toMatchObject({ outcome: 'met', value: 'none', source: 'keyed-rows' })
  expect(await coverage(there)).toMatchObject({ outcome: 'unknown' })
})

test('a question by name is asked by a decider, with her consent, and only of a support body', async () => {
  const [woman] = await registerWomen(house.house, 1)
  const [silent] = await registerWomen(house.house, 1, { consents: ['keep-file'] })
  if (woman === undefined || silent === undefined) throw new Error('two women')
  const asOffice = await house.ask('office', {
    method: 'POST',
    url: `/enrolment/cases/${woman.caseId}/enquiries`,
    body: { id: newId(), personId: woman.personId, purpose: 'enquiry', organisationId: organisations.behzisti },
  })
  expect(asOffice.reasons).toEqual(['access.duty-missing'])
  expect((await ask(silent, organisations.behzisti)).reasons).toEqual(['enrolment.enquiry-consent-missing'])
  expect((await ask(woman, organisations.labour)).reasons).toEqual(['enrolment.not-a-support-body'])
  expect((await ask(woman, organisations.behzisti)).status).toBe(200)
  expect((await ask(woman, organisations.behzisti)).reasons).toEqual(['enrolment.enquiry-waiting'])
})
test('a screen of nine is answered at once; the answer keeps its letter and reaches the decision, the name closes again', async () => {
  const women = await registerWomen(house.house, 10)
  for (const woman of women) expect((await ask(woman, organisations.reliefCommittee)).status).toBe(200)
  expect((await waiting('behzistiOfDashti')).enquiries).not.toContainEqual(expect.objectContaining({ nationalId: women[0]?.nationalId }))
  const screen = await waiting('reliefOfDashtestan')
  expect(screen).toMatchObject({ waiting: 10 })
  expect(screen.enquiries).toHaveLength(9)
  expect(screen.enquiries[0]).toMatchObject({ nationalId: women[0]?.nationalId, daysLeft: 10 })
  expect(JSON.stringify(screen)).not.toMatch(/personId|caseId|county/)

  const answers = screen.enquiries.map(({ id, version }: { id: string; version: number }, index: number) => ({
    id,
    version,
    answer: index === 0 ? 'in-queue' : 'none',
    since: index === 8 ? '2027-01-01' : null,
  }))
  const sent = { letterNumber: '۱۴۰۵/د/۸۸', letterDate: '2026-11-22', answers }
  const foreign = await house.ask('behzistiOfDashtestan', { method: 'POST', url: '/enrolment/enquiries/answers', body: sent })
  expect(foreign.body).toMatchObject({ kept: [] })
  const told = await house.ask('reliefOfDashtestan', { method: 'POST', url: '/enrolment/enquiries/answers', body: sent })
  expect(told.body.kept).toHaveLength(8)
  expect(told.body.refused).toEqual([{ id: answers[8].id, reason: 'enrolment.row-since-in-future' }])
  expect(await waiting('reliefOfDashtestan')).toMatchObject({ waiting: 2 })
  // The same agency, another county: neither line nor number.
  expect(await waiting('reliefOfDashti')).toEqual({ waiting: 0, enquiries: [] })

  const [first] = women
  if (first === undefined) throw new Error('ten women')
  await tell('behzistiOfDashtestan', [row(first.nationalId, 'none')])
  expect(await coverage(first)).toMatchObject({ outcome: 'met', value: 'in-queue', source: 'enquiry', sourceLetter: '۱۴۰۵/د/۸۸' })
  const periods = await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${first.caseId}/support` })
  expect(periods.body.periods).toMatchObject([{ status: 'in-queue', source: 'enquiry', letterNumber: '۱۴۰۵/د/۸۸' }])
  const other = await house.ask('otherFacilitatorOfDashtestan', { url: `/enrolment/cases/${first.caseId}/support` })
  expect(other.reasons).toEqual(['platform.not-found'])
  const names = await house.house.door.asOwner((tx) =>
    tx.selectFrom('people.identity').select('shared_with').where('person_id', '=', first.personId).executeTakeFirstOrThrow(),
  )
  expect(names.shared_with ?? []).not.toContain(organisations.reliefCommittee)
})
test('when she takes her consent back, the line leaves the body’s list and cannot be answered any more', async () => {
  const [woman] = await registerWomen(house.house, 1)
  if (woman === undefined) throw new Error('one woman')
  const id = newId()
  await ask(woman, organisations.behzisti, id)
  const { consents } = (await house.ask('facilitatorOfDashtestan', { url: `/people/${woman.personId}/consents` })).body
  const given = consents.find((one: { purpose: string }) => one.purpose === 'ask-support-bodies')
  await house.ask('facilitatorOfDashtestan', {
    method: 'POST',
    url: `/people/${woman.personId}/consents/${given.id}/withdraw`,
    body: {},
  })
  const { enquiries } = await waiting('behzistiOfDashtestan')
  expect(enquiries.map((one: { id: string }) => one.id)).not.toContain(id)
  const late = await house.ask('behzistiOfDashtestan', {
    method: 'POST',
    url: `/enrolment/enquiries/${id}/answer`,
    body: { answer: 'covered', since: null, letterNumber: null, letterDate: null, version: 1 },
  })
  expect(late.reasons).toEqual(['platform.not-found'])
})
test('what bodies told is kept as many days as the letter in force says, and no longer', async () => {
  const count = async (): Promise<readonly number[]> => {
    const admin = new pg.Client(house.superuser)
    await admin.connect()
    const { rows } = await admin.query<{ told: number; lists: number }>(
      'select (select count(*)::int from enrolment.support_row) as told, (select count(*)::int from enrolment.support_list) as lists',
    )
    await admin.end()
    return [rows[0]?.told ?? 0, rows[0]?.lists ?? 0]
  }
  await house.runJob('enrolment.forget-support-rows')
  const [told = 0, lists = 0] = await count()
  expect(told).toBeGreaterThan(5)
  house.setTime('2027-11-22T06:00:00Z')
  await tell('behzistiOfDashtestan', [row('3510001230')], true)
  await house.runJob('enrolment.forget-support-rows')
  expect(await count()).toEqual([told + 1, lists + 1])
  house.setTime('2027-11-24T06:00:00Z')
  await house.runJob('enrolment.forget-support-rows')
  expect(await count()).toEqual([1, 1])
})
