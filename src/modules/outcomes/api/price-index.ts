import { type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { planStart } from '../../plan/port.ts'
import * as contract from '../contract/price-index.ts'
import { monthOf } from '../rules/months.ts'
import { reasonsNotToEnter } from '../rules/prices.ts'
import * as store from '../store/price-index.ts'

export const priceIndexApi: readonly Handled[] = [
  handle(contract.readPriceIndex, async ({ tx, actor }) => ({
    indices: [...(await store.listPriceIndices(tx, actor.planId))],
    baseMonth: monthOf(await planStart(tx, actor.planId)),
  })),
  handle(contract.enterPriceIndex, async ({ input, tx, actor, today, now, note }) => {
    const { after, ...entered } = input
    const { planId, accountId } = actor
    refuseIf(reasonsNotToEnter(input.month, today))
    if ((await store.lastEdition(tx, { planId, ...entered })) !== after) refuse('outcomes.price-index-changed-meanwhile')
    const index = { ...entered, edition: after + 1 }
    await store.insertPriceIndex(tx, { ...index, planId, accountId, at: now })
    note({ month: index.month, edition: index.edition })
    return index
  }),
]
