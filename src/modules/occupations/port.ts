import type { Tx } from '../../platform/db.ts'
import type { OccupationField, Offer, PermitClass } from './contract.ts'
import { isOffered } from './rules.ts'
import * as store from './store.ts'

/** The fields of the edition in force on a day; none before the first edition. */
export async function listFields(tx: Tx, day: string): Promise<readonly OccupationField[]> {
  const edition = await store.findEdition(tx, day)
  return edition === undefined ? [] : store.listFields(tx, edition.code)
}
export async function findField(tx: Tx, code: string, day: string): Promise<OccupationField | undefined> {
  return (await listFields(tx, day)).find((field) => field.code === code)
}
/** What licence a field needs by the list of a day; undefined when the list does not know the field. */
export async function permitClassOf(tx: Tx, code: string, day: string): Promise<PermitClass | undefined> {
  return (await findField(tx, code, day))?.permitClass
}
/** What a county is offered on a day, with the reason of each. */
export async function offersIn(tx: Tx, countyCode: string, day: string): Promise<readonly Offer[]> {
  return (await store.listOffers(tx, { countyCode })).filter((offer) => isOffered(offer, day))
}
/** What is offered in every county on a day. */
export async function listOffersOn(tx: Tx, day: string): Promise<readonly Offer[]> {
  return (await store.listOffers(tx, {})).filter((offer) => isOffered(offer, day))
}
/** The value chains with their links. */
export const listChains: typeof store.listChains = store.listChains
/**
 * Offers a field in a county because a study found it, in the unit of work of whoever concludes the study. Answers the id of the offer: of the one
 * that is open already, where there is one. Undefined when the list of that day does not know the field.
 */
export async function offerFromStudy(
  tx: Tx,
  made: Omit<Offer, 'validTo' | 'version'> & { readonly planId: string },
): Promise<string | undefined> {
  const { planId, ...offer } = made
  const edition = await store.findEdition(tx, offer.validFrom)
  if (edition === undefined || (await findField(tx, offer.fieldCode, offer.validFrom)) === undefined) return undefined
  const open = (await store.listOffers(tx, offer)).find(({ validTo }) => validTo === null)
  return open?.id ?? (await store.insertOffer(tx, planId, { ...offer, editionCode: edition.code })).id
}
