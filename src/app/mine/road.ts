import { namesOfGuides } from '../../modules/enrolment/port.ts'
import { findAppealOf } from '../../modules/enrolment/store/appeals.ts'
import type { Case } from '../../modules/enrolment/store/cases.ts'
import { findLastDecision } from '../../modules/enrolment/store/eligibility.ts'
import { findTelling } from '../../modules/enrolment/store/tellings.ts'
import { answerInvitation } from '../../modules/interviews/contract/interviews.ts'
import { listOfCase } from '../../modules/interviews/store/interviews.ts'
import { listPanels } from '../../modules/interviews/store/sessions.ts'
import { namesOf } from '../../modules/partners/port.ts'
import { countStepsToAnswer, findCardFacts } from '../../modules/pathways/port.ts'
import { openedToWrite } from '../../modules/people/api/opened.ts'
import { keepRequest, listRequests } from '../../modules/people/store/requests.ts'
import { findParameterOn } from '../../modules/plan/port.ts'
import type { Tx } from '../../platform/db.ts'
import { type Call, type Handled, handle } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import { wellStates } from '../road/rules.ts'
import { listMoves } from '../road/store.ts'
import { findTalkAhead } from '../road/talk.ts'
import { asShe } from './as-she.ts'
import { answerTalk, readMine } from './contract/pages.ts'
import { getHerCase } from './store.ts'

/** Her conversation about work while a time is kept for her, with the offices of support bodies that would sit there. */
async function talkOf(tx: Tx, file: Case, now: Date) {
  const talk = await findTalkAhead(tx, file.id, now)
  if (talk === null) return null
  const { sessionId, startsAt, ...shown } = talk
  const panel = await listPanels(tx, [sessionId])
  const bodies = panel.filter(({ isSupportBody }) => isSupportBody).map(({ organisationId }) => organisationId)
  const names = await namesOf(tx, bodies)
  return { ...shown, startsAt: startsAt.toISOString(), supportBodies: [...new Set(bodies.map((id) => names.get(id) ?? ''))] }
}
/** Whether a refusal stands that was told to her, and what she may do about it. Why it was refused is spoken by a person, never shown. */
async function secondReadingOf(tx: Tx, { id, position }: Case) {
  const last = position === 'ineligible' ? await findLastDecision(tx, id) : undefined
  if (last === undefined) return null
  if ((await findTelling(tx, { decisionId: last.id, about: 'decision' })) === undefined) return null
  const appeal = await findAppealOf(tx, last.id)
  return { mayAsk: appeal === undefined, answerBy: appeal === undefined || appeal.answeredOn !== null ? null : appeal.answerDueOn }
}
export const roadOfHers: Handled = handle(readMine, async ({ tx, actor, now, today }: Call<unknown>) => {
  const file = await getHerCase(tx, actor.personId)
  const moves = await listMoves(tx, file, false)
  const names = await namesOfGuides(tx, file.planId, file.assigned)
  const plan = await findCardFacts(tx, file.id)
  const phone = await findParameterOn(tx, 'office-phone', { day: today, countyCode: file.countyCode })
  return {
    wells: wellStates(moves).map(({ well, state }) => ({ well, state })),
    talk: await talkOf(tx, file, now),
    guides: [...names.values()].map((name) => name.split(' ')[0] ?? ''),
    phone: phone?.value ?? null,
    steps: plan.agreed === null ? null : [...plan.steps],
    stepsToAnswer: plan.agreed === null ? 0 : await countStepsToAnswer(tx, file.id),
    secondReading: await secondReadingOf(tx, file),
    requests: await listRequests(tx, file.personId),
  }
})
export const talkApi: readonly Handled[] = [
  handle(answerTalk, async (call) => {
    const { tx, actor, input, house, today } = call
    const { id: caseId, personId } = await getHerCase(tx, actor.personId)
    // Only a conversation of the file that goes on, and not one that was held: those are moved by whoever sat there.
    const isHers = (await listOfCase(tx, caseId)).some(
      ({ id, state }) => id === input.id && (state === 'proposed' || state === 'invited' || state === 'accepted'),
    )
    if (!isHers) refuse('platform.not-found')
    await asShe(call, answerInvitation, input)
    // Her guide hears of it, to find another time with her or to ask nothing more.
    if (input.answer !== 'yes') {
      const { scope } = await openedToWrite({ ...call, input: { personId } })
      const kind = input.answer === 'no' ? 'not-coming' : 'other-time'
      await keepRequest(tx, scope, { id: house.newId(), personId, kind, part: null, today })
    }
    return { isDone: true as const }
  }),
]
