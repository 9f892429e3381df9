import { findPin, setPin as keepPin, lockPin } from '../../access/sign-in/hers/pins.ts'
import { opened, openedToWrite } from '../../modules/people/api/opened.ts'
import { findContactRule } from '../../modules/people/port.ts'
import { mayMessage } from '../../modules/people/rules.ts'
import { type Call, type Handled, handle } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import * as contract from './contract/door.ts'

/** Whether a code reaches her: only a phone of her own takes messages, and only where she said yes to them. */
function reachOf(rule: Awaited<ReturnType<typeof findContactRule>>) {
  if (rule?.phone == null) return 'no-phone' as const
  if (rule.whosePhone !== 'own') return 'not-own-phone' as const
  return mayMessage(rule) ? ('code' as const) : ('no-messages' as const)
}
type OfHer = Call<{ readonly personId: string }>
async function doorOf({ tx, house, actor, input }: OfHer) {
  const whose = { house, planId: actor.planId, personId: input.personId }
  const rule = await findContactRule(tx, whose)
  const pin = await findPin(tx, whose)
  return {
    reach: reachOf(rule),
    setAt: pin?.setAt.toISOString() ?? null,
    isLocked: pin?.lockedAt != null,
  }
}
/** «درِ خودش»: what is set face to face, on the device of whoever carries her file. Nobody but her sees the number. */
export const doorApi: readonly Handled[] = [
  handle(contract.readDoor, async (call) => {
    await opened(call)
    return doorOf(call)
  }),
  handle(contract.setPin, async (call) => {
    const { tx, house, actor, input, now } = call
    const { whose, key, scope } = await openedToWrite(call)
    if (input.pin !== input.again) refuse('mine.pin-unlike')
    const rule = await findContactRule(tx, whose)
    if (rule?.phone == null) return refuse('mine.no-phone')
    const phoneIndex = house.vault.blindIndex(actor.planId, 'phone', rule.phone)
    const { plan_id: planId, ...scoped } = scope
    const her = { planId, personId: input.personId, pin: input.pin, phoneIndex, dataKey: key, scope: scoped }
    await keepPin(tx, house, { ...her, accountId: actor.accountId, at: now })
    return doorOf(call)
  }),
  handle(contract.lockDoor, async (call) => {
    const { tx, input, now, note } = call
    const { whose } = await openedToWrite(call)
    note({ locked: input.isLocked })
    if (!(await lockPin(tx, whose, input.isLocked ? now : null))) refuse('mine.no-pin')
    return doorOf(call)
  }),
]
