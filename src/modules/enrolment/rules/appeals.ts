import { addDays, daysBetween } from '../../../platform/time.ts'
import type { AppealState } from '../contract/appeals.ts'

/** The moves of an appeal (states.md); assigned again to another body while it is not answered. */
export const appealMoves = {
  filed: ['assigned'],
  assigned: ['assigned', 'upheld', 'overturned'],
  upheld: [],
  overturned: [],
} as const satisfies Record<AppealState, readonly AppealState[]>
export function mayMove(from: AppealState, to: AppealState): boolean {
  const allowed: readonly AppealState[] = appealMoves[from]
  return allowed.includes(to)
}
export type FilingRefusal = 'enrolment.nothing-to-appeal' | 'enrolment.appeal-too-late' | 'enrolment.appeal-exists'
/** What is told to her of a decision: itself, or what came of its second reading once that was answered. */
export function aboutOf(appeal: AppealState | undefined): 'decision' | 'answer' {
  return appeal === 'upheld' || appeal === 'overturned' ? 'answer' : 'decision'
}
/** The last day on which a second reading can be asked for; null while nobody told her, for nobody is late with what she does not know. */
export function lastDayToFile(toldOn: string | null, days: number): string | null {
  return toldOn === null ? null : addDays(toldOn, days)
}
/** Only a refusal is read again, once, within the days the letter gives from the day she was told; the last day still counts. */
export function reasonsNotToFile({
  outcome,
  position,
  toldOn,
  days,
  today,
  hasAppeal,
}: {
  readonly outcome: 'eligible' | 'ineligible' | undefined
  readonly position: string
  readonly toldOn: string | null
  readonly days: number
  readonly today: string
  readonly hasAppeal: boolean
}): readonly FilingRefusal[] {
  if (outcome !== 'ineligible' || position !== 'ineligible') return ['enrolment.nothing-to-appeal']
  if (hasAppeal) return ['enrolment.appeal-exists']
  const last = lastDayToFile(toldOn, days)
  return last !== null && today > last ? ['enrolment.appeal-too-late'] : []
}
export type AssigningRefusal =
  | 'enrolment.already-answered'
  | 'enrolment.appeal-same-body'
  | 'enrolment.appeal-interested-body'
  | 'enrolment.appeal-no-reader'
/**
 * Another body reads: not the one that decided, not one on whose answer the decision rests, nor the one that introduced her, and one in which
 * somebody has the duty to read (states.md, «another body»).
 */
export function reasonsNotToAssign({
  state,
  organisationId,
  decidedFor,
  restsOn,
  readers,
}: {
  readonly state: AppealState
  readonly organisationId: string
  readonly decidedFor: string | null
  readonly restsOn: readonly string[]
  readonly readers: readonly string[]
}): readonly AssigningRefusal[] {
  if (!mayMove(state, 'assigned')) return ['enrolment.already-answered']
  if (organisationId === decidedFor) return ['enrolment.appeal-same-body']
  if (restsOn.includes(organisationId)) return ['enrolment.appeal-interested-body']
  return readers.includes(organisationId) ? [] : ['enrolment.appeal-no-reader']
}
/** Days to the end of the clock; negative when late, null once answered. */
export function daysLeft(
  { state, answerDueOn }: { readonly state: AppealState; readonly answerDueOn: string },
  today: string,
): number | null {
  return state === 'upheld' || state === 'overturned' ? null : daysBetween(today, answerDueOn)
}
