import type { Tx } from '../../../platform/db.ts'
import { insertFile } from '../../../platform/files.ts'
import type { House } from '../../../platform/house.ts'
import { endingOf } from '../../../platform/papers.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { type Price, type Product, ProductUnit, type Weekly } from '../contract/products.ts'
import type { StoredBusiness } from './businesses.ts'
import { type Scope, scopeOf } from './scope.ts'

export const MOST_PRODUCTS = 30
export const MOST_PHOTOS = 6
export interface StoredProduct {
  readonly id: string
  readonly businessId: string
  readonly caseId: string
  readonly personId: string
  readonly countyCode: string
  readonly scope: Scope
  readonly fieldCode: string
  readonly name: string
  readonly unit: ProductUnit
  readonly seasonMonths: readonly number[]
  readonly isOffered: boolean
  readonly weekly: Weekly
  readonly shownOn: string | null
  readonly version: number
}
interface Row extends Scope {
  readonly id: string
  readonly business_id: string
  readonly case_id: string
  readonly field_code: string
  readonly name: string
  readonly unit: string
  readonly season_months: number[]
  readonly is_offered: boolean
  readonly weekly_declared: number
  readonly weekly_tested: number | null
  readonly tested_on: string | null
  readonly weekly_achieved: number | null
  readonly achieved_on: string | null
  readonly shown_on: string | null
  readonly version: number
}
const productOf = (row: Row): StoredProduct => ({
  id: row.id,
  businessId: row.business_id,
  caseId: row.case_id,
  personId: row.person_id,
  countyCode: row.county_code,
  scope: scopeOf(row),
  fieldCode: row.field_code,
  name: row.name,
  unit: ProductUnit.parse(row.unit),
  seasonMonths: row.season_months,
  isOffered: row.is_offered,
  weekly: {
    declared: row.weekly_declared,
    tested: row.weekly_tested,
    testedOn: row.tested_on,
    achieved: row.weekly_achieved,
    achievedOn: row.achieved_on,
  },
  shownOn: row.shown_on,
  version: row.version,
})
/** Products of one business, or of every business the actor sees. */
export async function listProducts(tx: Tx, businessId?: string): Promise<readonly StoredProduct[]> {
  let query = tx.selectFrom('businesses.product').selectAll().orderBy('id').limit(1000)
  if (businessId !== undefined) query = query.where('business_id', '=', businessId)
  return (await query.execute()).map(productOf)
}
export async function listProductsOf(tx: Tx, businessIds: readonly string[]): Promise<readonly StoredProduct[]> {
  if (businessIds.length === 0) return []
  const rows = await tx
    .selectFrom('businesses.product')
    .selectAll()
    .where('business_id', 'in', [...businessIds])
    .where('is_offered', '=', true)
    .orderBy('id')
    .execute()
  return rows.map(productOf)
}
export async function lockProduct(tx: Tx, id: string): Promise<StoredProduct | undefined> {
  const row = await tx.selectFrom('businesses.product').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : productOf(row)
}
interface Made {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly seasonMonths: readonly number[]
  readonly weeklyDeclared: number
}
const columnsOf = (made: Omit<Made, 'id'>) => ({
  name: made.name,
  unit: made.unit,
  season_months: [...new Set(made.seasonMonths)].toSorted((a, b) => a - b),
  weekly_declared: made.weeklyDeclared,
})
export async function insertProduct(tx: Tx, business: StoredBusiness, fieldCode: string, made: Made): Promise<void> {
  await tx
    .insertInto('businesses.product')
    .values({
      ...business.scope,
      ...columnsOf(made),
      id: made.id,
      business_id: business.id,
      case_id: business.caseId,
      field_code: fieldCode,
    })
    .execute()
}
/** What is declared anew keeps what was tested and achieved. False when somebody was quicker. */
export async function updateProduct(tx: Tx, made: Made & { readonly isOffered: boolean; readonly version: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('businesses.product')
    .set((set) => ({ ...columnsOf(made), is_offered: made.isOffered, version: set('version', '+', 1) }))
    .where('id', '=', made.id)
    .where('version', '=', made.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export async function putTested(
  tx: Tx,
  told: { readonly id: string; readonly tested: number; readonly testedOn: string; readonly version: number },
): Promise<StoredProduct | undefined> {
  const row = await tx
    .updateTable('businesses.product')
    .set((set) => ({ weekly_tested: told.tested, tested_on: told.testedOn, version: set('version', '+', 1) }))
    .where('id', '=', told.id)
    .where('version', '=', told.version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : productOf(row)
}
/** Prices of these products, newest first. */
export async function listPrices(tx: Tx, productIds: readonly string[]): Promise<ReadonlyMap<string, readonly Price[]>> {
  if (productIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('businesses.product_price')
    .selectAll()
    .where('product_id', 'in', [...productIds])
    .orderBy('valid_from', 'desc')
    .execute()
  const prices = rows.map((row) => ({
    productId: row.product_id,
    price: {
      validFrom: row.valid_from,
      priceRial: Number(row.price_rial),
      costRial: row.cost_rial === null ? null : Number(row.cost_rial),
    },
  }))
  return new Map(
    [...Map.groupBy(prices, ({ productId }) => productId)].map(([id, of]): [string, readonly Price[]] => [
      id,
      of.map(({ price }) => price),
    ]),
  )
}
export async function putPrice(tx: Tx, product: StoredProduct, price: Price & { readonly accountId: string }): Promise<void> {
  const fields = { price_rial: price.priceRial, cost_rial: price.costRial, set_by: price.accountId }
  await tx
    .insertInto('businesses.product_price')
    .values({ ...product.scope, ...fields, product_id: product.id, valid_from: price.validFrom })
    .onConflict((clash) => clash.columns(['plan_id', 'product_id', 'valid_from']).doUpdateSet(fields))
    .execute()
}
export async function listPhotos(tx: Tx, productIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (productIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('businesses.product_photo')
    .select(['id', 'product_id'])
    .where('product_id', 'in', [...productIds])
    .orderBy('id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.product_id)].map(([id, of]): [string, readonly string[]] => [id, of.map((row) => row.id)]),
  )
}
const photoPlace = (planId: string, personId: string, id: string): string => `businesses.photo.${id}/${planId}/${personId}`
const smallPlace = (planId: string, personId: string, id: string): string => `businesses.photo.small.${id}/${planId}/${personId}`
interface Photo {
  readonly id: string
  readonly mediaType: string
  readonly bytes: Buffer
  /** The small copy, WebP. */
  readonly small: Buffer
  readonly accountId: string
  readonly at: Date
}
/** Keeps a picture, sealed under her own key before the store seals it again: destroying her key erases it wherever it was copied to. */
export async function insertPhoto(tx: Tx, house: House, key: Buffer, product: StoredProduct, photo: Photo): Promise<void> {
  const { plan_id: planId, person_id: personId, ...rest } = product.scope
  const fileId = house.newId()
  const stored = await house.files.put({ planId, fileId }, seal(key, photoPlace(planId, personId, photo.id), photo.bytes))
  await insertFile(tx, {
    ...stored,
    scope: { ...rest, shared_with: [] },
    planId,
    id: fileId,
    personId,
    purpose: 'product-photo',
    mediaType: photo.mediaType,
    bytes: photo.bytes.length,
    sealedName: seal(key, `businesses.photo.name/${planId}/${personId}`, photo.id),
    uploadedBy: photo.accountId,
    uploadedAt: photo.at,
  })
  await tx
    .insertInto('businesses.product_photo')
    .values({
      ...product.scope,
      id: photo.id,
      product_id: product.id,
      file_id: fileId,
      sealed_small: seal(key, smallPlace(planId, personId, photo.id), photo.small),
      added_by: photo.accountId,
      added_at: photo.at,
    })
    .execute()
}
/** A picture the actor may see; its file and her key are read by the house. */
export async function findPhoto(tx: Tx, { productId, id }: { readonly productId: string; readonly id: string }) {
  return tx
    .selectFrom('businesses.product_photo')
    .select(['plan_id', 'person_id', 'file_id', 'sealed_small'])
    .where('product_id', '=', productId)
    .where('id', '=', id)
    .executeTakeFirst()
}
interface FoundPhoto {
  readonly planId: string
  readonly personId: string
  readonly fileId: string
}
export async function readPhoto(tx: Tx, house: House, key: Buffer, id: string, { planId, personId, fileId }: FoundPhoto) {
  const row = await tx
    .selectFrom('platform.file')
    .select(['address', 'sealed_key', 'media_type'])
    .where('plan_id', '=', planId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const bytes = unseal(key, photoPlace(planId, personId, id), await house.files.get(row))
  return { fileName: `${id.slice(-12)}.${endingOf(row.media_type)}`, mediaType: row.media_type, bytes }
}
/** The small copy of a picture, for pages open to everybody. */
export function openSmall(key: Buffer, id: string, sealed: Buffer, { planId, personId }: FoundPhoto) {
  return { fileName: `${id.slice(-12)}.webp`, mediaType: 'image/webp', bytes: unseal(key, smallPlace(planId, personId, id), sealed) }
}
export async function listBlockedWeeks(tx: Tx, businessId: string, from: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('businesses.blocked_week')
    .select('week')
    .where('business_id', '=', businessId)
    .where('is_blocked', '=', true)
    .where('week', '>=', from)
    .orderBy('week')
    .execute()
  return rows.map(({ week }) => week)
}
export async function putWeek(tx: Tx, business: StoredBusiness, week: string, isBlocked: boolean): Promise<void> {
  await tx
    .insertInto('businesses.blocked_week')
    .values({ ...business.scope, business_id: business.id, week, is_blocked: isBlocked })
    .onConflict((clash) => clash.columns(['plan_id', 'business_id', 'week']).doUpdateSet({ is_blocked: isBlocked }))
    .execute()
}
/** Products as they are read, with prices and pictures. */
export async function shownProducts(tx: Tx, stored: readonly StoredProduct[]): Promise<Product[]> {
  const ids = stored.map(({ id }) => id)
  const [prices, photos] = [await listPrices(tx, ids), await listPhotos(tx, ids)]
  return stored.map(({ id, businessId, name, unit, seasonMonths, isOffered, weekly, shownOn, version }) => ({
    id,
    businessId,
    name,
    unit,
    seasonMonths: [...seasonMonths],
    isOffered,
    weekly,
    prices: [...(prices.get(id) ?? [])],
    photos: [...(photos.get(id) ?? [])],
    shownOn,
    version,
  }))
}
