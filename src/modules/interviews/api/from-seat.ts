import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { hourIn, TEHRAN } from '../../../platform/time.ts'
import { keepMeans, lendCall, lendMeans } from '../../people/port.ts'
import * as contract from '../contract/from-seat.ts'
import { reasonsNotToAskIncome, reasonsNotToCall } from '../rules/from-seat.ts'
import { herOf, readingAt, refuseUnlessMarking, type Sitting, sittingAt } from './seats.ts'
import { say } from './speech.ts'

type Asking = Pick<Call<{ readonly id: string }>, 'tx' | 'house' | 'actor'>
const whoseOf = ({ house, actor }: Asking, { one }: Sitting) => ({ house, planId: actor.planId, personId: one.personId })

async function meansOf(call: Asking, sitting: Sitting) {
  const { key } = await herOf(call, sitting.seat)
  const { limits, isIncomeWritten } = await lendMeans(call.tx, { key, whose: whoseOf(call, sitting) })
  return {
    limits: limits === null ? null : [...limits],
    isIncomeWritten,
    mayAskIncome: reasonsNotToAskIncome(sitting.one.supportBodies).length === 0,
  }
}
export const fromSeatApi: readonly Handled[] = [
  handle(contract.readSeatMeans, async (call) => {
    const sitting = await readingAt(call)
    if (sitting.seat.chair === null) refuse('interviews.not-in-room')
    const means = await meansOf(call, sitting)
    // What was seen is shown to her; that nothing stands there yet is not.
    if (means.limits !== null) call.note({ seen: 'limits' })
    return means
  }),
  handle(contract.writeSeatMeans, async (call) => {
    const { input, tx, now, note } = call
    const sitting = await sittingAt(call)
    const { seat, one } = sitting
    if (seat.chair !== 1) refuse('interviews.not-speaking')
    refuseUnlessMarking(one, seat)
    if (input.incomeBand !== null) refuseIf(reasonsNotToAskIncome(one.supportBodies))
    const { key } = await herOf(call, seat)
    await keepMeans(tx, { key, whose: whoseOf(call, sitting), at: now }, input)
    note({ limits: input.limits !== null, income: input.incomeBand !== null })
    return meansOf(call, sitting)
  }),
  handle(contract.callFromSeat, async (call) => {
    const { tx, today, now, language, note } = call
    const sitting = await readingAt(call)
    const { seat, one } = sitting
    if (seat.chair !== 1) refuse('interviews.not-speaking')
    refuseIf(reasonsNotToCall({ state: one.state, heldOn: seat.heldOn }, today))
    const { key } = await herOf(call, seat)
    const lent = await lendCall(tx, { key, whose: whoseOf(call, sitting), today, hour: hourIn(TEHRAN, now) })
    // Her number was shown, so that she reads it among those who looked.
    if ('phone' in lent) note({ seen: 'contact' })
    return {
      phone: 'phone' in lent ? lent.phone : null,
      reason: 'phone' in lent ? null : lent.reason,
      saidToHer: say('said-from-seat', language),
      saidToOthers: say('said-to-others', language),
    }
  }),
]
