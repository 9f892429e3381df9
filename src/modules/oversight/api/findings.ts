import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import * as contract from '../contract/findings.ts'
import { isFindingOverdue, reasonsNotToJudge, reasonsNotToMoveFinding } from '../rules/findings.ts'
import * as store from '../store/findings.ts'

export function shownFinding(one: store.StoredFinding, today: string): contract.Finding {
  return { ...one, isOverdue: isFindingOverdue(one, today) }
}
type Asking = Pick<Call<unknown>, 'tx' | 'today' | 'about'>
async function locked({ tx, about }: Asking, { id, version }: { readonly id: string; readonly version: number }) {
  const one = (await store.lockFinding(tx, id)) ?? refuse('platform.not-found')
  if (one.version !== version) refuse('platform.version-stale')
  about({ countyCode: one.countyCode })
  return one
}
async function again({ tx, today }: Asking, id: string): Promise<contract.Finding> {
  return shownFinding((await store.findFinding(tx, id)) ?? refuse('platform.not-found'), today)
}

export const findingsApi: readonly Handled[] = [
  handle(contract.listFindings, async ({ input, tx, today }) => {
    const rows = await store.listFindings(tx, input)
    const shown = rows.slice(0, input.limit)
    const next = rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null
    return { findings: shown.map((one) => shownFinding(one, today)), next }
  }),
  handle(contract.reportFinding, async (call) => {
    const { input, tx, today, note } = call
    const one = await locked(call, input)
    refuseIf(reasonsNotToMoveFinding(one.state, 'reported'))
    await store.moveFinding(tx, one, { state: 'reported', report: { text: input.text, on: today } })
    note({ item: one.item })
    return again(call, one.id)
  }),
  handle(contract.judgeFinding, async (call) => {
    const { input, tx, today, note } = call
    const one = await locked(call, input)
    const to = input.isConfirmed ? 'confirmed' : 'returned'
    if (one.state !== 'reported') refuse('oversight.no-such-finding-move')
    refuseIf(reasonsNotToJudge(input, today))
    const given = input.isConfirmed ? { confirmedOn: today } : returnedWith(one, input)
    await store.moveFinding(tx, one, { state: to, ...given })
    note({ item: one.item, state: to })
    return again(call, one.id)
  }),
]
/** Given back: the new day, and why beside the act; of a home nothing is written in words. */
function returnedWith(one: store.StoredFinding, { reason, dueOn }: { readonly reason: string | null; readonly dueOn: string | null }) {
  const act = one.placeKind === 'dwelling' || reason === null ? {} : { act: reason }
  return { ...act, ...(dueOn === null ? {} : { dueOn }) }
}
