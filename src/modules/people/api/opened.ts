import type { Call } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { findKey, getScope, isJoined } from '../store/file.ts'

/** Whose file this is, or «not found»: the same answer for absent, foreign, erased and barred. */
export async function opened({ tx, house, actor, input }: Pick<Call<{ readonly personId: string }>, 'tx' | 'house' | 'actor' | 'input'>) {
  const whose = { house, planId: actor.planId, personId: input.personId }
  const key = (await findKey(tx, whose)) ?? refuse('platform.not-found')
  return { whose, key }
}
/** The same with the scope columns a new row about her takes. A file joined to another is read only: her story goes on in that one. */
export async function openedToWrite(call: Pick<Call<{ readonly personId: string }>, 'tx' | 'house' | 'actor' | 'input'>) {
  const { whose, key } = await opened(call)
  if (await isJoined(call.tx, whose.personId)) refuse('people.file-joined')
  return { whose, key, scope: (await getScope(call.tx, whose.personId)) ?? refuse('platform.not-found') }
}
