import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { accountOf, thePlan } from '../../../test/personas.ts'
import { anyNationalId, registerWomen, type Woman } from '../../../test/registered.ts'
import { newId } from '../../platform/ids.ts'
import { XLSX } from '../../platform/sheet/read.ts'
import { writeXlsx } from '../../platform/sheet/write.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
const GUIDE = 'facilitatorOfDashtestan'
const agency = 'behzistiOfDashtestan'
const act = ({ caseId }: Woman, name: string, body: object) =>
  house.ask(GUIDE, { method: 'POST', url: `/enrolment/cases/${caseId}/${name}`, body })
const women = async (count: number): Promise<readonly Woman[]> => registerWomen(house.house, count)
/** Puts a case where it stood before it was registered. */
const unregister = (woman: Woman, position: string, since: string) =>
  house.house.door.asOwner((tx) =>
    tx
      .updateTable('enrolment.case')
      .set({ registered_on: null, position, since, entered_on: since.slice(0, 10) })
      .where('id', '=', woman.caseId)
      .execute(),
  )
const isErased = async ({ caseId }: Woman): Promise<boolean> =>
  house.house.door.asOwner(async (tx) => {
    const row = await tx.selectFrom('enrolment.case').select('is_erased').where('id', '=', caseId).executeTakeFirstOrThrow()
    return row.is_erased
  })
const erase = () => house.runJob('enrolment.erase-nominations')
const letter = (name: string, value: number, countyCode: string | null, validFrom: string) =>
  house.ask('office', {
    method: 'POST',
    url: '/plan/parameters',
    body: { id: newId(), name, countyCode, value, validFrom, letterNumber: '۱۴۰۵/۱۲', letterDate: '2026-11-20' },
  })
const send = async (rows: readonly (readonly string[])[]) => {
  const bytes = Buffer.from(writeXlsx({ sheetName: 'فهرست', rows: [['نام و نام خانوادگی', 'کد ملی', 'علت سرپرستی'], ...rows] }))
  const id = newId()
  const upload = { bytes, mediaType: XLSX }
  const told = await house.ask(agency, { method: 'POST', url: `/enrolment/imports?id=${id}&fileName=list`, upload })
  expect(told.status, told.text).toBe(200)
  return { id, body: told.body }
}
const decideImport = (id: string, verb: 'commit' | 'cancel') =>
  house.ask(agency, { method: 'POST', url: `/enrolment/imports/${id}/${verb}`, body: {} })
const sealedRows = (id: string) =>
  house.house.door.asOwner(async (tx) => {
    const rows = await tx.selectFrom('enrolment.import_row').select('sealed_row').where('import_id', '=', id).execute()
    return rows.filter(({ sealed_row }) => sealed_row !== null).length
  })

test('who was spoken with and never said yes is forgotten after the days of the letter, and not a day sooner', async () => {
  const [late, recent] = await women(2)
  if (late === undefined || recent === undefined) throw new Error('two women')
  await unregister(late, 'contacted', '2026-08-24T06:00:00Z')
  await unregister(recent, 'contacted', '2026-08-25T06:00:00Z')
  await erase()
  expect([await isErased(late), await isErased(recent)]).toEqual([true, false])
})
test('a letter for one county erases sooner there and nowhere else', async () => {
  const [here] = await women(1)
  const [there] = await registerWomen(house.house, 1, { county: 'dashti', guide: 'facilitatorOfDashti' })
  if (here === undefined || there === undefined) throw new Error('two women')
  for (const woman of [here, there]) await unregister(woman, 'nominated', '2026-10-20T06:00:00Z')
  expect((await letter('nomination-retention', 30, '1804', '2026-11-23')).status).toBe(200)
  await erase()
  expect([await isErased(here), await isErased(there)]).toEqual([false, true])
})
test('a registered file taken back is kept as long as the letter of that day says, then everything of it goes', async () => {
  const [woman] = await women(1)
  if (woman === undefined) throw new Error('one woman')
  expect((await act(woman, 'withdraw', { reason: 'her-wish' })).body).toMatchObject({ position: 'withdrawn', deadlineOn: '2027-11-23' })
  await letter('withdrawn-retention', 10, null, '2026-11-24')
  house.setTime('2027-11-23T06:00:00Z')
  await erase()
  expect(await isErased(woman)).toBe(false)
  house.setTime('2027-11-24T06:00:00Z')
  await erase()
  expect(await isErased(woman)).toBe(true)
  const left = await house.house.door.asOwner(async (tx) => {
    const found: Record<string, unknown> = {}
    for (const table of ['people.household', 'people.ground', 'people.skill', 'people.name_key', 'enrolment.support_period'] as const) {
      const rows = await tx.selectFrom(table).select('person_id').where('person_id', '=', woman.personId).execute()
      found[table] = rows.length
    }
    const person = await tx.selectFrom('people.person').select('wrapped_key').where('id', '=', woman.personId).executeTakeFirstOrThrow()
    const address = await tx.selectFrom('people.address').select('district_code').where('person_id', '=', woman.personId).executeTakeFirst()
    return { ...found, key: person.wrapped_key, district: address?.district_code ?? null }
  })
  expect(left).toEqual({
    'people.household': 0,
    'people.ground': 0,
    'people.skill': 0,
    'people.name_key': 0,
    'enrolment.support_period': 0,
    key: null,
    district: null,
  })
  house.setTime('2026-11-23T06:00:00Z')
})
test('a woman forgotten before anybody spoke with her waits for nobody: in no list, no number, on no desk', async () => {
  const [carried, free] = await women(2)
  if (carried === undefined || free === undefined) throw new Error('two women')
  for (const one of [carried, free]) await unregister(one, 'nominated', '2026-05-01T06:00:00Z')
  await house.house.door.asOwner(async (tx) => {
    await tx.updateTable('enrolment.case').set({ assigned: [] }).where('id', '=', free.caseId).execute()
    await tx
      .insertInto('enrolment.carried')
      .values({ plan_id: thePlan, account_id: accountOf(GUIDE), case_id: carried.caseId, taken_at: new Date() })
      .execute()
    // As nominating had counted them.
    await tx
      .insertInto('enrolment.counter')
      .values({ plan_id: thePlan, county_code: '1803', position: 'nominated', shard: 15, n: 2 })
      .onConflict((clash) => clash.columns(['plan_id', 'county_code', 'position', 'shard']).doUpdateSet({ n: 2 }))
      .execute()
  })
  const read = async () => {
    const cases = (await house.ask('office', { url: '/enrolment/cases?position=nominated&limit=50' })).body.cases
    const { counters } = (await house.ask('office', { url: '/enrolment/counters' })).body
    return {
      listed: cases.filter(({ id }: { id: string }) => id === carried.caseId || id === free.caseId).length,
      counted: counters.find(({ position }: { position: string }) => position === 'nominated')?.count ?? 0,
    }
  }
  const before = await read()
  expect(before.listed).toBe(2)
  const carriedNow = async () =>
    (await house.ask(GUIDE, { url: '/enrolment/own-cases?limit=100' })).body.cases.map(({ id }: { id: string }) => id)
  expect(await carriedNow()).toContain(carried.caseId)
  await erase()
  expect([await isErased(carried), await isErased(free)]).toEqual([true, true])
  expect(await read()).toEqual({ listed: 0, counted: before.counted - 2 })
  expect(await carriedNow()).not.toContain(carried.caseId)
  const taken = await house.ask('facilitatorOfDashtestan', { method: 'POST', url: '/enrolment/cases/take-next', body: {} })
  expect(taken.body.id).not.toBe(free.caseId)
})
test('a list is read and not kept: no file of it is stored, and a column it should not have stands nowhere', async () => {
  const { id, body } = await send([['مریم کریمی', anyNationalId(), 'طلاق به سبب اعتیاد همسر']])
  expect(body).toMatchObject({ ready: 1, droppedColumns: 1 })
  const files = await house.house.door.asOwner((tx) => tx.selectFrom('platform.file').select('id').execute())
  expect(files).toEqual([])
  expect(await sealedRows(id)).toBe(1)
  await decideImport(id, 'cancel')
  expect(await sealedRows(id)).toBe(0)
})
test('rows that were refused are kept for mending as long as a nomination, then only that there were some', async () => {
  const { id } = await send([
    ['زینب بحرینی', '3490000014', ''],
    ['سارا ناخدا', anyNationalId(), ''],
  ])
  await decideImport(id, 'commit')
  await house.runJob('enrolment.run-imports')
  expect(await sealedRows(id)).toBe(1)
  house.setTime('2027-02-20T06:00:00Z')
  await erase()
  expect(await sealedRows(id)).toBe(1)
  house.setTime('2027-02-23T06:00:00Z')
  await erase()
  expect(await sealedRows(id)).toBe(0)
  const told = await house.ask(agency, { url: `/enrolment/imports/${id}/rows?state=rejected` })
  expect(told.body.rows).toMatchObject([{ reasons: ['enrolment.row-national-id-wrong'] }])
  house.setTime('2026-11-23T06:00:00Z')
})
test('a list nobody sent on in all that time is given up, and cannot be sent on any more', async () => {
  const { id } = await send([['گلنار دشتی', anyNationalId(), '']])
  house.setTime('2027-03-01T06:00:00Z')
  await erase()
  expect(await sealedRows(id)).toBe(0)
  expect((await decideImport(id, 'commit')).reasons).toEqual(['enrolment.import-not-waiting'])
  house.setTime('2026-11-23T06:00:00Z')
})
test('who was forgotten may be introduced anew by the same agency', async () => {
  const nationalId = anyNationalId()
  const nominate = async () => {
    const { id, body } = await send([['لیلا کمالی', nationalId, '']])
    await decideImport(id, 'commit')
    await house.runJob('enrolment.run-imports')
    return body.ready
  }
  expect(await nominate()).toBe(1)
  expect(await nominate()).toBe(0)
  house.setTime('2027-03-01T06:00:00Z')
  await erase()
  expect(await nominate()).toBe(1)
  const cases = await house.house.door.asOwner((tx) =>
    tx
      .selectFrom('enrolment.nomination as one')
      .innerJoin('enrolment.case as file', 'file.id', 'one.case_id')
      .select(['file.is_erased', 'one.national_id_index'])
      .where('one.plan_id', '=', thePlan)
      .where('file.entered_on', '>=', '2026-11-23')
      .where('file.nominated_by', '=', (query) =>
        query.selectFrom('enrolment.import').select('organisation_id').orderBy('created_at', 'desc').limit(1),
      )
      .execute(),
  )
  expect(cases.every((one) => one.is_erased === (one.national_id_index === null))).toBe(true)
  house.setTime('2026-11-23T06:00:00Z')
})
