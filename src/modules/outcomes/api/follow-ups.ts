import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import * as contract from '../contract/follow-ups.ts'
import { MissingReason } from '../contract/follow-ups.ts'
import { type Against, reasonsNotToGive, reasonsNotToMoveFollowUp } from '../rules/follow-ups.ts'
import { listCallers, listExecutors } from '../store/callers.ts'
import * as store from '../store/follow-ups.ts'

type On = Pick<Call<unknown>, 'tx' | 'today'> & { readonly actor: { readonly planId: string } }
/** What stands against callers of one follow-up. */
export function againstOf({ scope, kind, away }: store.StoredFollowUp, executors: readonly string[]): Against {
  const { county_code: countyCode, assigned, barred } = scope
  return { kind, countyCode, assigned, barred, away, executors }
}
async function shown({ tx, actor, today }: On, followUps: readonly store.StoredFollowUp[]): Promise<contract.FollowUp[]> {
  const names = new Map((await listCallers(tx, { planId: actor.planId, today })).map(({ accountId, name }) => [accountId, name]))
  return followUps.map(({ scope, id, fileNumber, month, kind, opensOn, closesOn, callerId, state, missingReason, tries, version }) => ({
    id,
    fileNumber,
    countyCode: scope.county_code,
    month,
    kind,
    opensOn,
    closesOn,
    callerName: callerId === null ? null : (names.get(callerId) ?? ''),
    state,
    missingReason,
    tries,
    version,
  }))
}
/** Agreement of a handful would point at one caller, or one woman. */
const FEW = 10

export const followUpsApi: readonly Handled[] = [
  handle(contract.listFollowUps, async (call) => ({ followUps: await shown(call, await store.listOpen(call.tx, call.input.limit)) })),
  handle(contract.readFollowUpFigures, async ({ tx }) => ({
    figures: (await store.countFollowUps(tx)).map(({ month, due, open, answered, missing, callBacks, compared, agreeing }) => {
      const isFew = callBacks < FEW
      return {
        month,
        due,
        open,
        answered,
        missing: MissingReason.options.map((reason) => ({ reason, count: missing[reason] ?? 0 })),
        callBacks: isFew ? null : callBacks,
        compared: isFew ? null : compared,
        agreeing: isFew ? null : agreeing,
      }
    }),
  })),
  handle(contract.listCallers, async ({ input, tx, actor, today }) => {
    const one = (await store.findFollowUp(tx, input.id)) ?? refuse('platform.not-found')
    const on = { planId: actor.planId, today }
    const against = againstOf(one, await listExecutors(tx, on))
    const fitting = (await listCallers(tx, on)).filter((caller) => reasonsNotToGive(caller, against).length === 0)
    return {
      callers: fitting.toSorted((a, b) => a.open - b.open).map(({ accountId, name, open }) => ({ accountId, name, open })),
    }
  }),
  handle(contract.giveCall, async (call) => {
    const { input, tx, actor, today, about, note } = call
    const one = (await store.lockFollowUp(tx, input.id)) ?? refuse('platform.not-found')
    about({ caseId: one.scope.case_id, countyCode: one.scope.county_code, personId: one.scope.person_id })
    if (one.version !== input.version) refuse('platform.version-stale')
    if (one.state !== 'given') refuseIf(reasonsNotToMoveFollowUp(one.state, 'given'))
    const on = { planId: actor.planId, today }
    const executors = await listExecutors(tx, on)
    const caller = (await listCallers(tx, on)).find(({ accountId }) => accountId === input.accountId)
    if (caller === undefined) refuse('outcomes.caller-not-fitting')
    refuseIf(reasonsNotToGive(caller, againstOf(one, executors)))
    await store.updateFollowUp(tx, one, givenTo(caller, executors, today))
    note({ caller: caller.accountId })
    const [told = refuse('platform.not-found')] = await shown(call, [
      (await store.findFollowUp(tx, one.id)) ?? refuse('platform.not-found'),
    ])
    return told
  }),
]
/** The columns of a follow-up in the hands of a caller, who has not said yet whether she is kin. */
export function givenTo(
  { accountId, organisationId }: { readonly accountId: string; readonly organisationId: string },
  executors: readonly string[],
  today: string,
) {
  return {
    account_id: accountId,
    organisation_id: organisationId,
    executors: [...executors],
    kinship: null,
    state: 'given',
    state_since: today,
  }
}
