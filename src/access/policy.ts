import type { Purpose } from '../platform/route.ts'
import { type Action, actions } from './actions.ts'
import type { Actor } from './actor.ts'
import { access } from './policy/access.ts'
import { amayesh } from './policy/amayesh.ts'
import { businesses } from './policy/businesses.ts'
import { enrolment } from './policy/enrolment.ts'
import { exports } from './policy/exports.ts'
import type { Grant, Reach } from './policy/grant.ts'
import { interviews } from './policy/interviews.ts'
import { market } from './policy/market.ts'
import { matching } from './policy/matching.ts'
import { mine } from './policy/mine.ts'
import { occupations } from './policy/occupations.ts'
import { outcomes } from './policy/outcomes.ts'
import { oversight } from './policy/oversight.ts'
import { partners } from './policy/partners.ts'
import { pathways } from './policy/pathways.ts'
import { people } from './policy/people.ts'
import { plan } from './policy/plan.ts'
import { reforms } from './policy/reforms.ts'
import { road } from './policy/road.ts'
import { territory } from './policy/territory.ts'
import { worklist } from './policy/worklist.ts'
import type { ActorRole } from './roles.ts'

type Law = Readonly<Record<Action, Readonly<Partial<Record<ActorRole, Reach | Grant>>>>>

/** Who may do what: action → role → reach, cell by cell from the table of roles. What is not written here is refused. */
export const policy: Law = {
  ...access,
  ...territory,
  ...plan,
  ...occupations,
  ...partners,
  ...people,
  ...enrolment,
  ...interviews,
  ...pathways,
  ...businesses,
  ...matching,
  ...market,
  ...outcomes,
  ...oversight,
  ...amayesh,
  ...reforms,
  ...worklist,
  ...road,
  ...mine,
  ...exports,
}

export type PolicyRefusal = 'access.not-your-part' | 'access.duty-missing' | 'access.purpose-missing'
type Who = Pick<Actor, 'role' | 'duties'>

/** Why an actor may not do an action; an empty list means yes. Asked once, in `platform/http.ts`, and by screens to hide or explain. */
export function reasonsNotTo(action: Action, actor: Who, purpose?: Purpose): readonly PolicyRefusal[] {
  const grant = grantOf(action, actor.role)
  if (grant === undefined) return ['access.not-your-part']
  if (grant.duties !== undefined && !grant.duties.some((duty) => actor.duties.includes(duty))) return ['access.duty-missing']
  if ((grant.reach === 'file' || grant.reach === 'glass') && purpose === undefined) return ['access.purpose-missing']
  if (grant.purposes !== undefined && purpose !== undefined && !grant.purposes.includes(purpose)) return ['access.not-your-part']
  return []
}
/** The actions an actor may do at all, for screens; an action that opens a file still needs its purpose. */
export function actionsOf(actor: Who): readonly Action[] {
  return actions.filter((action) => reasonsNotTo(action, actor).every((reason) => reason === 'access.purpose-missing'))
}
export function grantOf(action: Action, role: ActorRole): Grant | undefined {
  const cell = policy[action][role]
  return typeof cell === 'string' ? { reach: cell } : cell
}
