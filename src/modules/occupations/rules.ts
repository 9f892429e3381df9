import { searchKey } from '../../platform/persian.ts'
import type { OccupationField, Offer } from './contract.ts'

/** Whether a field answers to what was typed, in either language or by its code. */
export function isFound(field: OccupationField, search: string): boolean {
  const wanted = searchKey(search)
  return [field.nameFa, field.nameEn, field.code].some((text) => searchKey(text).includes(wanted))
}
export function isOffered(offer: Pick<Offer, 'validFrom' | 'validTo'>, day: string): boolean {
  return offer.validFrom <= day && (offer.validTo === null || offer.validTo >= day)
}
export type EndRefusal = 'occupations.offer-ended' | 'occupations.dates-reversed'
export function reasonsNotToEnd(offer: Pick<Offer, 'validFrom' | 'validTo'>, lastDay: string): readonly EndRefusal[] {
  if (offer.validTo !== null) return ['occupations.offer-ended']
  return lastDay < offer.validFrom ? ['occupations.dates-reversed'] : []
}
