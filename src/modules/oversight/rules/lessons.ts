import type { LessonState } from '../contract/states.ts'

/** The one table of moves of a lesson: it is taken into an edition or it is not, and either is said once. */
export const lessonMoves = {
  noted: ['adopted', 'not-adopted'],
  adopted: [],
  'not-adopted': [],
} as const satisfies Record<LessonState, readonly LessonState[]>

export function reasonsNotToSettle(from: LessonState, to: LessonState): readonly 'oversight.lesson-settled'[] {
  const allowed: readonly LessonState[] = lessonMoves[from]
  return allowed.includes(to) ? [] : ['oversight.lesson-settled']
}
