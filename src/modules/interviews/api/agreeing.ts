import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { seal } from '../../../platform/vault.ts'
import { namesOf } from '../../partners/port.ts'
import { parameterOn } from '../../plan/port.ts'
import type { Instrument } from '../contract/instrument.ts'
import * as contract from '../contract/seats.ts'
import { reasonsNotToMove } from '../rules/interview-moves.ts'
import { driftOf, itemsFor, type Mark, reasonsNotToAgree, spreadOf } from '../rules/marks.ts'
import { expiryOf } from '../rules/result.ts'
import * as store from '../store/agreed.ts'
import type { Interview } from '../store/interviews.ts'
import { listOpenMarks } from '../store/marks.ts'
import { findAgreement, placeOf } from '../store/results.ts'
import { listSeated, moveForPanel } from '../store/seats.ts'
import { herOf, instrumentOf, readingAt, shownSeats, sittingAt } from './seats.ts'

const allIn = new Set(['scored', 'agreed', 'told'])

export const agreeingApi: readonly Handled[] = [
  handle(contract.readSpread, async (call) => {
    const { tx } = call
    const { seat, one } = await readingAt(call)
    if (!allIn.has(one.state)) refuse('interviews.not-all-in')
    const instrument = await instrumentOf(call, one)
    const marks = await listOpenMarks(tx, one.id)
    const seated = await listSeated(tx, one)
    const names = await namesOf(
      tx,
      seated.map(({ organisationId }) => organisationId),
    )
    const officeOf = new Map(seated.map(({ accountId, organisationId }) => [accountId, names.get(organisationId) ?? '']))
    const agreement = await findAgreement(tx, one.id)
    const [shown] = await shownSeats(call, [seat])
    return {
      seat: shown ?? refuse('platform.not-found'),
      instrument,
      items: instrument.items.map(({ code }) => {
        const { itemCode, lowest, highest, needsReason, proposed } = spreadOf(code, marks)
        const beside = marks
          .filter((mark) => mark.itemCode === code)
          .map(({ accountId, degree }) => ({ office: officeOf.get(accountId) ?? '', degree }))
        return { itemCode, lowest, highest, needsReason, proposed, marks: beside }
      }),
      agreed: agreement.items.map(({ itemCode, degree }) => ({ itemCode, degree })),
      recommendation: agreement.recommendation,
    }
  }),
  handle(contract.agree, async (call) => {
    const { input, tx, actor, now, today, note } = call
    const { seat, one } = await sittingAt(call)
    if (seat.chair !== 1) refuse('interviews.not-speaking')
    if (one.state === 'held' || one.state === 'accepted') refuse('interviews.not-all-in')
    refuseIf(reasonsNotToMove(one.state, 'agreed'))
    const her = await herOf(call, seat)
    const instrument = await instrumentOf(call, one)
    const marks = await listOpenMarks(tx, one.id)
    const spreads = instrument.items.map(({ code }) => spreadOf(code, marks))
    refuseIf(reasonsNotToAgree(spreads, input.choices))
    const on = { day: today, countyCode: one.countyCode }
    const sealed = (of: string, text: string): Buffer =>
      seal(her.key, placeOf('agreed', { planId: actor.planId, interviewId: one.id, of }), text)
    await store.insertAgreement(
      tx,
      { one, seat },
      {
        items: input.choices.map(({ itemCode, degree, reason }) => {
          const spread = spreads.find((found) => found.itemCode === itemCode)
          const sealedReason = reason === null ? null : sealed(itemCode, reason)
          return { itemCode, degree, lowest: spread?.lowest ?? null, highest: spread?.highest ?? null, sealedReason }
        }),
        fieldCode: await store.findChosenField(tx, one),
        recommendation: input.recommendation,
        sealedReason: sealed('recommendation', input.recommendationReason),
        agreedOn: today,
        expiresOn: expiryOf(today, (await parameterOn(tx, 'mark-validity', on)).value),
      },
    )
    await countDrifts(call, one, { instrument, marks, agreed: new Map(input.choices.map(({ itemCode, degree }) => [itemCode, degree])) })
    const tellBy = addDays(today, (await parameterOn(tx, 'result-telling', on)).value)
    const agreed = await moveForPanel(tx, one, { to: 'agreed', at: now, set: { tell_by: tellBy } })
    note({ recommendation: input.recommendation, gaps: spreads.filter(({ needsReason }) => needsReason).length })
    return { id: one.id, state: agreed.state, tellBy }
  }),
  handle(contract.dissent, async (call) => {
    const { input, tx, actor, now } = call
    const { seat, one } = await sittingAt(call)
    const her = await herOf(call, seat)
    if (one.state !== 'agreed') refuse('interviews.not-agreed')
    const items = itemsFor((await instrumentOf(call, one)).items, { isInRoom: seat.chair !== null })
    if (!items.some(({ code }) => code === input.itemCode)) refuse('interviews.not-your-item')
    const place = placeOf('dissent', { planId: actor.planId, interviewId: one.id, of: `${actor.accountId}/${input.itemCode}` })
    await store.insertDissent(
      tx,
      { one, seat },
      { itemCode: input.itemCode, degree: input.degree, sealedReason: seal(her.key, place, input.reason), at: now },
    )
    return { itemCode: input.itemCode }
  }),
]
interface Counted {
  readonly instrument: Instrument
  readonly marks: readonly Mark[]
  readonly agreed: ReadonlyMap<string, Mark['degree']>
}
/** What each member's marks add to her drift, a domain at a time. */
async function countDrifts(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  one: Interview,
  { instrument, marks, agreed }: Counted,
): Promise<void> {
  for (const accountId of one.seated)
    for (const domain of ['individual', 'craft'] as const) {
      const ofDomain = new Set(instrument.items.filter((item) => item.domain === domain).map(({ code }) => code))
      const own = marks.filter((mark) => mark.accountId === accountId && ofDomain.has(mark.itemCode))
      const drift = driftOf(own, agreed)
      if (drift.marks > 0) await store.countDrift(tx, { planId: actor.planId, accountId, domain }, drift)
    }
}
