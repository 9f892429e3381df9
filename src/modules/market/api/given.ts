import type { Call } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { seal } from '../../../platform/vault.ts'
import { findKeyOf } from '../../people/port.ts'

interface Given {
  readonly manner: string
  readonly witnessName: string | null
}
/** Her word as it is kept: how she gave it, and the witness sealed with her key. A fingerprint has one. */
export async function keptWord(
  { tx, house, actor, today }: Pick<Call<unknown>, 'tx' | 'house' | 'actor' | 'today'>,
  personId: string,
  { manner, witnessName }: Given,
) {
  if (manner === 'fingerprint' && witnessName === null) refuse('market.witness-missing')
  const key = (await findKeyOf(tx, { house, planId: actor.planId, personId })) ?? refuse('platform.not-found')
  const sealedWitness = witnessName === null ? null : seal(key, `market.witness/${actor.planId}/${personId}`, witnessName)
  return { manner, sealedWitness, on: today }
}
