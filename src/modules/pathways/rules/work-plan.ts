import type { Position } from '../../enrolment/rules/case-moves.ts'
import type { ExitAct } from '../contract/exit-table.ts'
import type { PlanKind, Relation, StepKind, StepOwner, StepState } from '../contract/work-plan.ts'

/**
 * Every move a step may make: what is done or cancelled stays so, and a new step says what comes after. One put to her waits for her word; her yes she
 * may take back until it begins, and what she refused is put aside once her guide saw it.
 */
export const stepMoves = {
  proposed: ['planned', 'refused', 'cancelled'],
  planned: ['under-way', 'refused', 'cancelled'],
  refused: ['cancelled'],
  'under-way': ['done', 'cancelled'],
  done: [],
  cancelled: [],
} as const satisfies Record<StepState, readonly StepState[]>
export function reasonsNotToMoveStep(from: StepState, to: StepState): readonly 'pathways.no-such-step-move'[] {
  const allowed: readonly StepState[] = stepMoves[from]
  return allowed.includes(to) ? [] : ['pathways.no-such-step-move']
}
/** A step of a plan she agreed to already is put to her by itself; one of a draft comes with her yes to the whole. */
export const newStepState = (isAgreed: boolean) => (isAgreed ? ('proposed' as const) : ('planned' as const))
interface Plan {
  readonly kind: PlanKind
  readonly relation: Relation | null
  readonly wishes: readonly string[]
}
type PlanRefusal =
  | 'pathways.relation-missing'
  | 'pathways.relation-of-another-kind'
  | 'pathways.wish-missing'
  | 'pathways.wish-twice'
  | 'pathways.field-not-offered'
/** Why a plan may not be written so; `offered` are the fields of her county today. */
export function reasonsNotToPlan({ kind, relation, wishes }: Plan, offered: ReadonlySet<string>): readonly PlanRefusal[] {
  const reasons: PlanRefusal[] = []
  if (kind === 'home-based' && relation === null) reasons.push('pathways.relation-missing')
  if (kind !== 'home-based' && relation !== null) reasons.push('pathways.relation-of-another-kind')
  if (kind !== 'not-work-oriented' && wishes.length === 0) reasons.push('pathways.wish-missing')
  if (new Set(wishes).size < wishes.length) reasons.push('pathways.wish-twice')
  if (!wishes.every((code) => offered.has(code))) reasons.push('pathways.field-not-offered')
  return reasons
}
/** Positions at which the work of a plan goes on; before them it may be drafted, in a pause nothing begins. */
export const atWork: ReadonlySet<Position> = new Set<Position>([
  'pathway-agreed',
  'active',
  'earning',
  'interrupted',
  'sustained',
  'aftercare',
])
export function reasonsNotToAgree(
  position: Position,
  openSteps: number,
): readonly ('pathways.not-interviewed' | 'pathways.step-missing')[] {
  const reasons: ('pathways.not-interviewed' | 'pathways.step-missing')[] = []
  if (position !== 'interviewed' && !atWork.has(position)) reasons.push('pathways.not-interviewed')
  if (openSteps === 0) reasons.push('pathways.step-missing')
  return reasons
}
type StepRefusal = 'pathways.step-owner-unnamed' | 'pathways.step-in-the-past'
export function reasonsNotToAddStep(
  { owner, organisationId, dueOn }: { readonly owner: StepOwner; readonly organisationId: string | null; readonly dueOn: string },
  today: string,
): readonly StepRefusal[] {
  const reasons: StepRefusal[] = []
  if ((owner === 'agency') !== (organisationId !== null)) reasons.push('pathways.step-owner-unnamed')
  if (dueOn < today) reasons.push('pathways.step-in-the-past')
  return reasons
}
type StartRefusal = 'pathways.plan-not-agreed' | 'pathways.case-not-on-road' | 'pathways.no-buyer-named'
/** Why a step may not begin. Nobody is trained for a market that has no name. */
export function reasonsNotToStart({
  kind,
  isAgreed,
  hasBuyer,
  position,
}: {
  readonly kind: StepKind
  readonly isAgreed: boolean
  readonly hasBuyer: boolean
  readonly position: Position
}): readonly StartRefusal[] {
  const reasons: StartRefusal[] = []
  if (!isAgreed) reasons.push('pathways.plan-not-agreed')
  if (!atWork.has(position)) reasons.push('pathways.case-not-on-road')
  if (kind === 'training' && !hasBuyer) reasons.push('pathways.no-buyer-named')
  return reasons
}
const ACTS: Partial<Record<StepKind, ExitAct>> = { permit: 'permit', insurance: 'insurance', loan: 'loan', 'first-order': 'order' }
/** The act of the exit table a step stands for; undefined where nothing may be lost by it. */
export function actOf(kind: StepKind): ExitAct | undefined {
  return ACTS[kind]
}
