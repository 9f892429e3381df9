import { z } from 'zod'
import { FileBytes, Id, maybeText, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { HerProducts, ProductUnit } from './products.ts'

/** Her word about one of her goods: whether buyers and citizens may see it, without her name, her village or her number. */
export const settleShowing = route({
  method: 'PUT',
  path: '/businesses/products/:id/showing',
  action: 'businesses.keep-products',
  input: z.object({
    id: Id,
    showingId: Id,
    isShown: z.boolean(),
    manner: z.enum(['spoken', 'signature', 'fingerprint']),
    witnessName: maybeText(120),
    version: Version,
  }),
  output: HerProducts,
  refusals: ['platform.not-found', 'platform.version-stale', 'businesses.witness-missing'],
  subject: ({ id }) => ({ type: 'product', id }),
})
/** A card of goods for whoever looks: what, in which unit and season, for how much. Not from where: few women make one thing in a county. */
export const OpenGoods = z
  .object({
    id: Id,
    name: z.string(),
    fieldNameFa: z.string(),
    fieldNameEn: z.string(),
    unit: ProductUnit,
    seasonMonths: z.array(z.number().int()),
    priceRial: z.number().int().nullable(),
    photos: z.array(Id),
  })
  .meta({ id: 'OpenGoods' })
export type OpenGoods = z.infer<typeof OpenGoods>
export const listOpenGoods = route({
  method: 'GET',
  path: '/businesses/open-goods',
  action: 'businesses.read-open-goods',
  input: z.object({}),
  output: z.object({ goods: z.array(OpenGoods) }),
  refusals: [],
})
export const readOpenPhoto = route({
  method: 'GET',
  path: '/businesses/open-goods/:id/photos/:photoId',
  action: 'businesses.read-open-goods',
  input: z.object({ id: Id, photoId: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
})
