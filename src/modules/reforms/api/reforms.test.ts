import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { counties, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { registerWomen } from '../../../../test/registered.ts'
import { service } from '../../../access/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { countBlocked, findObstacle, listByBlocked, listObstacles } from '../port.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly { readonly caseId: string }[] = []
beforeAll(async () => {
  house = await openHouse()
  women = await registerWomen(house.house, 14)
})
afterAll(() => house.stop())

const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url, body })
const said = (more: object = {}) => ({
  id: newId(),
  title: 'پروانهٔ خانگی بدون سند خانه داده نمی‌شود',
  kind: 'local-practice',
  step: 'permit',
  says: 'کارشناس سند ملکی می‌خواهد و خانه‌های روستا سند ندارند.',
  countyCode: counties.dashtestan,
  caseId: null,
  ...more,
})
async function raised(who: PersonaName = 'facilitatorOfDashtestan', more: object = {}) {
  const told = await post(who, '/reforms/obstacles', said(more))
  expect(told.status, told.text).toBe(200)
  return told.body
}
const letter = { letterNumber: 'ن/۴۰', letterDate: '2026-11-20' }

test('a partner, an auditor and an administrator raise nothing; everybody who works on the road may, and it is told by office and not by name', async () => {
  for (const who of ['holding', 'buyer', 'auditor', 'administrator'] as const)
    expect([who, (await post(who, '/reforms/obstacles', said())).status]).toEqual([who, 403])
  const offices = [
    'office',
    'governorOfDashti',
    'executor',
    'behzistiOfDashti',
    'interviewer',
    'facilitatorOfDashti',
    'marketOperator',
  ] as const
  for (const who of offices) expect([who, (await raised(who)).state]).toEqual([who, 'reported'])
  expect(await raised('interviewer', { countyCode: null })).toMatchObject({ reportedAs: 'IN', countyCode: null, grade: 'none' })
  expect((await post('office', '/reforms/obstacles', said({ countyCode: '9999' }))).reasons).toEqual(['reforms.unknown-county'])
  expect((await house.ask('holding', { url: '/reforms/obstacles' })).status).toBe(403)
})
test('a file is evidence by whoever carries it alone; fourteen women are a number, fewer than ten are not', async () => {
  const [first, ...rest] = women
  expect((await post('facilitatorOfDashti', '/reforms/obstacles', said({ caseId: first?.caseId }))).status).toBe(404)
  const { id } = await raised('facilitatorOfDashtestan', { caseId: first?.caseId })
  const at = (caseId: string | undefined) => `/reforms/obstacles/${id}/cases/${caseId}`
  const block = (who: PersonaName, caseId: string | undefined) => post(who, at(caseId), { blockedId: newId() })
  expect((await block('office', rest[0]?.caseId)).status).toBe(403)
  expect((await block('otherFacilitatorOfDashtestan', rest[0]?.caseId)).status).toBe(404)
  expect((await block('facilitatorOfDashtestan', first?.caseId)).reasons).toEqual(['reforms.case-blocked-already'])
  const seen = async (who: PersonaName) => (await house.ask(who, { url: `/reforms/obstacles/${id}` })).body
  expect((await seen('executor')).obstacle.blocked).toBeNull()
  for (const { caseId } of rest) await block('facilitatorOfDashtestan', caseId)
  for (const who of ['executor', 'interviewer', 'marketOperator', 'behzistiOfDashtestan'] as const)
    expect(await seen(who)).toMatchObject({ obstacle: { blocked: 14 }, cases: [] })
  expect((await seen('facilitatorOfDashti')).cases).toEqual([])
  expect((await seen('facilitatorOfDashtestan')).cases).toHaveLength(14)
  const office = await seen('office')
  expect(office).toMatchObject({ obstacle: { blocked: 14 }, countedIn: 'plan' })
  for (const who of ['office', 'auditor', 'governorOfDashtestan'] as const) {
    const told = await seen(who)
    const bare = { fileNumber: expect.stringMatching(/^[\d-]+$/), position: 'registered', countyCode: '1803', days: 0, caseId: null }
    expect(told.cases).toEqual(Array.from({ length: 14 }, () => bare))
    for (const { caseId } of women) expect(JSON.stringify(told)).not.toContain(caseId)
  }
  expect(await seen('governorOfDashtestan')).toMatchObject({ obstacle: { blocked: 14 }, countedIn: 'counties' })
  expect(await seen('governorOfDashti')).toMatchObject({ obstacle: { blocked: 0 }, cases: [] })
  const listed = (await house.ask('office', { url: '/reforms/obstacles' })).body
  expect(listed.obstacles[0]).toMatchObject({ id, blocked: 14 })
  await house.house.door.asActor(service(thePlan), async (tx) => {
    expect(await countBlocked(tx, { planId: thePlan, obstacleIds: [id] })).toEqual(new Map([[id, 14]]))
    expect((await listByBlocked(tx, { planId: thePlan, today: '2026-11-23', limit: 3 }))[0]).toMatchObject({ id, blocked: 14 })
    expect(await findObstacle(tx, id)).toMatchObject({ isOpen: true, step: 'permit' })
    expect((await listObstacles(tx)).map((one) => one.id)).toContain(id)
  })
  const free = () => post('facilitatorOfDashtestan', `${at(first?.caseId)}/free`, {})
  expect((await free()).body.obstacle).toMatchObject({ blocked: 13 })
  expect((await free()).reasons).toEqual(['reforms.case-not-blocked'])
  expect((await block('facilitatorOfDashtestan', first?.caseId)).status).toBe(200)
})
test('an obstacle moves by the table, with its reason, from the desk to the letter and to the reform', async () => {
  const { id } = await raised()
  const at = `/reforms/obstacles/${id}`
  let version = 1
  const move = async (to: string, more: object = {}) => {
    const told = await post('office', `${at}/move`, { to, reason: 'بررسی شد.', duplicateOf: null, effectiveOn: null, version, ...more })
    if (told.status === 200) version = told.body.version
    return told
  }
  expect(
    (await post('executor', `${at}/move`, { to: 'verified', reason: 'بررسی شد.', duplicateOf: null, effectiveOn: null, version })).status,
  ).toBe(403)
  expect((await move('verified')).body).toMatchObject({ state: 'verified' })
  expect((await move('verified', { version: 1 })).reasons).toEqual(['platform.version-stale'])
  expect((await move('proposed')).reasons).toEqual(['reforms.proposal-missing'])
  const { title, kind, step, says } = said()
  const described = await house.ask('office', {
    method: 'PUT',
    url: at,
    body: {
      title,
      kind,
      step,
      says,
      grade: 'circular',
      issuer: 'وزارت',
      article: 'بند ۳',
      clause: 'سند رسمی خانه',
      competentBody: 'ادارهٔ کار',
      route: 'circular',
      proposal: 'گواهی دهیاری بسنده است',
      version,
    },
  })
  version = described.body.version
  expect((await move('proposed')).status).toBe(200)
  expect((await move('sent')).reasons).toEqual(['reforms.letter-missing'])
  const out = { letterId: newId(), direction: 'out', correspondent: 'ادارهٔ کار', answers: null, says: 'پیشنهاد فرستاده شد.', ...letter }
  expect((await post('office', `${at}/letters`, { ...out, letterDate: '2026-12-01' })).reasons).toEqual(['reforms.letter-of-tomorrow'])
  expect((await post('office', `${at}/letters`, { ...out, answers: newId() })).reasons).toEqual(['reforms.answered-letter-unknown'])
  expect((await post('office', `${at}/letters`, out)).body.letters).toHaveLength(1)
  expect((await move('sent')).status).toBe(200)
  expect((await move('in-deliberation')).status).toBe(200)
  expect((await move('reformed')).reasons).toEqual(['reforms.effective-day-missing'])
  expect((await move('reformed', { effectiveOn: '2026-12-22' })).body).toMatchObject({ state: 'reformed', effectiveOn: '2026-12-22' })
  expect((await move('reopened')).body).toMatchObject({ state: 'reopened' })
  const seen = await house.ask('auditor', { url: at })
  expect(seen.body.moves.map(({ to }: { to: string }) => to)).toEqual(
    'reported verified proposed sent in-deliberation reformed reopened'.split(' '),
  )
})
test('an arrangement stands on the office’s desk before its end, ends on its day and is extended before it alone', async () => {
  const { id } = await raised()
  const propose = (who: PersonaName, arrangementId: string) =>
    post(who, `/reforms/obstacles/${id}/arrangements`, {
      arrangementId,
      says: 'گواهی دهیاری به جای سند پذیرفته شود.',
      limits: 'سی خانه در دشتستان',
      authority: 'مدیرکل کار',
    })
  expect((await propose('facilitatorOfDashtestan', newId())).status).toBe(403)
  const arrangementId = newId()
  expect((await propose('office', arrangementId)).body).toMatchObject({ state: 'proposed', isInForce: false, daysLeft: null })
  const at = `/reforms/arrangements/${arrangementId}`
  const allowed = { ...letter, startsOn: '2026-11-01', expiresOn: '2026-12-05' }
  expect((await post('office', `${at}/authorise`, { ...allowed, version: 1 })).body).toMatchObject({
    state: 'authorised',
    isInForce: false,
  })
  expect((await post('office', `${at}/put-in-force`, { version: 2 })).body).toMatchObject({
    state: 'in-force',
    isInForce: true,
    daysLeft: 12,
  })
  const desk = async () => (await house.ask('office', { url: '/worklist' })).body.tasks
  expect(await desk()).toContainEqual(expect.objectContaining({ kind: 'arrangement-to-settle', subjectId: id, dueOn: '2026-12-05' }))
  expect(await desk()).toContainEqual(expect.objectContaining({ kind: 'obstacle-to-verify', subjectId: id, dueOn: '2026-12-07' }))
  const extended = await post('office', `${at}/extend`, { ...letter, letterNumber: 'ن/۴۱', expiresOn: '2027-03-01', version: 3 })
  expect(extended.body).toMatchObject({ state: 'extended', expiresOn: '2027-03-01', letterNumber: 'ن/۴۱' })
  expect(await desk()).not.toContainEqual(expect.objectContaining({ kind: 'arrangement-to-settle', subjectId: id }))
  house.setTime('2027-03-02T06:00:00Z')
  const seen = async () => (await house.ask('executor', { url: `/reforms/obstacles/${id}` })).body.arrangements[0]
  expect(await seen()).toMatchObject({ state: 'expired', isInForce: false, daysLeft: -1, version: 4 })
  expect((await post('office', `${at}/extend`, { ...letter, expiresOn: '2027-06-01', version: 4 })).reasons).toEqual([
    'reforms.arrangement-expired',
  ])
  await house.runJob('reforms.end-arrangements')
  await house.runJob('reforms.end-arrangements')
  expect(await seen()).toMatchObject({ state: 'expired', stateSince: '2027-03-02', version: 5 })
  const { arrangementMoves: moved } = (await house.ask('executor', { url: `/reforms/obstacles/${id}` })).body
  expect(moved.map(({ to }: { to: string }) => to)).toEqual('proposed authorised in-force extended expired'.split(' '))
  house.setTime('2026-11-23T06:00:00Z')
})
