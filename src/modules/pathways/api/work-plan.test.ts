import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goesOnWithAll, publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { organisations, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { planFactsOf, standAt } from '../../../../test/work-plan.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
const guide = 'facilitatorOfDashtestan'
const INTERVIEWED = ['eligible', 'queued', 'place-granted', 'interviewed'] as const
beforeAll(async () => {
  house = await openHouse()
  women = [...(await registerWomen(house.house, 3)), ...(await registerWomen(house.house, 1, { consents: ['keep-file'] }))]
  await publishExitTable(house, '2026-11-23')
  for (const fieldCode of ['HB001', 'HB003']) {
    const body = {
      id: newId(),
      countyCode: '1803',
      fieldCode,
      why: 'سفارش هست',
      source: 'نامه',
      validFrom: '2026-01-01',
      validTo: null,
      letterNumber: null,
      letterDate: null,
    }
    const told = await house.ask('office', { method: 'POST', url: '/occupations/offers', body })
    if (told.status !== 200) throw new Error(told.text)
  }
})
afterAll(() => house.stop())

function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('four were registered')
  return woman
}
const at = (place: number): string => `/pathways/cases/${her(place).caseId}`
const plan = {
  kind: 'home-based',
  relation: 'piecework',
  wishes: ['HB003', 'HB001'],
  hoursPerWeek: 20,
  buyer: null,
  wish: 'می‌خواهم در خانه ببافم',
}
const write = (place: number, version: number, more: object = {}, who: PersonaName = guide) =>
  house.ask(who, { method: 'PUT', url: `${at(place)}/work-plan`, body: { ...plan, ...more, version } })
const agree = (place: number, version: number) =>
  house.ask(guide, { method: 'POST', url: `${at(place)}/work-plan/agreement`, body: { version, manner: 'signature', witnessName: null } })
async function step(place: number, kind: string, more: object = {}) {
  const id = newId()
  const body = { id, kind, what: null, owner: 'her', organisationId: null, dueOn: '2026-12-20', ...more }
  return { id, told: await house.ask(guide, { method: 'POST', url: `${at(place)}/steps`, body }) }
}
const move = (id: string, to: string, version: number, who: PersonaName = guide) =>
  house.ask(who, { method: 'POST', url: `/pathways/steps/${id}/move`, body: { to, version } })
const answer = (id: string, isYes: boolean, version: number, who: PersonaName = guide) =>
  house.ask(who, { method: 'POST', url: `/pathways/steps/${id}/answer`, body: { isYes, version, manner: 'spoken', witnessName: null } })
const positionOf = async (place: number): Promise<string> =>
  (await house.ask(guide, { url: `/road/cases/${her(place).caseId}` })).body.case.position

describe('from a draft to work', () => {
  test('a plan is drafted before the result is told, with fields of her county, and its words are sealed', async () => {
    expect((await write(0, 0, { wishes: ['HB002'] })).reasons).toEqual(['pathways.field-not-offered'])
    expect((await step(0, 'sample')).told.reasons).toEqual(['pathways.no-work-plan'])
    const told = await write(0, 0)
    expect(told.body.plan).toMatchObject({ wishes: ['HB003', 'HB001'], wish: plan.wish, agreedOn: null, version: 1 })
    const [row] = await house.house.door.asOwner((tx) => tx.selectFrom('pathways.work_plan').selectAll().execute())
    expect(row?.sealed_wish?.includes(Buffer.from('ببافم'))).toBe(false)
    expect((await write(0, 0)).reasons).toEqual(['platform.version-stale'])
    expect((await agree(0, 1)).reasons).toEqual(['pathways.not-interviewed', 'pathways.step-missing'])
  })
  test('agreed after the result was told: the case is at pathway-agreed, and only then the plan is lent', async () => {
    await standAt(house, her(0), INTERVIEWED)
    await step(0, 'sample', { what: 'سه نمونه گبه' })
    expect(await planFactsOf(house, her(0))).toBeUndefined()
    expect((await agree(0, 1)).body.plan).toMatchObject({ agreedOn: '2026-11-23', agreedManner: 'signature', version: 2 })
    expect(await positionOf(0)).toBe('pathway-agreed')
    expect(await planFactsOf(house, her(0))).toMatchObject({
      kind: 'home-based',
      relation: 'piecework',
      wishes: ['HB003', 'HB001'],
      hoursPerWeek: 20,
    })
  })
  test('no training without a named buyer; naming one asks her again, and the first step makes the case active', async () => {
    const { id } = await step(0, 'training')
    expect((await move(id, 'under-way', 1)).reasons).toEqual(['pathways.no-such-step-move'])
    expect((await answer(id, true, 1)).body).toMatchObject({ state: 'planned', version: 2 })
    expect((await move(id, 'under-way', 2)).reasons).toEqual(['pathways.no-buyer-named'])
    await write(0, 2, { buyer: 'شرکت بافت جنوب' })
    expect((await move(id, 'under-way', 2)).reasons).toEqual(['pathways.plan-not-agreed'])
    await agree(0, 3)
    expect((await move(id, 'under-way', 2)).body).toMatchObject({ state: 'under-way', version: 3 })
    expect(await positionOf(0)).toBe('active')
    expect((await move(id, 'planned', 3)).status).toBe(400)
    expect((await answer(id, false, 3)).reasons).toEqual(['pathways.no-such-step-move'])
    expect((await move(id, 'done', 1)).reasons).toEqual(['platform.version-stale'])
    expect((await move(id, 'done', 3)).status).toBe(200)
  })
  test.each(['permit', 'insurance', 'loan', 'first-order'])(
    '%s begins only after the exit table was shown and she goes on',
    async (kind) => {
      const [early, later] = [await step(0, kind), await step(1, 'sample')]
      expect(later.told.status).toBeGreaterThanOrEqual(200)
      const { shownOn } = (await house.ask(guide, { url: `${at(0)}/exit-table` })).body
      const isUnseen = shownOn === null
      await answer(early.id, true, 1)
      expect(isUnseen ? (await move(early.id, 'under-way', 2)).reasons : []).toEqual(isUnseen ? ['pathways.exit-table-unseen'] : [])
      if (isUnseen) await goesOnWithAll(house, guide, her(0))
      expect((await move(early.id, 'under-way', 2)).status).toBe(200)
    },
  )
})
describe('a step of an agency', () => {
  test('is written only with her consent, and only for an agency of her county', async () => {
    await write(3, 0)
    const owed = { owner: 'agency', organisationId: organisations.labour }
    expect((await step(3, 'permit', owed)).told.reasons).toEqual(['pathways.agency-without-consent'])
    await write(1, 0)
    expect((await step(1, 'permit', { owner: 'agency', organisationId: newId() })).told.reasons).toEqual(['pathways.not-an-agency-there'])
    expect((await step(1, 'permit', { owner: 'agency' })).told.reasons).toEqual(['pathways.step-owner-unnamed'])
  })
  test('the agency sees kind, day and file number of its own alone, waits for it on its desk, and moves it', async () => {
    await standAt(house, her(1), INTERVIEWED)
    const { id } = await step(1, 'tools', { owner: 'agency', organisationId: organisations.behzisti, what: 'چرخ خیاطی قناری' })
    await agree(1, 1)
    const own = await house.ask('behzistiOfDashtestan', { url: '/pathways/steps' })
    expect(own.body.steps).toEqual([
      {
        id,
        fileNumber: expect.stringMatching(/^\d{4}-\d{4}-\d$/),
        countyCode: '1803',
        kind: 'tools',
        dueOn: '2026-12-20',
        state: 'planned',
        version: 1,
      },
    ])
    expect(own.text).not.toContain('قناری')
    expect((await house.ask('reliefOfDashtestan', { url: '/pathways/steps' })).body.steps).toEqual([])
    const { tasks } = (await house.ask('behzistiOfDashtestan', { url: '/worklist' })).body
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'step-to-do', subjectId: id, name: null }))
    expect((await move(id, 'under-way', 1, 'reliefOfDashtestan')).status).toBe(404)
    expect((await move(id, 'under-way', 1, 'behzistiOfDashtestan')).body).toMatchObject({ state: 'under-way' })
    expect(await positionOf(1)).toBe('active')
    expect((await house.ask('behzistiOfDashtestan', { url: `${at(1)}/work-plan` })).status).toBe(403)
  })
})
describe('a step put to her after she agreed to her plan', () => {
  const kinds = async (place: number): Promise<readonly string[]> =>
    (await house.ask(guide, { url: '/worklist/today' })).body.women
      .filter(({ caseId }: { caseId: string }) => caseId === her(place).caseId)
      .flatMap(({ tasks }: { tasks: readonly { kind: string }[] }) => tasks.map(({ kind }) => kind))
  test('waits for her word; no agency hears of it before, and of many answers at once one counts', async () => {
    const { id } = await step(1, 'workplace', { owner: 'agency', organisationId: organisations.behzisti })
    for (const who of ['otherFacilitatorOfDashtestan', 'behzistiOfDashtestan', 'executor', 'office'] as const)
      expect([403, 404]).toContain((await answer(id, true, 1, who)).status)
    const heard = async () => JSON.stringify((await house.ask('behzistiOfDashtestan', { url: '/pathways/steps' })).body)
    expect(await heard()).not.toContain(id)
    expect((await move(id, 'cancelled', 1, 'behzistiOfDashtestan')).status).toBe(404)
    const told = await Promise.all([true, false, true, false].map((isYes) => answer(id, isYes, 1)))
    expect(told.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
    const isYes = told.find(({ status }) => status === 200)?.body.state === 'planned'
    expect((await heard()).includes(id)).toBe(isYes)
  })
  test('refused, it stands on her guide’s day until it is put aside, begins never, and is no step of her plan', async () => {
    const { id } = await step(0, 'training')
    expect((await answer(id, false, 1)).body).toMatchObject({ state: 'refused', version: 2 })
    expect((await answer(id, true, 2)).reasons).toEqual(['pathways.no-such-step-move'])
    expect((await move(id, 'under-way', 2)).reasons).toEqual(['pathways.no-such-step-move'])
    const { steps } = (await house.ask(guide, { url: `${at(0)}/work-plan` })).body
    expect(steps.find((one: { id: string }) => one.id === id)).toMatchObject({ state: 'refused', answeredOn: '2026-11-23' })
    expect(await kinds(0)).toContain('step-refused')
    expect((await move(id, 'cancelled', 2)).status).toBe(200)
    expect(await kinds(0)).not.toContain('step-refused')
  })
  test('her yes to the plan anew is her yes to what was put to her, and a yes is taken back until it begins', async () => {
    const { id } = await step(0, 'sample')
    await write(0, 4)
    await agree(0, 5)
    expect((await answer(id, false, 2)).body).toMatchObject({ state: 'refused' })
  })
})
test('her guide’s desk: a plan to agree within its days, then its nearest step', async () => {
  const kinds = async (place: number) =>
    (await house.ask(guide, { url: '/worklist' })).body.tasks
      .filter(({ caseId }: { caseId: string }) => caseId === her(place).caseId)
      .map(({ kind, dueOn }: { kind: string; dueOn: string }) => [kind, dueOn])
  await standAt(house, her(2), INTERVIEWED)
  await write(2, 0)
  await step(2, 'care', { dueOn: '2026-12-05' })
  await step(2, 'sample', { dueOn: '2026-12-01' })
  expect(await kinds(2)).toContainEqual(['work-plan-to-agree', '2026-12-23'])
  await agree(2, 1)
  expect(await kinds(2)).toContainEqual(['step-to-follow', '2026-12-01'])
  expect((await kinds(2)).map(([kind]: [string]) => kind)).not.toContain('work-plan-to-agree')
})
test('twenty write the first plan at once: one is kept, the others are told it is stale', async () => {
  const told = await Promise.all(Array.from({ length: 20 }, () => write(3, 1, { hoursPerWeek: 12 })))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(told.flatMap(({ reasons }) => reasons).every((code) => code === 'platform.version-stale')).toBe(true)
})
