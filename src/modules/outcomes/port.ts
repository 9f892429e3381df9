import type { Tx } from '../../platform/db.ts'
import { listRoads } from '../enrolment/port.ts'
import { factsOn, listFacts } from './api/facts.ts'
import type { IncomeMonth, Standing } from './rules/earning.ts'
import type { OutcomeFacts } from './rules/facts.ts'
import { outcomeOf } from './rules/snapshot.ts'

export type { IncomeMonth, Standing } from './rules/earning.ts'
export type { OutcomeFacts } from './rules/facts.ts'
/** For later rooms whose things stand on the board: what each adds, and how they are found (docs/decisions/0039). */
export type { Counted as CountedOnBoard } from './store/board.ts'
export type { Part as BoardPart } from './store/board-parts.ts'

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
/** Her own outcome as she reads it: her months and whether they last. Nothing of support bodies: her pages never show it (roles.md §3.4). */
export interface OwnOutcome {
  readonly months: readonly IncomeMonth[]
  readonly baseMonth: string
  readonly standing: Standing
  readonly hourlyRial: number | null
  readonly orderedUntil: string | null
}
/** For the page of the woman herself. The caller has found her own case in this unit of work; undefined before she was registered. */
export async function findOwnOutcome(
  tx: Tx,
  { planId, caseId, today }: { readonly planId: string; readonly caseId: string; readonly today: string },
): Promise<OwnOutcome | undefined> {
  const [facts] = await factsOn(tx, await listRoads(tx, { planId, caseIds: [caseId], limit: 1 }), { planId, until: today })
  if (facts === undefined) return undefined
  const { months, baseMonth, standing, hourlyRial, orderedUntil } = outcomeOf(facts)
  return { months, baseMonth, standing, hourlyRial, orderedUntil }
}
