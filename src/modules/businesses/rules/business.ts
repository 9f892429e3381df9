import type { Position } from '../../enrolment/rules/case-moves.ts'
import type { OccupationField } from '../../occupations/contract.ts'
import type { BusinessState } from '../contract/businesses.ts'

/** Every move a business may make; one that ended stays so, and another may be registered. */
export const businessMoves = {
  idea: ['trial', 'active', 'ended'],
  trial: ['active', 'paused', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
} as const satisfies Record<BusinessState, readonly BusinessState[]>
export function reasonsNotToMoveBusiness(from: BusinessState, to: BusinessState): readonly 'businesses.no-such-move'[] {
  const allowed: readonly BusinessState[] = businessMoves[from]
  return allowed.includes(to) ? [] : ['businesses.no-such-move']
}
/** Positions at which a business is registered: her plan of work is agreed, and her case goes on. */
const AT_WORK: ReadonlySet<Position> = new Set<Position>(['pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare'])
export type RegisterRefusal =
  | 'businesses.case-not-at-work'
  | 'businesses.field-unknown'
  | 'businesses.field-not-offered'
  | 'businesses.relation-not-of-field'
  | 'businesses.start-missing'
  | 'businesses.start-ahead'
export interface Registering {
  readonly position: Position
  readonly kind: 'created' | 'revived' | 'stabilised'
  readonly state: BusinessState
  readonly relation: string
  readonly startedOn: string | null
  readonly field: Pick<OccupationField, 'relationPatterns'> | undefined
  readonly isOffered: boolean
}
/** Why a business may not be registered so. What she has already stands, whether her county is offered the field or not. */
export function reasonsNotToRegister(one: Registering, today: string): readonly RegisterRefusal[] {
  const reasons: RegisterRefusal[] = []
  if (!AT_WORK.has(one.position)) reasons.push('businesses.case-not-at-work')
  if (one.field === undefined) reasons.push('businesses.field-unknown')
  else {
    if (one.kind === 'created' && !one.isOffered) reasons.push('businesses.field-not-offered')
    if (!one.field.relationPatterns.some((pattern) => pattern === one.relation)) reasons.push('businesses.relation-not-of-field')
  }
  if (one.startedOn === null && (one.state !== 'idea' || one.kind !== 'created')) reasons.push('businesses.start-missing')
  if (one.startedOn !== null && one.startedOn > today) reasons.push('businesses.start-ahead')
  return reasons
}
