import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { thePlan } from '../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../test/registered.ts'
import { service } from '../../access/actor.ts'
import { findCardFacts } from '../../modules/pathways/port.ts'
import { newId } from '../../platform/ids.ts'
import { typeset } from '../../platform/typeset/typeset.ts'
import { cardSheet } from './card.ts'
import { readersOnCard, wellStates } from './rules.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let woman: Woman
const guide = 'facilitatorOfDashtestan'
beforeAll(async () => {
  house = await openHouse()
  const [one] = await registerWomen(house.house, 1)
  if (one === undefined) throw new Error('one was registered')
  woman = one
})
afterAll(() => house.stop())
const at = (): string => `/road/cases/${woman.caseId}/card.pdf?personId=${woman.personId}`
const factsOf = () => house.house.door.asActor(service(thePlan), async (tx) => findCardFacts(tx, woman.caseId))

test('it is printed by whoever carries her file alone', async () => {
  expect((await house.ask('facilitatorOfDashti', { url: at() })).reasons).toEqual(['platform.not-found'])
  for (const who of ['office', 'executor', 'behzistiOfDashtestan', 'auditor'] as const)
    expect((await house.ask(who, { url: at() })).status).toBe(403)
  expect((await house.ask(guide, { url: at() })).text.slice(0, 5)).toBe('%PDF-')
})
test('what was agreed and what comes next stand on it as codes; health, rights, care and money are «another step»', async () => {
  expect(await factsOf()).toEqual({ agreed: null, steps: [] })
  const plan = { kind: 'not-work-oriented', relation: null, wishes: [], hoursPerWeek: null, buyer: null, wish: 'رازی که نباید چاپ شود' }
  await house.ask(guide, { method: 'PUT', url: `/pathways/cases/${woman.caseId}/work-plan`, body: { ...plan, version: 0 } })
  for (const [place, kind] of (['health', 'sample', 'loan', 'tools'] as const).entries()) {
    const step = { id: newId(), kind, what: 'رازی که نباید چاپ شود', owner: 'her', organisationId: null, dueOn: `2026-12-0${place + 1}` }
    await house.ask(guide, { method: 'POST', url: `/pathways/cases/${woman.caseId}/steps`, body: step })
  }
  expect((await factsOf()).steps).toEqual([])
  await house.house.door.asOwner((tx) =>
    tx.updateTable('pathways.work_plan').set({ agreed_on: '2026-11-23', agreed_manner: 'spoken' }).execute(),
  )
  const facts = await factsOf()
  expect(facts).toEqual({
    agreed: { kind: 'not-work-oriented', on: '2026-11-23' },
    steps: [
      { kind: 'other', owner: 'her', dueOn: '2026-12-01' },
      { kind: 'sample', owner: 'her', dueOn: '2026-12-02' },
      { kind: 'other', owner: 'her', dueOn: '2026-12-03' },
    ],
  })
})
test('the longest card fits the two sides of its fold, and says no word of agencies', async () => {
  const facts = {
    agreed: { kind: 'home-based', on: '2026-11-23' },
    steps: (['training', 'first-order', 'workplace'] as const).map((kind) => ({ kind, owner: 'agency', dueOn: '2026-12-01' }) as const),
  } as const
  const wells = wellStates([
    { to: 'nominated', at: '2026-11-01T00:00:00Z' },
    { to: 'active', at: '2026-11-20T00:00:00Z' },
  ])
  const readers = readersOnCard(
    ['GD', 'PO', 'AG', 'GD', 'W', 'IN', 'MO', 'CA'].map((role, place) => ({ role, at: `2026-11-2${place}T06:00:00Z` })),
    (at) => at.slice(0, 10),
  )
  expect(readers.map(({ role, times, on }) => [role, times, on])).toEqual([
    ['CA', 1, '2026-11-27'],
    ['MO', 1, '2026-11-26'],
    ['IN', 1, '2026-11-25'],
    ['GD', 2, '2026-11-23'],
    ['AG', 1, '2026-11-22'],
  ])
  const talk = { isAccepted: true, startsAt: new Date('2026-11-24T07:00:00Z'), room: 'سرای محله، اتاق یک' }
  const card = { fileNumber: '1234-5678-9', wells, facts, talk, guide: 'ماه‌بانو', phone: '07733333333', readers, today: '2026-11-23' }
  const sheet = cardSheet(card, 'fa')
  const said = JSON.stringify(sheet)
  expect(said).toContain('شمارهٔ شکایت')
  expect(said).toMatch(/قرار من: سه‌شنبه ۳ آذر[^"]*، ساعت ۱۰:۳۰، سرای محله/)
  expect(JSON.stringify(cardSheet({ ...card, talk: null }, 'fa'))).toContain('گام بعد: آموزش')
  expect(said).toMatch(/همراه شما","۲ بار","۱۴۰۵\/۰۹\/۰۲/)
  expect(JSON.stringify(sheet)).not.toMatch(/دستگاه|ارجاع|پرونده‌های|وام|سرپرست|کمیته|بهزیستی/)
  const pdf = await typeset({ ...sheet, mark: 'نمایشی' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2)
})
