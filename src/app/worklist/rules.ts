import type { ActorRole } from '../../access/roles.ts'

/** The published view in which a role's tasks stand: the blind office has its own, because it holds no table that names a woman. */
export function viewFor(role: ActorRole): 'enrolment.due' | 'enrolment.office_due' | undefined {
  if (role === 'GD' || role === 'AG') return 'enrolment.due'
  return role === 'PO' ? 'enrolment.office_due' : undefined
}
