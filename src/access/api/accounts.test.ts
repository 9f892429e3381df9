import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { accountOf, assignmentOf, counties, organisations, type PersonaName, personaOf, staffNames } from '../../../test/personas.ts'
import { newId } from '../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const guide = {
  role: 'GD',
  duties: ['registrar'],
  counties: [counties.dashti],
  organisationId: organisations.acecr,
  validFrom: '2026-11-01',
  validTo: null,
}
const post = (who: PersonaName | null, url: string, body: object = {}, command?: string) =>
  house.ask(who, { method: 'POST', url, body, ...(command === undefined ? {} : { command }) })
async function give(to: PersonaName, body: object = guide) {
  const id = newId()
  const told = await post('administrator', `/access/accounts/${accountOf(to)}/assignments`, { ...body, id })
  expect(told.status, told.text).toBe(200)
  return { id, needsApproval: told.body.needsApproval }
}
const administered = [
  ['GET', '/access/accounts'],
  ['GET', `/access/accounts/${accountOf('office')}`],
  ['GET', '/access/choices'],
  ['GET', '/access/assignments?state=waiting'],
  ['GET', '/access/invitations'],
  ['GET', '/access/messages'],
  ['POST', `/access/accounts/${accountOf('office')}/unlock`],
  ['POST', `/access/accounts/${accountOf('office')}/end-sessions`],
  ['POST', `/access/accounts/${accountOf('office')}/renew`],
  ['POST', `/access/accounts/${accountOf('office')}/assignments`],
  ['POST', '/access/invitations'],
  ['POST', `/access/assignments/${assignmentOf('office')}/approve`],
  ['POST', `/access/assignments/${assignmentOf('office')}/end`],
  ['POST', `/access/messages/${newId()}/again`],
] as const
test('whoever neither administers nor approves is refused at every door of administration, before the input is looked at', async () => {
  for (const name of [null, ...staffNames.filter((one) => !['PO', 'AD'].includes(personaOf(one).role))])
    for (const [method, url] of administered) {
      const told = await house.ask(name, method === 'GET' ? { url } : { method, url, body: {} })
      expect({ name, url, status: told.status, reasons: told.reasons }).toEqual({
        name,
        url,
        status: 403,
        reasons: ['access.not-your-part'],
      })
    }
})
test('the administrator approves nothing, and the programme office invites nobody', async () => {
  expect((await post('administrator', `/access/assignments/${assignmentOf('executor')}/approve`, { version: 1 })).reasons).toEqual([
    'access.not-your-part',
  ])
  expect((await post('office', '/access/invitations', {})).reasons).toEqual(['access.not-your-part'])
})
test('an account is listed with its state, and never with anything secret', async () => {
  const { status, body, text } = await house.ask('administrator', { url: '/access/accounts?limit=250' })
  expect(status).toBe(200)
  expect(body.accounts).toHaveLength(staffNames.length)
  expect(body.accounts.find(({ id }: { id: string }) => id === accountOf('auditor'))).toMatchObject({
    assignmentsInForce: 1,
    sessions: 1,
    isLocked: false,
  })
  expect(text).not.toMatch(/token|password|secret/i)
  const first = await house.ask('administrator', { url: '/access/accounts?limit=3' })
  const second = await house.ask('administrator', { url: `/access/accounts?limit=3&after=${first.body.next}` })
  expect(second.body.accounts[0].id > first.body.accounts[2].id).toBe(true)
})
test('an assignment that opens files does nothing until a second person approved it', async () => {
  const { id, needsApproval } = await give('marketOperator')
  expect(needsApproval).toBe(true)
  const acting = () =>
    house.app.inject({ url: '/api/access/account', headers: { cookie: house.cookies('marketOperator'), 'kariz-assignment': id } })
  expect((await acting()).json().reasons[0].code).toBe('access.assignment-ended')
  expect(
    (await house.ask('office', { url: '/access/assignments?state=waiting' })).body.assignments.map((one: { id: string }) => one.id),
  ).toContain(id)
  expect((await post('office', `/access/assignments/${id}/approve`, { version: 1 })).reasons).toEqual(['access.second-approver-needed'])
  expect((await post('secondApprover', `/access/assignments/${id}/approve`, { version: 1 })).status).toBe(200)
  expect((await post('secondApprover', `/access/assignments/${id}/approve`, { version: 1 })).reasons).toEqual(['access.not-waiting'])
  expect((await acting()).statusCode).toBe(200)
})
test('nobody approves her own assignment, and the database says the same', async () => {
  const { id } = await give('secondApprover', { ...guide, role: 'PO', duties: ['decider'], organisationId: organisations.office })
  expect((await post('secondApprover', `/access/assignments/${id}/approve`, { version: 1 })).reasons).toEqual([
    'access.nobody-approves-herself',
  ])
  await expect(
    house.house.door.asOwner((tx) =>
      tx
        .updateTable('access.assignment')
        .set({ approved_by: accountOf('secondApprover') })
        .where('id', '=', id)
        .execute(),
    ),
  ).rejects.toThrow('assignment_nobody_approves_herself')
  // Where she is the only second approver, another person of the office approves.
  expect((await post('office', `/access/assignments/${id}/approve`, { version: 1 })).status).toBe(200)
})
test('nobody asks for herself', async () => {
  const told = await post('administrator', `/access/accounts/${accountOf('administrator')}/assignments`, { ...guide, id: newId() })
  expect(told.reasons).toEqual(['access.not-for-yourself'])
})
test('an assignment is refused with every reason at once', async () => {
  const bad = {
    id: newId(),
    role: 'AG',
    duties: ['decider'],
    counties: [],
    organisationId: null,
    validFrom: '2026-11-10',
    validTo: '2026-11-01',
  }
  const told = await post('administrator', `/access/accounts/${accountOf('auditor')}/assignments`, bad)
  expect(told.reasons).toEqual(['access.organisation-needed', 'access.county-needed', 'access.dates-wrong', 'access.duty-of-another-role'])
  const woman = await post('administrator', `/access/accounts/${accountOf('auditor')}/assignments`, { ...guide, role: 'W', id: newId() })
  expect(woman.status).toBe(400)
  const nobody = await post('administrator', `/access/accounts/${newId()}/assignments`, { ...guide, id: newId() })
  expect(nobody.status).toBe(404)
})
test('the same command gives an assignment once', async () => {
  const command = newId()
  const body = { ...guide, id: newId() }
  const url = `/access/accounts/${accountOf('interviewer')}/assignments`
  const [one, two] = [await post('administrator', url, body, command), await post('administrator', url, body, command)]
  expect(two.body).toEqual(one.body)
  const account = await house.ask('administrator', { url: `/access/accounts/${accountOf('interviewer')}` })
  expect(account.body.rows).toHaveLength(2)
})
test('an assignment ended works no more, and an old version ends nothing', async () => {
  const { id } = await give('holding', { ...guide, role: 'OR', duties: [], counties: [], organisationId: organisations.holding })
  const reads = () =>
    house.app.inject({ url: '/api/access/account', headers: { cookie: house.cookies('holding'), 'kariz-assignment': id } })
  expect((await reads()).statusCode).toBe(200)
  expect((await post('administrator', `/access/assignments/${id}/end`, { version: 9 })).reasons).toEqual(['platform.version-stale'])
  expect((await post('administrator', `/access/assignments/${id}/end`, { version: 1 })).status).toBe(200)
  expect((await reads()).json().reasons[0].code).toBe('access.assignment-ended')
  expect((await post('administrator', `/access/assignments/${id}/end`, { version: 2 })).reasons).toEqual(['access.already-ended'])
})
test('the last administrator stays', async () => {
  expect((await post('office', `/access/assignments/${assignmentOf('administrator')}/end`, { version: 1 })).reasons).toEqual([
    'access.last-administrator',
  ])
})
test('an assignment acts alone: the rights of another of the same account are not added', async () => {
  const { id } = await give('auditor', { ...guide, role: 'OR', duties: [], counties: [], organisationId: organisations.holding })
  const as = (assignment: string) =>
    house.app.inject({ url: '/api/enrolment/cases', headers: { cookie: house.cookies('auditor'), 'kariz-assignment': assignment } })
  expect((await as(assignmentOf('auditor'))).statusCode).toBe(200)
  expect((await as(id)).statusCode).toBe(403)
  // Someone else's assignment is no assignment.
  expect((await as(assignmentOf('office'))).json().reasons[0].code).toBe('access.assignment-ended')
})
test('without a second factor neither files nor the access of others open', async () => {
  const turn = (isOn: boolean) =>
    house.house.door.asOwner((tx) =>
      tx
        .updateTable('auth.user')
        .set({ twoFactorEnabled: isOn })
        .where('id', 'in', [accountOf('facilitatorOfDashti'), accountOf('administrator'), accountOf('office'), accountOf('auditor')])
        .execute(),
    )
  await turn(false)
  for (const name of ['facilitatorOfDashti', 'administrator', 'office'] as const)
    expect((await house.ask(name, { url: '/access/account' })).reasons).toEqual(['access.second-factor-needed'])
  expect((await house.ask('auditor', { url: '/access/account' })).status).toBe(200)
  const self = await house.app.inject({ url: '/api/access/self', headers: { cookie: house.cookies('facilitatorOfDashti') } })
  expect(self.json()).toMatchObject({ isSignedIn: true, mustSetSecondFactor: true })
  await turn(true)
})
test('one sees and ends one’s own sign-ins and nobody else’s', async () => {
  expect((await house.ask(null, { url: '/access/account' })).reasons).toEqual(['access.signed-out'])
  const open = async (name: PersonaName) => (await house.ask(name, { url: '/access/account' })).body.sessions
  const [mine] = await open('governorOfDashti')
  expect(mine.isThis).toBe(true)
  expect((await post('reliefOfDashti', `/access/account/sessions/${mine.id}/end`)).status).toBe(404)
  expect((await post('governorOfDashti', `/access/account/sessions/${mine.id}/end`)).status).toBe(200)
  expect((await house.ask('governorOfDashti', { url: '/access/account' })).reasons).toEqual(['access.signed-out'])
})
test('the administrator ends the sign-ins of an account', async () => {
  expect((await post('administrator', `/access/accounts/${accountOf('reliefOfDashtestan')}/end-sessions`)).body).toEqual({ ended: 1 })
  expect((await house.ask('reliefOfDashtestan', { url: '/access/account' })).reasons).toEqual(['access.signed-out'])
  expect((await post('administrator', `/access/accounts/${newId()}/end-sessions`)).status).toBe(404)
})
test('what waits for approval is a task of the second approver, and of nobody who asked or would hold it', async () => {
  const { id } = await give('secondApprover', { ...guide, role: 'PO', duties: ['decider'], organisationId: organisations.office })
  const other = await give('interviewer', { ...guide, role: 'IN', duties: [] })
  const tasks = async (name: PersonaName) =>
    (await house.ask(name, { url: '/worklist' })).body.tasks.map(({ subjectId }: { subjectId: string }) => subjectId)
  expect(await tasks('secondApprover')).toContain(other.id)
  expect(await tasks('secondApprover')).not.toContain(id)
  for (const name of ['administrator', 'facilitatorOfDashtestan', 'decider'] as const) expect(await tasks(name)).not.toContain(other.id)
})
test('once the office is there, an administrator cannot make the colleague who approves', async () => {
  const plain = { ...guide, role: 'PO', duties: [], counties: [], organisationId: organisations.office }
  expect((await give('auditor', plain)).needsApproval).toBe(true)
})
