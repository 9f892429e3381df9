import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantBusiness } from '../../../../test/business.ts'
import { openHouse } from '../../../../test/house.ts'
import type { PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { standAt } from '../../../../test/work-plan.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
let planted: Awaited<ReturnType<typeof plantBusiness>>
const guide = 'facilitatorOfDashtestan'
const AT_WORK = ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed'] as const
const productId = newId()
const photoId = newId()
beforeAll(async () => {
  house = await openHouse()
  women = [...(await registerWomen(house.house, 1)), ...(await registerWomen(house.house, 1, { consents: ['keep-file'] }))]
  await standAt(house, her(0), AT_WORK)
  planted = await plantBusiness(house, { caseId: her(0).caseId, agency: 'labour', guide })
  const goods = { id: productId, name: 'زنبیل حصیری', unit: 'piece', seasonMonths: [7, 8], weeklyDeclared: 12 }
  await ok('POST', `/businesses/${planted.businessId}/products`, goods)
  await ok('POST', `/businesses/products/${productId}/prices`, { validFrom: '2026-11-23', priceRial: 2_400_000, costRial: 1_100_000 })
  const large = sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#a63' } })
  const upload = { bytes: await large.png().toBuffer(), mediaType: 'image/png' }
  await house.ask(guide, { method: 'POST', url: `/businesses/products/${productId}/photos?photoId=${photoId}`, upload })
})
afterAll(() => house.stop())
function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('two were registered')
  return woman
}
async function ok(method: 'POST' | 'PUT', url: string, body: object) {
  const told = await house.ask(guide, { method, url, body })
  if (told.status !== 200) throw new Error(told.text)
  return told
}
const word = (more: object, who: PersonaName = guide) =>
  house.ask(who, {
    method: 'PUT',
    url: `/businesses/products/${productId}/showing`,
    body: { showingId: newId(), isShown: true, manner: 'spoken', witnessName: null, version: 1, ...more },
  })
/** What anybody gets, without signing in. */
const anybody = (url: string) => house.app.inject({ method: 'GET', url })
const open = async () => (await anybody('/api/businesses/open-goods')).json().goods
const photo = () => anybody(`/api/businesses/open-goods/${productId}/photos/${photoId}`)

describe('goods for everybody to see', () => {
  test('nothing is shown without her word, and nobody but her guide writes it down', async () => {
    expect(await open()).toEqual([])
    expect((await photo()).statusCode).toBe(404)
    for (const who of ['office', 'marketOperator', 'holding', 'behzistiOfDashtestan'] as const)
      expect((await word({}, who)).status).toBe(403)
    expect((await word({}, 'otherFacilitatorOfDashtestan')).status).toBe(404)
    expect((await word({ manner: 'fingerprint' })).reasons).toEqual(['businesses.witness-missing'])
    expect((await word({ isShown: false })).body.products[0]).toMatchObject({ shownOn: null, version: 2 })
    expect(await open()).toEqual([])
  })
  test('her yes shows what, how much; no name, no place, no number, no cost', async () => {
    expect((await word({ version: 1 })).reasons).toEqual(['platform.version-stale'])
    expect((await word({ version: 2, manner: 'fingerprint', witnessName: 'گواه' })).body.products[0].shownOn).toBe('2026-11-23')
    const goods = await open()
    expect(goods).toEqual([
      {
        id: productId,
        name: 'زنبیل حصیری',
        fieldNameFa: expect.stringContaining('حصیر'),
        fieldNameEn: expect.any(String),
        unit: 'piece',
        seasonMonths: [7, 8],
        priceRial: 2_400_000,
        photos: [photoId],
      },
    ])
    const told = await photo()
    // A small copy, however large the picture a phone sent.
    expect([told.statusCode, told.headers['content-type']]).toEqual([200, 'image/webp'])
    const { width, height } = await sharp(told.rawPayload).metadata()
    expect([width, height]).toEqual([480, 320])
    const page = await anybody('/goods')
    expect(page.body).toContain('زنبیل حصیری')
    expect(page.body).toContain(`/api/businesses/open-goods/${productId}/photos/${photoId}`)
    expect(page.body).not.toMatch(/<script|1100000|۱٬۱۰۰|آزمایشی/)
    expect(page.body).not.toContain(her(0).personId)
  })
  test('is hidden while her road stands still, and on the day she takes her word back', async () => {
    await ok('POST', `/enrolment/cases/${her(0).caseId}/hold`, { reason: 'health', until: '2026-12-20' })
    expect(await open()).toEqual([])
    expect((await photo()).statusCode).toBe(404)
    await ok('POST', `/enrolment/cases/${her(0).caseId}/resume`, {})
    expect(await open()).toHaveLength(1)
    await word({ version: 3, isShown: false })
    expect(await open()).toEqual([])
  })
})
describe('the card of a business for the agency that signs first', () => {
  const card = (who: PersonaName, id = planted.reviewId) => house.ask(who, { url: `/businesses/reviews/${id}/card` })
  test('is read by that agency alone, without her name, and the look stands among her readers', async () => {
    expect((await card('office')).status).toBe(403)
    expect((await card('behzistiOfDashtestan')).status).toBe(404)
    const told = await card('appealReader')
    expect(told.body).toMatchObject({
      relation: 'independent',
      workPlace: 'home',
      state: 'active',
      goods: [{ name: 'زنبیل حصیری', weekly: { declared: 12 } }],
    })
    expect(told.text).not.toMatch(/آزمایشی|2400000|1100000/)
    expect(told.text).not.toContain(her(0).personId)
    const { readers } = (await house.ask(guide, { url: `/people/${her(0).personId}/readers` })).body
    expect(readers).toContainEqual(expect.objectContaining({ action: 'businesses.read-card', role: 'AG' }))
  })
  test('is shut where she agreed to no agency', async () => {
    await standAt(house, her(1), AT_WORK)
    const other = await plantBusiness(house, { caseId: her(1).caseId, agency: 'labour', guide })
    expect((await card('appealReader', other.reviewId)).reasons).toEqual(['businesses.agency-without-consent'])
  })
})
test('a slip is printed for a body without a desk, and for no other', async () => {
  const slip = (who: PersonaName, id: string) => house.ask(who, { url: `/businesses/reviews/${id}/slip.pdf` })
  expect((await slip('appealReader', planted.reviewId)).status).toBe(403)
  expect((await slip(guide, planted.reviewId)).reasons).toEqual(['businesses.has-a-desk'])
  await house.house.door.asOwner((tx) =>
    tx.updateTable('businesses.review').set({ organisation_id: null, kind: 'health' }).where('id', '=', planted.reviewId).execute(),
  )
  expect((await slip('otherFacilitatorOfDashtestan', planted.reviewId)).status).toBe(404)
  expect((await slip(guide, planted.reviewId)).text.slice(0, 5)).toBe('%PDF-')
})
