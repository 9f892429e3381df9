import { anonymous, service } from '../src/access/actor.ts'
import { advance, getLockedCase } from '../src/modules/enrolment/port.ts'
import type { Position } from '../src/modules/enrolment/rules/case-moves.ts'
import { findPlanFacts, type PlanFacts } from '../src/modules/pathways/port.ts'
import type { openHouse } from './house.ts'
import { thePlan } from './personas.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** Leads a registered case along the road by its one table of moves. */
export async function standAt({ house }: House, { caseId }: { readonly caseId: string }, road: readonly Position[]): Promise<void> {
  const actor = service(thePlan)
  await house.door.asActor(actor, async (tx) => {
    let one = await getLockedCase({ tx, about: () => undefined }, caseId)
    for (const to of road) one = await advance({ tx, house, actor, now: house.clock() }, one, to)
  })
}
/** What later rooms learn of one woman's plan, asked by somebody without any reach. */
export function planFactsOf({ house }: House, { personId }: { readonly personId: string }): Promise<PlanFacts | undefined> {
  return house.door.asActor(anonymous(thePlan), async (tx) =>
    (await findPlanFacts(tx, { planId: thePlan, personIds: [personId] })).get(personId),
  )
}
