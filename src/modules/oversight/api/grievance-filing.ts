import type { Call } from '../../../platform/http.ts'
import { fileNumberOf } from '../../../platform/ids.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { findOrganisation } from '../../partners/port.ts'
import { parameterOn } from '../../plan/port.ts'
import { listCounties } from '../../territory/port.ts'
import type { Filed, GrievanceChannel, Said } from '../contract/grievances.ts'
import { desksOf, routing } from '../rules/grievances.ts'
import { insertText } from '../store/grievance-texts.ts'
import { type HerScope, insertGrievance } from '../store/grievances.ts'

/** Ten signs without those that are taken for another when read aloud or copied by hand. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
function newTracking({ house }: Pick<Call<unknown>, 'house'>): string {
  return Array.from(house.randomBytes(10), (byte) => SIGNS[byte % SIGNS.length] ?? '2').join('')
}
/** A county of the province and an organisation of the plan, where they are named. */
export async function requireKnown(
  { tx }: Pick<Call<unknown>, 'tx'>,
  { countyCode, organisationId }: { readonly countyCode: string | null; readonly organisationId: string | null },
): Promise<void> {
  if (countyCode !== null && !(await listCounties(tx)).some(({ code }) => code === countyCode)) refuse('oversight.unknown-county')
  if (organisationId !== null && (await findOrganisation(tx, organisationId)) === undefined) refuse('oversight.unknown-organisation')
}
interface Filing extends Said {
  readonly id: string
  readonly channel: GrievanceChannel
  readonly paperNumber: string | null
  readonly isGuideAllowed: boolean
  /** Of her file, where she is known. */
  readonly scope: HerScope | undefined
}
/**
 * Keeps a complaint and its words, and gives what she takes with her. Where it lies follows from what it is about; its number is as random as a file
 * number. In history it is nobody's: who reads the history of her file learns of no complaint.
 */
export async function file(call: Call<unknown>, filing: Filing): Promise<Filed> {
  const { tx, house, actor, today, note } = call
  const { id, about, scope, channel, organisationId } = filing
  await requireKnown(call, filing)
  const on = { day: today, countyCode: scope?.county_code ?? filing.countyCode }
  const acknowledgeBy = addDays(today, (await parameterOn(tx, 'grievance-acknowledging', on)).value)
  const answerBy = addDays(today, (await parameterOn(tx, 'grievance-answering', on)).value)
  const [number, tracking] = [fileNumberOf(house.randomBytes), newTracking(call)]
  const { intake, desk } = routing[about]
  const desks = desksOf({ about, state: 'received', intake, desk, isGuideAllowed: filing.isGuideAllowed })
  const { planId, accountId } = actor
  const dated = { on: today, acknowledgeBy, answerBy }
  await insertGrievance(tx, { ...filing, planId, accountId, number, tracking, intake, desk, desks, ...dated })
  const whose = { house, planId, id, personId: scope?.person_id ?? null }
  const words = [{ by: 'her' as const, desk: null, on: today, text: filing.text }]
  if (!(await insertText(tx, whose, scope, { words, privateText: filing.privateText }))) refuse('platform.not-found')
  note({ channel, about, organisation: organisationId })
  return { id, number, tracking, acknowledgeBy, answerBy }
}
