import type { Tx } from '../../platform/db.ts'
import type { Recommendation } from './rules/result.ts'
import { type CraftFact, listCraftFacts } from './store/lent.ts'
import * as store from './store/results.ts'

export type { CraftFact } from './store/lent.ts'

/**
 * What matching may know of a conversation and nothing else of it leaves: the tested craft level and the tested weekly output of the field she
 * chose, as agreed by her last panel, while it is younger than a year. Callable in any role's unit of work.
 */
export async function findCraftFacts(
  tx: Tx,
  asked: { readonly planId: string; readonly personIds: readonly string[]; readonly today: string },
): Promise<ReadonlyMap<string, CraftFact>> {
  return new Map((await listCraftFacts(tx, asked)).map((fact) => [fact.personId, fact]))
}
/** What was recommended to her, once she was told; undefined before, and for whoever may not see her results. */
export async function findRecommendation(
  tx: Tx,
  caseId: string,
): Promise<{ readonly recommendation: Recommendation; readonly toldOn: string } | undefined> {
  return store.findTold(tx, caseId)
}
/** The low points she wishes to change, each of which becomes a step of support in her plan of work, with where she stands and what comes next. */
export async function listChangeWishes(
  tx: Tx,
  caseId: string,
): Promise<
  readonly { readonly itemCode: string; readonly title: string; readonly now: string; readonly next: string; readonly wishedOn: string }[]
> {
  return store.listChangeWishes(tx, caseId)
}
