import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { getLockedCase } from '../../enrolment/port.ts'
import { hasConsent } from '../../people/port.ts'
import * as contract from '../contract/notes.ts'
import { reasonsNotToNote } from '../rules/notes.ts'
import * as store from '../store/notes.ts'
import { columnsOf, type FiledScope, findScope } from '../store/scope.ts'
import type { Sealing } from '../store/work-plans.ts'
import { keptWord, sealingOf } from './given.ts'

async function shown({ tx, actor }: Call<unknown>, scope: FiledScope, sealing: Sealing): Promise<contract.HerNotes> {
  const { accountId } = actor
  return {
    entries: [...(await store.listEntries(tx, scope.case_id, sealing, accountId))],
    closed: await store.countClosed(tx, scope, accountId),
    opening: await store.findOpening(tx, scope.case_id, accountId),
  }
}
async function locked(call: Call<unknown>, caseId: string) {
  const one = await getLockedCase(call, caseId)
  return (await findScope(call.tx, one.id)) ?? refuse('platform.not-found')
}

export const notesApi: readonly Handled[] = [
  handle(contract.readNotes, async (call) => {
    const scope = (await findScope(call.tx, call.input.caseId)) ?? refuse('platform.not-found')
    return shown(call, scope, await sealingOf(call, scope.person_id))
  }),
  handle(contract.writeNote, async (call) => {
    const { input, tx, actor, now, today, note } = call
    const scope = await locked(call, input.caseId)
    refuseIf(reasonsNotToNote(input, today))
    if (!(await hasConsent(tx, { personId: scope.person_id, purpose: 'keep-file', today }))) refuse('pathways.keeping-not-allowed')
    const sealing = await sealingOf(call, scope.person_id)
    const entry = { ...input, accountId: actor.accountId, at: now }
    if (!(await store.insertEntry(tx, columnsOf(scope), sealing, entry))) refuse('pathways.note-of-another')
    note({ channel: input.channel, standing: input.standing, level: input.text === null ? null : input.level })
    return shown(call, scope, sealing)
  }),
  handle(contract.openNotes, async (call) => {
    const { input, tx, note } = call
    const scope = await locked(call, input.caseId)
    const word = await keptWord(call, scope.person_id, input)
    await store.putOpening(tx, columnsOf(scope), { ...word, isOpen: input.isOpen })
    note({ isOpen: input.isOpen, manner: input.manner })
    return shown(call, scope, await sealingOf(call, scope.person_id))
  }),
]
