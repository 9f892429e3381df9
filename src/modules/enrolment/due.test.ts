import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideOn, nobodyIsCovered } from '../../../test/deciding.ts'
import { openHouse } from '../../../test/house.ts'
import { accountOf, organisations, type PersonaName, personaOf, thePlan } from '../../../test/personas.ts'
import { registerWomen } from '../../../test/registered.ts'
import { newId } from '../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

/** What waits for a persona, asked as that persona would. */
const waiting = (who: PersonaName, view: 'due' | 'office_due') => {
  const { role, duties, counties, organisation } = personaOf(who)
  const actor = {
    planId: thePlan,
    accountId: accountOf(who),
    assignmentId: null,
    role,
    duties,
    counties,
    organisationId: organisation === null ? null : organisations[organisation],
    personId: null,
  }
  return house.house.door.asActor(
    actor,
    (tx) => tx.selectFrom(`enrolment.${view}`).select(['kind', 'subject_id', 'due_on']).orderBy('kind').execute(),
    {
      readOnly: true,
    },
  )
}

test('nothing waits for those who have no part in admission', async () => {
  expect(await waiting('behzistiOfDashtestan', 'due')).toEqual([])
  expect(await waiting('facilitatorOfDashti', 'due')).toEqual([])
  await expect(waiting('office', 'due')).rejects.toThrow(/permission denied/)
  expect(await waiting('office', 'office_due')).toEqual([])
})
test('what waits moves from desk to desk: question, decision, place, answer, second reading', async () => {
  const [one, other] = await registerWomen(house.house, 2)
  const [old] = await registerWomen(house.house, 1, { bornOn: '1950-01-01' })
  if (one === undefined || other === undefined || old === undefined) throw new Error('three women')
  const enquiryId = newId()
  const asked = await house.ask('decider', {
    method: 'POST',
    url: `/enrolment/cases/${one.caseId}/enquiries`,
    body: { id: enquiryId, personId: one.personId, purpose: 'enquiry', organisationId: organisations.behzisti },
  })
  expect(asked.status).toBe(200)
  expect(await waiting('behzistiOfDashtestan', 'due')).toEqual([{ kind: 'enquiry-to-answer', subject_id: enquiryId, due_on: '2026-12-03' }])
  expect(await waiting('reliefOfDashtestan', 'due')).toEqual([])
  expect((await waiting('office', 'office_due')).map(({ kind }) => kind)).toEqual([
    'decision-to-make',
    'decision-to-make',
    'decision-to-make',
  ])

  await nobodyIsCovered(house)
  await decideOn(house, other)
  await decideOn(house, old)
  expect((await waiting('office', 'office_due')).map(({ kind, subject_id }) => [kind, subject_id])).toEqual([
    ['decision-to-make', one.caseId],
    ['place-to-offer', other.caseId],
  ])
  await house.house.door.asOwner((tx) =>
    tx
      .insertInto('enrolment.carried')
      .values({ plan_id: thePlan, account_id: accountOf('facilitatorOfDashtestan'), case_id: other.caseId, taken_at: new Date() })
      .execute(),
  )
  await house.ask('office', { method: 'POST', url: `/enrolment/cases/${other.caseId}/place`, body: {} })
  expect(await waiting('facilitatorOfDashtestan', 'due')).toEqual([
    { kind: 'place-to-answer', subject_id: other.caseId, due_on: '2026-12-03' },
  ])
  expect(await waiting('otherFacilitatorOfDashtestan', 'due')).toEqual([])

  await house.house.door.asOwner((tx) =>
    tx
      .insertInto('enrolment.carried')
      .values({ plan_id: thePlan, account_id: accountOf('facilitatorOfDashtestan'), case_id: old.caseId, taken_at: new Date() })
      .execute(),
  )
  const toTell = { kind: 'decision-to-tell', subject_id: old.caseId, due_on: '2026-11-23' }
  const ofGuide = () => waiting('facilitatorOfDashtestan', 'due')
  expect(await ofGuide()).toContainEqual(toTell)
  const { body: told } = await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${old.caseId}/decision` })
  await house.ask('facilitatorOfDashtestan', {
    method: 'POST',
    url: `/enrolment/cases/${old.caseId}/tellings`,
    body: { id: newId(), decisionId: told.id, manner: 'phone-call' },
  })
  expect(await ofGuide()).not.toContainEqual(toTell)

  const appealId = newId()
  await house.ask('facilitatorOfDashtestan', { method: 'POST', url: `/enrolment/cases/${old.caseId}/appeals`, body: { id: appealId } })
  expect((await waiting('office', 'office_due')).map(({ kind }) => kind)).toEqual(['appeal-to-assign', 'decision-to-make', 'offer-waiting'])
  await house.house.door.asOwner((tx) =>
    tx.updateTable('enrolment.case').set({ nominated_by: organisations.behzisti }).where('id', '=', old.caseId).execute(),
  )
  await house.ask('office', {
    method: 'POST',
    url: `/enrolment/appeals/${appealId}/assign`,
    body: { organisationId: organisations.labour, version: 1 },
  })
  expect(await waiting('appealReader', 'due')).toEqual([{ kind: 'appeal-to-read', subject_id: appealId, due_on: '2026-12-08' }])
})
test('the end of a pause waits with her guide, and a file on its way with the county it goes to', async () => {
  const [paused, sent] = await registerWomen(house.house, 2, { county: 'dashti', guide: 'facilitatorOfDashti' })
  if (paused === undefined || sent === undefined) throw new Error('two women')
  await house.house.door.asOwner((tx) =>
    tx
      .insertInto('enrolment.carried')
      .values(
        [paused, sent].map(({ caseId }) => ({
          plan_id: thePlan,
          account_id: accountOf('facilitatorOfDashti'),
          case_id: caseId,
          taken_at: new Date(),
        })),
      )
      .execute(),
  )
  const act = (caseId: string, name: string, body: object) =>
    house.ask('facilitatorOfDashti', { method: 'POST', url: `/enrolment/cases/${caseId}/${name}`, body })
  await act(paused.caseId, 'hold', { reason: 'birth', until: '2027-01-10' })
  const id = newId()
  await act(sent.caseId, 'transfer', { id, toCounty: '1802' })
  expect(await waiting('facilitatorOfDashti', 'due')).toEqual([
    { kind: 'pause-to-review', subject_id: paused.caseId, due_on: '2027-01-10' },
  ])
  await act(sent.caseId, 'resume', {})
  const back = newId()
  await act(sent.caseId, 'transfer', { id: back, toCounty: '1803' })
  expect((await waiting('otherFacilitatorOfDashtestan', 'due')).filter(({ kind }) => kind === 'transfer-to-accept')).toEqual([
    { kind: 'transfer-to-accept', subject_id: back, due_on: '2026-11-23' },
  ])
})
