import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideOn, nobodyIsCovered, previewUrl } from '../../../../test/deciding.ts'
import { openHouse } from '../../../../test/house.ts'
import type { PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Wish, type Woman } from '../../../../test/registered.ts'
import { askedOf, readWrittenAsked, writtenAsked } from '../rules/completing.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
const GUIDE = 'facilitatorOfDashtestan'
const one = async (wish: Wish): Promise<Woman> => {
  const [made] = await registerWomen(house.house, 1, wish)
  if (made === undefined) throw new Error('one woman')
  return made
}
const sendBack = async (who: PersonaName, { caseId, personId }: Woman, facts?: string) => {
  const seen = facts ?? (await house.ask('decider', { url: previewUrl({ caseId, personId, nationalId: '' }) })).body.facts
  const body = { personId, purpose: 'decide', facts: seen }
  return house.ask(who, { method: 'POST', url: `/enrolment/cases/${caseId}/incomplete`, body })
}
const complete = (who: PersonaName, { caseId }: Woman) =>
  house.ask(who, { method: 'POST', url: `/enrolment/cases/${caseId}/completed`, body: {} })
const asked = async (who: PersonaName, { caseId }: Woman) => (await house.ask(who, { url: `/enrolment/cases/${caseId}/asked` })).body

test('only a decider sends a file back, for what is hers to bring, on the facts that were seen', async () => {
  const [open, whole] = [await one({ isGroundSeen: false }), await one({})]
  expect((await sendBack('office', open)).reasons).toEqual(['access.duty-missing'])
  expect((await sendBack(GUIDE, open)).reasons).toEqual(['access.not-your-part'])
  expect((await sendBack('decider', open, 'f'.repeat(64))).reasons).toEqual(['enrolment.facts-changed'])
  // Nobody has told of her coverage yet: that is not hers to mend.
  expect((await sendBack('decider', whole)).reasons).toEqual(['enrolment.nothing-asked-of-her'])
  expect((await complete(GUIDE, whole)).reasons).toEqual(['enrolment.not-incomplete'])
})
test('sent back, her guide sees what is asked and by when; brought, it goes to the decider again and her day in line stays', async () => {
  const woman = await one({ isGroundSeen: false })
  house.setTime('2026-11-25T06:00:00Z')
  expect((await sendBack('decider', woman)).body).toMatchObject({ position: 'incomplete', deadlineOn: '2026-12-25' })
  expect((await sendBack('decider', woman)).reasons).toEqual(['enrolment.nothing-to-decide'])
  expect((await house.ask('decider', { url: '/enrolment/undecided' })).body.cases.map(({ id }: { id: string }) => id)).not.toContain(
    woman.caseId,
  )
  expect(await asked(GUIDE, woman)).toMatchObject({ deadlineOn: '2026-12-25', asked: [{ rule: 'ground-documented', isThere: false }] })
  expect((await asked('otherFacilitatorOfDashtestan', woman)).reasons?.[0]?.code).toBe('platform.not-found')
  expect((await complete(GUIDE, woman)).reasons).toEqual(['enrolment.still-incomplete'])
  expect((await complete('otherFacilitatorOfDashtestan', woman)).reasons).toEqual(['platform.not-found'])

  const { ground } = (await house.ask(GUIDE, { url: `/people/${woman.personId}` })).body
  const seen = await house.ask(GUIDE, {
    method: 'POST',
    url: `/people/${woman.personId}/grounds/${ground.id}/seen`,
    body: { documentId: null, version: ground.version },
  })
  expect(seen.status, seen.text).toBe(200)
  expect(await asked(GUIDE, woman)).toMatchObject({ asked: [{ isThere: true }] })
  expect((await complete(GUIDE, woman)).body).toMatchObject({ position: 'registered' })
  const kept = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.case').select(['registered_on', 'position']).where('id', '=', woman.caseId).executeTakeFirstOrThrow(),
  )
  expect(kept).toEqual({ registered_on: '2026-11-23', position: 'registered' })
  await nobodyIsCovered(house)
  expect((await decideOn(house, woman)).body).toMatchObject({ case: { position: 'queued' } })
})
test('a pause in between asks nothing twice: what was asked is asked still', async () => {
  const woman = await one({ isGroundSeen: false })
  await sendBack('decider', woman)
  const act = (name: string, body: object) => house.ask(GUIDE, { method: 'POST', url: `/enrolment/cases/${woman.caseId}/${name}`, body })
  await act('hold', { reason: 'health', until: '2027-01-10' })
  expect((await act('resume', {})).body).toMatchObject({ position: 'incomplete', deadlineOn: '2026-12-25' })
  expect(await asked(GUIDE, woman)).toMatchObject({ asked: [{ rule: 'ground-documented' }] })
})
test('what is asked is what she can bring, and is read as it was written', () => {
  const unknown = (...rules: readonly ('ground-documented' | 'not-covered' | 'not-insured' | 'age')[]) =>
    askedOf(rules.map((rule) => ({ rule, outcome: 'unknown' as const })))
  expect(unknown('not-covered')).toEqual([])
  expect(unknown('not-insured', 'not-covered', 'ground-documented')).toEqual(['ground-documented', 'not-insured'])
  expect(askedOf([{ rule: 'age', outcome: 'not-met' }])).toEqual([])
  for (const asked of [[], ['age'], ['ground-documented', 'age', 'not-insured']] as const)
    expect(readWrittenAsked(writtenAsked(asked))).toEqual(asked)
  expect(readWrittenAsked(null)).toEqual([])
})
