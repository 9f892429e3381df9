import { z } from 'zod'
import { giveUpContact, withdrawCase } from '../modules/enrolment/contract/cases.ts'
import { SamePair, settleSamePerson } from '../modules/enrolment/contract/joins.ts'
import { answerPlace } from '../modules/enrolment/contract/queue.ts'
import { askTransfer, holdCase, leaveRoad } from '../modules/enrolment/contract/side-roads.ts'
import { setTalkAside, takeTalkUp, turnTalks } from '../modules/interviews/port.ts'
import type { Call, Handled } from '../platform/http.ts'
import { refuse } from '../platform/refusal.ts'

/** What becomes of her conversation once the act of enrolment was done. Enrolment lies before interviews and knows none. */
type Follow = (done: { readonly outside: Omit<Call<unknown>, 'input'>; readonly input: unknown; readonly output: unknown }) => Promise<void>

const OfCase = z.object({ caseId: z.string() })
/** She is no longer, or not now, on the way to her conversation. */
const turning =
  (turn: 'left' | 'paused'): Follow =>
  async ({ outside: { tx, actor, now }, input }) =>
    turnTalks(tx, { planId: actor.planId, caseId: OfCase.parse(input).caseId, turn, at: now })
/** A place that was taken may be given back; taking it turns nothing. */
const GivingBack = z.object({ wish: z.enum(['queued', 'not-yet']) })
const givingBack: Follow = async (done) => (GivingBack.safeParse(done.input).success ? turning('left')(done) : undefined)
/** Of two files of one woman one conversation is left; parted, each has its own again. One in which something was said already is waited for. */
const joining: Follow = async ({ outside, output }) => {
  const { joinedAt, keeps, first, second } = SamePair.parse(output)
  if (joinedAt === null) for (const file of [first, second]) await takeTalkUp(outside, file.case.id)
  else if (!(await setTalkAside(outside, keeps === 'first' ? second.case.id : first.case.id))) refuse('enrolment.join-talk-open')
}
const followers: Readonly<Record<string, Follow>> = {
  [withdrawCase.path]: turning('left'),
  [giveUpContact.path]: turning('left'),
  [leaveRoad.path]: turning('left'),
  [holdCase.path]: turning('paused'),
  [askTransfer.path]: turning('paused'),
  [answerPlace.path]: givingBack,
  [settleSamePerson.path]: joining,
}
/** Lets the conversation about work follow her road, in the unit of work of the act that turned it. */
export function followedByTalks(one: Handled): Handled {
  const follow = one.route.method === 'GET' ? undefined : followers[one.route.path]
  if (follow === undefined) return one
  return {
    route: one.route,
    parse: (raw) => {
      const prepared = one.parse(raw)
      return {
        ...prepared,
        run: async (outside) => {
          const answer = await prepared.run(outside)
          await follow({ outside, input: prepared.input, output: answer.output })
          return answer
        },
      }
    },
  }
}
