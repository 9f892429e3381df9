import type { Tx } from '../../platform/db.ts'
import { type ParameterName, type ParameterValue, parameterUnits } from './contract.ts'

export interface NewPlan {
  readonly id: string
  readonly title: string
  readonly provinceCode: string
  readonly ownerId: string | null
  readonly startedOn: string
  readonly goals: readonly string[]
  readonly pilotCounties: readonly string[]
  readonly document: { readonly title: string; readonly number: string; readonly date: string }
  /** First and last day of each phase of the model, in their order, where they are known already. */
  readonly phaseDays?: readonly (readonly [startsOn: string, endsOn: string])[]
  readonly newId: () => string
}
const bounds = { from: 18, to: 55 }
type Defaults = { readonly [Name in Exclude<ParameterName, Unassumed>]: ParameterValue<Name> }
/** What nobody can assume: the telephone of an office is known by letter or not at all. */
type Unassumed = 'office-phone'
/** What holds until an official letter is entered; every row says that it is a default. Sources: domain §2.1 (variant A) and the state table. */
export const defaultParameters: Defaults = {
  'age-bounds': {
    widowed: bounds,
    divorced: bounds,
    'husband-cannot-provide': bounds,
    'never-married': { from: 45, to: 55 },
    other: bounds,
  },
  'covered-policy': 'exclude',
  'insurance-ban': false,
  'nomination-retention': 90,
  'withdrawn-retention': 365,
  'contact-tries': { tries: 3, channels: 2 },
  'registration-deadline': 30,
  'enquiry-answer': 10,
  'appeal-filing': 30,
  'appeal-answer': 15,
  'place-answer': 10,
  'transfer-quota': 'stays',
  'result-telling': 10,
  'mark-validity': 12,
  'pledge-step': 30,
  'application-answer': 20,
  'receipt-retention': 180,
  'support-retention': 365,
  'exit-table-showing': 14,
  'work-plan-agreeing': 30,
  'permit-review': 14,
  'permit-renewal': 60,
  'call-answer': 14,
  'mass-read': 40,
  'code-wait': 60,
  'order-request-answer': 7,
  'order-request-retention': 90,
  'proposal-answer': 7,
  'lot-answer': 7,
  'smallest-cell': 10,
  'referral-answer': 10,
  'dispute-answer': 10,
  'obstacle-verifying': 14,
  'arrangement-reminder': 30,
  'grievance-acknowledging': 3,
  'grievance-answering': 15,
  'grievance-word': 14,
  'grievance-retention': 730,
  // The minimum daily wage of 1404 (3,463,656 rial) over seven hours and twenty minutes.
  'hourly-floor': 472_500,
  caseload: 60,
  'contact-cadence': { starting: 7, working: 14, earning: 30 },
  'follow-up-months': { first: 3, second: 6, third: 12, fourth: 24 },
  'follow-up-window': 30,
  'sustained-months': { earningMonths: 9, lastMonths: 12 },
  'interrupted-months': 2,
  'call-back-share': 5,
  // Rules seen in provincial working groups: agenda a week ahead, quorum two thirds (domain §2.6).
  'meeting-quorum': { part: 2, of: 3 },
  'agenda-ahead': 7,
  'resolution-acknowledging': 7,
}
const PHASES = [
  ['advantage-study', 'شناخت مزیت‌ها و فرصت‌های استان'],
  ['registration-and-empowerment', 'ثبت‌نام، گفت‌وگو، مشاوره و آموزش'],
  ['market-linkage', 'اتصال به بازار'],
] as const
const DEFAULT_LETTER = 'پیش‌فرض سامانه'

/** Founds a plan: its goals, the phases of the model, its pilot counties by document, and default parameters marked as such. */
export async function insertPlan(tx: Tx, plan: NewPlan): Promise<void> {
  const { id, newId, startedOn, document } = plan
  await tx
    .insertInto('plan.plan')
    .values({
      plan_id: id,
      id,
      title: plan.title,
      owner_id: plan.ownerId,
      province_code: plan.provinceCode,
      zone: 'Asia/Tehran',
      calendar: 'persian',
      started_on: startedOn,
    })
    .execute()
  await tx
    .insertInto('plan.goal')
    .values(plan.goals.map((sentence, index) => ({ plan_id: id, id: newId(), place: index + 1, sentence })))
    .execute()
  await tx
    .insertInto('plan.phase')
    .values(
      PHASES.map(([code, title], index) => ({
        plan_id: id,
        id: newId(),
        place: index + 1,
        model_code: code,
        title,
        starts_on: plan.phaseDays?.[index]?.[0] ?? null,
        ends_on: plan.phaseDays?.[index]?.[1] ?? null,
      })),
    )
    .execute()
  await tx
    .insertInto('plan.edition')
    .values({
      plan_id: id,
      id: newId(),
      number: 1,
      title: plan.title,
      in_force_from: startedOn,
      letter_number: document.number,
      letter_date: document.date,
      what_changed: document.title,
    })
    .execute()
  if (plan.pilotCounties.length > 0) await insertPilotCounties(tx, plan)
  await insertDefaultParameters(tx, plan)
}
async function insertPilotCounties(tx: Tx, { id, startedOn, document, pilotCounties }: NewPlan): Promise<void> {
  await tx
    .insertInto('plan.pilot_county')
    .values(
      pilotCounties.map((county) => ({
        plan_id: id,
        county_code: county,
        since: startedOn,
        document_title: document.title,
        document_number: document.number,
        document_date: document.date,
        act: 'founding',
      })),
    )
    .execute()
}
async function insertDefaultParameters(tx: Tx, { id, newId, startedOn }: NewPlan): Promise<void> {
  await tx
    .insertInto('plan.parameter')
    .values(
      Object.entries(defaultParameters).map(([name, value]) => ({
        plan_id: id,
        id: newId(),
        name,
        value: JSON.stringify(value),
        unit: unitOf(name),
        valid_from: startedOn,
        letter_number: DEFAULT_LETTER,
        letter_date: startedOn,
        is_default: true,
      })),
    )
    .execute()
}
function unitOf(name: string): string {
  const units: Readonly<Record<string, string>> = parameterUnits
  return units[name] ?? ''
}
