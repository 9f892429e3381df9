import type { Call } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { findField } from '../../occupations/port.ts'
import { listMembers, namesOf } from '../../partners/port.ts'
import { listNames } from '../../people/port.ts'
import type { Business, HerBusiness } from '../contract/businesses.ts'
import type { Permit } from '../contract/permits.ts'
import * as businesses from '../store/businesses.ts'
import * as permits from '../store/permits.ts'
import * as reviews from '../store/reviews.ts'
import { findCaseScope } from '../store/scope.ts'

/** Who signs first, by the word the list of fields uses for it. */
const AGENCY_CODES: Readonly<Record<string, string>> = {
  handicrafts: 'MCTH_HANDICRAFTS',
  industry: 'SAMT',
  agriculture: 'AJO',
  labour: 'MCLS',
  behzisti: 'SWO',
}
/** The agency of a field, where it works in the county; null when it has no desk here. */
export async function leadAgencyOf(
  { tx, today }: Pick<Call<unknown>, 'tx' | 'today'>,
  { fieldCode, countyCode }: { readonly fieldCode: string; readonly countyCode: string },
): Promise<string | null> {
  const field = await findField(tx, fieldCode, today)
  const code = AGENCY_CODES[field?.leadAgency ?? '']
  const id = code === undefined ? undefined : await reviews.findByAgencyCode(tx, code)
  if (id === undefined) return null
  const members = await listMembers(tx, { kind: 'agency', countyCode, day: today })
  return members.some((member) => member.id === id) ? id : null
}
/** One permit with everything that is mirrored of it. */
export async function shownPermit({ tx, actor }: Call<unknown>, stored: permits.StoredPermit): Promise<Permit> {
  const read = await reviews.listReviews(tx, actor.planId, stored.id)
  const names = await namesOf(
    tx,
    read.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])),
  )
  return {
    id: stored.id,
    state: stored.state,
    stateSince: stored.stateSince,
    dueOn: stored.dueOn,
    ...(await permits.findPaper(tx, actor.planId, stored.id)),
    reviews: read.map((one) => ({
      id: one.id,
      kind: one.kind,
      organisationId: one.organisationId,
      organisationName: names.get(one.organisationId ?? '') ?? null,
      state: one.state,
      dueOn: one.dueOn,
      letterNumber: one.letterNumber,
      letterDate: one.letterDate,
      reason: one.reason,
      version: one.version,
    })),
    moves: await permits.listMoves(tx, stored.id),
    version: stored.version,
  }
}
async function shownBusiness({ tx, today }: Call<unknown>, stored: businesses.StoredBusiness): Promise<Business | null> {
  const profile = await businesses.findProfile(tx, stored.id)
  if (profile === undefined) return null
  const field = await findField(tx, profile.fieldCode, today)
  return {
    id: stored.id,
    state: stored.state,
    stateSince: stored.stateSince,
    ...profile,
    fieldNameFa: field?.nameFa ?? profile.fieldCode,
    fieldNameEn: field?.nameEn ?? profile.fieldCode,
    permitClass: field?.permitClass ?? 'standard',
    version: stored.version,
  }
}
/** Everything of one woman's business her guide sees. */
export async function shownOf(call: Call<unknown>, caseId: string): Promise<HerBusiness> {
  const { scope, fileNumber } = (await findCaseScope(call.tx, caseId)) ?? refuse('platform.not-found')
  const { person_id: personId, county_code: countyCode } = scope
  const name = (await listNames(call.tx, [personId])).get(personId) ?? null
  const stored = await businesses.findOfCase(call.tx, caseId)
  const business = stored === undefined ? null : await shownBusiness(call, stored)
  const shown: Permit[] = []
  for (const one of business === null ? [] : await permits.listPermits(call.tx, business.id)) shown.push(await shownPermit(call, one))
  const leadOrganisationId = business === null ? null : await leadAgencyOf(call, { fieldCode: business.fieldCode, countyCode })
  return { whose: { name, fileNumber }, countyCode, business, permits: shown, leadOrganisationId }
}
