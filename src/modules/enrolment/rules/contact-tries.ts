import type { ContactTry } from '../contract/cases.ts'
import { caseMoves, type Position } from './case-moves.ts'

export type ContactRefusal = 'enrolment.too-few-tries' | 'enrolment.too-few-channels'
type Try = Pick<ContactTry, 'channel' | 'result' | 'triedAt'>

/** Whether she may be tried here at all: wherever contact can be lost, and after it was. Not while she is protected, nor on her way to another county. */
export function mayBeTried(position: Position): boolean {
  const moves: readonly Position[] = caseMoves[position]
  return position === 'lost-contact' || moves.includes('lost-contact')
}
const beforeConsent: ReadonlySet<Position> = new Set<Position>(['nominated', 'contacted', 'not-yet', 'lost-contact'])
/** Why a try is not kept here. After her consent a no is leaving the road, which is recorded as such and not as a try. */
export function reasonsNotToKeepTry(
  position: Position,
  result: ContactTry['result'],
): readonly ('enrolment.not-being-contacted' | 'enrolment.no-is-leaving')[] {
  if (!mayBeTried(position)) return ['enrolment.not-being-contacted']
  return result === 'declined' && !beforeConsent.has(position) ? ['enrolment.no-is-leaving'] : []
}
const reached: ReadonlySet<ContactTry['result']> = new Set(['spoke', 'declined', 'later'] as const)
/** The tries since she was last reached: by a try she answered herself, or by what she came or spoke for (`metAt`). In the order of time. */
export function triesSinceReached(tries: readonly Try[], metAt: string | null): readonly Try[] {
  const since = tries.filter(({ triedAt }) => metAt === null || triedAt > metAt)
  return since.slice(since.findLastIndex(({ result }) => reached.has(result)) + 1)
}
/** Contact is lost only after as many tries on as many channels as the letter in force asks for, since she was last reached (states: three on two). */
export function reasonsNotToGiveUp(
  tries: readonly Try[],
  needed: { readonly tries: number; readonly channels: number },
): readonly ContactRefusal[] {
  const reasons: ContactRefusal[] = []
  if (tries.length < needed.tries) reasons.push('enrolment.too-few-tries')
  if (new Set(tries.map(({ channel }) => channel)).size < needed.channels) reasons.push('enrolment.too-few-channels')
  return reasons
}
/** Where one try leads: her own answer moves the case, anyone else's does not. */
export function positionAfter(position: Position, result: ContactTry['result']): Position {
  if (position !== 'nominated' && position !== 'not-yet' && position !== 'lost-contact') return position
  if (result === 'spoke') return 'contacted'
  return result === 'declined' && position === 'nominated' ? 'declined' : position
}
