import type { ActorRole, Duty } from './roles.ts'

/** Whoever acts: an account in exactly one assignment, a background job, or anyone (`PU`). */
export interface Actor {
  readonly planId: string | null
  readonly accountId: string
  readonly assignmentId: string | null
  readonly role: ActorRole
  readonly duties: readonly Duty[]
  readonly counties: readonly string[]
  readonly organisationId: string | null
  /** The woman herself, for role `W`. */
  readonly personId: string | null
  /** The session the request came in, when there is one. */
  readonly sessionId?: string
}
export const NOBODY = '00000000-0000-0000-0000-000000000000'

export function anonymous(planId: string | null): Actor {
  return { planId, accountId: NOBODY, assignmentId: null, role: 'PU', duties: [], counties: [], organisationId: null, personId: null }
}
/** The actor of a background job of a plan. */
export function service(planId: string): Actor {
  return { planId, accountId: NOBODY, assignmentId: null, role: 'service', duties: [], counties: [], organisationId: null, personId: null }
}
