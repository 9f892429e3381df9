import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { overseen, plantMeeting, plantResolution } from '../../../../test/oversight.ts'
import { counties, organisations } from '../../../../test/personas.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
const TODAY = '2026-11-23T06:00:00Z'
const MEETING_DAY = '2026-11-30T06:00:00Z'
beforeAll(async () => {
  house = await openHouse()
})
beforeEach(() => house.setTime(TODAY))
afterAll(() => house.stop())
type Who = Parameters<typeof house.ask>[0]
const post = (who: Who, url: string, body: object) => house.ask(who, { method: 'POST', url: `/oversight${url}`, body })
const get = async (who: Who, url: string) => (await house.ask(who, { url: `/oversight${url}` })).body
const governor = 'governorOfDashtestan'
const anObstacle = {
  title: 'سالن دولتی بدون اجاره واگذار نمی‌شود',
  kind: 'rule',
  step: 'introduction',
  says: 'آیین‌نامهٔ اموال، واگذاری سالن را به بیرون از دستگاه نمی‌پذیرد.',
  countyCode: null,
  caseId: null,
}
const letter = { letterNumber: 'م/۱۲', letterDate: '2026-11-23' }
/** Everybody comes, or only the first. */
async function attend(meetingId: string, who: 'all' | 'one') {
  const { seats, version } = await get(governor, `/meetings/${meetingId}`)
  const chosen = seats.map(({ id }: { id: string }, place: number) => ({
    id,
    attendance: who === 'all' ? (place === 1 ? 'deputy' : 'self') : place === 0 ? 'self' : 'absent',
  }))
  return overseen(house, governor, `/meetings/${meetingId}/attendance`, { version, seats: chosen })
}
const moved = (version: number, more: object = {}) => ({ version, moveId: newId(), ...more })
/** A resolution that was adopted, signed with the minutes and told to Behzisti. */
async function notified() {
  house.setTime(TODAY)
  const { meetingId, resolutionId } = await plantResolution(house, 'dashtestan')
  house.setTime(MEETING_DAY)
  await attend(meetingId, 'all')
  const at = `/resolutions/${resolutionId}`
  await overseen(house, governor, `${at}/adopt`, moved(1, { votesFor: 2 }))
  const { version } = await get(governor, `/meetings/${meetingId}`)
  await overseen(house, governor, `/meetings/${meetingId}/minutes`, { version, minutes: 'متن صورت‌جلسهٔ نشست.', ...letter })
  await overseen(house, governor, `${at}/notify`, moved(3, letter))
  return { meetingId, resolutionId, at }
}

describe('a meeting', () => {
  test('is called in one’s own county, of the province by the office alone, with a known agenda a week ahead', async () => {
    const seat = (title: string) => ({ id: newId(), organisationId: organisations.behzisti, title, deputy: null })
    const body = () => ({
      id: newId(),
      kind: 'deciding',
      body: 'کارگروه',
      title: 'پیگیری',
      agenda: ['یکم: کارگاه'],
      meetsOn: '2026-11-30',
      meetsAt: '10:00',
      place: 'سالن',
      members: [seat('رئیس'), seat('معاون')],
    })
    for (const who of ['executor', 'behzistiOfDashtestan', 'auditor', 'facilitatorOfDashtestan'] as const) {
      expect((await post(who, '/meetings', { ...body(), countyCode: counties.dashtestan })).status).toBe(403)
      expect((await post(who, '/province-meetings', body())).status).toBe(403)
    }
    expect((await post(governor, '/province-meetings', body())).status).toBe(403)
    expect((await post(governor, '/meetings', { ...body(), countyCode: counties.dashti })).reasons).toEqual(['oversight.not-own-county'])
    const late = { ...body(), countyCode: counties.dashtestan, meetsOn: '2026-11-29' }
    expect((await post(governor, '/meetings', late)).reasons).toEqual(['oversight.agenda-late'])
    const twice = { ...body(), countyCode: counties.dashtestan, members: [seat('رئیس'), seat('رئیس')] }
    expect((await post(governor, '/meetings', twice)).reasons).toEqual(['oversight.member-twice'])
    const ofProvince = await overseen(house, 'office', '/province-meetings', body())
    expect(ofProvince).toMatchObject({ countyCode: null, status: 'called' })
    expect((await house.ask('behzistiOfDashti', { url: `/oversight/meetings/${ofProvince.id}` })).status).toBe(200)
    for (const who of [governor, 'reliefOfDashtestan'] as const)
      expect((await house.ask(who, { url: `/oversight/meetings/${ofProvince.id}` })).status).toBe(404)
  })
  test('is read by its members in their counties, and by no other agency or county', async () => {
    const { meetingId } = await plantMeeting(house, 'dashtestan', 'deciding')
    const url = `/oversight/meetings/${meetingId}`
    for (const who of ['governorOfDashti', 'reliefOfDashtestan', 'behzistiOfDashti'] as const)
      expect((await house.ask(who, { url })).status).toBe(404)
    for (const who of [governor, 'executor', 'office', 'auditor', 'behzistiOfDashtestan'] as const)
      expect((await house.ask(who, { url })).status).toBe(200)
  })
  test('without a quorum adopts nothing; with one, by majority; once signed it does not change', async () => {
    const { meetingId, resolutionId } = await plantResolution(house, 'dashtestan')
    const adopt = (version: number, votesFor: number) => post(governor, `/resolutions/${resolutionId}/adopt`, moved(version, { votesFor }))
    expect((await adopt(1, 2)).reasons).toEqual(['oversight.not-held-yet'])
    const seats = (await get(governor, `/meetings/${meetingId}`)).seats.map(({ id }: { id: string }) => ({ id, attendance: 'self' }))
    expect((await post(governor, `/meetings/${meetingId}/attendance`, { version: 1, seats })).reasons).toEqual(['oversight.meeting-ahead'])
    house.setTime(MEETING_DAY)
    const short = seats.slice(1)
    expect((await post(governor, `/meetings/${meetingId}/attendance`, { version: 1, seats: short })).reasons).toEqual([
      'oversight.attendance-incomplete',
    ])
    expect(await attend(meetingId, 'one')).toMatchObject({ present: 1, hasQuorum: false, quorum: { part: 2, of: 3 } })
    expect((await adopt(1, 1)).reasons).toEqual(['oversight.no-quorum'])
    expect(await attend(meetingId, 'all')).toMatchObject({ present: 3, hasQuorum: true, status: 'held' })
    expect((await adopt(1, 1)).reasons).toEqual(['oversight.no-majority'])
    const hears = async () => {
      const { resolutions } = await get('behzistiOfDashtestan', `/meetings/${meetingId}`)
      const listed = (await get('behzistiOfDashtestan', '/resolutions')).resolutions.some(({ id }: { id: string }) => id === resolutionId)
      const read = await house.ask('behzistiOfDashtestan', { url: `/oversight/resolutions/${resolutionId}` })
      return [resolutions.length, listed, read.status]
    }
    expect(await hears()).toEqual([0, false, 404])
    expect((await adopt(1, 2)).body).toMatchObject({ state: 'adopted', votesFor: 2 })
    expect(await hears()).toEqual([1, true, 200])
    const { version } = await get(governor, `/meetings/${meetingId}`)
    const minutes = { version, minutes: 'متن صورت‌جلسهٔ نشست.', ...letter }
    expect(await overseen(house, governor, `/meetings/${meetingId}/minutes`, minutes)).toMatchObject({
      status: 'signed',
      resolutions: [{ state: 'signed' }],
    })
    expect((await post(governor, `/meetings/${meetingId}/minutes`, { ...minutes, version: version + 1 })).reasons).toEqual([
      'oversight.minutes-signed',
    ])
    expect((await post(governor, `/meetings/${meetingId}/attendance`, { version: version + 1, seats })).reasons).toEqual([
      'oversight.minutes-signed',
    ])
    const told = await house.ask('behzistiOfDashtestan', { url: `/oversight/meetings/${meetingId}/minutes.pdf` })
    expect([told.status, told.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  })
  test('a new letter about the quorum holds for meetings from its day on', async () => {
    const { meetingId } = await plantMeeting(house, 'dashtestan', 'deciding')
    const value = { part: 1, of: 3 }
    const change = { name: 'meeting-quorum', countyCode: counties.dashtestan, value, validFrom: '2026-11-29', ...letter }
    expect((await house.ask('office', { method: 'POST', url: '/plan/parameters', body: { id: newId(), ...change } })).status).toBe(200)
    house.setTime(MEETING_DAY)
    expect(await attend(meetingId, 'one')).toMatchObject({ quorum: value, hasQuorum: true })
  })
})
describe('an idea', () => {
  test('has an owner in a consultative meeting, who alone answers it, once', async () => {
    const { meetingId, ideaId } = await plantMeeting(house, 'dashtestan', 'consultative')
    const body = { version: 1, answer: 'از هفتهٔ آینده برپا می‌شود.' }
    expect((await post('reliefOfDashtestan', `/ideas/${ideaId}/answer`, body)).status).toBe(404)
    expect((await post('executor', `/ideas/${ideaId}/answer`, body)).status).toBe(403)
    expect(await overseen(house, 'behzistiOfDashtestan', `/ideas/${ideaId}/answer`, body)).toMatchObject({ answeredOn: '2026-11-23' })
    expect((await post(governor, `/ideas/${ideaId}/answer`, { ...body, version: 2 })).reasons).toEqual(['oversight.idea-answered'])
    const draft = { agendaPlace: 1, sentence: 'مصوبه‌ای که نمی‌شود', organisationId: organisations.behzisti, dueOn: '2026-12-01' }
    expect((await post(governor, `/meetings/${meetingId}/resolutions`, { resolutionId: newId(), ...draft })).reasons).toEqual([
      'oversight.not-a-deciding-meeting',
    ])
  })
})
describe('a resolution', () => {
  test('is answered by its agency and confirmed by the secretariat; a report is no end', async () => {
    const { at } = await notified()
    for (const who of ['executor', governor, 'office', 'auditor'] as const)
      expect((await post(who, `${at}/acknowledge`, moved(4))).status).toBe(403)
    for (const who of ['reliefOfDashtestan', 'behzistiOfDashti'] as const)
      expect((await post(who, `${at}/acknowledge`, moved(4))).status).toBe(404)
    const letterPaper = await house.ask('behzistiOfDashtestan', { url: `/oversight${at}/letter.pdf` })
    expect([letterPaper.status, letterPaper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect(await overseen(house, 'behzistiOfDashtestan', `${at}/acknowledge`, moved(4))).toMatchObject({ acknowledgeBy: '2026-12-07' })
    await overseen(house, 'behzistiOfDashtestan', `${at}/start`, moved(5))
    const report = { report: 'سالن از هفتهٔ آینده در اختیار طرح است.' }
    await overseen(house, 'behzistiOfDashtestan', `${at}/report`, moved(6, report))
    expect((await post('behzistiOfDashtestan', `${at}/confirm`, moved(7))).status).toBe(403)
    expect((await post('governorOfDashti', `${at}/confirm`, moved(7))).status).toBe(404)
    await overseen(house, governor, `${at}/return`, moved(7, { reason: 'کلید هنوز تحویل نشده است.' }))
    await overseen(house, 'behzistiOfDashtestan', `${at}/report`, moved(8, report))
    expect(await overseen(house, governor, `${at}/confirm`, moved(9))).toMatchObject({ state: 'confirmed', isOverdue: false })
  })
  test('given to an agency that is no member, it says what the meeting was about and opens no more of it', async () => {
    const { meetingId } = await plantMeeting(house, 'dashtestan', 'deciding')
    const resolutionId = newId()
    const draft = { resolutionId, agendaPlace: 1, sentence: 'فهرست در نوبت پوشش بازبینی شود.', dueOn: '2026-12-15' }
    await overseen(house, governor, `/meetings/${meetingId}/resolutions`, { ...draft, organisationId: organisations.reliefCommittee })
    house.setTime(MEETING_DAY)
    const { title } = await attend(meetingId, 'all')
    await overseen(house, governor, `/resolutions/${resolutionId}/adopt`, moved(1, { votesFor: 3 }))
    expect((await house.ask('reliefOfDashtestan', { url: `/oversight/meetings/${meetingId}` })).status).toBe(404)
    const read = await get('reliefOfDashtestan', `/resolutions/${resolutionId}`)
    expect(read).toMatchObject({ meetingTitle: title, mayReadMeeting: false })
  })
  test('past its day it is overdue by agency, until a letter moves the day or the agency reports', async () => {
    const { at, resolutionId } = await notified()
    const by = await notified()
    house.setTime('2026-12-20T06:00:00Z')
    const overdue = async (who: Who) => (await get(who, `/overdue-by-agency?countyCode=${counties.dashtestan}`)).agencies
    expect(await overdue(governor)).toEqual([
      expect.objectContaining({ organisationId: organisations.behzisti, oldestDueOn: '2026-12-15' }),
    ])
    expect(await overdue('reliefOfDashtestan')).toEqual([])
    const before = (await overdue(governor))[0].overdue
    const late = { ...letter, dueOn: '2026-12-15', reason: 'سالن در تعمیر است' }
    expect((await post(governor, `${at}/extend`, moved(4, late))).reasons).toEqual(['oversight.not-later'])
    const extended = await overseen(house, governor, `${at}/extend`, moved(4, { ...late, dueOn: '2027-01-15' }))
    expect(extended).toMatchObject({ extended: 1, isOverdue: false, state: 'notified' })
    expect((await overdue(governor))[0]?.overdue ?? 0).toBe(before - 1)
    const superseded = await overseen(house, governor, `${at}/supersede`, moved(5, { byId: by.resolutionId }))
    expect(superseded).toMatchObject({ supersededBy: by.resolutionId })
    expect((await post('behzistiOfDashtestan', `${at}/acknowledge`, moved(6))).reasons).toEqual(['oversight.superseded'])
    expect((await get('auditor', `/resolutions/${resolutionId}`)).moves.map(({ act }: { act: string }) => act)).toEqual([
      'superseded',
      'extended',
      'notified',
      'signed',
      'adopted',
    ])
  })
  test('behind an obstacle of the register it says so and keeps its day; an obstacle nobody knows is refused', async () => {
    const { at } = await notified()
    expect((await post('behzistiOfDashtestan', `${at}/block`, moved(4, { obstacleId: null }))).status).toBe(403)
    expect((await post(governor, `${at}/block`, moved(4, { obstacleId: newId() }))).reasons).toEqual(['oversight.obstacle-unknown'])
    const obstacleId = newId()
    await house.ask(governor, { method: 'POST', url: '/reforms/obstacles', body: { id: obstacleId, ...anObstacle } })
    const blocked = await overseen(house, governor, `${at}/block`, moved(4, { obstacleId }))
    expect(blocked).toMatchObject({ blockedBy: obstacleId, obstacleTitle: anObstacle.title, dueOn: '2026-12-15', state: 'notified' })
    expect(await overseen(house, governor, `${at}/block`, moved(5, { obstacleId: null }))).toMatchObject({ blockedBy: null })
  })
  test('two who confirm and return in the same moment: one is heard', async () => {
    const { at } = await notified()
    await overseen(house, 'behzistiOfDashtestan', `${at}/acknowledge`, moved(4))
    await overseen(house, 'behzistiOfDashtestan', `${at}/report`, moved(5, { report: 'کار انجام شد و گزارش پیوست است.' }))
    const told = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        turn % 2 === 0
          ? post(governor, `${at}/confirm`, moved(6))
          : post('office', `${at}/return`, moved(6, { reason: 'مدرک پیوست نیست' })),
      ),
    )
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})
