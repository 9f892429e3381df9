import { z } from 'zod'
import { giveUpContact, withdrawCase } from '../modules/enrolment/contract/cases.ts'
import { askTransfer, holdCase, leaveRoad } from '../modules/enrolment/contract/side-roads.ts'
import { turnTalks } from '../modules/interviews/port.ts'
import type { Handled } from '../platform/http.ts'

/** Acts of enrolment after which a woman is no longer, or not now, on the way to her conversation. Enrolment lies before interviews and knows none. */
const turns: Readonly<Record<string, 'left' | 'paused'>> = {
  [withdrawCase.path]: 'left',
  [giveUpContact.path]: 'left',
  [leaveRoad.path]: 'left',
  [holdCase.path]: 'paused',
  [askTransfer.path]: 'paused',
}
const OfCase = z.object({ caseId: z.string() })
/** Lets the conversation about work follow her road, in the unit of work of the act that turned it. */
export function followedByTalks(one: Handled): Handled {
  const turn = one.route.method === 'GET' ? undefined : turns[one.route.path]
  if (turn === undefined) return one
  return {
    route: one.route,
    parse: (raw) => {
      const prepared = one.parse(raw)
      return {
        ...prepared,
        run: async (outside) => {
          const answer = await prepared.run(outside)
          const { caseId } = OfCase.parse(prepared.input)
          await turnTalks(outside.tx, { planId: outside.actor.planId, caseId, turn, at: outside.now })
          return answer
        },
      }
    },
  }
}
