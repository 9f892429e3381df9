import type { Tx } from '../../platform/db.ts'
import { stateAfterTurn, type Turn } from './rules/interview-moves.ts'
import type { Recommendation } from './rules/result.ts'
import { withoutSlot } from './store/interviews.ts'
import { type CraftFact, listCraftFacts } from './store/lent.ts'
import { closeMarks } from './store/marks.ts'
import * as store from './store/results.ts'
import { endSeats, moveForPanel } from './store/seats.ts'
import { lockOpenBeyond } from './store/turned.ts'

export { setTalkAside, takeTalkUp } from './api/set-aside.ts'
export type { CraftFact } from './store/lent.ts'
export { countSessionsHeld } from './store/month.ts'

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
/**
 * Her road has ended or stands still: her time is free for another, nobody sits with her any more, and marks that were open are shut. In the same
 * unit of work as the move of her case, whoever made it.
 */
export async function turnTalks(
  tx: Tx,
  of: { readonly planId: string; readonly caseId: string; readonly turn: Turn; readonly at: Date },
): Promise<void> {
  const one = await lockOpenBeyond(tx, of)
  if (one === undefined) return
  const to = stateAfterTurn(one.state, of.turn)
  if (to === one.state) return
  await closeMarks(tx, one)
  await endSeats(tx, one, of.at)
  await moveForPanel(tx, one, { to, at: of.at, set: withoutSlot() })
}
