import sharp from 'sharp'
import { anonymous } from '../src/access/actor.ts'
import { findWorkshops, type Workshop } from '../src/modules/businesses/port.ts'
import { findOfCase, insertBusiness, type StoredBusiness } from '../src/modules/businesses/store/businesses.ts'
import { insertHub } from '../src/modules/businesses/store/hubs.ts'
import { insertPermit, NO_PAPER } from '../src/modules/businesses/store/permits.ts'
import { insertProduct } from '../src/modules/businesses/store/products.ts'
import { insertReview } from '../src/modules/businesses/store/reviews.ts'
import { findCaseScope } from '../src/modules/businesses/store/scope.ts'
import type { Tx } from '../src/platform/db.ts'
import type { House } from '../src/platform/house.ts'
import { newId } from '../src/platform/ids.ts'
import { type Ask, accountOf, type OrganisationName, organisations, type PersonaName, type Told, thePlan } from './personas.ts'

export interface PlantedBusiness {
  readonly businessId: string
  readonly permitId: string
  readonly reviewId: string
}
interface Whose {
  readonly caseId: string
  readonly agency: OrganisationName
  readonly guide: PersonaName
}
/** A business of one of the personas' women, whose request lies on the desk of the agency that introduced her. */
export function plantBusiness({ house }: { readonly house: House }, { caseId, agency, guide }: Whose): Promise<PlantedBusiness> {
  return settleBusiness(house, { caseId, organisationId: organisations[agency], accountId: accountOf(guide) })
}
interface Settling {
  readonly caseId: string
  readonly organisationId: string
  readonly accountId: string
}
/** A business whose request for a permit lies on the desk of an agency, set there without the road to it. */
export async function settleBusiness(house: House, { caseId, organisationId, accountId }: Settling): Promise<PlantedBusiness> {
  const [businessId, permitId, reviewId] = [newId(), newId(), newId()]
  const today = '2026-11-23'
  await house.door.asOwner(async (tx) => {
    const found = await findCaseScope(tx, caseId)
    if (found === undefined) throw new Error('her case stands')
    await insertBusiness(tx, found, {
      id: businessId,
      state: 'active',
      fieldCode: 'HB001',
      relation: 'independent',
      kind: 'revived',
      workPlace: 'home',
      startedOn: today,
      registeredOn: today,
      accountId,
    })
    const { scope, fileNumber } = found
    await insertPermit(
      tx,
      { scope, businessId, caseId, fileNumber },
      { id: permitId, state: 'submitted', today, dueOn: null, paper: NO_PAPER },
    )
    await insertReview(tx, scope, {
      id: reviewId,
      permitId,
      fileNumber,
      fieldCode: 'HB001',
      relation: 'independent',
      requestNumber: '۱۲',
      kind: 'agency',
      organisationId,
      state: 'waiting',
      dueOn: '2026-12-07',
    })
  })
  return { businessId, permitId, reviewId }
}

interface Asking {
  readonly house: House
  readonly ask: (who: PersonaName, ask: Ask) => Promise<Told>
}
/** A product with a picture of one pixel, kept by her guide through the routes. */
export async function plantProduct(house: Asking, { guide }: Pick<Whose, 'guide'>, { businessId }: PlantedBusiness) {
  const [productId, photoId] = [newId(), newId()]
  const product = { id: productId, name: 'زنبیل حصیری', unit: 'piece', seasonMonths: [], weeklyDeclared: 6 }
  const told = [
    await house.ask(guide, { method: 'POST', url: `/businesses/${businessId}/products`, body: product }),
    await house.ask(guide, {
      method: 'POST',
      url: `/businesses/products/${productId}/photos?photoId=${photoId}`,
      upload: { bytes: await anyPicture(), mediaType: 'image/png' },
    }),
  ]
  const refused = told.find(({ status }) => status !== 200)
  if (refused !== undefined) throw new Error(refused.text)
  return { productId, photoId }
}
export function anyPicture(): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b6258' } })
    .png()
    .toBuffer()
}
/** Goods of a woman, of which she says she makes so many a week, in the business she has or in one that needs no permit; the product. */
export async function settleGoods(house: House, caseId: string, weekly: number): Promise<string> {
  const id = newId()
  await house.door.asOwner(async (tx) => {
    const business = (await findOfCase(tx, caseId)) ?? (await openBusiness(tx, caseId))
    await insertProduct(tx, business, 'HB001', { id, name: 'لباس کار', unit: 'set', seasonMonths: [], weeklyDeclared: weekly })
  })
  return id
}
async function openBusiness(tx: Tx, caseId: string): Promise<StoredBusiness> {
  const found = await findCaseScope(tx, caseId)
  if (found === undefined) throw new Error('her case stands')
  const facts = { fieldCode: 'HB001', relation: 'independent', kind: 'revived', workPlace: 'home', accountId: accountOf('office') } as const
  await insertBusiness(tx, found, { ...facts, id: newId(), state: 'active', startedOn: '2026-01-01', registeredOn: '2026-01-01' })
  const made = await findOfCase(tx, caseId)
  if (made === undefined) throw new Error('it was just opened')
  return made
}
/** A hub of a county, with a lead or without. */
export async function plantHub(
  { house }: { readonly house: House },
  countyCode: string,
  leadAccountId: string | null = null,
): Promise<string> {
  const id = newId()
  const hub = { id, countyCode, name: 'مرکز تجمیع', collectionPoint: 'سرای محله', rules: 'هر هفته یک بار' }
  await house.door.asOwner((tx) => insertHub(tx, thePlan, { ...hub, leadAccountId }))
  return id
}
/** What later rooms learn of businesses, asked by somebody without any reach. */
export function workshopsOf(
  { house }: { readonly house: House },
  more: Partial<Parameters<typeof findWorkshops>[1]> = {},
): Promise<readonly Workshop[]> {
  return house.door.asActor(anonymous(thePlan), (tx) => findWorkshops(tx, { planId: thePlan, today: '2026-11-23', ...more }))
}
