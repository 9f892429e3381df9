import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { PermitState } from '../contract/permits.ts'
import { standingOf } from '../rules/permit.ts'
import { weekOf } from '../rules/weeks.ts'

/** What later rooms may know of a business that works: no name, no paper, no price. */
export interface Workshop {
  readonly businessId: string
  readonly personId: string
  readonly caseId: string
  readonly countyCode: string
  readonly fieldCode: string
  readonly permit: 'valid' | 'not-required' | 'open' | 'none'
  readonly hubId: string | null
  readonly products: readonly {
    readonly productId: string
    readonly unit: string
    readonly weekly: { readonly declared: number; readonly tested: number | null; readonly achieved: number | null }
  }[]
  /** Mondays of the weeks, from this one on, in which nothing may be asked of her. A week runs from the Saturday before to the Friday after. */
  readonly blockedWeeks: readonly string[]
}
export interface AskedWorkshops {
  readonly planId: string
  readonly personIds?: readonly string[]
  readonly countyCodes?: readonly string[]
  readonly fieldCode?: string
  readonly today: string
}
const MOST = 5000
async function listWorking(tx: Tx, { planId, personIds, countyCodes, fieldCode }: AskedWorkshops) {
  let query = tx
    .selectFrom('businesses.business as business')
    .innerJoin('businesses.profile as profile', (join) =>
      join.onRef('profile.plan_id', '=', 'business.plan_id').onRef('profile.business_id', '=', 'business.id'),
    )
    .select(['business.id', 'business.person_id', 'business.case_id', 'business.county_code', 'profile.field_code'])
    .where('business.plan_id', '=', planId)
    .where('business.state', 'in', ['trial', 'active'])
    .orderBy('business.id')
    .limit(MOST)
  if (personIds !== undefined) query = query.where('business.person_id', 'in', [...personIds])
  if (countyCodes !== undefined) query = query.where('business.county_code', 'in', [...countyCodes])
  if (fieldCode !== undefined) query = query.where('profile.field_code', '=', fieldCode)
  return query.execute()
}
async function permitsOf(tx: Tx, planId: string, ids: readonly string[], today: string) {
  const rows = await tx
    .selectFrom('businesses.permit as permit')
    .leftJoin('businesses.permit_paper as paper', (join) =>
      join.onRef('paper.plan_id', '=', 'permit.plan_id').onRef('paper.permit_id', '=', 'permit.id'),
    )
    .distinctOn('permit.business_id')
    .select(['permit.business_id', 'permit.state', 'paper.expires_on'])
    .where('permit.plan_id', '=', planId)
    .where('permit.business_id', 'in', [...ids])
    .orderBy('permit.business_id')
    .orderBy('permit.id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.business_id, standingOf(PermitState.parse(row.state), row.expires_on, today)] as const))
}
async function readWorkshops(tx: Tx, asked: AskedWorkshops): Promise<readonly Workshop[]> {
  const { planId, today } = asked
  const working = await listWorking(tx, asked)
  if (working.length === 0) return []
  const ids = working.map(({ id }) => id)
  const permits = await permitsOf(tx, planId, ids, today)
  const products = await tx
    .selectFrom('businesses.product')
    .select(['id', 'business_id', 'unit', 'weekly_declared', 'weekly_tested', 'weekly_achieved'])
    .where('plan_id', '=', planId)
    .where('business_id', 'in', ids)
    .where('is_offered', '=', true)
    .orderBy('id')
    .execute()
  const hubs = await tx
    .selectFrom('businesses.hub_member')
    .select(['business_id', 'hub_id'])
    .where('plan_id', '=', planId)
    .where('business_id', 'in', ids)
    .where('left_on', 'is', null)
    .execute()
  const weeks = await tx
    .selectFrom('businesses.blocked_week')
    .select(['business_id', 'week'])
    .where('plan_id', '=', planId)
    .where('business_id', 'in', ids)
    .where('is_blocked', '=', true)
    .where('week', '>=', weekOf(today))
    .orderBy('week')
    .execute()
  const [productsOf, weeksOf] = [Map.groupBy(products, (one) => one.business_id), Map.groupBy(weeks, (one) => one.business_id)]
  const hubOf = new Map(hubs.map((one) => [one.business_id, one.hub_id]))
  return working.map((one) => ({
    businessId: one.id,
    personId: one.person_id,
    caseId: one.case_id,
    countyCode: one.county_code,
    fieldCode: one.field_code,
    permit: permits.get(one.id) ?? 'none',
    hubId: hubOf.get(one.id) ?? null,
    products: (productsOf.get(one.id) ?? []).map((product) => ({
      productId: product.id,
      unit: product.unit,
      weekly: { declared: product.weekly_declared, tested: product.weekly_tested, achieved: product.weekly_achieved },
    })),
    blockedWeeks: (weeksOf.get(one.id) ?? []).map(({ week }) => week),
  }))
}
/** Businesses that work, over all counties and whoever asks. */
export async function listWorkshops(tx: Tx, asked: AskedWorkshops): Promise<readonly Workshop[]> {
  if (asked.personIds?.length === 0 || asked.countyCodes?.length === 0) return []
  return beyondReach(tx, () => readWorkshops(tx, asked))
}
/** What she delivered a week of late, told by whoever runs the orders; nobody types it. */
export async function putAchieved(
  tx: Tx,
  told: { readonly planId: string; readonly productId: string; readonly weekly: number; readonly on: string },
): Promise<void> {
  await beyondReach(tx, () =>
    tx
      .updateTable('businesses.product')
      .set((set) => ({ weekly_achieved: told.weekly, achieved_on: told.on, version: set('version', '+', 1) }))
      .where('plan_id', '=', told.planId)
      .where('id', '=', told.productId)
      .execute(),
  )
}

/** How much of what was said a week can be counted on, by how it is known. */
export interface Reliability {
  readonly achieved: number
  readonly tested: number
  readonly declared: number
}
/** What the homes of one occupation in one county make in one unit, summed: no business and no woman of it. Units are never added up. */
export interface Capacity {
  readonly countyCode: string
  readonly fieldCode: string
  readonly unit: string
  /** Homes that make it in this unit, and those that make it in any. */
  readonly homes: number
  readonly allHomes: number
  readonly weekly: number
  readonly medianWeekly: number
}
export interface AskedCapacity {
  readonly planId: string
  readonly reliability: Reliability
  readonly countyCode?: string | null | undefined
}
/** Over all counties or in one, and whoever asks; as many rows as there are occupations in counties, by unit. */
export async function sumCapacity(tx: Tx, { planId, reliability, countyCode = null }: AskedCapacity): Promise<readonly Capacity[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ county_code: string; field_code: string; unit: string; homes: number; weekly: number; median: number; all_homes: number }>`
      with made as (
        select business.county_code, product.field_code, product.unit, business.id,
          sum(case when product.weekly_achieved is not null then product.weekly_achieved * ${reliability.achieved}::float8
            when product.weekly_tested is not null then product.weekly_tested * ${reliability.tested}::float8
            else product.weekly_declared * ${reliability.declared}::float8 end) as weekly
        from businesses.business business
          join businesses.product product on product.plan_id = business.plan_id and product.business_id = business.id and product.is_offered
        where business.plan_id = ${planId} and business.state in ('trial', 'active')
          and (${countyCode}::text is null or business.county_code = ${countyCode})
        group by business.county_code, product.field_code, product.unit, business.id),
      home as (select county_code, field_code, count(distinct id)::int as all_homes from made group by county_code, field_code)
      select county_code, field_code, made.unit, count(*)::int as homes, sum(made.weekly)::float8 as weekly,
        percentile_cont(0.5) within group (order by made.weekly)::float8 as median, home.all_homes
      from made join home using (county_code, field_code) group by county_code, field_code, made.unit, home.all_homes
      order by county_code, field_code, made.unit`.execute(tx),
  )
  return rows.map((row) => ({
    countyCode: row.county_code,
    fieldCode: row.field_code,
    unit: row.unit,
    homes: row.homes,
    weekly: row.weekly,
    medianWeekly: row.median,
    allHomes: row.all_homes,
  }))
}
/** The occupation each of these goods belongs to. */
export async function fieldsOfProducts(
  tx: Tx,
  { planId, productIds }: { readonly planId: string; readonly productIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (productIds.length === 0) return new Map()
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('businesses.product')
      .select(['id', 'field_code'])
      .where('plan_id', '=', planId)
      .where('id', 'in', [...productIds])
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, row.field_code]))
}
