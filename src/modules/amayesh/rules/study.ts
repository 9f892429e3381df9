/** The parts of the first phase of the programme, done one by one; the list is ours until the executor's own arrives. */
export const studyTasks = [
  'upstream-amayesh',
  'upstream-development',
  'upstream-employment',
  'officials',
  'entrepreneurs',
  'experts',
  'women',
  'statistics',
  'practised',
  'materials',
  'skills',
  'permits',
  'buyers',
  'chains',
  'drivers',
  'water-and-energy',
] as const
export type StudyTask = (typeof studyTasks)[number]
export const studyStates = ['under-way', 'concluded', 'withdrawn'] as const
export type StudyState = (typeof studyStates)[number]
/** The one table of moves of a study. What is concluded is never rewritten: another study is begun. */
export const studyMoves = {
  'under-way': ['concluded', 'withdrawn'],
  concluded: [],
  withdrawn: [],
} as const satisfies Record<StudyState, readonly StudyState[]>

export const verdicts = ['offer', 'wait', 'leave'] as const
export type Verdict = (typeof verdicts)[number]
export type StudyRefusal = 'amayesh.study-ended' | 'amayesh.no-findings' | 'amayesh.offered-against-the-brake'
/** Why a study is not concluded: it has ended, found nothing, or would offer what nobody wants more of without saying why in its finding. */
export function reasonsNotToConclude(
  state: StudyState,
  findings: readonly { readonly verdict: Verdict; readonly isBraked: boolean; readonly says: string }[],
): readonly StudyRefusal[] {
  const moves: readonly StudyState[] = studyMoves[state]
  if (!moves.includes('concluded')) return ['amayesh.study-ended']
  if (findings.length === 0) return ['amayesh.no-findings']
  return findings.some(({ verdict, isBraked, says }) => verdict === 'offer' && isBraked && says.trim().length < LONG_REASON)
    ? ['amayesh.offered-against-the-brake']
    : []
}
/** So many letters a reason has that speaks against the brake. */
export const LONG_REASON = 60
