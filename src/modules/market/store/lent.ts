import { beyondReach, sql, type Tx } from '../../../platform/db.ts'

/** A lot whose money she said had reached her. */
export interface PaidLot {
  readonly lotId: string
  readonly caseId: string
  readonly buyerId: string
  /** The day of the last payment to her, and the day she said that it came. */
  readonly paidOn: string
  readonly confirmedOn: string
  /** What reached her, and what she herself spent on the pieces. */
  readonly paidRial: number
  readonly costsRial: number
  /** Minutes of her work; null where nobody measured a piece, or nothing was made. */
  readonly minutes: number | null
}
/** What she has agreed to and what still lies ahead of her. */
export interface OpenWork {
  readonly caseId: string
  /** The day on which she first accepted written terms; null before. */
  readonly termsSince: string | null
  /** The last day of delivery of lots she accepted and has not delivered yet; null where none is. */
  readonly orderedUntil: string | null
}
interface Asked {
  readonly planId: string
  readonly caseIds: readonly string[]
}
const MOST = 20_000
/** Lots of these cases that she confirmed until a day, over all orders and whoever asks, in the order in which they were paid. */
export async function listPaidLots(tx: Tx, { planId, caseIds, until }: Asked & { readonly until: string }): Promise<readonly PaidLot[]> {
  if (caseIds.length === 0) return []
  const { rows } = await beyondReach(tx, () =>
    sql<{
      id: string
      case_id: string
      organisation_id: string
      paid_on: string
      state_since: string
      paid: number
      costs: number
      minutes: number | null
    }>`
      select lot.id, lot.case_id, lot.organisation_id, max(entry.happened_on) as paid_on, lot.state_since,
        sum(case when entry.debit = 'paid-to-her' then entry.amount_rial else -entry.amount_rial end)::bigint as paid,
        ((lot.accepted + lot.spoiled) * terms.costs_rial)::bigint as costs, nullif((lot.accepted + lot.spoiled) * terms.minutes_per_piece, 0) as minutes
      from market.lot lot
      join market.lot_terms terms on terms.plan_id = lot.plan_id and terms.lot_id = lot.id
      join market.entry entry on entry.plan_id = lot.plan_id and entry.lot_id = lot.id and 'paid-to-her' in (entry.debit, entry.credit)
      where lot.plan_id = ${planId} and lot.case_id = any (${[...caseIds]}::uuid[]) and lot.state = 'confirmed-by-her' and lot.state_since <= ${until}
      group by lot.plan_id, lot.id, terms.plan_id, terms.lot_id
      order by paid_on, lot.id limit ${MOST}`.execute(tx),
  )
  return rows.map((row) => ({
    lotId: row.id,
    caseId: row.case_id,
    buyerId: row.organisation_id,
    paidOn: row.paid_on,
    confirmedOn: row.state_since,
    paidRial: Number(row.paid),
    costsRial: Number(row.costs),
    minutes: row.minutes,
  }))
}
/** Terms and orders ahead of these cases, one line for each that ever accepted a lot. */
export async function listOpenWork(tx: Tx, { planId, caseIds }: Asked): Promise<readonly OpenWork[]> {
  if (caseIds.length === 0) return []
  const { rows } = await beyondReach(tx, () =>
    sql<{ case_id: string; terms_since: string | null; ordered_until: string | null }>`
      select lot.case_id, min(terms.read_on) as terms_since,
        max(terms.deliver_by) filter (where lot.state in ('accepted', 'sample', 'ordered', 'material-delivered', 'material-short', 'produced', 'checked')) as ordered_until
      from market.lot lot join market.lot_terms terms on terms.plan_id = lot.plan_id and terms.lot_id = lot.id
      where lot.plan_id = ${planId} and lot.case_id = any (${[...caseIds]}::uuid[]) and lot.state not in ('offered', 'terms-read', 'declined')
      group by lot.case_id`.execute(tx),
  )
  return rows.map((row) => ({ caseId: row.case_id, termsSince: row.terms_since, orderedUntil: row.ordered_until }))
}
