import { beyondReach, type Tx } from '../../../platform/db.ts'
import type { PriceIndex } from '../contract/price-index.ts'

/** Ten years of months, each corrected now and then. */
const MOST = 400
const columns = ['id', 'month', 'base_year', 'edition', 'hundredths', 'letter_number', 'letter_date'] as const
interface Row {
  readonly id: string
  readonly month: string
  readonly base_year: number
  readonly edition: number
  readonly hundredths: number
  readonly letter_number: string
  readonly letter_date: string
}
function indexOf(row: Row): PriceIndex {
  const { id, month, base_year: baseYear, edition, hundredths, letter_number: letterNumber, letter_date: letterDate } = row
  return { id, month, baseYear, edition, hundredths, letterNumber, letterDate }
}
export async function listPriceIndices(tx: Tx, planId: string): Promise<readonly PriceIndex[]> {
  const rows = await tx
    .selectFrom('outcomes.price_index')
    .select(columns)
    .where('plan_id', '=', planId)
    .orderBy('month', 'desc')
    .orderBy('base_year', 'desc')
    .orderBy('edition', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(indexOf)
}
/** One edition more of a month. The constraint on editions refuses whoever did not see the last one. */
export async function insertPriceIndex(
  tx: Tx,
  index: PriceIndex & { readonly planId: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
  const { planId, accountId, at, id, month, baseYear, edition, hundredths, letterNumber, letterDate } = index
  const what = { month, base_year: baseYear, edition, hundredths, letter_number: letterNumber, letter_date: letterDate }
  await tx
    .insertInto('outcomes.price_index')
    .values({ plan_id: planId, id, ...what, account_id: accountId, entered_at: at })
    .execute()
}
/** The last edition of a month that stands; 0 when there is none. */
export async function lastEdition(
  tx: Tx,
  { planId, month, baseYear }: { readonly planId: string; readonly month: string; readonly baseYear: number },
): Promise<number> {
  const row = await tx
    .selectFrom('outcomes.price_index')
    .select('edition')
    .where('plan_id', '=', planId)
    .where('month', '=', month)
    .where('base_year', '=', baseYear)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.edition ?? 0
}
/** The same for deriving real income, whoever asks: prices name nobody, and a snapshot needs them as they stood. */
export async function listPrices(
  tx: Tx,
  planId: string,
): Promise<readonly Pick<PriceIndex, 'month' | 'baseYear' | 'edition' | 'hundredths'>[]> {
  const all = await beyondReach(tx, () => listPriceIndices(tx, planId))
  return all.map(({ month, baseYear, edition, hundredths }) => ({ month, baseYear, edition, hundredths }))
}
