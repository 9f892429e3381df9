import { type Position, positions } from './case-moves.ts'
import { pauses } from './side-roads.ts'

/** What is looked at to say which of two files of one woman goes on. */
export interface Joinable {
  readonly id: string
  readonly position: Position
  readonly registeredOn: string | null
  readonly assigned: readonly string[]
  readonly isErased: boolean
  readonly joinedTo: string | null
}
/** Last of the road proper; every later position is a side exit or a pause. */
const LAST_ON_ROAD = positions.indexOf('closed')
/** How far a file has come; at a side exit as far as is kept of it, behind one that stands there now. Missing facts stand before registration. */
function reach({ position, registeredOn }: Pick<Joinable, 'position' | 'registeredOn'>): number {
  const place = positions.indexOf(position)
  if (position === 'deceased') return -1
  if (position === 'incomplete') return positions.indexOf('registered') - 0.2
  if (place <= LAST_ON_ROAD) return place
  return positions.indexOf(registeredOn === null ? 'nominated' : 'registered') - 0.5
}
/**
 * Which file goes on (docs/decisions/0013): the one further on the road, so that nothing she has told is asked twice; of two equally far the one
 * somebody carries, then the older. Never a preference of whoever joins them.
 */
export function keptOf<T extends Joinable>(one: T, other: T): { readonly kept: T; readonly joined: T } {
  const ahead =
    reach(one) - reach(other) || Math.sign(one.assigned.length) - Math.sign(other.assigned.length) || (one.id < other.id ? 1 : -1)
  return ahead > 0 ? { kept: one, joined: other } : { kept: other, joined: one }
}
export type JoinRefusal =
  | 'enrolment.file-erased'
  | 'enrolment.file-joined'
  | 'enrolment.join-paused'
  | 'enrolment.join-appeal-open'
  | 'enrolment.join-proposal-open'
/**
 * Why two files are not joined now. What is open about the file that would be joined is brought to its end first, by whoever has it on the desk; a
 * pause of either is waited for, because only her guide may know what it is for.
 */
export function reasonsNotToJoin(
  { kept, joined }: { readonly kept: Joinable; readonly joined: Joinable },
  open: { readonly hasAppeal: boolean; readonly hasProposal: boolean },
): readonly JoinRefusal[] {
  if (kept.isErased || joined.isErased) return ['enrolment.file-erased']
  if (kept.joinedTo !== null || joined.joinedTo !== null) return ['enrolment.file-joined']
  const reasons: JoinRefusal[] = []
  if (pauses.has(kept.position) || pauses.has(joined.position)) reasons.push('enrolment.join-paused')
  if (open.hasAppeal) reasons.push('enrolment.join-appeal-open')
  if (open.hasProposal) reasons.push('enrolment.join-proposal-open')
  return reasons
}
/** Why joined files are not parted: one was erased, or the file that goes on was itself joined later; the later join is undone first. */
export function reasonsNotToPart({
  kept,
  joined,
}: {
  readonly kept: Joinable
  readonly joined: Joinable
}): readonly ('enrolment.file-erased' | 'enrolment.part-later-first')[] {
  if (kept.isErased || joined.isErased) return ['enrolment.file-erased']
  return kept.joinedTo === null ? [] : ['enrolment.part-later-first']
}
