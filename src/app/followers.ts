import { z } from 'zod'
import { giveUpContact, withdrawCase } from '../modules/enrolment/contract/cases.ts'
import { answerPlace } from '../modules/enrolment/contract/queue.ts'
import { askTransfer, holdCase, leaveRoad } from '../modules/enrolment/contract/side-roads.ts'
import { turnTalks } from '../modules/interviews/port.ts'
import type { Handled } from '../platform/http.ts'

/** Acts of enrolment after which a woman is no longer, or not now, on the way to her conversation. Enrolment lies before interviews and knows none. */
type Turn = 'left' | 'paused'
const turns: Readonly<Record<string, Turn>> = {
  [withdrawCase.path]: 'left',
  [giveUpContact.path]: 'left',
  [leaveRoad.path]: 'left',
  [holdCase.path]: 'paused',
  [askTransfer.path]: 'paused',
}
const OfCase = z.object({ caseId: z.string() })
const GivingBack = z.object({ wish: z.enum(['queued', 'not-yet']) })
/** A place that was taken may be given back; taking it turns nothing. */
function turnOf(path: string, input: unknown): Turn | undefined {
  if (path === answerPlace.path) return GivingBack.safeParse(input).success ? 'left' : undefined
  return turns[path]
}
/** Lets the conversation about work follow her road, in the unit of work of the act that turned it. */
export function followedByTalks(one: Handled): Handled {
  const { path } = one.route
  if (path !== answerPlace.path && turns[path] === undefined) return one
  return {
    route: one.route,
    parse: (raw) => {
      const prepared = one.parse(raw)
      return {
        ...prepared,
        run: async (outside) => {
          const answer = await prepared.run(outside)
          const turn = turnOf(path, prepared.input)
          if (turn === undefined) return answer
          const { caseId } = OfCase.parse(prepared.input)
          await turnTalks(outside.tx, { planId: outside.actor.planId, caseId, turn, at: outside.now })
          return answer
        },
      }
    },
  }
}
