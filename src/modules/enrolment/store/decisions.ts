import { z } from 'zod'
import type { Tx } from '../../../platform/db.ts'
import { RuleOutcome } from '../contract/decisions.ts'
import { type Case, scopeOf } from './cases.ts'

/** Where else she can turn, by the rules that were not met. */
export async function listReferrals(
  tx: Tx,
  rules: readonly string[],
  { countyCode, day }: { readonly countyCode: string; readonly day: string },
): Promise<string[]> {
  if (rules.length === 0) return []
  const rows = await tx
    .selectFrom('enrolment.referral_place')
    .select('title')
    .where('rule', 'in', [...rules])
    .where((where) => where.or([where('county_code', 'is', null), where('county_code', '=', countyCode)]))
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('id')
    .limit(5)
    .execute()
  return rows.map(({ title }) => title)
}
export interface NewDecision {
  readonly id: string
  readonly outcome: 'eligible' | 'ineligible'
  readonly ruleSet: string
  readonly rules: readonly RuleOutcome[]
  readonly facts: string
  readonly decidedBy: string
  readonly decidedFor: string | null
  readonly at: Date
  readonly today: string
}
export async function insertDecision(tx: Tx, one: Case, made: NewDecision): Promise<void> {
  await tx
    .insertInto('enrolment.decision')
    .values({
      ...scopeOf(one),
      id: made.id,
      case_id: one.id,
      outcome: made.outcome,
      rule_set: made.ruleSet,
      rules: JSON.stringify(made.rules),
      input_hash: Buffer.from(made.facts, 'hex'),
      decided_by: made.decidedBy,
      decided_for: made.decidedFor,
      decided_at: made.at,
      decided_on: made.today,
    })
    .execute()
}
const Rules = z.array(RuleOutcome)
export async function findLastDecision(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('enrolment.decision')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    outcome: row.outcome === 'eligible' ? ('eligible' as const) : ('ineligible' as const),
    rules: Rules.parse(row.rules),
    decidedOn: row.decided_on,
    decidedFor: row.decided_for,
  }
}
