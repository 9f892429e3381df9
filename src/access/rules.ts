import type { AssignmentState, Given } from './contract/accounts.ts'
import type { Duty, Role } from './roles.ts'

/** Which roles may carry which duty (roles.md §1: duties belong to an assignment). */
const DUTY_ROLES: Readonly<Record<Duty, readonly Role[]>> = {
  registrar: ['GD'],
  decider: ['PO'],
  'appeal-reader': ['AG', 'PO'],
  'safety-officer': ['PO'],
  'guide-supervisor': ['GD'],
  'linkage-unit': ['PO'],
  'second-approver': ['PO'],
}
const NEEDS_ORGANISATION: readonly Role[] = ['CA', 'EX', 'AG', 'IN', 'GD', 'MO', 'OR']
const NEEDS_COUNTY: readonly Role[] = ['CA', 'AG', 'IN', 'GD', 'MO']

/** Which duties a role may be given. */
export function dutiesOf(role: Role): readonly Duty[] {
  const all: readonly Duty[] = [
    'registrar',
    'decider',
    'appeal-reader',
    'safety-officer',
    'guide-supervisor',
    'linkage-unit',
    'second-approver',
  ]
  return all.filter((duty) => DUTY_ROLES[duty].includes(role))
}
/** Why an assignment cannot be asked for as it is: whom it stands for, where, until when. */
export function reasonsNotToGive({ role, duties, counties, organisationId, validFrom, validTo }: Given): readonly string[] {
  return [
    ...(NEEDS_ORGANISATION.includes(role) && organisationId === null ? ['access.organisation-needed'] : []),
    ...(NEEDS_COUNTY.includes(role) && counties.length === 0 ? ['access.county-needed'] : []),
    ...(validTo !== null && validTo < validFrom ? ['access.dates-wrong'] : []),
    ...(duties.every((duty) => DUTY_ROLES[duty].includes(role)) ? [] : ['access.duty-of-another-role']),
  ]
}
export interface Waiting {
  readonly accountId: string
  readonly requestedBy: string
  readonly needsApproval: boolean
  readonly isApproved: boolean
  readonly isEnded: boolean
}
interface Approver {
  readonly accountId: string
  readonly duties: readonly Duty[]
}
/**
 * Why this person may not approve (roles.md §1): nobody approves for herself, neither what she asked for nor what she would hold. Once the plan has
 * a second approver, only one with that duty approves; before that any other person of the programme office may, or no house could begin.
 */
export function reasonsNotToApprove(waiting: Waiting, approver: Approver, hasSecondApprover: boolean): readonly string[] {
  if (!waiting.needsApproval || waiting.isApproved || waiting.isEnded) return ['access.not-waiting']
  if (approver.accountId === waiting.accountId || approver.accountId === waiting.requestedBy) return ['access.nobody-approves-herself']
  if (hasSecondApprover && !approver.duties.includes('second-approver')) return ['access.second-approver-needed']
  return []
}
interface Dated {
  readonly needsApproval: boolean
  readonly isApproved: boolean
  readonly isEnded: boolean
  readonly validFrom: string
  readonly validTo: string | null
}
export function stateOf({ needsApproval, isApproved, isEnded, validFrom, validTo }: Dated, today: string): AssignmentState {
  if (isEnded || (validTo !== null && validTo < today)) return 'ended'
  if (needsApproval && !isApproved) return 'waiting'
  return validFrom > today ? 'ahead' : 'in-force'
}
/** A password nobody should have: the address itself, one repeated sign, a plain run of digits (NIST SP 800-63B §5.1.1.2). */
export function isPlainPassword(password: string, email: string): boolean {
  const small = password.toLowerCase()
  const [name = ''] = email.toLowerCase().split('@')
  return (
    new Set(small).size < 4 ||
    (name.length > 3 && small.includes(name)) ||
    '01234567890123456789'.includes(small) ||
    small.includes('password')
  )
}
