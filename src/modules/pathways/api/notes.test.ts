import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { accountOf, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { standAt } from '../../../../test/work-plan.ts'
import { newId } from '../../../platform/ids.ts'
import { assignFile } from '../../people/port.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
const guide = 'facilitatorOfDashtestan'
const successor = 'otherFacilitatorOfDashtestan'
const ACTIVE = ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed', 'active'] as const
beforeAll(async () => {
  house = await openHouse()
  women = [...(await registerWomen(house.house, 3)), ...(await registerWomen(house.house, 1, { consents: ['call-and-message'] }))]
})
afterAll(() => house.stop())

function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('four were registered')
  return woman
}
const called = { channel: 'phone', standing: 'goes-well', level: 'normal', text: null, heldOn: '2026-11-23' }
const write = (place: number, more: object = {}, who: PersonaName = guide) =>
  house.ask(who, { method: 'POST', url: `/pathways/cases/${her(place).caseId}/notes`, body: { id: newId(), ...called, ...more } })
const read = async (place: number, who: PersonaName = guide) =>
  (await house.ask(who, { url: `/pathways/cases/${her(place).caseId}/notes` })).body
const open = (place: number, isOpen: boolean, more: object = { manner: 'spoken', witnessName: null }) =>
  house.ask(successor, { method: 'PUT', url: `/pathways/cases/${her(place).caseId}/note-opening`, body: { isOpen, ...more } })

test('a note written on a phone arrives once, however often it is sent, and its sentence is sealed', async () => {
  const id = newId()
  const sent = [await write(0, { id, text: 'چرخ تازه را آزمود' }), await write(0, { id, text: 'چرخ تازه را آزمود' })]
  expect(sent.map(({ status }) => status)).toEqual([200, 200])
  expect((await read(0)).entries).toEqual([
    { id, on: '2026-11-23', channel: 'phone', standing: 'goes-well', level: 'normal', text: 'چرخ تازه را آزمود', isMine: true },
  ])
  const stored = await house.house.door.asOwner((tx) => tx.selectFrom('pathways.note').select('sealed_text').execute())
  expect(stored.map(({ sealed_text: text }) => text.toString('utf8').includes('چرخ'))).toEqual([false])
})
test('the id of a note is one woman’s and one author’s', async () => {
  const id = newId()
  expect((await write(0, { id, channel: 'none', standing: null, text: 'نامه رسید' })).status).toBe(200)
  expect((await write(1, { id, channel: 'none', standing: null, text: 'نامه رسید' })).reasons).toEqual(['pathways.note-of-another'])
})
test('nothing is kept of a woman who did not allow a file, and no guide but hers finds it', async () => {
  expect((await write(3)).reasons).toEqual(['pathways.keeping-not-allowed'])
  expect((await write(0, {}, 'facilitatorOfDashti')).reasons).toEqual(['platform.not-found'])
  expect((await write(0, {}, 'office')).status).toBe(403)
})

describe('two levels, and a file that goes from one guide to another', () => {
  test('her next guide reads the normal note; the confidential one is shut, and its number alone is told', async () => {
    await write(1, { text: 'پارچه رسید' })
    await write(1, { level: 'confidential', text: 'از برادرش می‌ترسد' })
    expect((await read(1)).entries.map(({ text }: { text: string }) => text).toSorted()).toEqual(['از برادرش می‌ترسد', 'پارچه رسید'])
    await house.house.door.asOwner((tx) => assignFile(tx, thePlan, { personId: her(1).personId, accountIds: [accountOf(successor)] }))
    const seen = await read(1, successor)
    expect(seen.entries.map(({ text, isMine }: { text: string | null; isMine: boolean }) => ({ text, isMine }))).toEqual([
      { text: null, isMine: false },
      { text: 'پارچه رسید', isMine: false },
    ])
    expect(seen).toMatchObject({ closed: 1, opening: null })
    expect((await house.ask(guide, { url: `/pathways/cases/${her(1).caseId}/notes` })).reasons).toEqual(['platform.not-found'])
  })
  test('she refuses, allows it with a witness, and takes it back: her last word stands', async () => {
    expect((await open(1, false)).body).toMatchObject({ closed: 1, opening: { isOpen: false, saidOn: '2026-11-23' } })
    expect((await open(1, true, { manner: 'fingerprint', witnessName: null })).reasons).toEqual(['pathways.witness-missing'])
    const opened = (await open(1, true, { manner: 'fingerprint', witnessName: 'گواه' })).body
    expect(opened).toMatchObject({ closed: 0, opening: { isOpen: true, manner: 'fingerprint' } })
    expect(opened.entries.map(({ text }: { text: string }) => text)).toContain('از برادرش می‌ترسد')
    const shut = (await open(1, false)).body
    expect(shut).toMatchObject({ closed: 1, opening: { isOpen: false } })
    expect(JSON.stringify(shut)).not.toContain('می‌ترسد')
  })
})

describe('the day of a guide', () => {
  const today = async () => (await house.ask(guide, { url: '/worklist/today' })).body
  const kindsOf = async (place: number): Promise<readonly string[]> =>
    (await today()).women
      .filter(({ caseId }: { caseId: string }) => caseId === her(place).caseId)
      .flatMap(({ tasks }: { tasks: readonly { kind: string }[] }) => tasks.map(({ kind }) => kind))
  test('a woman at work is to be called when the cadence of the plan says so, and after a call not before it says so again', async () => {
    await standAt(house, her(2), ACTIVE)
    expect(await kindsOf(2)).not.toContain('contact-to-hold')
    house.setTime('2026-12-07T06:00:00Z')
    expect(await kindsOf(2)).toContain('contact-to-hold')
    await write(2, { heldOn: '2026-12-07', standing: 'no-answer' })
    const tried = (await today()).women.find(({ caseId }: { caseId: string }) => caseId === her(2).caseId)
    expect(tried).toMatchObject({ isTried: true, spokeOn: null })
    await write(2, { heldOn: '2026-12-07', standing: 'needs-help' })
    expect(await kindsOf(2)).not.toContain('contact-to-hold')
    house.setTime('2026-12-20T06:00:00Z')
    expect(await kindsOf(2)).not.toContain('contact-to-hold')
    house.setTime('2026-12-21T06:00:00Z')
    expect(await kindsOf(2)).toContain('contact-to-hold')
  })
  test('a note of a day long past is refused', async () => {
    expect((await write(2)).reasons).toEqual(['pathways.note-day-wrong'])
  })
  test('it is nobody else’s', async () => {
    expect((await house.ask('office', { url: '/worklist/today' })).status).toBe(403)
    expect((await house.ask('facilitatorOfDashti', { url: '/worklist/today' })).body.women).toEqual([])
  })
})
