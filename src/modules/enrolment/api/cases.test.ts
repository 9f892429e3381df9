import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { nominate } from '../../../../test/nominate.ts'
import { accountOf, type PersonaName } from '../../../../test/personas.ts'
import { anyNationalId, registerWomen } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const GUIDE = 'facilitatorOfDashtestan'
const post = (who: PersonaName, url: string, body: object = {}, command?: string) =>
  house.ask(who, { method: 'POST', url, body, ...(command === undefined ? {} : { command }) })
const introduce = (names: readonly string[]) =>
  nominate(
    house,
    'behzistiOfDashtestan',
    names.map((name) => [name, anyNationalId()] as const),
  )
const take = async (who: PersonaName = GUIDE): Promise<{ readonly id: string; readonly personId: string }> => {
  const taken = await post(who, '/enrolment/cases/take-next')
  expect(taken.status, taken.text).toBe(200)
  return taken.body
}
const tried = (who: PersonaName, caseId: string, channel: string, result: string, id = newId()) =>
  post(who, `/enrolment/cases/${caseId}/contact-tries`, { id, channel, result })

test('who has no part in lists of cases is refused, and nobody sees a name in them', async () => {
  for (const who of ['behzistiOfDashtestan', 'interviewer', 'marketOperator', 'holding', 'administrator', GUIDE] as const)
    expect({ who, status: (await house.ask(who, { url: '/enrolment/cases' })).status }).toEqual({ who, status: 403 })
  expect((await house.ask(null, { url: '/enrolment/cases' })).status).toBe(403)
  await introduce(['زهرا قناری', 'مریم قناری'])
  for (const who of ['office', 'governorOfDashtestan', 'executor', 'auditor'] as const) {
    const { body, text } = await house.ask(who, { url: '/enrolment/cases' })
    expect({ who, rows: body.cases.length, total: body.total, named: /قناری|زهرا/.test(text) }).toEqual({
      who,
      rows: 2,
      total: 2,
      named: false,
    })
  }
  expect((await house.ask('governorOfDashti', { url: '/enrolment/cases' })).body).toMatchObject({ cases: [], total: 0 })
})
test('a page follows a page without gap or repetition, and a filter narrows rows and number alike', async () => {
  await registerWomen(house.house, 3)
  const first = (await house.ask('office', { url: '/enrolment/cases?limit=2&position=registered' })).body
  const second = (await house.ask('office', { url: `/enrolment/cases?limit=2&position=registered&after=${first.next}` })).body
  expect(first).toMatchObject({ total: 3 })
  expect(second.next).toBeNull()
  expect(new Set([...first.cases, ...second.cases].map(({ id }: { id: string }) => id)).size).toBe(3)
  expect((await house.ask('office', { url: '/enrolment/cases?limit=0' })).status).toBe(400)
  expect((await house.ask('office', { url: '/enrolment/cases?position=nowhere' })).status).toBe(400)
})
test('a file is taken, never chosen: refused without the duty, the longest waiting first, once for a repeated command', async () => {
  expect((await post('office', '/enrolment/cases/take-next')).reasons).toEqual(['access.not-your-part'])
  expect((await post('facilitatorOfDashti', '/enrolment/cases/take-next')).reasons).toEqual(['enrolment.nobody-waits'])
  const command = newId()
  const one = await post(GUIDE, '/enrolment/cases/take-next', {}, command)
  expect((await post(GUIDE, '/enrolment/cases/take-next', {}, command)).body).toEqual(one.body)
  const [mine, others] = [
    await house.ask(GUIDE, { url: '/enrolment/own-cases' }),
    await house.ask('otherFacilitatorOfDashtestan', { url: '/enrolment/own-cases' }),
  ]
  expect(mine.body.cases).toMatchObject([{ id: one.body.id }])
  expect(mine.body.cases[0].name).toContain('قناری')
  expect(others.body).toMatchObject({ cases: [], total: 0 })
})
test('of two who take at once nobody gets the same file', async () => {
  await introduce(['سکینه کریمی', 'سکینه رضایی', 'سکینه محمدی'])
  const taken = await Promise.all(
    Array.from({ length: 4 }, (_, index) => post(index % 2 === 0 ? GUIDE : 'otherFacilitatorOfDashtestan', '/enrolment/cases/take-next')),
  )
  const ids = taken.filter(({ status }) => status === 200).map(({ body }) => body.id)
  expect(ids).toHaveLength(4)
  expect(new Set(ids).size).toBe(4)
})
test('only who carries the file tries to reach her; to others it does not exist', async () => {
  await introduce(['شهربانو دشتی'])
  const { id } = await take()
  for (const who of ['otherFacilitatorOfDashtestan', 'facilitatorOfDashti'] as const)
    expect({ who, reasons: (await tried(who, id, 'phone', 'spoke')).reasons }).toEqual({ who, reasons: ['platform.not-found'] })
  expect((await tried('office', id, 'phone', 'spoke')).reasons).toEqual(['access.not-your-part'])
  expect((await tried(GUIDE, id, 'pigeon', 'spoke')).status).toBe(400)
  const tryId = newId()
  const command = newId()
  const body = { id: tryId, channel: 'phone', result: 'no-answer' }
  const url = `/enrolment/cases/${id}/contact-tries`
  expect((await post(GUIDE, url, body, command)).body).toMatchObject({ position: 'nominated' })
  expect((await post(GUIDE, url, body, command)).status).toBe(200)
  expect((await house.ask(GUIDE, { url })).body.tries).toMatchObject([{ id: tryId }])
})
test('contact is lost only after three tries on two channels, and found again when she speaks', async () => {
  await introduce(['گلنار دشتی'])
  const { id } = await take()
  const give = () => post(GUIDE, `/enrolment/cases/${id}/lost-contact`)
  await tried(GUIDE, id, 'phone', 'no-answer')
  expect((await give()).reasons).toEqual(['enrolment.too-few-tries', 'enrolment.too-few-channels'])
  await tried(GUIDE, id, 'phone', 'other-answered')
  await tried(GUIDE, id, 'phone', 'no-answer')
  expect((await give()).reasons).toEqual(['enrolment.too-few-channels'])
  await tried(GUIDE, id, 'visit', 'no-answer')
  expect((await give()).body).toMatchObject({ position: 'lost-contact' })
  expect((await tried(GUIDE, id, 'phone', 'spoke')).body).toMatchObject({ position: 'contacted' })
  expect((await tried(GUIDE, id, 'phone', 'spoke')).status).toBe(200)
})
test('her refusal ends the case with a day on which it is erased; nothing is registered before consent', async () => {
  await introduce(['ماه‌منیر دشتی', 'صغری دشتی'])
  const declined = await take()
  expect((await tried(GUIDE, declined.id, 'phone', 'declined')).body).toMatchObject({ position: 'declined', deadlineOn: '2027-02-21' })
  const other = await take()
  expect((await post(GUIDE, `/enrolment/cases/${other.id}/consented`)).reasons).toEqual(['enrolment.consent-missing'])
  const saved = await house.ask(GUIDE, {
    method: 'PUT',
    url: `/enrolment/cases/${other.id}/registration`,
    body: { groundId: newId(), isComplete: false, bornOn: '1990-01-01' },
  })
  expect(saved.reasons).toEqual(['enrolment.not-consented'])
})
test('withdrawing is hers, once, through whoever carries the file', async () => {
  const [one] = await registerWomen(house.house, 1)
  const url = `/enrolment/cases/${one?.caseId}/withdraw`
  expect((await post('otherFacilitatorOfDashtestan', url, { reason: 'her-wish' })).reasons).toEqual(['platform.not-found'])
  expect((await post(GUIDE, url, { reason: 'because' })).status).toBe(400)
  expect((await post(GUIDE, url, { reason: 'her-wish' })).body).toMatchObject({ position: 'withdrawn' })
  expect((await post(GUIDE, url, { reason: 'her-wish' })).reasons).toEqual(['enrolment.no-such-move'])
})
test('an agency sees what became of those it introduced, by number alone', async () => {
  expect((await house.ask(GUIDE, { url: '/enrolment/introduced' })).reasons).toEqual(['access.not-your-part'])
  const own = await house.ask('behzistiOfDashtestan', { url: '/enrolment/introduced' })
  expect(own.body.cases.length).toBeGreaterThan(5)
  expect(own.text).not.toMatch(/قناری|گلنار|شهربانو/)
  expect((await house.ask('reliefOfDashtestan', { url: '/enrolment/introduced' })).body.cases).toEqual([])
})
test('files that have ended do not count against the most one may carry', async () => {
  await introduce(['نرگس دشتی'])
  await house.house.door.asOwner(async (tx) => {
    const cases = await tx.selectFrom('enrolment.case').select(['plan_id', 'id']).where('position', '=', 'withdrawn').execute()
    await tx
      .insertInto('enrolment.carried')
      .values(
        cases.map((one) => ({
          plan_id: one.plan_id,
          case_id: one.id,
          account_id: accountOf('otherFacilitatorOfDashtestan'),
          taken_at: new Date(),
        })),
      )
      .execute()
  })
  expect((await house.ask('otherFacilitatorOfDashtestan', { url: '/enrolment/own-cases' })).body.total).toBeGreaterThan(0)
  await take('otherFacilitatorOfDashtestan')
})
