import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideOn, nobodyIsCovered } from '../../../../test/deciding.ts'
import { openHouse } from '../../../../test/house.ts'
import { accountOf, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Wish, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
  await nobodyIsCovered(house)
})
afterAll(() => house.stop())

const GUIDE = 'facilitatorOfDashtestan'
const act = (who: PersonaName, { caseId }: Woman, name: string, body: object = {}, command?: string) =>
  house.ask(who, { method: 'POST', url: `/enrolment/cases/${caseId}/${name}`, body, ...(command === undefined ? {} : { command }) })
const one = async (wish: Wish = {}): Promise<Woman> => {
  const [made] = await registerWomen(house.house, 1, wish)
  if (made === undefined) throw new Error('one woman')
  return made
}
const granted = async (): Promise<Woman> => {
  const made = await one()
  await decideOn(house, made)
  expect((await act('office', made, 'place')).body).toMatchObject({ position: 'place-granted', deadlineOn: '2026-12-03' })
  return made
}
const grantedIn = async (countyCode: string) =>
  (await house.ask('office', { url: `/enrolment/queue?countyCode=${countyCode}` })).body.granted
const transfer = (who: PersonaName, made: Woman, toCounty: string, id = newId()) => act(who, made, 'transfer', { id, toCounty })
const incoming = async (who: PersonaName) => (await house.ask(who, { url: '/enrolment/transfers' })).body.transfers
const hold = { reason: 'health', until: '2027-01-10' }

test('only her guide pauses her road, and a pause has an end within a year', async () => {
  const made = await one()
  expect((await act('otherFacilitatorOfDashtestan', made, 'hold', hold)).reasons).toEqual(['platform.not-found'])
  expect((await act('office', made, 'hold', hold)).reasons).toEqual(['access.not-your-part'])
  expect((await act(GUIDE, made, 'hold', { reason: 'health', until: null })).reasons).toEqual(['enrolment.hold-needs-end'])
  for (const until of ['2026-11-23', '2027-11-25'])
    expect((await act(GUIDE, made, 'hold', { reason: 'birth', until })).reasons).toEqual(['enrolment.hold-end-wrong'])
  expect((await act(GUIDE, made, 'resume')).reasons).toEqual(['enrolment.not-paused'])
  const command = newId()
  expect((await act(GUIDE, made, 'hold', hold, command)).body).toMatchObject({ position: 'on-hold', deadlineOn: '2027-01-10' })
  expect((await act(GUIDE, made, 'hold', hold, command)).status).toBe(200)
  expect((await act(GUIDE, made, 'hold', hold)).reasons).toEqual(['enrolment.no-such-move'])
})
test('a pause keeps her place, and the day to answer by moves on with it', async () => {
  const made = await granted()
  await act(GUIDE, made, 'hold', hold)
  expect(await grantedIn('1803')).toBe(1)
  house.setTime('2026-11-30T06:00:00Z')
  expect((await act(GUIDE, made, 'resume')).body).toMatchObject({ position: 'place-granted', deadlineOn: '2026-12-10' })
  house.setTime('2026-11-23T06:00:00Z')
})
test('that she is protected is seen by her guide alone: in lists, numbers and on her road it is a pause like any other', async () => {
  const [made, other] = [await one(), await one()]
  expect((await act(GUIDE, made, 'hold', { reason: 'safety', until: null })).body).toMatchObject({ position: 'protected' })
  await act(GUIDE, other, 'hold', hold)
  for (const who of ['office', 'governorOfDashtestan', 'executor', 'auditor'] as const) {
    const list = await house.ask(who, { url: '/enrolment/cases?position=on-hold' })
    const lines = list.body.cases.filter(({ id }: { id: string }) => [made.caseId, other.caseId].includes(id))
    expect(lines.map(({ position, deadlineOn }: { position: string; deadlineOn: string | null }) => [position, deadlineOn])).toEqual([
      ['on-hold', null],
      ['on-hold', null],
    ])
    const read = await Promise.all([
      house.ask(who, { url: '/enrolment/cases?position=protected' }),
      house.ask(who, { url: '/enrolment/counters' }),
      house.ask(who, { url: `/road/cases/${made.caseId}` }),
    ])
    expect(read.map(({ status }) => status)).toEqual([200, 200, 200])
    expect({ who, told: [list, ...read].some(({ text }) => text.includes('protected')) }).toEqual({ who, told: false })
    expect(read[0].body).toMatchObject({ cases: [], total: 0 })
  }
  expect((await house.ask(GUIDE, { url: `/road/cases/${made.caseId}` })).body.case).toMatchObject({ position: 'protected' })
})
test('a side exit names what happened; a referral names the place, and a death has no way back', async () => {
  const [referred, moved, dead] = [await one(), await one(), await one()]
  expect((await act('facilitatorOfDashti', moved, 'leave', { to: 'moved', referralPlaceId: null })).reasons).toEqual(['platform.not-found'])
  expect((await act(GUIDE, moved, 'leave', { to: 'active', referralPlaceId: null })).status).toBe(400)
  for (const referralPlaceId of [null, newId()])
    expect((await act(GUIDE, referred, 'leave', { to: 'referred-out', referralPlaceId })).reasons).toEqual(['enrolment.referral-missing'])
  const [place] = (await house.ask(GUIDE, { url: '/enrolment/referral-places' })).body.places
  expect((await act(GUIDE, referred, 'leave', { to: 'referred-out', referralPlaceId: place.id })).body).toMatchObject({
    position: 'referred-out',
  })
  expect((await act(GUIDE, moved, 'leave', { to: 'moved', referralPlaceId: null })).body).toMatchObject({ position: 'moved' })
  await act(GUIDE, dead, 'leave', { to: 'deceased', referralPlaceId: null })
  expect((await act(GUIDE, dead, 're-enter')).reasons).toEqual(['enrolment.nothing-to-reenter'])
})
test('leaving before the work begins gives the place to the next in line', async () => {
  const before = await grantedIn('1803')
  const made = await granted()
  expect(await grantedIn('1803')).toBe(before + 1)
  await act(GUIDE, made, 'leave', { to: 'not-yet', referralPlaceId: null })
  expect(await grantedIn('1803')).toBe(before)
  expect((await act(GUIDE, made, 're-enter')).body).toMatchObject({ position: 'queued' })
  await act(GUIDE, made, 'withdraw', { reason: 'not-said' })
})
test('who comes back goes on in her old file: with consent and registration she is decided anew, from a new day in line', async () => {
  const made = await one()
  expect((await act(GUIDE, made, 're-enter')).reasons).toEqual(['enrolment.nothing-to-reenter'])
  await decideOn(house, made)
  await act(GUIDE, made, 'withdraw', { reason: 'family' })
  house.setTime('2026-12-20T06:00:00Z')
  expect((await act('otherFacilitatorOfDashtestan', made, 're-enter')).reasons).toEqual(['platform.not-found'])
  expect((await act(GUIDE, made, 're-enter')).body).toMatchObject({ position: 'registered' })
  const row = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.case').select(['registered_on', 'tier']).where('id', '=', made.caseId).executeTakeFirstOrThrow(),
  )
  expect(row).toEqual({ registered_on: '2026-12-20', tier: null })
  expect((await decideOn(house, made)).body).toMatchObject({ case: { position: 'queued' } })
  house.setTime('2026-11-23T06:00:00Z')
})
test('who said «not yet» and is spoken with again goes on from her registration, and is asked nothing twice', async () => {
  const made = await one()
  const tried = (channel: string, result: string) => act(GUIDE, made, 'contact-tries', { id: newId(), channel, result })
  await act(GUIDE, made, 'leave', { to: 'not-yet', referralPlaceId: null })
  expect((await tried('visit', 'other-answered')).body).toMatchObject({ position: 'not-yet' })
  expect((await tried('phone', 'spoke')).body).toMatchObject({ position: 'registered' })
})
test('who left before registration is erased after the days of the letter, wherever she went; who was registered is kept', async () => {
  const [gone, kept] = [await one(), await one()]
  await house.house.door.asOwner((tx) =>
    tx.updateTable('enrolment.case').set({ registered_on: null, entered_on: '2026-06-01' }).where('id', '=', gone.caseId).execute(),
  )
  for (const made of [gone, kept]) await act(GUIDE, made, 'leave', { to: 'moved', referralPlaceId: null })
  await house.runJob('enrolment.erase-nominations')
  const rows = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.case').select(['id', 'is_erased']).where('id', 'in', [gone.caseId, kept.caseId]).execute(),
  )
  expect(new Map(rows.map(({ id, is_erased }) => [id, is_erased]))).toEqual(
    new Map([
      [gone.caseId, true],
      [kept.caseId, false],
    ]),
  )
  expect((await act(GUIDE, gone, 're-enter')).reasons).toEqual(['enrolment.file-erased'])
})
test('a file goes to another county of the plan only, by her guide, and waits there under its number', async () => {
  const made = await one()
  expect((await transfer('facilitatorOfDashti', made, '1804')).reasons).toEqual(['platform.not-found'])
  expect((await transfer(GUIDE, made, '1803')).reasons).toEqual(['enrolment.same-county'])
  expect((await transfer(GUIDE, made, '1805')).reasons).toEqual(['enrolment.not-a-pilot-county'])
  const id = newId()
  expect((await transfer(GUIDE, made, '1804', id)).body).toMatchObject({ position: 'transferred', countyCode: '1803' })
  expect((await transfer(GUIDE, made, '1804')).reasons).toEqual(['enrolment.no-such-move'])
  expect((await house.ask('behzistiOfDashti', { url: '/enrolment/transfers' })).reasons).toEqual(['access.not-your-part'])
  expect(await incoming(GUIDE)).toEqual([])
  expect(await incoming('facilitatorOfDashti')).toMatchObject([{ id, fromCounty: '1803', toCounty: '1804', days: 0 }])
  expect((await house.ask('facilitatorOfDashti', { url: `/people/${made.personId}` })).reasons).toEqual(['platform.not-found'])
  expect((await house.ask(GUIDE, { method: 'POST', url: `/enrolment/transfers/${id}/accept`, body: {} })).reasons).toEqual([
    'platform.not-found',
  ])
  expect((await act(GUIDE, made, 'resume')).body).toMatchObject({ position: 'registered', countyCode: '1803' })
  expect(await incoming('facilitatorOfDashti')).toEqual([])
  const late = await house.ask('facilitatorOfDashti', { method: 'POST', url: `/enrolment/transfers/${id}/accept`, body: {} })
  expect(late.reasons).toEqual(['enrolment.already-answered'])
})
test('the county that takes her finds her where she stood, with her place; the guide she left sees nothing any more', async () => {
  const made = await granted()
  const [here, there] = [await grantedIn('1803'), await grantedIn('1804')]
  const id = newId()
  await transfer(GUIDE, made, '1804', id)
  house.setTime('2026-11-28T06:00:00Z')
  const command = newId()
  const accept = () => house.ask('facilitatorOfDashti', { method: 'POST', url: `/enrolment/transfers/${id}/accept`, body: {}, command })
  const accepted = await accept()
  expect(accepted.body).toMatchObject({ position: 'place-granted', countyCode: '1804', deadlineOn: '2026-12-08', personId: made.personId })
  expect((await accept()).body).toEqual(accepted.body)
  expect([await grantedIn('1803'), await grantedIn('1804')]).toEqual([here, there])
  expect((await house.ask(GUIDE, { url: `/people/${made.personId}` })).reasons).toEqual(['platform.not-found'])
  expect((await house.ask('facilitatorOfDashti', { url: `/people/${made.personId}` })).status).toBe(200)
  const road = (await house.ask('facilitatorOfDashti', { url: `/road/cases/${made.caseId}` })).body
  expect(road.wells[0]).toMatchObject({ well: 'acquaintance', state: 'done' })
  expect(road.wells[0].since).not.toBeNull()
  await act('facilitatorOfDashti', made, 'leave', { to: 'not-yet', referralPlaceId: null })
  expect([await grantedIn('1803'), await grantedIn('1804')]).toEqual([here - 1, there])
  house.setTime('2026-11-23T06:00:00Z')
  const counters = (await house.ask('office', { url: '/enrolment/counters' })).body.counters
  expect(counters.filter(({ position, count }: { position: string; count: number }) => position === 'transferred' && count > 0)).toEqual([])
})
test('under the letter «follows» her place goes with its unit of quota: nothing falls free, here or there', async () => {
  const places = async (countyCode: string) => {
    const { body } = await house.ask('office', { url: `/enrolment/queue?countyCode=${countyCode}` })
    return { granted: body.granted, places: body.places, free: body.free, moved: body.moved }
  }
  const letter = { letterNumber: '۸', letterDate: '2026-11-20', validFrom: '2026-11-25' }
  const set = { id: newId(), name: 'transfer-quota', countyCode: null, value: 'follows', ...letter }
  expect((await house.ask('office', { method: 'POST', url: '/plan/parameters', body: set })).status).toBe(200)
  const move = async (made: Woman): Promise<void> => {
    const id = newId()
    await transfer(GUIDE, made, '1804', id)
    const accepted = await house.ask('facilitatorOfDashti', { method: 'POST', url: `/enrolment/transfers/${id}/accept`, body: {} })
    expect(accepted.status, accepted.text).toBe(200)
  }
  // The day before the letter the place stays where it was granted.
  house.setTime('2026-11-24T06:00:00Z')
  const [here, there] = [await places('1803'), await places('1804')]
  const early = await one()
  await decideOn(house, early)
  await act('office', early, 'place')
  await move(early)
  expect([await places('1803'), await places('1804')]).toEqual([{ ...here, granted: here.granted + 1, free: here.free - 1 }, there])
  house.setTime('2026-11-25T06:00:00Z')
  const made = await one()
  await decideOn(house, made)
  await act('office', made, 'place')
  const before = await places('1803')
  await move(made)
  const after = [await places('1803'), await places('1804')]
  expect(after).toEqual([
    { granted: before.granted - 1, places: before.places - 1, free: before.free, moved: before.moved - 1 },
    { granted: there.granted + 1, places: there.places + 1, free: there.free, moved: there.moved + 1 },
  ])
  // Who leaves frees the place where it is counted: hers in Dashti now, the earlier one in Dashtestan still.
  await act('facilitatorOfDashti', made, 'leave', { to: 'not-yet', referralPlaceId: null })
  expect(await places('1804')).toMatchObject({ granted: there.granted, free: there.free + 1 })
  await act('facilitatorOfDashti', early, 'leave', { to: 'not-yet', referralPlaceId: null })
  expect(await places('1803')).toMatchObject({ granted: before.granted - 2 })
  house.setTime('2026-11-23T06:00:00Z')
})
test('files are handed over by the office, all or none, to a guide of their county', async () => {
  const women = await registerWomen(house.house, 2)
  const caseIds = women.map(({ caseId }) => caseId)
  const give = (who: PersonaName, to: PersonaName, ids: readonly string[] = caseIds) =>
    house.ask(who, { method: 'POST', url: '/enrolment/reassignments', body: { accountId: accountOf(to), caseIds: ids } })
  expect((await give(GUIDE, 'otherFacilitatorOfDashtestan')).reasons).toEqual(['access.duty-missing'])
  expect((await give('governorOfDashtestan', 'otherFacilitatorOfDashtestan')).reasons).toEqual(['access.not-your-part'])
  for (const to of ['facilitatorOfDashti', 'office', 'interviewer'] as const)
    expect((await give('office', to)).reasons).toEqual(['enrolment.not-a-guide-there'])
  expect((await give('office', 'otherFacilitatorOfDashtestan', [...caseIds, newId()])).reasons).toEqual(['platform.not-found'])
  expect((await give('office', 'otherFacilitatorOfDashtestan', [])).status).toBe(400)
  expect((await give('office', 'otherFacilitatorOfDashtestan')).body).toEqual({ moved: 2 })
  const [first] = women
  expect((await house.ask(GUIDE, { url: `/people/${first?.personId}` })).reasons).toEqual(['platform.not-found'])
  expect((await house.ask('otherFacilitatorOfDashtestan', { url: '/enrolment/own-cases' })).body.total).toBe(2)
  const { carriers } = (await house.ask('office', { url: '/enrolment/carriers' })).body
  expect(carriers.find(({ accountId }: { accountId: string }) => accountId === accountOf('otherFacilitatorOfDashtestan'))).toMatchObject({
    isActive: true,
    carried: 2,
    counties: ['1803'],
  })
  const listed = await house.ask('office', { url: `/enrolment/carriers/${accountOf('otherFacilitatorOfDashtestan')}/cases` })
  expect(listed.body.cases.map(({ id }: { id: string }) => id).sort()).toEqual([...caseIds].sort())
  expect(listed.text).not.toContain('آزمایشی')
  const road = (await house.ask('otherFacilitatorOfDashtestan', { url: `/road/cases/${first?.caseId}` })).body
  expect(road.events.map(({ action }: { action: string | null }) => action)).toContain('enrolment.reassign')
})
test('a supervisor of guides hands over within her county alone', async () => {
  const [here, there] = [await one(), await one({ county: 'dashti', guide: 'facilitatorOfDashti' })]
  await house.house.door.asOwner((tx) =>
    tx
      .updateTable('access.assignment')
      .set({ duties: ['registrar', 'guide-supervisor'] })
      .where('account_id', '=', accountOf(GUIDE))
      .execute(),
  )
  const give = ({ caseId }: Woman, to: PersonaName) =>
    house.ask(GUIDE, { method: 'POST', url: '/enrolment/reassignments', body: { accountId: accountOf(to), caseIds: [caseId] } })
  expect((await give(there, 'facilitatorOfDashti')).reasons).toEqual(['platform.not-found'])
  expect((await give(here, 'otherFacilitatorOfDashtestan')).body).toEqual({ moved: 1 })
  const { carriers } = (await house.ask(GUIDE, { url: '/enrolment/carriers' })).body
  expect(carriers.map(({ accountId }: { accountId: string }) => accountId)).not.toContain(accountOf('facilitatorOfDashti'))
})
