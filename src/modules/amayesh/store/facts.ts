import type { z } from 'zod'
import { beyondReach, type Tx } from '../../../platform/db.ts'
import { TradeGroup } from '../../occupations/contract.ts'
import type { Buyer, LinkActor } from '../contract/facts.ts'

interface BuyerRow {
  readonly id: string
  readonly county_code: string
  readonly field_code: string
  readonly buyer: string
  readonly monthly: number
  readonly unit: string
  readonly source: string
  readonly letter_number: string | null
  readonly letter_date: string | null
  readonly valid_from: string
  readonly valid_to: string | null
  readonly version: number
}
function buyerOf(row: BuyerRow): Buyer {
  return {
    id: row.id,
    countyCode: row.county_code,
    fieldCode: row.field_code,
    buyer: row.buyer,
    monthly: row.monthly,
    unit: row.unit,
    source: row.source,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  }
}
const MOST = 2000
/** Those that hold, newest first. */
export async function listBuyers(tx: Tx, countyCode?: string): Promise<Buyer[]> {
  let query = tx.selectFrom('amayesh.buyer').selectAll().where('valid_to', 'is', null).orderBy('id', 'desc').limit(MOST)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  return (await query.execute()).map(buyerOf)
}
/** Those of one county, also for a guide, who may read none: what comes of them is told as a standing, without whose they are. */
export async function listBuyersOf(
  tx: Tx,
  { planId, countyCode }: { readonly planId: string; readonly countyCode: string },
): Promise<readonly Buyer[]> {
  return beyondReach(tx, async () => {
    const held = tx.selectFrom('amayesh.buyer').selectAll().where('plan_id', '=', planId).where('valid_to', 'is', null)
    return (await held.where('county_code', '=', countyCode).orderBy('id', 'desc').limit(MOST).execute()).map(buyerOf)
  })
}
export async function findBuyer(tx: Tx, id: string): Promise<Buyer | undefined> {
  const row = await tx.selectFrom('amayesh.buyer').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : buyerOf(row)
}
interface By {
  readonly planId: string
  readonly accountId: string
}
export async function insertBuyer(tx: Tx, { planId, accountId }: By, made: Omit<Buyer, 'validTo' | 'version'>): Promise<Buyer> {
  const row = await tx
    .insertInto('amayesh.buyer')
    .values({
      plan_id: planId,
      id: made.id,
      county_code: made.countyCode,
      field_code: made.fieldCode,
      buyer: made.buyer,
      monthly: made.monthly,
      unit: made.unit,
      source: made.source,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      valid_from: made.validFrom,
      account_id: accountId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return buyerOf(row)
}
interface Ending {
  readonly id: string
  readonly validTo: string
  readonly version: number
}
export async function endBuyer(tx: Tx, { id, validTo, version }: Ending): Promise<Buyer | undefined> {
  const row = await tx
    .updateTable('amayesh.buyer')
    .set((set) => ({ valid_to: validTo, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('valid_to', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : buyerOf(row)
}
interface ActorRow {
  readonly id: string
  readonly chain_code: string
  readonly place: number
  readonly county_code: string
  readonly actor: string
  readonly source: string
  readonly valid_from: string
  readonly valid_to: string | null
  readonly version: number
}
function actorOf(row: ActorRow): LinkActor {
  return {
    id: row.id,
    chainCode: row.chain_code,
    place: row.place,
    countyCode: row.county_code,
    actor: row.actor,
    source: row.source,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  }
}
export async function listLinkActors(tx: Tx): Promise<readonly LinkActor[]> {
  const rows = await tx.selectFrom('amayesh.link_actor').selectAll().where('valid_to', 'is', null).orderBy('id').limit(MOST).execute()
  return rows.map(actorOf)
}
export async function findLinkActor(tx: Tx, id: string): Promise<LinkActor | undefined> {
  const row = await tx.selectFrom('amayesh.link_actor').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : actorOf(row)
}
export async function insertLinkActor(
  tx: Tx,
  { planId, accountId }: By,
  { chainCode, countyCode, validFrom, ...made }: Omit<LinkActor, 'validTo' | 'version'>,
): Promise<LinkActor> {
  const row = await tx
    .insertInto('amayesh.link_actor')
    .values({ ...made, plan_id: planId, chain_code: chainCode, county_code: countyCode, valid_from: validFrom, account_id: accountId })
    .returningAll()
    .executeTakeFirstOrThrow()
  return actorOf(row)
}
export async function endLinkActor(tx: Tx, { id, validTo, version }: Ending): Promise<LinkActor | undefined> {
  const row = await tx
    .updateTable('amayesh.link_actor')
    .set((set) => ({ valid_to: validTo, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('valid_to', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : actorOf(row)
}
export interface Figure {
  readonly group: z.infer<typeof TradeGroup>
  readonly county: string
  readonly year: number
  readonly people: number
  readonly source: string
}
/** The last word on each group, county and year: ten counties, some dozen groups, some years. */
export async function listFigures(tx: Tx): Promise<readonly Figure[]> {
  const rows = await tx
    .selectFrom('amayesh.figure')
    .distinctOn(['year', 'county_code', 'trade_group'])
    .select(['trade_group', 'county_code', 'year', 'people', 'source'])
    .orderBy('year', 'desc')
    .orderBy('county_code')
    .orderBy('trade_group')
    .orderBy('entered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    group: TradeGroup.parse(row.trade_group),
    county: row.county_code,
    year: row.year,
    people: row.people,
    source: row.source,
  }))
}
export async function insertFigure(
  tx: Tx,
  { planId, accountId, at }: By & { readonly at: Date },
  made: {
    readonly id: string
    readonly tradeGroup: string
    readonly countyCode: string
    readonly year: number
    readonly people: number
    readonly source: string
    readonly letterNumber: string | null
    readonly letterDate: string | null
  },
): Promise<void> {
  await tx
    .insertInto('amayesh.figure')
    .values({
      plan_id: planId,
      id: made.id,
      trade_group: made.tradeGroup,
      county_code: made.countyCode,
      year: made.year,
      people: made.people,
      source: made.source,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      account_id: accountId,
      entered_at: at,
    })
    .execute()
}
