import type { Referral, RuleCode } from '../../contract/eligibility.ts'

/** A dated place to turn to, for one rule or any, in one county or all. */
export interface ReferralPlace {
  readonly rule: RuleCode | 'any'
  readonly countyCode: string | null
  readonly title: string
  readonly note: string
  readonly validFrom: string
  readonly validTo: string | null
}
/** At most this many places are read to her; more would help nobody. */
const MOST_PLACES = 3
/**
 * Where else she can turn, for the rules she does not meet: places of her county before those of all, places of the rule before those for any.
 * Never empty: the office that speaks for women in every governorate is always a place to turn to (roles.md §3.5).
 */
export function referralsFor(
  unmet: readonly RuleCode[],
  places: readonly ReferralPlace[],
  { countyCode, day, always }: { readonly countyCode: string; readonly day: string; readonly always: Referral },
): readonly Referral[] {
  if (unmet.length === 0) return []
  const usable = places
    .filter((place) => place.validFrom <= day && (place.validTo === null || place.validTo >= day))
    .filter((place) => place.countyCode === null || place.countyCode === countyCode)
    .filter((place) => place.rule === 'any' || unmet.includes(place.rule))
  const nearest = usable
    .map((place, index) => ({ place, index, rank: (place.rule === 'any' ? 2 : 0) + (place.countyCode === null ? 1 : 0) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ place: { title, note } }) => ({ title, note }))
  const distinct = nearest.filter((one, index) => nearest.findIndex(({ title }) => title === one.title) === index)
  return distinct.length === 0 ? [always] : distinct.slice(0, MOST_PLACES)
}
