import type { Position } from '../../enrolment/rules/case-moves.ts'

const atWork: readonly Position[] = ['pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare']
/** Only whoever has agreed to her plan of work, and has not paused, is proposed anything. */
export function isAtWork(position: Position): boolean {
  return atWork.includes(position)
}
/** Whom a run looks at: those at work, and those just before it or pausing, so that their guides read why nothing was proposed. */
export const weighedAt: readonly Position[] = ['interviewed', 'on-hold', ...atWork]
