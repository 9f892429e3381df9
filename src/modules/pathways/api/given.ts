import type { Tx } from '../../../platform/db.ts'
import type { Call } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { seal } from '../../../platform/vault.ts'
import { listMembers } from '../../partners/port.ts'
import { findKeyOf, hasConsent, listNames } from '../../people/port.ts'
import type { Whose } from '../contract/exit-table.ts'
import { reasonsNotToTake } from '../rules/exit-table.ts'
import { findLabourOffice } from '../store/mirrored.ts'
import type { FiledScope, Scope } from '../store/scope.ts'
import type { Sealing } from '../store/work-plans.ts'

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
/** Whose page it is: her file number, and her name for whoever may read it. */
export async function whoseOf(tx: Tx, { fileNumber, person_id: personId }: FiledScope): Promise<Whose> {
  return { fileNumber, name: (await listNames(tx, [personId])).get(personId) ?? null }
}
/** The key to her words, as they are sealed in this room. */
export async function sealingOf({ tx, house, actor }: Pick<Call<unknown>, 'tx' | 'house' | 'actor'>, personId: string): Promise<Sealing> {
  const whose = { house, planId: actor.planId, personId }
  return { key: (await findKeyOf(tx, whose)) ?? refuse('platform.not-found'), planId: actor.planId, personId }
}
/** On whose desks a loan or an insurance stands: whoever gives it and the labour office, once she said yes to agencies; on nobody's otherwise. */
export async function desksOf(
  { tx, today }: Pick<Call<unknown>, 'tx' | 'today'>,
  { person_id: personId }: Scope,
  giverId: string,
): Promise<string[]> {
  if (!(await hasConsent(tx, { personId, purpose: 'share-with-agencies', today }))) return []
  const labour = await findLabourOffice(tx)
  return [...new Set([giverId, ...(labour === undefined ? [] : [labour])])]
}
/** An agency is told of a step or a referral only when she said yes to that, and only an agency that works in her county. */
export async function owedByAgency(
  { tx, today }: Pick<Call<unknown>, 'tx' | 'today'>,
  { person_id: personId, county_code: countyCode }: Scope,
  organisationId: string,
) {
  const members = await listMembers(tx, { kind: 'agency', countyCode, day: today })
  if (!members.some(({ id }) => id === organisationId)) refuse('pathways.not-an-agency-there')
  if (!(await hasConsent(tx, { personId, purpose: 'share-with-agencies', today }))) refuse('pathways.agency-without-consent')
}
