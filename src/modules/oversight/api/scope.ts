import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { listMembers, namesOf } from '../../partners/port.ts'
import * as contract from '../contract/scope.ts'
import { isMilestoneReached } from '../rules/deliverables.ts'
import { reasonsNotToOpenScope } from '../rules/scope.ts'
import { listOfScope } from '../store/deliverables.ts'
import * as store from '../store/scope.ts'
import { shownDeliverable } from './deliverables.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'today'>
/** The scope with its items, their milestones and what is handed in at each. */
async function wholeScope({ tx, today }: Reader, id: string): Promise<contract.ScopeWhole> {
  const scope = (await store.findScope(tx, today, id)) ?? refuse('platform.not-found')
  const names = await namesOf(tx, [scope.organisationId])
  const deliverables = await listOfScope(tx, id)
  const milestones = (await store.listMilestones(tx, id)).map((milestone) => {
    const own = deliverables.filter(({ milestoneId }) => milestoneId === milestone.id)
    return {
      itemId: milestone.item_id,
      id: milestone.id,
      quantity: milestone.quantity,
      dueOn: milestone.due_on,
      isReached: isMilestoneReached(own),
      deliverables: own.map((one) => shownDeliverable(one, today)),
    }
  })
  const items = (await store.listItems(tx, id)).map((item) => ({
    ...item,
    milestones: milestones.filter(({ itemId }) => itemId === item.id),
  }))
  return { ...scope, executorName: names.get(scope.organisationId) ?? '', items }
}

export const scopeApi: readonly Handled[] = [
  handle(contract.listScopes, async ({ input, tx, today }) => {
    const rows = await store.listScopes(tx, today, input)
    const shown = rows.slice(0, input.limit)
    const names = await namesOf(
      tx,
      shown.map(({ organisationId }) => organisationId),
    )
    const scopes = shown.map((scope) => ({ ...scope, executorName: names.get(scope.organisationId) ?? '' }))
    return { scopes, next: rows.length > input.limit ? (scopes.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readScope, (call) => wholeScope(call, call.input.id)),
  handle(contract.openScope, async (call) => {
    const { input, tx, actor, today } = call
    if (!actor.counties.includes(input.countyCode)) refuse('oversight.not-own-county')
    const executors = await listMembers(tx, { kind: 'executor', day: today, countyCode: input.countyCode })
    if (!executors.some(({ id }) => id === input.organisationId)) refuse('oversight.not-an-executor')
    refuseIf(reasonsNotToOpenScope(input, today))
    await store.insertScope(tx, { ...input, planId: actor.planId, accountId: actor.accountId, today })
    return wholeScope(call, input.id)
  }),
]
