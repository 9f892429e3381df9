import { beyondReach } from '../../../platform/db.ts'
import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { seal } from '../../../platform/vault.ts'
import { listFields } from '../../occupations/port.ts'
import { findKeyOf } from '../../people/port.ts'
import * as contract from '../contract/showing.ts'
import { findPhoto, openSmall, readPhoto } from '../store/products.ts'
import { listOpen, putShowing, witnessPlace } from '../store/showing.ts'
import { lockedProduct, shownProductsOf } from './products.ts'

export const showingApi: readonly Handled[] = [
  handle(contract.settleShowing, async (call) => {
    const { input, tx, house, actor, today, note } = call
    const product = await lockedProduct(call, input.id)
    const { planId, accountId } = actor
    if (input.manner === 'fingerprint' && input.witnessName === null) refuse('businesses.witness-missing')
    const key = (await findKeyOf(tx, { house, planId, personId: product.personId })) ?? refuse('platform.not-found')
    const place = witnessPlace(planId, product.personId, input.showingId)
    const sealedWitness = input.witnessName === null ? null : seal(key, place, input.witnessName)
    const word = { ...input, id: input.showingId, sealedWitness, today, accountId }
    if (!(await putShowing(tx, product, word))) refuse('platform.version-stale')
    note({ isShown: input.isShown, manner: input.manner })
    return shownProductsOf(call, product.businessId)
  }),
  handle(contract.listOpenGoods, async ({ tx, actor, today }) => {
    const open = await beyondReach(tx, () => listOpen(tx, { planId: actor.planId, today }))
    const fields = new Map((await listFields(tx, today)).map((field) => [field.code, field]))
    return {
      goods: open.map(({ personId: _personId, countyCode: _countyCode, fieldCode, seasonMonths, photos, ...goods }) => ({
        ...goods,
        fieldNameFa: fields.get(fieldCode)?.nameFa ?? '',
        fieldNameEn: fields.get(fieldCode)?.nameEn ?? '',
        seasonMonths: [...seasonMonths],
        photos: [...photos],
      })),
    }
  }),
  handle(contract.readOpenPhoto, async ({ input, tx, house, actor, today }) => {
    const { planId } = actor
    // The goods stand open, so their picture does; the file and her key stay with the house.
    const photo = await beyondReach(tx, async () => {
      const [goods] = await listOpen(tx, { planId, today, id: input.id })
      const found = goods === undefined ? undefined : await findPhoto(tx, { productId: goods.id, id: input.photoId })
      if (goods === undefined || found === undefined) return undefined
      const place = { planId, personId: goods.personId, fileId: found.file_id }
      const key = await findKeyOf(tx, { house, ...place })
      if (key === undefined) return undefined
      const { sealed_small: small } = found
      return small === null ? readPhoto(tx, house, key, input.photoId, place) : openSmall(key, input.photoId, small, place)
    })
    return photo ?? refuse('platform.not-found')
  }),
]
