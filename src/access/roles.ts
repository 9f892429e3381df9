/** The roles of roles.md §1. An assignment is role × plan × counties × organisation, from–to. */
export const roles = ['PO', 'CA', 'EX', 'AG', 'IN', 'GD', 'MO', 'OR', 'W', 'AU', 'AD', 'PU'] as const
export type Role = (typeof roles)[number]
/** Background jobs act too, each as `service:<job>`; in the law they are one role. */
export type ActorRole = Role | 'service'

/** Duties on an assignment; they are not roles. */
export const duties = [
  'registrar',
  'decider',
  'appeal-reader',
  'safety-officer',
  'guide-supervisor',
  'linkage-unit',
  'second-approver',
] as const
export type Duty = (typeof duties)[number]

/** Roles whose ordinary requests run as `kariz_blind`: no grant on any table that names a woman. */
export const blindRoles: ReadonlySet<ActorRole> = new Set<ActorRole>(['PO', 'CA', 'EX', 'OR', 'AU', 'AD', 'PU'])

/** Assignments that open case content: they need a second approval. */
export function opensFiles(assignment: { readonly role: ActorRole; readonly duties: readonly Duty[] }): boolean {
  return ['AG', 'IN', 'GD', 'MO', 'EX'].includes(assignment.role) || assignment.duties.length > 0
}
/** A second factor is forced for whoever opens files, and for those who decide who may. */
export function needsSecondFactor(assignment: { readonly role: ActorRole; readonly duties: readonly Duty[] }): boolean {
  return opensFiles(assignment) || assignment.role === 'PO' || assignment.role === 'AD'
}
