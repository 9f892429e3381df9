import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/refusal.ts'
import type { ExitAct } from './contract/exit-table.ts'
import { goesOn, listGoingOn } from './store/exit-answers.ts'
import { type Guiding, listGuiding } from './store/guiding.ts'
import { listInsured, listPlanFacts, type PlanFacts } from './store/lent.ts'

export type { ExitAct } from './contract/exit-table.ts'
/** What of her plan may stand on the card she carries, for whoever carries her file and on her own pages. */
export { type CardFacts, countStepsToAnswer, findCardFacts } from './store/card.ts'
export type { Guiding } from './store/guiding.ts'
export type { PlanFacts } from './store/lent.ts'

/**
 * Before the first permit, insurance, loan or order: refuses `pathways.exit-table-unseen` unless the dated table in force today was shown to her and
 * she said to go on with this act (roles.md §3.6). Callable in any role's unit of work; a new edition in force requires showing it again.
 */
export async function requireExitTable(
  tx: Tx,
  asked: { readonly planId: string; readonly personId: string; readonly act: ExitAct; readonly today: string },
): Promise<void> {
  if (!(await goesOn(tx, asked))) refuse('pathways.exit-table-unseen')
}
/** Which of many women would pass `requireExitTable` on a day; yes or no and nothing else, whoever asks. */
export async function findGoingOn(
  tx: Tx,
  asked: { readonly planId: string; readonly personIds: readonly string[]; readonly act: ExitAct; readonly today: string },
): Promise<ReadonlySet<string>> {
  return listGoingOn(tx, asked)
}
/** What later rooms may know of women whose plan of work is agreed: kind, relation, her ranked wishes, hours and guide; nobody else is in the map. */
export async function findPlanFacts(
  tx: Tx,
  asked: { readonly planId: string; readonly personIds: readonly string[] },
): Promise<ReadonlyMap<string, PlanFacts>> {
  return new Map((await listPlanFacts(tx, asked)).map((facts) => [facts.personId, facts]))
}
/** Where a guide stands with the women of these cases, for her day; nothing of a case she does not carry. */
export async function findGuiding(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, Guiding>> {
  return listGuiding(tx, caseIds)
}
/** Which of these women have an insurance in force, mirrored by number and day; yes or no, whoever asks. */
export async function findInsured(
  tx: Tx,
  asked: { readonly planId: string; readonly personIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  return listInsured(tx, asked)
}
