import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideOn, nobodyIsCovered } from '../../../../test/deciding.ts'
import { openHouse } from '../../../../test/house.ts'
import { organisations, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
  await nobodyIsCovered(house)
})
afterAll(() => house.stop())

const refused = async (): Promise<Woman> => {
  const [one] = await registerWomen(house.house, 1, { bornOn: '1950-01-01', household: { dependants: 1, hasDisability: true } })
  if (one === undefined) throw new Error('one woman')
  expect((await decideOn(house, one)).body).toMatchObject({ case: { position: 'ineligible' } })
  return one
}
const file = (who: PersonaName, { caseId }: Woman, id = newId()) =>
  house.ask(who, { method: 'POST', url: `/enrolment/cases/${caseId}/appeals`, body: { id, plea: 'fact-wrong' } })
const assign = (who: PersonaName, id: string, organisationId: string, version = 1) =>
  house.ask(who, { method: 'POST', url: `/enrolment/appeals/${id}/assign`, body: { organisationId, version } })
const answer = (who: PersonaName, id: string, { personId }: Woman, outcome: 'upheld' | 'overturned', version = 2) =>
  house.ask(who, {
    method: 'POST',
    url: `/enrolment/appeals/${id}/answer`,
    body: { personId, purpose: 'appeal', outcome, reasons: 'تاریخ تولد در شناسنامه اصلاح شده است.', version },
  })
const reading = (who: PersonaName, id: string, { personId }: Woman) =>
  house.ask(who, { url: `/enrolment/appeals/${id}/reading?personId=${personId}&purpose=appeal` })
const filedAndAssigned = async () => {
  const one = await refused()
  const id = newId()
  expect((await file('facilitatorOfDashtestan', one, id)).status).toBe(200)
  // The body that introduced these women in the tests is the labour office, so another assignment of the reader's body is needed.
  await house.house.door.asOwner((tx) =>
    tx.updateTable('enrolment.case').set({ nominated_by: organisations.behzisti }).where('id', '=', one.caseId).execute(),
  )
  expect((await assign('office', id, organisations.labour)).status).toBe(200)
  return { one, id }
}

const decisionOf = async ({ caseId }: Woman) =>
  (await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${caseId}/decision` })).body
const tell = (who: PersonaName, { caseId }: Woman, decisionId: string) =>
  house.ask(who, {
    method: 'POST',
    url: `/enrolment/cases/${caseId}/tellings`,
    body: { id: newId(), decisionId, manner: 'face-to-face' },
  })

test('the days for a second reading begin when somebody tells her; her answer is told once, and that of the second reading again', async () => {
  const one = await refused()
  expect(await decisionOf(one)).toMatchObject({ told: null, mayAppealUntil: null })
  const { id: decisionId } = await decisionOf(one)
  expect((await tell('otherFacilitatorOfDashtestan', one, decisionId)).reasons).toEqual(['platform.not-found'])
  expect((await tell('office', one, decisionId)).status).toBe(403)
  expect((await tell('facilitatorOfDashtestan', one, newId())).reasons).toEqual(['enrolment.nothing-to-tell'])
  house.setTime('2027-02-01T06:00:00Z')
  expect((await tell('facilitatorOfDashtestan', one, decisionId)).body).toMatchObject({ toldOn: '2027-02-01' })
  expect((await tell('facilitatorOfDashtestan', one, decisionId)).reasons).toEqual(['enrolment.nothing-to-tell'])
  expect(await decisionOf(one)).toMatchObject({
    told: { on: '2027-02-01', manner: 'face-to-face' },
    mayAppealUntil: '2027-03-03',
  })
  const id = newId()
  house.setTime('2027-03-03T06:00:00Z')
  expect((await file('facilitatorOfDashtestan', one, id)).status).toBe(200)
  await house.house.door.asOwner((tx) =>
    tx.updateTable('enrolment.case').set({ nominated_by: organisations.behzisti }).where('id', '=', one.caseId).execute(),
  )
  await assign('office', id, organisations.labour)
  expect((await answer('appealReader', id, one, 'upheld')).status).toBe(200)
  expect(await decisionOf(one)).toMatchObject({ told: null, appeal: 'upheld' })
  expect((await tell('facilitatorOfDashtestan', one, decisionId)).status).toBe(200)
  expect(await decisionOf(one)).toMatchObject({ told: { on: '2027-03-03' } })
  house.setTime('2026-11-23T06:00:00Z')
})
test('a second reading is asked for by whoever carries her file, of a refusal, once, in time', async () => {
  const one = await refused()
  await tell('facilitatorOfDashtestan', one, (await decisionOf(one)).id)
  expect((await file('office', one)).status).toBe(403)
  expect((await file('otherFacilitatorOfDashtestan', one)).reasons).toEqual(['platform.not-found'])
  const [waiting] = await registerWomen(house.house, 1)
  if (waiting === undefined) throw new Error('one woman')
  expect((await file('facilitatorOfDashtestan', waiting)).reasons).toEqual(['enrolment.nothing-to-appeal'])
  house.setTime('2026-12-24T06:00:00Z')
  expect((await file('facilitatorOfDashtestan', one)).reasons).toEqual(['enrolment.appeal-too-late'])
  house.setTime('2026-12-23T06:00:00Z')
  expect((await file('facilitatorOfDashtestan', one)).body).toMatchObject({ answerDueOn: '2027-01-07' })
  expect((await file('facilitatorOfDashtestan', one)).reasons).toEqual(['enrolment.appeal-exists'])
  house.setTime('2026-11-23T06:00:00Z')
})
test('another body reads: not the one that decided, nor the one that introduced her, nor one without a reader', async () => {
  const one = await refused()
  const id = newId()
  await file('facilitatorOfDashtestan', one, id)
  expect((await assign('facilitatorOfDashtestan', id, organisations.labour)).status).toBe(403)
  expect((await assign('office', id, organisations.office)).reasons).toEqual(['enrolment.appeal-same-body'])
  expect((await assign('office', id, organisations.labour)).reasons).toEqual(['enrolment.appeal-interested-body'])
  expect((await assign('office', id, organisations.acecr)).reasons).toEqual(['enrolment.appeal-no-reader'])
  expect((await house.ask('office', { url: `/enrolment/appeals/${id}/bodies` })).body).toEqual({ bodies: [] })
  await house.house.door.asOwner((tx) =>
    tx.updateTable('enrolment.case').set({ nominated_by: organisations.behzisti }).where('id', '=', one.caseId).execute(),
  )
  expect((await house.ask('office', { url: `/enrolment/appeals/${id}/bodies` })).body).toMatchObject({
    bodies: [{ id: organisations.labour }],
  })
  expect((await assign('office', id, organisations.labour, 7)).reasons).toEqual(['platform.version-stale'])
  expect((await assign('office', id, organisations.labour)).status).toBe(200)
})
test('only the body it was given to reads it, and it sees rules without ground, status or name', async () => {
  const { one, id } = await filedAndAssigned()
  const other = await filedAndAssigned()
  expect((await reading('behzistiOfDashtestan', id, one)).reasons).toEqual(['access.duty-missing'])
  expect((await reading('office', id, one)).status).toBe(403)
  expect((await reading('appealReader', id, other.one)).reasons).toEqual(['enrolment.appeal-not-assigned'])
  const read = await reading('appealReader', id, one)
  expect(read.body).toMatchObject({
    outcome: 'ineligible',
    ruleSet: '2026-2',
    appeal: { id, state: 'assigned', plea: 'fact-wrong', daysLeft: 15 },
  })
  expect(read.body.rules.map(({ rule, outcome }: { rule: string; outcome: string }) => `${rule} ${outcome}`)).toContain('age not-met')
  expect(read.text).not.toMatch(/widowed|keyed-rows|"none"|آزمایشی|زیر پوشش/)
  const { readers } = (await house.ask('facilitatorOfDashtestan', { url: `/people/${one.personId}/readers` })).body
  expect(readers.map(({ purpose }: { purpose: string }) => purpose)).toContain('appeal')
})
test('overturned, she stands in line; the reasons are sealed and read to her', async () => {
  const { one, id } = await filedAndAssigned()
  expect((await answer('office', id, one, 'overturned')).status).toBe(403)
  expect((await answer('appealReader', id, one, 'overturned', 1)).reasons).toEqual(['platform.version-stale'])
  expect((await answer('appealReader', id, one, 'overturned')).body).toMatchObject({ state: 'overturned' })
  expect((await answer('appealReader', id, one, 'upheld', 3)).reasons).toEqual(['enrolment.already-answered'])
  const { queue } = (await house.ask('office', { url: '/enrolment/queue?countyCode=1803' })).body
  expect(queue.map((row: { id: string; tier: number }) => [row.id, row.tier])).toContainEqual([one.caseId, 2])
  const own = await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${one.caseId}/appeal` })
  expect(own.body.appeal).toMatchObject({ state: 'overturned', reasons: 'تاریخ تولد در شناسنامه اصلاح شده است.', daysLeft: null })
  const told = (await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${one.caseId}/decision` })).body
  expect(told).toMatchObject({ outcome: 'eligible', mayAppealUntil: null, appeal: 'overturned' })
  expect(told.spoken.join(' ')).toContain('شرایط ورود به طرح را دارید')
  expect((await house.ask('otherFacilitatorOfDashtestan', { url: `/enrolment/cases/${one.caseId}/appeal` })).reasons).toEqual([
    'platform.not-found',
  ])
  const kept = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.appeal').select('sealed_reasons').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  expect(kept.sealed_reasons?.includes(Buffer.from('شناسنامه'))).toBe(false)
})
test('upheld, the refusal stands; late answers are seen as late', async () => {
  const { one, id } = await filedAndAssigned()
  house.setTime('2026-12-10T06:00:00Z')
  const { appeals } = (await house.ask('office', { url: '/enrolment/appeals?isOpen=true' })).body
  expect(appeals.find((appeal: { id: string }) => appeal.id === id)).toMatchObject({ daysLeft: -2, organisationId: organisations.labour })
  expect((await answer('appealReader', id, one, 'upheld')).body).toMatchObject({ state: 'upheld' })
  const told = await house.ask('facilitatorOfDashtestan', { url: `/enrolment/cases/${one.caseId}/decision` })
  expect(told.body).toMatchObject({ outcome: 'ineligible', appeal: 'upheld' })
  expect((await file('facilitatorOfDashtestan', one)).reasons).toEqual(['enrolment.appeal-exists'])
  house.setTime('2026-11-23T06:00:00Z')
})
test('a reading body lists its own appeals only', async () => {
  const { id } = await filedAndAssigned()
  const unassigned = await refused()
  await file('facilitatorOfDashtestan', unassigned)
  expect((await house.ask('behzistiOfDashtestan', { url: '/enrolment/appeals' })).reasons).toEqual(['access.duty-missing'])
  const { appeals } = (await house.ask('appealReader', { url: '/enrolment/appeals' })).body
  expect(appeals.map((appeal: { id: string }) => appeal.id)).toContain(id)
  expect(appeals.every((appeal: { organisationId: string }) => appeal.organisationId === organisations.labour)).toBe(true)
})
