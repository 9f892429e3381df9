import { sql, type Tx } from '../../../platform/db.ts'
import { ProductUnit } from '../contract/products.ts'
import type { StoredProduct } from './products.ts'

/** Where the name of a witness is sealed; it opens nowhere else. */
export const witnessPlace = (planId: string, personId: string, id: string): string =>
  `businesses.showing.witness.${id}/${planId}/${personId}`

interface Word {
  readonly id: string
  readonly isShown: boolean
  readonly manner: string
  readonly sealedWitness: Buffer | null
  readonly today: string
  readonly accountId: string
  readonly version: number
}
/** Keeps her word and shows her goods by it, or hides them again; false when somebody was quicker. */
export async function putShowing(tx: Tx, product: StoredProduct, word: Word): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('businesses.product')
    .set((set) => ({ shown_on: word.isShown ? word.today : null, version: set('version', '+', 1) }))
    .where('id', '=', product.id)
    .where('version', '=', word.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx
    .insertInto('businesses.showing')
    .values({
      ...product.scope,
      id: word.id,
      product_id: product.id,
      is_shown: word.isShown,
      manner: word.manner,
      sealed_witness: word.sealedWitness,
      said_on: word.today,
      taken_by: word.accountId,
    })
    .execute()
  return true
}
interface OpenRow {
  readonly id: string
  readonly plan_id: string
  readonly person_id: string
  readonly county_code: string
  readonly field_code: string
  readonly name: string
  readonly unit: string
  readonly season_months: number[]
  readonly price_rial: string | null
  readonly photos: string[]
}
const MOST_SHOWN = 500
/**
 * Goods that stand open to everybody: her yes holds, they are offered, her business works, and her road goes on. Whoever paused, left or is kept safe
 * shows nothing, without anybody having to think of it.
 */
export async function listOpen(
  tx: Tx,
  { planId, today, id = null }: { readonly planId: string; readonly today: string; readonly id?: string | null },
) {
  const { rows } = await sql<OpenRow>`
    select product.id, product.plan_id, product.person_id, product.county_code, product.field_code, product.name, product.unit, product.season_months,
      (select price.price_rial from businesses.product_price price
        where price.plan_id = product.plan_id and price.product_id = product.id and price.valid_from <= ${today} order by price.valid_from desc limit 1) as price_rial,
      array(select photo.id from businesses.product_photo photo where photo.plan_id = product.plan_id and photo.product_id = product.id order by photo.id) as photos
    from businesses.product product
    join businesses.business business on business.plan_id = product.plan_id and business.id = product.business_id and business.state in ('trial', 'active')
    join enrolment."case" file on file.plan_id = product.plan_id and file.id = product.case_id and file.joined_to is null
      and file.position in ('pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare')
    where product.plan_id = ${planId} and product.shown_on <= ${today} and product.is_offered and (${id}::uuid is null or product.id = ${id}::uuid)
    order by product.field_code, product.id limit ${MOST_SHOWN}`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    countyCode: row.county_code,
    fieldCode: row.field_code,
    name: row.name,
    unit: ProductUnit.parse(row.unit),
    seasonMonths: row.season_months,
    priceRial: row.price_rial === null ? null : Number(row.price_rial),
    photos: row.photos,
  }))
}
