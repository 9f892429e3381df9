import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exitRows, passing, publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { type PersonaName, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { service } from '../../../access/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { advance, getLockedCase } from '../../enrolment/port.ts'
import type { Position } from '../../enrolment/rules/case-moves.ts'
import type { ExitAct } from '../contract/exit-table.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
const guide = 'facilitatorOfDashtestan'
beforeAll(async () => {
  house = await openHouse()
  women = await registerWomen(house.house, 3)
})
afterAll(() => house.stop())

function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('three were registered')
  return woman
}
const at = (place: number): string => `/pathways/cases/${her(place).caseId}`
const spoken = { manner: 'spoken', witnessName: null }
const read = async (place: number, who: PersonaName = guide) => (await house.ask(who, { url: `${at(place)}/exit-table` })).body
const show = (place: number, editionId: string, given: object = spoken) =>
  house.ask(guide, { method: 'POST', url: `${at(place)}/exit-showings`, body: { id: newId(), editionId, ...given } })
const answer = (place: number, act: ExitAct, editionId: string, said: string) =>
  house.ask(guide, { method: 'PUT', url: `${at(place)}/exit-answers/${act}`, body: { editionId, answer: said, ...spoken } })
const asked = (place: number, act: ExitAct, today: string) => passing(house, her(place), { act, today })
async function standAt(place: number, road: readonly Position[]): Promise<void> {
  const actor = service(thePlan)
  await house.house.door.asActor(actor, async (tx) => {
    let one = await getLockedCase({ tx, about: () => undefined }, her(place).caseId)
    for (const to of road) one = await advance({ tx, house: house.house, actor, now: house.house.clock() }, one, to)
  })
}

describe('before any edition', () => {
  test('nothing passes, nothing is shown, and the paper is refused', async () => {
    expect(await asked(0, 'loan', '2026-11-23')).toBe('pathways.exit-table-unseen')
    expect(await read(0)).toMatchObject({ editionId: null, rows: [], spoken: [] })
    expect((await house.ask(guide, { url: `${at(0)}/exit-table.pdf` })).reasons).toEqual(['pathways.no-exit-table'])
    expect((await show(0, newId())).reasons).toEqual(['pathways.no-exit-table'])
  })
  test('an edition that is not whole, is for days gone by, or names half a letter is refused with every reason', async () => {
    const rows = exitRows.slice(0, 4).map((row) => ({ ...row, sourceNumber: '۱۲' }))
    const body = { id: newId(), inForceFrom: '2026-11-22', letterNumber: '۱', letterDate: '2026-11-20', rows }
    const told = await house.ask('office', { method: 'POST', url: '/pathways/exit-editions', body })
    expect(told.reasons).toEqual(['pathways.exit-table-not-whole', 'pathways.exit-table-backdated', 'pathways.source-half'])
  })
})
describe('from the first edition to the second', () => {
  let first = ''
  test('read to her, word by word: an answer before the showing is refused, and one act is not another', async () => {
    first = await publishExitTable(house, '2026-11-23')
    expect((await answer(0, 'loan', first, 'goes-on')).reasons).toEqual(['pathways.exit-table-unseen'])
    const shown = await show(0, first)
    expect(shown.body).toMatchObject({ editionId: first, shownOn: '2026-11-23', isChanged: false })
    expect(shown.body.spoken.some((sentence: string) => sentence.includes('نامعلوم'))).toBe(true)
    expect(await asked(0, 'loan', '2026-11-23')).toBe('pathways.exit-table-unseen')
    expect((await answer(0, 'loan', first, 'goes-on')).status).toBe(200)
    expect(await asked(0, 'loan', '2026-11-23')).toBe('passes')
    expect(await asked(0, 'permit', '2026-11-23')).toBe('pathways.exit-table-unseen')
  })
  test('not now closes the way without cost, and may be said and taken back', async () => {
    await answer(0, 'order', first, 'goes-on')
    const told = await answer(0, 'order', first, 'not-now')
    expect(await asked(0, 'order', '2026-11-23')).toBe('pathways.exit-table-unseen')
    expect(told.body.answers).toContainEqual({ act: 'order', answer: 'not-now', manner: 'spoken', answeredOn: '2026-11-23' })
    expect(told.body.answers).toHaveLength(2)
    await answer(0, 'order', first, 'goes-on')
    expect(await asked(0, 'order', '2026-11-23')).toBe('passes')
  })
  test('a fingerprint without a witness is refused; the witness is kept sealed', async () => {
    expect((await show(1, first, { manner: 'fingerprint', witnessName: null })).reasons).toEqual(['pathways.witness-missing'])
    expect((await show(1, first, { manner: 'fingerprint', witnessName: 'گواه نمونه' })).status).toBe(200)
    const rows = await house.house.door.asOwner((tx) => tx.selectFrom('pathways.exit_showing').selectAll().execute())
    expect(rows.map((row) => row.sealed_witness?.includes(Buffer.from('گواه نمونه')) ?? false)).toEqual([false, false])
    expect(rows.filter((row) => row.sealed_witness !== null)).toHaveLength(1)
  })
  test('the paper is a PDF', async () => {
    const paper = await house.ask(guide, { url: `${at(0)}/exit-table.pdf` })
    expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  })
  test('nobody but her guide reads or writes it: neither another guide nor the office nor the body that pays', async () => {
    for (const who of ['otherFacilitatorOfDashtestan', 'facilitatorOfDashti'] as const)
      expect((await house.ask(who, { url: `${at(0)}/exit-table` })).status).toBe(404)
    for (const who of ['office', 'behzistiOfDashtestan', 'governorOfDashtestan', 'auditor'] as const)
      expect((await house.ask(who, { url: `${at(0)}/exit-table` })).status).toBe(403)
  })
  test('a new edition by letter: what she said no longer passes, and her guide is asked to show it again within its days', async () => {
    await standAt(0, ['eligible', 'queued', 'place-granted', 'interviewed'])
    const kinds = async () =>
      (await house.ask(guide, { url: '/worklist' })).body.tasks
        .filter(({ kind }: { kind: string }) => kind.startsWith('exit-table'))
        .map(({ kind, caseId, dueOn }: { kind: string; caseId: string; dueOn: string }) => ({ kind, caseId, dueOn }))
    expect(await kinds()).toEqual([])
    const second = await publishExitTable(house, '2026-12-01')
    expect(await kinds()).toEqual([])
    house.setTime('2026-12-01T06:00:00Z')
    expect(await kinds()).toEqual([{ kind: 'exit-table-to-show-again', caseId: her(0).caseId, dueOn: '2026-12-15' }])
    expect(await asked(0, 'loan', '2026-12-01')).toBe('pathways.exit-table-unseen')
    expect((await answer(0, 'loan', first, 'goes-on')).reasons).toEqual(['pathways.exit-table-changed'])
    expect(await read(0)).toMatchObject({ isChanged: true, shownOn: null, answers: [] })
    await show(0, second)
    await answer(0, 'loan', second, 'goes-on')
    expect(await asked(0, 'loan', '2026-12-01')).toBe('passes')
    expect(await kinds()).toEqual([])
  })
  test('who stands on the road of work and was never shown it is shown it from that day on', async () => {
    await standAt(2, ['eligible', 'queued', 'place-granted', 'interviewed'])
    const { tasks } = (await house.ask(guide, { url: '/worklist' })).body
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'exit-table-to-show', caseId: her(2).caseId }))
  })
})
test('two editions at once: one is published, the other is told, and numbers have no gap', async () => {
  const body = () => ({ id: newId(), inForceFrom: '2027-01-01', letterNumber: '۹', letterDate: '2026-11-30', rows: exitRows })
  const told = await Promise.all(
    Array.from({ length: 8 }, () => house.ask('office', { method: 'POST', url: '/pathways/exit-editions', body: body() })),
  )
  const refused = told.filter(({ status }) => status !== 200)
  expect(refused.flatMap(({ reasons }) => reasons).every((code) => code === 'pathways.exit-table-published-meanwhile')).toBe(true)
  const { editions } = (await house.ask('office', { url: '/pathways/exit-table' })).body
  const numbers = editions.map(({ number }: { number: number }) => number).toSorted((a: number, b: number) => a - b)
  expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1))
  expect(numbers).toHaveLength(2 + told.length - refused.length)
})
