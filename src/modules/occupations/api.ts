import { type Handled, handle } from '../../platform/http.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { listCounties } from '../territory/port.ts'
import * as contract from './contract.ts'
import { listFields as fieldsOn } from './port.ts'
import { isFound, isOffered, reasonsNotToEnd } from './rules.ts'
import * as store from './store.ts'

export const occupationsApi: readonly Handled[] = [
  handle(contract.listFields, async ({ input, tx, today }) => {
    const edition = (await store.findEdition(tx, today)) ?? refuse('platform.not-found')
    const fields = (await store.listFields(tx, edition.code)).filter(
      (field) =>
        (input.tradeGroup === undefined || field.tradeGroup === input.tradeGroup) &&
        (input.permitClass === undefined || field.permitClass === input.permitClass) &&
        (input.search === undefined || isFound(field, input.search)),
    )
    return { edition, fields }
  }),
  handle(contract.readField, async ({ input, tx, today }) => {
    const edition = (await store.findEdition(tx, today)) ?? refuse('platform.not-found')
    const field = (await store.listFields(tx, edition.code)).find(({ code }) => code === input.code) ?? refuse('platform.not-found')
    return { edition, field, offers: [...(await store.listOffers(tx, { fieldCode: field.code }))] }
  }),
  handle(contract.listChains, async ({ tx }) => ({ chains: await store.listChains(tx) })),
  handle(contract.listOffers, async ({ input, tx, today }) => {
    const on = input.on ?? today
    const fields = new Map((await fieldsOn(tx, on)).map((field) => [field.code, field]))
    const offers = (await store.listOffers(tx, input))
      .filter((offer) => isOffered(offer, on))
      .flatMap((offer) => {
        const field = fields.get(offer.fieldCode)
        return field === undefined ? [] : [{ ...offer, nameFa: field.nameFa, nameEn: field.nameEn, permitClass: field.permitClass }]
      })
    return { on, offers }
  }),
  handle(contract.offerField, async ({ input, tx, actor, today, note }) => {
    const edition = (await store.findEdition(tx, today)) ?? refuse('occupations.unknown-field')
    if (!(await store.listFields(tx, edition.code)).some(({ code }) => code === input.fieldCode)) refuse('occupations.unknown-field')
    if (!(await listCounties(tx)).some(({ code }) => code === input.countyCode)) refuse('occupations.unknown-county')
    note({ field: input.fieldCode, from: input.validFrom })
    return store.insertOffer(tx, actor.planId, { ...input, editionCode: edition.code })
  }),
  handle(contract.endOffer, async ({ input, tx, note }) => {
    const offer = (await store.lockOffer(tx, input.id)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToEnd(offer, input.validTo))
    note({ field: offer.fieldCode, to: input.validTo })
    return (await store.endOffer(tx, input)) ?? refuse('platform.version-stale')
  }),
]
