import type { Tx } from '../../platform/db.ts'
import { listFacts } from './api/facts.ts'
import type { OutcomeFacts } from './rules/facts.ts'

export type { IncomeMonth, Standing } from './rules/earning.ts'
export type { OutcomeFacts } from './rules/facts.ts'

/**
 * What became of registered women, a page of cases at a time in the order of their ids (`after` is the last id of the page before), on a day. For
 * figures over many: whoever shows them hides cells below ten. Callable in any role's unit of work.
 */
export async function listOutcomeFacts(
  tx: Tx,
  asked: { readonly planId: string; readonly today: string; readonly after?: string | undefined; readonly limit: number },
): Promise<readonly OutcomeFacts[]> {
  return listFacts(tx, asked)
}
