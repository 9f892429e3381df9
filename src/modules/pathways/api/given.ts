import type { Call } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { seal } from '../../../platform/vault.ts'
import { findKeyOf } from '../../people/port.ts'
import { reasonsNotToTake } from '../rules/exit-table.ts'

interface Given {
  readonly manner: string
  readonly witnessName: string | null
}
/** Her word as it is kept: how she gave it, and the witness sealed with her key. */
export async function keptWord(
  { tx, house, actor, today }: Pick<Call<unknown>, 'tx' | 'house' | 'actor' | 'today'>,
  personId: string,
  { manner, witnessName }: Given,
) {
  refuseIf(reasonsNotToTake({ manner, witnessName }))
  const whose = { house, planId: actor.planId, personId }
  const key = (await findKeyOf(tx, whose)) ?? refuse('platform.not-found')
  const sealedWitness = witnessName === null ? null : seal(key, `pathways.witness/${actor.planId}/${personId}`, witnessName)
  return { manner, sealedWitness, on: today, accountId: actor.accountId }
}
