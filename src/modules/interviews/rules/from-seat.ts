import type { InterviewState } from './interview-moves.ts'
import type { Against } from './panel.ts'

/** Income is never asked in the presence of a body that pays her (instrument.md, «never asked»): not while an officer of a support body may sit. */
export function reasonsNotToAskIncome(supportBodies: Against['supportBodies']): readonly 'interviews.payer-sits'[] {
  return supportBodies === 'none-there' || supportBodies === 'refused' ? [] : ['interviews.payer-sits']
}
/** A seat calls on the day itself, and only while she is waited for; on every other day her guide calls. */
export function reasonsNotToCall(
  { state, heldOn }: { readonly state: InterviewState; readonly heldOn: string },
  today: string,
): readonly ('interviews.day-not-come' | 'interviews.no-call')[] {
  if (heldOn > today) return ['interviews.day-not-come']
  return state === 'accepted' && heldOn === today ? [] : ['interviews.no-call']
}
