import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantHub } from '../../../../test/business.ts'
import { type Canary, plantCanary } from '../../../../test/canaries.ts'
import { openHouse } from '../../../../test/house.ts'
import { classAnswers, classVisit, overseen, plantVisit, sendFindingPhoto } from '../../../../test/oversight.ts'
import { accountOf, assignmentOf, counties, organisations, type PersonaName } from '../../../../test/personas.ts'
import { newId } from '../../../platform/ids.ts'
import { findNextVisit } from '../store/visit-figures.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: pg.Client
let her: Canary
let herNumber = ''
const GUIDE = 'facilitatorOfDashtestan'
const CA = 'governorOfDashtestan'
const TODAY = '2026-11-23'
const PLAIN = { create: { width: 8, height: 8, channels: 3, background: 'white' } } as const
beforeAll(async () => {
  house = await openHouse({ at: `${TODAY}T06:00:00Z` })
  admin = new pg.Client(house.superuser)
  await admin.connect()
  her = await plantCanary(house, { key: 'A', county: 'dashtestan', agency: 'behzisti', guide: GUIDE })
  herNumber = (await admin.query('select file_number from enrolment."case" where id = $1', [her.caseId])).rows[0].file_number
})
afterAll(async () => {
  await admin.end()
  await house.stop()
})
const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url: `/oversight${url}`, body })
const get = (who: PersonaName, url: string) => house.ask(who, { url: `/oversight${url}` })
const written = { heldOn: TODAY, isKin: false, answers: classAnswers(), findings: [], again: [], version: 1 }
const home = (plannedOn = TODAY) => ({
  ...classVisit('dashtestan', plannedOn),
  placeKind: 'dwelling',
  placeName: null,
  fileNumber: herNumber,
  isWomanVisitor: true,
  isUnmarkedCar: true,
})
const word = (id: string, version: number, isYes: boolean) =>
  post(GUIDE, `/cases/${her.caseId}/visits/${id}/word`, { version, isYes, manner: 'spoken', witnessName: null })
const atHome = Object.fromEntries(
  ['yes-said-again', 'tools-arrived', 'material-arrived', 'work-safe', 'paid-as-written', 'no-fee-taken'].map((item) => [item, 'good']),
)

test('only the governorate of the county and the office plan and see visits; nobody visits the work of her own office', async () => {
  for (const who of ['executor', 'behzistiOfDashtestan', GUIDE, 'marketOperator', 'auditor'] as const)
    expect((await post(who, '/visits', classVisit('dashtestan', TODAY))).status).toBe(403)
  expect((await post('governorOfDashti', '/visits', classVisit('dashtestan', TODAY))).reasons).toEqual(['oversight.not-your-county'])
  const visit = classVisit('dashtestan', TODAY)
  await overseen(house, CA, '/visits', visit)
  expect((await get('governorOfDashti', `/visits/${visit.id}`)).status).toBe(404)
  expect((await get('executor', `/visits/${visit.id}`)).status).toBe(403)
  const own = { ...classVisit('dashtestan', TODAY), organisationId: organisations.dashtestanGovernorate }
  expect((await post(CA, '/visits', own)).reasons).toEqual(['oversight.own-organisation'])
  const kin = await post(CA, `/visits/${visit.id}/hold`, { ...written, isKin: true })
  expect(kin.reasons).toEqual(['oversight.visitor-is-kin'])
  expect((await post(CA, `/visits/${visit.id}/hold`, { ...written, answers: {} })).reasons).toEqual(['oversight.checklist-unfinished'])
})
test('a hub is one of the county; a visit sent twice from the field is held once; its minutes are a paper', async () => {
  const hubId = await plantHub(house, counties.dashtestan, accountOf('marketOperator'))
  const visit = { ...classVisit('dashtestan', TODAY), placeKind: 'hub', placeName: null, hubId }
  expect((await post(CA, '/visits', { ...visit, id: newId(), hubId: newId() })).reasons).toEqual(['oversight.no-such-hub'])
  await overseen(house, CA, '/visits', visit)
  expect((await get(CA, `/visits/${visit.id}/minutes.pdf`)).reasons).toEqual(['oversight.visit-not-held'])
  const items: readonly string[] = (await get(CA, `/visits/${visit.id}`)).body.items
  const body = { ...written, answers: Object.fromEntries(items.map((item) => [item, 'good'])) }
  const command = newId()
  const hold = () => house.ask(CA, { method: 'POST', url: `/oversight/visits/${visit.id}/hold`, command, body })
  expect((await hold()).body.state).toBe('held')
  expect((await hold()).status).toBe(200)
  expect((await post(CA, `/visits/${visit.id}/hold`, { ...body, version: 2 })).reasons).toEqual(['oversight.no-such-visit-move'])
  const told = await get(CA, `/visits/${visit.id}/minutes.pdf`)
  expect([told.status, told.text.slice(0, 5)]).toEqual([200, '%PDF-'])
})

test('a finding of a class carries pictures drawn anew, added by whoever visits and seen by whose it is; one that shows somebody goes for good', async () => {
  const { findingId } = await plantVisit(house, 'dashtestan', { on: TODAY })
  const photoId = newId()
  const send = (who: PersonaName, photo = newId()) => sendFindingPhoto(house, who, { findingId, photoId: photo })
  for (const who of ['executor', 'marketOperator', 'auditor', GUIDE] as const) expect((await send(who)).status).toBe(403)
  expect((await send('governorOfDashti')).status).toBe(404)
  const upload = {
    bytes: await sharp(PLAIN)
      .withExif({ IFD0: { Make: 'Kamera' } })
      .jpeg()
      .toBuffer(),
    mediaType: 'image/jpeg',
  }
  const url = `/oversight/findings/${findingId}/photos?photoId=${photoId}`
  expect((await house.ask(CA, { method: 'POST', url, upload })).status).toBe(400)
  expect((await house.ask(CA, { method: 'POST', url: `${url}&shows=place`, upload })).body.photos).toEqual([photoId])
  const pdf = { bytes: Buffer.from('no picture at all'), mediaType: 'application/octet-stream' }
  const other = `/oversight/findings/${findingId}/photos?photoId=${newId()}&shows=place`
  expect((await house.ask(CA, { method: 'POST', url: other, upload: pdf })).reasons).toEqual(['platform.paper-other-type'])
  const seen = (who: PersonaName) => house.ask(who, { url: `/oversight/finding-photos/${photoId}` })
  for (const who of ['governorOfDashti', 'marketOperator'] as const) expect([who, (await seen(who)).status]).toEqual([who, 404])
  for (const who of [GUIDE, 'holding'] as const) expect([who, (await seen(who)).status]).toEqual([who, 403])
  const told = await house.app.inject({
    url: `/api/oversight/finding-photos/${photoId}`,
    headers: { cookie: house.cookies('executor'), 'kariz-assignment': assignmentOf('executor') },
  })
  expect([told.statusCode, (await sharp(told.rawPayload).metadata()).exif]).toEqual([200, undefined])
  expect([(await send(CA)).status, (await send('office')).status, (await send(CA)).reasons]).toEqual([
    200,
    200,
    ['oversight.too-many-photos'],
  ])
  expect((await post('executor', `/finding-photos/${photoId}/take-away`, {})).status).toBe(403)
  expect((await post('office', `/finding-photos/${photoId}/take-away`, {})).body.photos).toHaveLength(2)
  expect((await seen('executor')).status).toBe(404)
  const { rows } = await admin.query('select address, sealed_key from oversight.finding_photo where id = $1', [photoId])
  expect(rows).toEqual([{ address: null, sealed_key: null }])
})

describe('a dwelling', () => {
  test('is visited only after her yes, written down by her guide alone; a no ends it and a yes can be taken back', async () => {
    const visit = home()
    expect((await post(CA, '/visits', { ...visit, isUnmarkedCar: false })).reasons).toEqual(['oversight.dwelling-conditions'])
    expect((await post('governorOfDashti', '/visits', { ...visit, countyCode: counties.dashti })).reasons).toEqual([
      'oversight.no-such-file',
    ])
    expect((await overseen(house, CA, '/visits', visit)).state).toBe('asked')
    expect((await post(CA, `/visits/${visit.id}/hold`, { ...written, answers: atHome })).reasons).toEqual(['oversight.no-such-visit-move'])
    expect((await get(CA, `/visits/${visit.id}/whom`)).reasons).toEqual(['oversight.whom-not-yet'])
    const at = `/cases/${her.caseId}/visits/${visit.id}/word`
    const yes = { version: 1, isYes: true, manner: 'spoken', witnessName: null }
    expect((await post('otherFacilitatorOfDashtestan', at, yes)).status).toBe(404)
    expect((await post(CA, at, yes)).status).toBe(403)
    expect((await post(GUIDE, at, { ...yes, manner: 'fingerprint' })).reasons).toEqual(['oversight.witness-missing'])
    expect((await word(visit.id, 1, true)).status).toBe(200)
    expect((await word(visit.id, 2, false)).body.visits[0].state).toBe('declined')
    expect((await post(CA, `/visits/${visit.id}/hold`, { ...written, answers: atHome, version: 3 })).reasons).toEqual([
      'oversight.no-such-visit-move',
    ])
    await expect(admin.query("update oversight.visit set state = 'planned', word_on = null where id = $1", [visit.id])).rejects.toThrow(
      /visit_dwelling_with_her_yes/,
    )
  })
  test('whose it is opens from the day before to the visitor alone, and she reads by whom; nobody else ever, nor in words of a finding', async () => {
    const visit = home('2026-11-30')
    await overseen(house, CA, '/visits', visit)
    await word(visit.id, 1, true)
    expect((await get(CA, `/visits/${visit.id}/whom`)).reasons).toEqual(['oversight.whom-not-yet'])
    house.setTime('2026-11-29T06:00:00Z')
    const told = await get(CA, `/visits/${visit.id}/whom`)
    expect(told.body).toMatchObject({ givenName: 'kanariAgiven', guideName: GUIDE })
    expect((await get('governorOfDashti', `/visits/${visit.id}/whom`)).status).toBe(404)
    expect((await get('auditor', `/visits/${visit.id}/whom`)).status).toBe(403)
    const { readers } = (await house.ask(GUIDE, { url: `/people/${her.personId}/readers` })).body
    expect(JSON.stringify(readers)).toContain('CA')
    house.setTime('2026-11-30T06:00:00Z')
    const finding = { id: newId(), item: 'work-safe', desk: 'EX', seen: 'kanariAhome', act: null, dueOn: '2026-12-30' }
    const body = { ...written, heldOn: '2026-11-30', answers: { ...atHome, 'work-safe': 'serious' }, version: 2 }
    expect((await post(CA, `/visits/${visit.id}/hold`, { ...body, findings: [finding] })).reasons).toEqual(['oversight.no-text-at-home'])
    expect((await post(CA, `/visits/${visit.id}/hold`, { ...body, findings: [{ ...finding, seen: null }] })).status).toBe(200)
    const seen = await get('executor', '/findings')
    for (const what of [her.caseId, her.personId, herNumber, 'kanari']) expect([what, seen.text.includes(what)]).toEqual([what, false])
    house.setTime(`${TODAY}T06:00:00Z`)
  })
})

describe('a finding', () => {
  test('lies with whoever must put it right; a report is a claim, and a re-visit closes it', async () => {
    const { visitId, findingId } = await plantVisit(house, 'dashtestan', { on: TODAY, desk: 'MO' })
    expect((await post('executor', `/findings/${findingId}/report`, { version: 1, text: 'تعمیر شد' })).status).toBe(404)
    const both = await Promise.all(
      [1, 2].map(() => post('marketOperator', `/findings/${findingId}/report`, { version: 1, text: 'تعمیر شد' })),
    )
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(
      (await post('marketOperator', `/findings/${findingId}/judge`, { version: 2, isConfirmed: true, reason: null, dueOn: null })).status,
    ).toBe(403)
    const half = { version: 2, isConfirmed: false, reason: 'نیمه‌کاره', dueOn: null }
    expect((await post(CA, `/findings/${findingId}/judge`, half)).reasons).toEqual(['oversight.return-half'])
    expect((await post('governorOfDashti', `/findings/${findingId}/judge`, { ...half, dueOn: '2026-12-10' })).status).toBe(404)
    expect((await post(CA, `/findings/${findingId}/judge`, { ...half, isConfirmed: true })).body.state).toBe('confirmed')
    const again = (isMended: boolean, dueOn: string | null) => [{ id: findingId, isMended, dueOn }]
    const seen = { ...written, answers: classAnswers() }
    expect((await post(CA, `/visits/${visitId}/hold`, { ...seen, again: again(false, null) })).reasons).toEqual(['oversight.act-day-wrong'])
    expect((await get(CA, `/visits/${visitId}`)).body.earlier.map(({ id }: { id: string }) => id)).toContain(findingId)
    expect((await post(CA, `/visits/${visitId}/hold`, { ...seen, again: again(true, null) })).status).toBe(200)
    const closed = (await get('marketOperator', '/findings?show=closed')).body.findings
    expect(closed.map(({ id, state }: { id: string; state: string }) => [id, state])).toContainEqual([findingId, 'closed'])
  })
  test('waits on worklists, is overdue from the day after, and is counted by county', async () => {
    const { findingId } = await plantVisit(house, 'dashtestan', { on: TODAY })
    const kinds = async (who: PersonaName) =>
      (await house.ask(who, { url: '/worklist' })).body.tasks.map(({ kind }: { kind: string }) => kind)
    expect(await kinds('executor')).toContain('finding-to-report')
    expect(await kinds(CA)).toContain('visit-to-hold')
    expect(await kinds('governorOfDashti')).not.toContain('visit-to-hold')
    await admin.query("update oversight.finding set due_on = '2026-11-22' where id = $1", [findingId])
    const { findings } = (await get('executor', '/findings?limit=250')).body
    expect(findings.find(({ id }: { id: string }) => id === findingId).isOverdue).toBe(true)
    const { figures } = (await get(CA, '/visit-figures')).body
    expect(figures).toHaveLength(1)
    expect(figures[0]).toMatchObject({ countyCode: counties.dashtestan, overdueFindings: 1 })
  })
})
test('the next visit of a county is the nearest that stands, without whose home it is', async () => {
  const actor = {
    planId: (await admin.query('select plan_id from plan.plan')).rows[0].plan_id,
    accountId: accountOf(CA),
    assignmentId: null,
    role: 'CA',
    duties: [],
    counties: [counties.dashtestan],
    organisationId: null,
    personId: null,
  } as const
  const next = await house.house.door.asActor(actor, (tx) => findNextVisit(tx, { countyCode: counties.dashtestan, today: TODAY }))
  expect(next).toMatchObject({ plannedOn: TODAY, placeKind: 'class', placeName: 'کلاس دوخت' })
  expect(await house.house.door.asActor(actor, (tx) => findNextVisit(tx, { countyCode: counties.dashti, today: TODAY }))).toBeUndefined()
})
