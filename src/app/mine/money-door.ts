import { isMoneyOpen, openMoney } from '../../access/sign-in/hers/pins.ts'
import { type Call, type Handled, handle } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import * as contract from './contract/money.ts'
import { aboutHerCase, herself } from './store.ts'

/** What has an amount in it stands behind her number, asked again each time. */
export async function requireMoney({ tx, actor, now }: Pick<Call<unknown>, 'tx' | 'actor' | 'now'>): Promise<void> {
  if (actor.sessionId === undefined || !(await isMoneyOpen(tx, actor.sessionId, now))) refuse('mine.money-shut')
}
export const moneyDoorApi: readonly Handled[] = [
  handle(contract.openMoney, async (call) => {
    const { house, actor, input, now } = call
    await aboutHerCase(call)
    const her = { planId: actor.planId, personId: herself(call), sessionId: actor.sessionId ?? '', pin: input.pin, at: now }
    if (!(await openMoney(house, her))) refuse('mine.pin-wrong')
    return { isDone: true as const }
  }),
]
