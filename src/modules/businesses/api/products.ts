import { beyondReach } from '../../../platform/db.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { readPaper, smallCopy } from '../../../platform/papers.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { listFields } from '../../occupations/port.ts'
import { findKeyOf } from '../../people/port.ts'
import * as contract from '../contract/products.ts'
import { reasonsNotToBlock, weekOf, weeksFrom } from '../rules/weeks.ts'
import * as businesses from '../store/businesses.ts'
import * as hubs from '../store/hubs.ts'
import * as store from '../store/products.ts'

const SHOWN_WEEKS = 8
export async function shownProductsOf({ tx, today, actor }: Call<unknown>, businessId: string): Promise<contract.HerProducts> {
  const membership = await hubs.findMembership(tx, businessId)
  const hub = membership === undefined ? undefined : await hubs.findHub(tx, actor.planId, membership.hub_id)
  return {
    products: await store.shownProducts(tx, await store.listProducts(tx, businessId)),
    blockedWeeks: await store.listBlockedWeeks(tx, businessId, weekOf(today)),
    weeks: [...weeksFrom(today, SHOWN_WEEKS)],
    hub:
      membership === undefined || hub === undefined
        ? null
        : { id: hub.id, name: hub.name, collectionPoint: hub.collectionPoint, joinedOn: membership.joined_on },
  }
}
/** Her open business, locked. */
export async function lockedBusiness({ tx, about }: Call<unknown>, id: string): Promise<businesses.StoredBusiness> {
  const business = (await businesses.lockBusiness(tx, id)) ?? refuse('platform.not-found')
  about({ personId: business.personId, caseId: business.caseId, countyCode: business.countyCode })
  if (business.state === 'ended') refuse('businesses.business-ended')
  return business
}
export async function lockedProduct({ tx, about }: Call<unknown>, id: string): Promise<store.StoredProduct> {
  const product = (await store.lockProduct(tx, id)) ?? refuse('platform.not-found')
  about({ personId: product.personId, caseId: product.caseId, countyCode: product.countyCode })
  return product
}

export const productsApi: readonly Handled[] = [
  handle(contract.readHerProducts, async (call) => {
    const business = (await businesses.findBusiness(call.tx, call.input.businessId)) ?? refuse('platform.not-found')
    return shownProductsOf(call, business.id)
  }),
  handle(contract.addProduct, async (call) => {
    const { input, tx, note } = call
    const business = await lockedBusiness(call, input.businessId)
    const profile = (await businesses.findProfile(tx, business.id)) ?? refuse('platform.not-found')
    if ((await store.listProducts(tx, business.id)).length >= store.MOST_PRODUCTS) refuse('businesses.too-many-products')
    await store.insertProduct(tx, business, profile.fieldCode, input)
    note({ unit: input.unit, weekly: input.weeklyDeclared })
    return shownProductsOf(call, business.id)
  }),
  handle(contract.changeProduct, async (call) => {
    const { input, tx, note } = call
    const product = await lockedProduct(call, input.id)
    if (!(await store.updateProduct(tx, input))) refuse('platform.version-stale')
    note({ unit: input.unit, weekly: input.weeklyDeclared, isOffered: input.isOffered })
    return shownProductsOf(call, product.businessId)
  }),
  handle(contract.setPrice, async (call) => {
    const { input, tx, actor, today } = call
    const product = await lockedProduct(call, input.id)
    if (input.validFrom < today) refuse('businesses.price-backdated')
    await store.putPrice(tx, product, { ...input, accountId: actor.accountId })
    return shownProductsOf(call, product.businessId)
  }),
  handle(contract.testCapacity, async (call) => {
    const { input, tx, today, note } = call
    await lockedProduct(call, input.id)
    if (input.testedOn > today) refuse('businesses.test-ahead')
    const { weekly, version } = (await store.putTested(tx, input)) ?? refuse('platform.version-stale')
    note({ tested: input.tested })
    return { weekly, version }
  }),
  handle(contract.addPhoto, async (call) => {
    const { input, tx, house, actor, now, upload, note } = call
    const product = await lockedProduct(call, input.id)
    const whose = { house, planId: actor.planId, personId: product.personId }
    const key = (await findKeyOf(tx, whose)) ?? refuse('platform.not-found')
    const { mediaType, bytes } = await readPaper(upload?.bytes ?? refuse('platform.file-empty'))
    if (mediaType === 'application/pdf') refuse('businesses.photo-no-picture')
    const kept = (await store.listPhotos(tx, [product.id])).get(product.id) ?? []
    if (kept.length >= store.MOST_PHOTOS) refuse('businesses.too-many-photos')
    const small = await smallCopy(bytes)
    await store.insertPhoto(tx, house, key, product, { id: input.photoId, mediaType, bytes, small, accountId: actor.accountId, at: now })
    note({ mediaType, bytes: bytes.length })
    return shownProductsOf(call, product.businessId)
  }),
  handle(contract.readPhoto, async ({ input, tx, house }) => {
    const found = (await store.findPhoto(tx, { productId: input.id, id: input.photoId })) ?? refuse('platform.not-found')
    const place = { planId: found.plan_id, personId: found.person_id, fileId: found.file_id }
    // Whoever may see the goods sees their picture; the file and her key stay with the house.
    const photo = await beyondReach(tx, async () => {
      const key = await findKeyOf(tx, { house, ...place })
      return key === undefined ? undefined : store.readPhoto(tx, house, key, input.photoId, place)
    })
    return photo ?? refuse('platform.not-found')
  }),
  handle(contract.blockWeek, async (call) => {
    const { input, tx, today, note } = call
    const business = (await businesses.lockBusiness(tx, input.businessId)) ?? refuse('platform.not-found')
    call.about({ personId: business.personId, caseId: business.caseId, countyCode: business.countyCode })
    refuseIf(reasonsNotToBlock(input.week, today))
    await store.putWeek(tx, business, input.week, input.isBlocked)
    note({ week: input.week, isBlocked: input.isBlocked })
    return shownProductsOf(call, business.id)
  }),
  handle(contract.listProducts, async ({ tx, today }) => {
    const stored = (await store.listProducts(tx)).filter(({ isOffered }) => isOffered)
    const fields = new Map((await listFields(tx, today)).map((field) => [field.code, field]))
    const places = new Map(stored.map((one) => [one.id, one]))
    const products = (await store.shownProducts(tx, stored)).map(({ businessId: _businessId, shownOn: _shownOn, ...product }) => {
      const one = places.get(product.id)
      const field = fields.get(one?.fieldCode ?? '')
      return { ...product, countyCode: one?.countyCode ?? '', fieldNameFa: field?.nameFa ?? '', fieldNameEn: field?.nameEn ?? '' }
    })
    return { products }
  }),
]
