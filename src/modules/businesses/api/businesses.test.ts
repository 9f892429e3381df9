import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goesOnWithAll, publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { organisations, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { standAt } from '../../../../test/work-plan.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
const guide = 'facilitatorOfDashtestan'
const AT_WORK = ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed'] as const
beforeAll(async () => {
  house = await openHouse()
  women = [...(await registerWomen(house.house, 5)), ...(await registerWomen(house.house, 1, { consents: ['keep-file'] }))]
  await publishExitTable(house, '2026-11-23')
  await house.house.door.asOwner((tx) =>
    tx.updateTable('partners.organisation').set({ agency_code: 'MCLS' }).where('id', '=', organisations.labour).execute(),
  )
  for (const woman of women.slice(1)) await standAt(house, woman, AT_WORK)
})
afterAll(() => house.stop())

function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('six were registered')
  return woman
}
const stands = { kind: 'revived', fieldCode: 'HB001', relation: 'independent', workPlace: 'home', state: 'active', startedOn: '2024-03-20' }
const register = (place: number, more: object = {}, id = newId()) =>
  house.ask(guide, { method: 'POST', url: `/businesses/cases/${her(place).caseId}`, body: { id, ...stands, ...more } })
const read = async (place: number) => (await house.ask(guide, { url: `/businesses/cases/${her(place).caseId}` })).body
const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url: `/businesses/${url}`, body })
const letter = { letterNumber: '۱۸۰۳/ک/۱۲', letterDate: '2026-11-20' }
const nothing = { letterNumber: null, letterDate: null, expiresOn: null, reason: null }
const begin = (businessId: string, more: object = {}, id = newId()) =>
  post(guide, `${businessId}/permits`, { id, begins: 'draft', ...nothing, issuedBy: null, ...more })
const submit = (id: string, version: number, organisationId: string | null) =>
  post(guide, `permits/${id}/submit`, { ...letter, organisationId, version })
const move = (id: string, to: string, version: number, more: object = {}) =>
  post(guide, `permits/${id}/move`, { ...nothing, to, version, ...more })
const answer = (who: PersonaName, id: string, version: number, more: object) =>
  post(who, `reviews/${id}/answer`, { ...nothing, specialists: [], version, ...more })
/** A registered business with a draft of its permit; their ids. */
async function begun(place: number, more: object = {}): Promise<{ readonly businessId: string; readonly permitId: string }> {
  const [businessId, permitId] = [newId(), newId()]
  const told = [await register(place, more, businessId), await begin(businessId, {}, permitId)]
  for (const { status, text } of told) if (status !== 200) throw new Error(text)
  return { businessId, permitId }
}

describe('registration', () => {
  test('waits for the plan of work, and takes the fields and ways the list knows', async () => {
    expect((await register(0)).reasons).toEqual(['businesses.case-not-at-work'])
    expect((await register(1, { kind: 'created' })).reasons).toEqual(['businesses.field-not-offered'])
    expect((await register(1, { relation: 'cooperative', fieldCode: 'HB003' })).reasons).toEqual(['businesses.relation-not-of-field'])
    expect((await register(1, { fieldCode: 'HB999' })).reasons).toEqual(['businesses.field-unknown'])
    const told = await register(1)
    expect(told.body.business).toMatchObject({ kind: 'revived', state: 'active', fieldNameFa: expect.stringContaining('حصیر'), version: 1 })
    expect((await register(1)).reasons).toEqual(['businesses.one-is-open'])
  })
  test('twenty register the same woman at once: one business stands', async () => {
    const told = await Promise.all(Array.from({ length: 20 }, () => register(4)))
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(told.flatMap(({ reasons }) => reasons).every((code) => code === 'businesses.one-is-open')).toBe(true)
  })
  test('is seen by her guide alone; agencies, the office and the market see nothing of it', async () => {
    const url = `/businesses/cases/${her(1).caseId}`
    for (const who of ['reliefOfDashtestan', 'decider', 'governorOfDashtestan', 'marketOperator', 'holding'] as const)
      expect([who, (await house.ask(who, { url })).status]).toEqual([who, 403])
    expect((await house.ask('otherFacilitatorOfDashtestan', { url })).status).toBe(404)
  })
})
describe('a permit, mirrored', () => {
  test('is not submitted before the exit table was shown, and only to an agency of her county', async () => {
    const { permitId } = await begun(2, { fieldCode: 'HB027' })
    expect((await submit(permitId, 1, null)).reasons).toEqual(['pathways.exit-table-unseen'])
    await goesOnWithAll(house, guide, her(2))
    expect((await submit(permitId, 1, newId())).reasons).toEqual(['businesses.not-an-agency-there'])
    const told = await submit(permitId, 1, organisations.behzisti)
    expect(told.body.permit).toMatchObject({ state: 'submitted', requestNumber: letter.letterNumber, requestedOn: letter.letterDate })
    expect((await submit(permitId, 1, null)).reasons).toEqual(['platform.version-stale'])
  })
  test('lies on one desk by file number; a starred field is signed after its specialist, and then by the labour office', async () => {
    const { reviews } = (await house.ask('behzistiOfDashtestan', { url: '/businesses/reviews' })).body
    expect(reviews).toHaveLength(1)
    expect(reviews[0]).toMatchObject({ fieldCode: 'HB027', kind: 'agency', state: 'waiting', permit: 'submitted', dueOn: '2026-12-07' })
    expect(JSON.stringify(reviews)).not.toContain(her(2).personId)
    expect((await house.ask('reliefOfDashtestan', { url: '/businesses/reviews' })).body.reviews).toEqual([])
    const { tasks } = (await house.ask('behzistiOfDashtestan', { url: '/worklist' })).body
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'permit-to-review', dueOn: '2026-12-07', name: null }))
    const { id } = reviews[0]
    const asAgency = (version: number, more: object) => answer('behzistiOfDashtestan', id, version, more)
    expect((await answer('reliefOfDashtestan', id, 1, { answer: 'take-up' })).status).toBe(404)
    expect((await asAgency(1, { answer: 'approve', ...letter })).reasons).toEqual(['businesses.no-such-answer'])
    expect((await asAgency(1, { answer: 'take-up' })).body).toEqual({ state: 'under-way', permit: 'agency-review' })
    expect((await asAgency(2, { answer: 'approve', ...letter })).reasons).toEqual(['businesses.specialist-missing'])
    expect((await asAgency(2, { answer: 'ask-specialists', specialists: ['health'] })).body.permit).toBe('specialist-review')
    expect((await asAgency(3, { answer: 'approve', ...letter })).reasons).toEqual(['businesses.specialist-waiting'])
    const { permits } = await read(2)
    const health = permits[0].reviews.find(({ kind }: { kind: string }) => kind === 'health')
    expect(health).toMatchObject({ organisationId: null, state: 'waiting' })
    expect((await answer(guide, health.id, 1, { answer: 'approve' })).reasons).toEqual(['businesses.letter-missing'])
    expect((await answer(guide, health.id, 1, { answer: 'approve', ...letter })).body).toEqual({
      state: 'approved',
      permit: 'specialist-review',
    })
    expect((await asAgency(3, { answer: 'approve', ...letter })).body.permit).toBe('agency-signed')
    const labour = (await house.ask('appealReader', { url: '/businesses/reviews' })).body.reviews[0]
    expect(labour).toMatchObject({ kind: 'labour', permit: 'agency-signed' })
    const signed = { answer: 'approve', letterNumber: 'م/۷۷', letterDate: '2026-11-22' }
    expect((await answer('appealReader', labour.id, 1, signed)).reasons).toEqual(['businesses.expiry-missing'])
    expect((await answer('appealReader', labour.id, 1, { ...signed, expiresOn: '2028-11-21' })).body.permit).toBe('issued')
    expect((await read(2)).permits[0]).toMatchObject({
      state: 'issued',
      permitNumber: 'م/۷۷',
      issuedOn: '2026-11-22',
      issuedBy: 'labour',
      expiresOn: '2028-11-21',
      dueOn: '2028-09-22',
    })
    expect((await house.ask('behzistiOfDashtestan', { url: '/businesses/reviews' })).body.reviews).toEqual([])
  })
  test('comes back with its reason to her guide’s desk, is mended, refused, brought back by appeal and taken back', async () => {
    const { permitId } = await begun(3)
    await goesOnWithAll(house, guide, her(3))
    await submit(permitId, 1, null)
    const review = async () =>
      (await read(3)).permits[0].reviews.find(({ state }: { state: string }) => ['waiting', 'under-way'].includes(state))
    const first = await review()
    expect((await answer(guide, first.id, 1, { answer: 'return', ...letter })).reasons).toEqual(['businesses.reason-missing'])
    const told = await answer(guide, first.id, 1, { answer: 'return', ...letter, reason: 'skill-certificate' })
    expect(told.body).toEqual({ state: 'returned', permit: 'returned' })
    const { tasks } = (await house.ask(guide, { url: '/worklist' })).body
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'permit-to-mend', caseId: her(3).caseId, dueOn: '2026-12-07' }))
    const versionOf = async (): Promise<number> => (await read(3)).permits[0].version
    expect((await submit(permitId, await versionOf(), null)).status).toBe(200)
    const second = await review()
    await answer(guide, second.id, 1, { answer: 'reject', ...letter, reason: 'place-not-fit' })
    expect((await move(permitId, 'agency-review', await versionOf(), letter)).body.permit.state).toBe('agency-review')
    expect((await move(permitId, 'specialist-review', await versionOf(), letter)).status).toBe(400)
    expect((await move(permitId, 'withdrawn', await versionOf())).body.permit.reviews.map(({ state }: { state: string }) => state)).toEqual(
      ['returned', 'rejected', 'dropped'],
    )
    const { moves } = (await read(3)).permits[0]
    expect(moves.map(({ to }: { to: string }) => to)).toEqual([
      'draft',
      'submitted',
      'returned',
      'submitted',
      'rejected',
      'agency-review',
      'withdrawn',
    ])
  })
  test('one she holds is copied by number and date; it is suspended with a reason, and a business under way is not ended', async () => {
    const businessId = (await read(4)).business.id
    expect((await begin(businessId, { begins: 'issued', ...letter })).reasons).toEqual(['businesses.expiry-missing'])
    const id = newId()
    const held = { begins: 'issued', ...letter, issuedBy: 'portal', expiresOn: '2026-12-20' }
    expect((await begin(businessId, held, id)).body.permit).toMatchObject({ state: 'issued', dueOn: '2026-10-21' })
    expect((await begin(businessId)).reasons).toEqual(['businesses.permit-is-open'])
    const { tasks } = (await house.ask(guide, { url: '/worklist' })).body
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'permit-to-renew', caseId: her(4).caseId }))
    expect((await move(id, 'expired', 1)).reasons).toEqual(['businesses.not-expired-yet'])
    expect((await move(id, 'suspended', 1, letter)).reasons).toEqual(['businesses.reason-missing'])
    expect((await move(id, 'suspended', 1, { ...letter, reason: 'other-in-letter' })).status).toBe(200)
    expect((await move(id, 'revoked', 2, { ...letter, reason: 'other-in-letter' })).status).toBe(200)
    await begin(businessId)
    expect((await post(guide, `${businessId}/move`, { to: 'ended', version: 1 })).reasons).toEqual(['businesses.permit-still-open'])
  })
  test('never reaches an agency she did not agree to; outside the house it goes on', async () => {
    const { permitId } = await begun(5)
    await goesOnWithAll(house, guide, her(5))
    expect((await submit(permitId, 1, organisations.labour)).reasons).toEqual(['businesses.agency-without-consent'])
    expect((await submit(permitId, 1, null)).status).toBe(200)
    const review = (await read(5)).permits[0].reviews[0]
    await answer(guide, review.id, 1, { answer: 'take-up' })
    await answer(guide, review.id, 2, { answer: 'approve', ...letter })
    const labour = (await read(5)).permits[0].reviews.find(({ kind }: { kind: string }) => kind === 'labour')
    expect(labour).toMatchObject({ organisationId: null })
  })
  test('forty sign one review at once: it is signed once', async () => {
    const labour = (await read(5)).permits[0].reviews.find(({ kind }: { kind: string }) => kind === 'labour')
    const signed = { answer: 'approve', ...letter, expiresOn: '2028-11-21' }
    const told = await Promise.all(Array.from({ length: 40 }, () => answer(guide, labour.id, 1, signed)))
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(told.flatMap(({ reasons }) => reasons).every((code) => code === 'platform.version-stale')).toBe(true)
  })
})
test('those who follow the plan see where permits stand by file number, in their counties alone', async () => {
  const standings = async (who: PersonaName) => (await house.ask(who, { url: '/businesses/standings' })).body.standings
  const ofCounty = await standings('governorOfDashtestan')
  expect(ofCounty.map(({ permit }: { permit: string }) => permit)).toContain('issued')
  expect(Object.keys(ofCounty[0])).toEqual(['id', 'fileNumber', 'countyCode', 'state', 'since', 'permit', 'permitSince', 'days'])
  expect(await standings('governorOfDashti')).toEqual([])
  expect(await standings('office')).toHaveLength(ofCounty.length)
  expect((await house.ask(guide, { url: '/businesses' })).body.businesses).toHaveLength(ofCounty.length)
})
