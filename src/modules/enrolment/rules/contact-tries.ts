import type { ContactTry } from '../contract/cases.ts'
import type { Position } from './case-moves.ts'

export type ContactRefusal = 'enrolment.too-few-tries' | 'enrolment.too-few-channels'
type Try = Pick<ContactTry, 'channel' | 'result'>

/** Contact is lost only after as many tries on as many channels as the letter in force asks for (states: three on two). */
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
