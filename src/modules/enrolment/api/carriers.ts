import { createHash } from 'node:crypto'
import { appendHistory } from '../../../platform/history.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import * as contract from '../contract/carriers.ts'
import { giveFiles, requireRoom } from '../port/carrying.ts'
import * as store from '../store/carriers.ts'
import { type Case, lineOf } from '../store/cases.ts'

/** The office orders the files of every county, a supervisor those of her own. */
function realmOf({ actor }: Pick<Call<unknown>, 'actor'>): store.Realm {
  return { planId: actor.planId, counties: actor.role === 'PO' ? null : actor.counties, accountId: actor.accountId }
}
/** Gives locked files to one guide, in every room at once, with an entry in the history of each. */
async function handOver(call: Call<unknown>, files: readonly Case[], to: string): Promise<void> {
  const { tx, house, actor, now, requestId } = call
  await giveFiles(call, files, to)
  await appendHistory(
    tx,
    actor,
    files.map((one) => ({
      id: house.newId(),
      at: now,
      action: 'enrolment.reassign',
      subject: { type: 'case', id: one.id, personId: one.personId, caseId: one.id, countyCode: one.countyCode },
      facts: {},
      digest: createHash('sha256').update(`${one.id} ${to}`).digest(),
      requestId,
    })),
  )
}

export const carriersApi: readonly Handled[] = [
  handle(contract.listCarriers, async (call) => ({ carriers: await store.listCarriers(call.tx, realmOf(call), call.today) })),
  handle(contract.listCarriedBy, async (call) => {
    const files = await store.listCarriedBy(call.tx, realmOf(call), call.input.accountId, 250)
    return { cases: files.map((one) => lineOf(one, call.now)) }
  }),
  handle(contract.reassignCases, async (call) => {
    const { input, tx, actor, today, note } = call
    const ids = [...new Set(input.caseIds)]
    const files = await store.lockCases(tx, realmOf(call), ids)
    if (files.length < ids.length) refuse('platform.not-found')
    if (!(await store.mayCarry(tx, { planId: actor.planId, accountId: input.accountId, today }, files)))
      refuse('enrolment.not-a-guide-there')
    await requireRoom(call, { accountId: input.accountId, files })
    await handOver(call, files, input.accountId)
    note({ files: files.length })
    return { moved: files.length }
  }),
]
