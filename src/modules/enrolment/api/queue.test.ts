import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideOn, nobodyIsCovered } from '../../../../test/deciding.ts'
import { openHouse } from '../../../../test/house.ts'
import { accountOf, counties, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { lineUp, registerWomen, type Wish, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'
import { assignFile } from '../../people/port.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
  await nobodyIsCovered(house)
})
afterAll(() => house.stop())

const queued = async (count: number, wish: Wish = {}): Promise<readonly Woman[]> => {
  const women = await registerWomen(house.house, count, wish)
  for (const one of women) expect((await decideOn(house, one)).body).toMatchObject({ case: { position: 'queued' } })
  return women
}
const queue = async (countyCode: string, who: PersonaName = 'office') =>
  (await house.ask(who, { url: `/enrolment/queue?limit=250&countyCode=${countyCode}` })).body
const grant = (who: PersonaName, { caseId }: Woman) => house.ask(who, { method: 'POST', url: `/enrolment/cases/${caseId}/place`, body: {} })
const reply = (who: PersonaName, { caseId }: Woman, wish: string) =>
  house.ask(who, { method: 'POST', url: `/enrolment/cases/${caseId}/place/answer`, body: { wish } })
const setQuota = (countyCode: string, places: number, validFrom = '2026-11-23') =>
  house.ask('office', {
    method: 'POST',
    url: '/plan/quotas',
    body: { id: newId(), countyCode, places, validFrom, letterNumber: '۹', letterDate: '2026-11-20' },
  })
const granted = async (countyCode: string) =>
  house.house.door.asOwner(async (tx) => {
    const { granted: count } = await tx
      .selectFrom('enrolment.place_count')
      .select('granted')
      .where('county_code', '=', countyCode)
      .executeTakeFirstOrThrow()
    const rows = await tx
      .selectFrom('enrolment.case')
      .select('id')
      .where('county_code', '=', countyCode)
      .where('position', '=', 'place-granted')
      .execute()
    return { count, cases: rows.length }
  })
const outcomes = (told: readonly { readonly status: number; readonly reasons: readonly string[] }[]) => {
  const counts: Record<string, number> = {}
  for (const { status, reasons } of told) {
    const key = status === 200 ? 'granted' : reasons.join()
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

test('the queue is read by the office, the auditor and the county’s own governorate, without a name or a circumstance', async () => {
  await queued(1, { household: { hasDisability: true } })
  expect((await house.ask('facilitatorOfDashtestan', { url: '/enrolment/queue?countyCode=1803' })).status).toBe(403)
  expect((await house.ask('behzistiOfDashtestan', { url: '/enrolment/queue?countyCode=1803' })).status).toBe(403)
  expect((await queue('1803', 'governorOfDashti')).queue).toEqual([])
  const seen = await queue('1803', 'governorOfDashtestan')
  expect(seen).toMatchObject({ places: 5, queue: [{ tier: 2, place: 1, reason: expect.stringContaining('ردهٔ ۲، ثبت‌نام ۱۴۰۵/۰۹/۰۲') }] })
  expect(JSON.stringify(seen.queue)).not.toMatch(/personId|آزمایشی|معلولیت/)
})
test('line stands by tier, then day of registration; a place goes to the first, an answer frees or takes it, the next is proposed', async () => {
  house.setTime('2026-11-22T06:00:00Z')
  const [early] = await queued(1)
  house.setTime('2026-11-23T06:00:00Z')
  const [late] = await queued(1)
  const [needy] = await queued(1, { household: { dependants: 1, dependantsUnderSeven: 1, hasDisability: true } })
  if (early === undefined || late === undefined || needy === undefined) throw new Error('three women')
  const line = (await queue('1803')).queue.map(({ id }: { id: string }) => id)
  expect(line.indexOf(needy.caseId)).toBe(0)
  expect(line.indexOf(early.caseId)).toBeLessThan(line.indexOf(late.caseId))

  expect((await grant('governorOfDashtestan', needy)).status).toBe(403)
  expect((await grant('office', late)).reasons).toEqual(['enrolment.not-next'])
  expect((await grant('office', needy)).body).toMatchObject({ position: 'place-granted', deadlineOn: '2026-12-03' })
  expect(await queue('1803')).toMatchObject({ granted: 1, free: 4, offers: [{ id: needy.caseId, isOverdue: false }] })
  expect((await reply('otherFacilitatorOfDashtestan', needy, 'take')).reasons).toEqual(['platform.not-found'])
  expect((await reply('facilitatorOfDashtestan', needy, 'not-yet')).body).toMatchObject({ position: 'not-yet' })
  const after = await queue('1803')
  expect(after).toMatchObject({ granted: 0, free: 5, offers: [] })
  expect(after.proposed).toBe(after.queue[0].id)

  const rejoin = await house.ask('facilitatorOfDashtestan', { method: 'POST', url: `/enrolment/cases/${needy.caseId}/re-enter`, body: {} })
  expect(rejoin.body).toMatchObject({ position: 'queued' })
  expect((await queue('1803')).queue[0].id).toBe(needy.caseId)
  await grant('office', needy)
  expect((await reply('facilitatorOfDashtestan', needy, 'take')).body).toMatchObject({ position: 'place-granted', deadlineOn: null })
  expect(await queue('1803')).toMatchObject({ granted: 1, offers: [] })
})
test('an offer is taken back by a person, after its last day, and the place falls free; so it does when she withdraws', async () => {
  const first = (await queue('1803')).queue[0]
  const one = { caseId: first.id, personId: '', nationalId: '' }
  await grant('office', one)
  const expire = () => house.ask('office', { method: 'POST', url: `/enrolment/cases/${one.caseId}/place/expire`, body: {} })
  expect(
    (await house.ask('facilitatorOfDashtestan', { method: 'POST', url: `/enrolment/cases/${one.caseId}/place/expire`, body: {} })).status,
  ).toBe(403)
  expect((await expire()).reasons).toEqual(['enrolment.offer-still-open'])
  house.setTime('2026-12-04T06:00:00Z')
  expect((await queue('1803')).offers).toMatchObject([{ id: one.caseId, isOverdue: true }])
  expect((await expire()).body).toMatchObject({ position: 'not-yet' })
  expect(await queue('1803')).toMatchObject({ granted: 1 })

  const next = { caseId: (await queue('1803')).queue[0].id, personId: '', nationalId: '' }
  await grant('office', next)
  expect(await queue('1803')).toMatchObject({ granted: 2 })
  await house.ask('facilitatorOfDashtestan', {
    method: 'POST',
    url: `/enrolment/cases/${next.caseId}/withdraw`,
    body: { reason: 'her-wish' },
  })
  expect(await queue('1803')).toMatchObject({ granted: 1 })
  house.setTime('2026-11-23T06:00:00Z')
})
test('out of turn: a reason, a letter and a second person, and everyone may count it', async () => {
  await queued(2)
  const line = (await queue('1803')).queue
  const last = line.at(-1).id
  const id = newId()
  const propose = (who: PersonaName, caseId: string, proposal = id) =>
    house.ask(who, {
      method: 'POST',
      url: `/enrolment/cases/${caseId}/out-of-turn`,
      body: { id: proposal, reason: 'danger-to-life', letterNumber: '۱/۲', letterDate: '2026-11-20' },
    })
  const settle = (who: PersonaName, isGranted = true, version = 1) =>
    house.ask(who, { method: 'POST', url: `/enrolment/out-of-turn/${id}/settle`, body: { isGranted, version } })
  expect((await propose('governorOfDashtestan', last)).status).toBe(403)
  expect((await propose('secondApprover', line[0].id)).reasons).toEqual(['enrolment.already-next'])
  expect((await propose('secondApprover', last)).status).toBe(200)
  expect((await propose('office', last, newId())).reasons).toEqual(['enrolment.already-proposed'])
  expect((await settle('office')).reasons).toEqual(['access.duty-missing'])
  expect((await settle('secondApprover')).reasons).toEqual(['enrolment.own-proposal'])
  await house.house.door.asOwner((tx) => tx.updateTable('enrolment.out_of_turn').set({ state: 'refused' }).where('id', '=', id).execute())

  const second = newId()
  expect((await propose('office', last, second)).status).toBe(200)
  expect((await house.ask('secondApprover', { url: '/enrolment/out-of-turn' })).body.proposals).toMatchObject([
    { id: second, caseId: last, isOwn: false },
  ])
  const settled = await house.ask('secondApprover', {
    method: 'POST',
    url: `/enrolment/out-of-turn/${second}/settle`,
    body: { isGranted: true, version: 1 },
  })
  expect(settled.body).toEqual({ id: second, isGranted: true })
  expect(await queue('1803')).toMatchObject({ outOfTurn: 1, granted: 2 })
  expect((await house.ask(null, { url: '/enrolment/open-figures' })).body).toEqual({
    granted: null,
    outOfTurn: 1,
    appealsUpheld: null,
    appealsOverturned: null,
  })
})
describe('a crowd of 202 in line for the one place of their county', () => {
  let first: Woman
  let behind: readonly Woman[]
  beforeAll(async () => {
    const quota = await setQuota(counties.bushehr, 1)
    if (quota.status !== 200) throw new Error(quota.text)
    const women = await lineUp(house.house, 202, 'bushehr')
    const next = (await queue(counties.bushehr)).proposed
    first = women.find(({ caseId }) => caseId === next) ?? { caseId: '', personId: '', nationalId: '' }
    behind = women.filter(({ caseId }) => caseId !== next)
    await house.house.door.asOwner((tx) =>
      assignFile(tx, thePlan, { personId: first.personId, accountIds: [accountOf('facilitatorOfDashti')] }),
    )
  })
  test('200 at one place: exactly one is granted, never more, and the count is never negative', async () => {
    const same = await Promise.all(Array.from({ length: 200 }, () => grant('office', first)))
    expect(outcomes(same)).toEqual({ granted: 1, 'enrolment.not-queued': 199 })
    expect(await granted(counties.bushehr)).toEqual({ count: 1, cases: 1 })
    const each = await Promise.all(behind.map((one) => grant('office', one)))
    expect(outcomes(each)).toEqual({ 'enrolment.no-free-place': 1, 'enrolment.not-next': 200 })
    expect(await granted(counties.bushehr)).toEqual({ count: 1, cases: 1 })
    const back = await Promise.all(Array.from({ length: 20 }, () => reply('facilitatorOfDashti', first, 'not-yet')))
    expect(outcomes(back)).toEqual({ granted: 1, 'enrolment.no-place-offered': 19 })
    expect(await granted(counties.bushehr)).toEqual({ count: 0, cases: 0 })
  })
  test('200 granted out of turn at once, each to another woman, for one place: exactly one', async () => {
    const next = (await queue(counties.bushehr)).proposed
    const proposals = behind.filter(({ caseId }) => caseId !== next).map(({ caseId }) => ({ caseId, id: newId() }))
    expect(proposals).toHaveLength(200)
    const proposed = await Promise.all(
      proposals.map(({ caseId, id }) =>
        house.ask('office', {
          method: 'POST',
          url: `/enrolment/cases/${caseId}/out-of-turn`,
          body: { id, reason: 'season-of-work', letterNumber: '۳', letterDate: '2026-11-20' },
        }),
      ),
    )
    expect(outcomes(proposed)).toEqual({ granted: 200 })
    const told = await Promise.all(
      proposals.map(({ id }) =>
        house.ask('secondApprover', { method: 'POST', url: `/enrolment/out-of-turn/${id}/settle`, body: { isGranted: true, version: 1 } }),
      ),
    )
    expect(outcomes(told)).toEqual({ granted: 1, 'enrolment.no-free-place': 199 })
    expect(await granted(counties.bushehr)).toEqual({ count: 1, cases: 1 })
  })
})

test('a woman in the line whom nobody reaches any more is lost on tries made now: the next moves up; a place held falls free', async () => {
  const guide = 'facilitatorOfDashtestan'
  const women = await queued(2)
  const [first, second] = women
  if (first === undefined || second === undefined) throw new Error('two were made')
  house.setTime('2026-11-30T06:00:00Z')
  const url = (woman: Woman, path: string) => `/enrolment/cases/${woman.caseId}/${path}`
  const tryHer = (woman: Woman, channel: string, result = 'no-answer') =>
    house.ask(guide, { method: 'POST', url: url(woman, 'contact-tries'), body: { id: newId(), channel, result } })
  const give = (woman: Woman, who: PersonaName = guide) => house.ask(who, { method: 'POST', url: url(woman, 'lost-contact'), body: {} })
  const lose = async (woman: Woman) => {
    for (const channel of ['phone', 'phone', 'visit']) expect((await tryHer(woman, channel)).status).toBe(200)
    return give(woman)
  }
  expect((await give(first, 'otherFacilitatorOfDashtestan')).status).toBe(404)
  expect((await give(first)).reasons).toEqual(['enrolment.too-few-tries', 'enrolment.too-few-channels'])
  expect((await tryHer(first, 'phone', 'declined')).reasons).toEqual(['enrolment.no-is-leaving'])
  const place = async (woman: Woman) => (await queue(counties.dashtestan)).queue.findIndex(({ id }: { id: string }) => id === woman.caseId)
  const [before, behind] = [await place(first), await place(second)]
  const [ahead, later, beyond] = before < behind ? [first, second, behind] : [second, first, before]
  expect((await tryHer(ahead, 'visit')).status).toBe(200)
  expect((await tryHer(ahead, 'phone', 'spoke')).body).toMatchObject({ position: 'queued' })
  expect((await tryHer(ahead, 'phone')).status).toBe(200)
  expect((await give(ahead)).reasons).toEqual(['enrolment.too-few-tries', 'enrolment.too-few-channels'])
  expect((await lose(ahead)).body).toMatchObject({ position: 'lost-contact' })
  expect(await place(ahead)).toBe(-1)
  expect(await place(later)).toBe(beyond - 1)
  expect((await tryHer(ahead, 'phone', 'spoke')).body).toMatchObject({ position: 'registered' })

  const { granted: count } = await queue(counties.dashtestan)
  await setQuota(counties.dashtestan, count + 50, '2026-11-23')
  for (let turn = 0; turn < 60; turn++) {
    const { proposed } = await queue(counties.dashtestan)
    if (proposed === null) break
    await house.ask('office', { method: 'POST', url: `/enrolment/cases/${proposed}/place`, body: {} })
    if (proposed === later.caseId) break
  }
  const held = (await queue(counties.dashtestan)).granted
  expect((await lose(later)).body).toMatchObject({ position: 'lost-contact' })
  expect((await queue(counties.dashtestan)).granted).toBe(held - 1)
})
