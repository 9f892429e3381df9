import type { Tx } from '../../platform/db.ts'
import { type OccupationField, type Offer, PermitClass, RelationPattern, TradeGroup } from './contract.ts'

/** The edition in force on a day: the newest whose day has come. */
export async function findEdition(tx: Tx, day: string) {
  const row = await tx
    .selectFrom('occupations.list_edition')
    .selectAll()
    .where('in_force_from', '<=', day)
    .orderBy('in_force_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : { code: row.code, title: row.title, source: row.source, isOfficial: row.is_official, inForceFrom: row.in_force_from }
}
/** Every field of an edition, in the order of its codes; an official list holds about 620. */
export async function listFields(tx: Tx, editionCode: string): Promise<readonly OccupationField[]> {
  const rows = await tx
    .selectFrom('occupations.field')
    .selectAll()
    .where('edition_code', '=', editionCode)
    .orderBy('code')
    .limit(2000)
    .execute()
  return rows.map((row) => ({
    code: row.code,
    nameFa: row.name_fa,
    nameEn: row.name_en,
    tradeGroup: TradeGroup.parse(row.trade_group),
    leadAgency: row.lead_agency,
    permitClass: PermitClass.parse(row.permit_class),
    isco08: row.isco08,
    relationPatterns: row.relation_patterns.map((one) => RelationPattern.parse(one)),
    seasonMonths: row.season_months,
    evidence: row.evidence === 'source' ? 'source' : 'knowledge',
    practisedIn: row.practised_in,
  }))
}
export async function listChains(tx: Tx) {
  const chains = await tx.selectFrom('occupations.value_chain').selectAll().orderBy('code').limit(50).execute()
  const steps = await tx.selectFrom('occupations.chain_step').selectAll().orderBy('place').limit(1000).execute()
  return chains.map((chain) => ({
    code: chain.code,
    nameFa: chain.name_fa,
    nameEn: chain.name_en,
    steps: steps
      .filter((step) => step.chain_code === chain.code)
      .map((step) => ({
        place: step.place,
        nameFa: step.name_fa,
        nameEn: step.name_en,
        isMissingLink: step.is_missing_link,
        note: step.note,
      })),
  }))
}
interface OfferFilter {
  readonly countyCode?: string | undefined
  readonly fieldCode?: string | undefined
}
export async function listOffers(tx: Tx, { countyCode, fieldCode }: OfferFilter): Promise<readonly Offer[]> {
  let query = tx
    .selectFrom('occupations.offer')
    .selectAll()
    .orderBy('county_code')
    .orderBy('field_code')
    .orderBy('valid_from', 'desc')
    .limit(2000)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  if (fieldCode !== undefined) query = query.where('field_code', '=', fieldCode)
  return (await query.execute()).map(offerOf)
}
export async function lockOffer(tx: Tx, id: string): Promise<Offer | undefined> {
  const row = await tx.selectFrom('occupations.offer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : offerOf(row)
}
export async function insertOffer(
  tx: Tx,
  planId: string,
  made: Omit<Offer, 'validTo' | 'version'> & { readonly editionCode: string },
): Promise<Offer> {
  const row = await tx
    .insertInto('occupations.offer')
    .values({
      plan_id: planId,
      id: made.id,
      county_code: made.countyCode,
      edition_code: made.editionCode,
      field_code: made.fieldCode,
      why: made.why,
      source: made.source,
      valid_from: made.validFrom,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return offerOf(row)
}
export async function endOffer(
  tx: Tx,
  { id, validTo, version }: { readonly id: string; readonly validTo: string; readonly version: number },
): Promise<Offer | undefined> {
  const row = await tx
    .updateTable('occupations.offer')
    .set((set) => ({ valid_to: validTo, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : offerOf(row)
}
function offerOf(row: {
  readonly id: string
  readonly county_code: string
  readonly field_code: string
  readonly why: string
  readonly source: string
  readonly valid_from: string
  readonly valid_to: string | null
  readonly letter_number: string | null
  readonly letter_date: string | null
  readonly version: number
}): Offer {
  return {
    id: row.id,
    countyCode: row.county_code,
    fieldCode: row.field_code,
    why: row.why,
    source: row.source,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    version: row.version,
  }
}
