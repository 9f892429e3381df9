import { z } from 'zod'
import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { type DeprivedArea, ReferralPlace, RuleOutcome } from '../contract/eligibility.ts'
import type { Case } from './cases.ts'
import { readScope } from './scope.ts'

export interface NewDecision {
  readonly id: string
  readonly outcome: 'eligible' | 'ineligible'
  readonly ruleSet: string
  readonly rules: readonly RuleOutcome[]
  readonly facts: string
  readonly tier: number
  readonly tierSet: string
  readonly tierGrounds: readonly string[]
  readonly countsApart: boolean
  readonly decidedBy: string
  readonly decidedFor: string | null
  readonly at: Date
  readonly today: string
}
/** A decision is added, never changed: a new one leaves the old one as it was. */
export async function insertDecision(tx: Tx, one: Case, made: NewDecision): Promise<void> {
  await tx
    .insertInto('enrolment.decision')
    .values({
      ...(await readScope(tx, one)),
      id: made.id,
      case_id: one.id,
      outcome: made.outcome,
      rule_set: made.ruleSet,
      rules: JSON.stringify(made.rules),
      input_hash: Buffer.from(made.facts, 'hex'),
      tier: made.tier,
      tier_set: made.tierSet,
      tier_grounds: [...made.tierGrounds],
      counts_apart: made.countsApart,
      decided_by: made.decidedBy,
      decided_for: made.decidedFor,
      decided_at: made.at,
      decided_on: made.today,
    })
    .execute()
}
const Rules = z.array(RuleOutcome)
/** Decisions of a case, the newest first. */
export async function listDecisions(tx: Tx, caseId: string) {
  const rows = await tx
    .selectFrom('enrolment.decision')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome === 'eligible' ? ('eligible' as const) : ('ineligible' as const),
    ruleSet: row.rule_set,
    rules: Rules.parse(row.rules),
    facts: row.input_hash.toString('hex'),
    tier: row.tier,
    decidedOn: row.decided_on,
    decidedFor: row.decided_for,
  }))
}
export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number]
export async function findLastDecision(tx: Tx, caseId: string): Promise<DecisionRow | undefined> {
  return (await listDecisions(tx, caseId))[0]
}
/** Adds to the numbers of decisions of a county; in the order of their keys, so that two never wait for each other in a ring. */
export async function countDecisions(
  tx: Tx,
  { planId, countyCode, kinds }: { readonly planId: string; readonly countyCode: string; readonly kinds: readonly CountKind[] },
): Promise<void> {
  await beyondReach(tx, async () => {
    for (const kind of [...kinds].sort())
      await sql`insert into enrolment.decision_count (plan_id, county_code, kind, n) values (${planId}, ${countyCode}, ${kind}, 1)
        on conflict (plan_id, county_code, kind) do update set n = enrolment.decision_count.n + 1`.execute(tx)
  })
}
export type CountKind = 'eligible' | 'ineligible' | 'counted-apart' | 'out-of-turn' | 'appeal-upheld' | 'appeal-overturned'
export async function readDecisionCounts(tx: Tx) {
  return tx
    .selectFrom('enrolment.decision_count')
    .select(['county_code', 'kind', 'n'])
    .orderBy('county_code')
    .orderBy('kind')
    .limit(2000)
    .execute()
}
/** Sums over the whole plan, which anyone may know. */
export async function readOpenCounts(tx: Tx, planId: string) {
  const { rows } = await beyondReach(tx, () =>
    sql<{ kind: string; n: number }>`
      select kind, sum(n)::int as n from enrolment.decision_count where plan_id = ${planId} group by kind
      union all select 'granted', coalesce(sum(granted), 0)::int from enrolment.place_count where plan_id = ${planId}`.execute(tx),
  )
  return new Map(rows.map(({ kind, n }) => [kind, n]))
}

/** Whether an insurance is paid for her, as last told. */
export async function findInsured(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('enrolment.told_fact')
    .select(['value', 'source'])
    .where('case_id', '=', caseId)
    .where('fact', '=', 'insured')
    .orderBy('told_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return { isInsured: row.value === 'yes', source: row.source === 'document' ? ('document' as const) : ('her-word' as const) }
}
export async function insertInsured(
  tx: Tx,
  one: Case,
  made: { readonly id: string; readonly isInsured: boolean; readonly source: string; readonly at: Date; readonly accountId: string },
): Promise<void> {
  await tx
    .insertInto('enrolment.told_fact')
    .values({
      ...(await readScope(tx, one)),
      id: made.id,
      case_id: one.id,
      fact: 'insured',
      value: made.isInsured ? 'yes' : 'no',
      source: made.source,
      told_at: made.at,
      account_id: made.accountId,
    })
    .execute()
}

/** Places to turn to that are in force on a day. */
export async function listReferralPlaces(tx: Tx, day: string): Promise<ReferralPlace[]> {
  const rows = await tx
    .selectFrom('enrolment.referral_place')
    .selectAll()
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('rule')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) =>
    ReferralPlace.parse({
      id: row.id,
      rule: row.rule,
      countyCode: row.county_code,
      title: row.title,
      titleEn: row.title_en,
      note: row.note,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }),
  )
}
export async function insertReferralPlace(tx: Tx, planId: string, { titleEn, countyCode, validFrom, validTo, ...place }: ReferralPlace) {
  await tx
    .insertInto('enrolment.referral_place')
    .values({ ...place, plan_id: planId, title_en: titleEn, county_code: countyCode, valid_from: validFrom, valid_to: validTo })
    .execute()
}
export async function listDeprivedAreas(tx: Tx, day: string): Promise<DeprivedArea[]> {
  const rows = await tx
    .selectFrom('enrolment.deprived_area')
    .selectAll()
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('division_code')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    divisionCode: row.division_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
  }))
}
export async function insertDeprivedArea(tx: Tx, planId: string, area: DeprivedArea): Promise<void> {
  await tx
    .insertInto('enrolment.deprived_area')
    .values({
      plan_id: planId,
      id: area.id,
      division_code: area.divisionCode,
      valid_from: area.validFrom,
      valid_to: area.validTo,
      letter_number: area.letterNumber,
      letter_date: area.letterDate,
    })
    .execute()
}
