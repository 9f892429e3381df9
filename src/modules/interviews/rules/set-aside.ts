import type { InterviewState } from './interview-moves.ts'

/** States a conversation is set aside from when its file is joined to another of the same woman. */
export const asideStates = ['to-plan', 'proposed', 'invited', 'accepted', 'declined', 'stopped'] as const
export type AsideState = (typeof asideStates)[number]
/** Undefined where something was said in it already: that conversation is brought to its end before the files are joined, so that nothing is asked twice. */
export function asideFrom(state: InterviewState): AsideState | undefined {
  return asideStates.find((one) => one === state)
}
/** What is taken up when the files are parted: what it was, or, where its time has passed or is another's by now, back to be planned. */
export function takenUp(state: AsideState, { isTimeHers }: { readonly isTimeHers: boolean }): AsideState {
  const hadTime = state === 'proposed' || state === 'invited' || state === 'accepted'
  return hadTime && !isTimeHers ? 'to-plan' : state
}
