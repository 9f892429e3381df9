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
  { tx, house, actor }: Pick<Call<unknown>, 'tx' | 'house' | 'actor'>,
  personId: string,
  { manner, witnessName }: Given,
) {
  if (manner === 'fingerprint' && witnessName === null) refuse('matching.witness-missing')
  const key = (await findKeyOf(tx, { house, planId: actor.planId, personId })) ?? refuse('platform.not-found')
  const sealedWitness = witnessName === null ? null : seal(key, `matching.witness/${actor.planId}/${personId}`, witnessName)
  return { manner, sealedWitness }
}
