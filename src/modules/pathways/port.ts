import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/refusal.ts'
import type { ExitAct } from './contract/exit-table.ts'
import { goesOn } from './store/exit-answers.ts'

export type { ExitAct } from './contract/exit-table.ts'

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
