import sharp from 'sharp'
import { insertRequest } from '../src/modules/market/store/order-requests.ts'
import { fileNumberOf, newId } from '../src/platform/ids.ts'
import { settleGoods } from './business.ts'
import { goesOnWithAll, publishExitTable } from './exit-table.ts'
import { openHouse } from './house.ts'
import { organisations, type PersonaName, thePlan } from './personas.ts'
import { registerWomen, type Woman } from './registered.ts'
import { standAt } from './work-plan.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** Does it and answers the body; says loudly when it was refused. */
export async function done(house: House, who: PersonaName, url: string, body: object) {
  const told = await house.ask(who, { method: 'POST', url, body })
  if (told.status !== 200) throw new Error(`${who} ${url}: ${told.text}`)
  return told.body
}
/** A small picture of goods, kept with a lot; its id. */
export async function aPhoto(house: House, lotId: string): Promise<string> {
  const photoId = newId()
  const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#8A4324' } })
    .png()
    .toBuffer()
  const url = `/market/lots/${lotId}/photos?photoId=${photoId}`
  const told = await house.ask('marketOperator', { method: 'POST', url, upload: { bytes, mediaType: 'image/png' } })
  if (told.status !== 200) throw new Error(told.text)
  return photoId
}
/** The holding and the buyer buy in this plan. */
export async function partnersBuy({ house }: House): Promise<void> {
  await house.door.asOwner((tx) =>
    tx
      .updateTable('partners.membership')
      .set({ kinds: ['driver', 'backer', 'buyer'] })
      .where('organisation_id', 'in', [organisations.holding, organisations.buyer])
      .execute(),
  )
}
/** A call of the holding in Dashtestan. */
export const aCall = (more: object = {}) => ({
  id: newId(),
  countyCode: '1803',
  organisationId: organisations.holding,
  pledgeId: null,
  calledQuantity: null,
  title: 'لباس کار دوخته در خانه',
  unit: 'دست',
  quantity: 100,
  rateRial: 450_000,
  costsRial: 0,
  minutesPerPiece: 45,
  materialBy: 'buyer',
  spoiledBy: 'buyer',
  smallestLot: 10,
  paymentDays: 30,
  deliverBy: '2026-12-21',
  ...more,
})
/** An order its buyer took on. */
export async function anOrder(house: House, more: object = {}, buyer: 'holding' | 'buyer' = 'holding') {
  const called = await done(house, 'marketOperator', '/market/orders', aCall({ organisationId: organisations[buyer], ...more }))
  return done(house, buyer, `/market/orders/${called.id}/confirm`, {
    documentNumber: 'س/۱',
    documentDate: '2026-11-22',
    version: called.version,
  })
}
export async function putForward(
  house: House,
  guide: PersonaName,
  { orderId, caseId, weekly = 10, hub = null }: { orderId: string; caseId: string; weekly?: number; hub?: string | null },
) {
  const homeId = newId()
  const productId = await settleGoods(house.house, caseId, weekly)
  const body = { homeId, caseId, productId, loweredTo: null, loweredReason: null, hub }
  await done(house, guide, `/market/orders/${orderId}/homes`, body)
  return homeId
}
/** One lot offered to a woman who stands at work, on an order of its own; its id. */
export async function aLot(
  house: House,
  guide: PersonaName,
  { caseId, quantity = 20, ...more }: { caseId: string; quantity?: number; hub?: string; order?: object; buyer?: 'holding' | 'buyer' },
) {
  const order = await anOrder(house, more.order, more.buyer)
  const homeId = await putForward(house, guide, { orderId: order.id, caseId, hub: more.hub ?? null })
  const lotId = newId()
  await done(house, 'marketOperator', `/market/orders/${order.id}/lots`, { version: order.version, shares: [{ lotId, homeId, quantity }] })
  return { orderId: order.id, lotId }
}
const SAID = { manner: 'spoken', witnessName: null }
/** Carries an offered lot of a woman who goes on with all to its delivery: read, accepted, made, looked at, all of it good. */
export async function workOn(
  house: House,
  guide: PersonaName,
  lotId: string,
  /** Looks at the house before each step; the version of the lot is the number of the step. */
  before: (version: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const at = `/market/lots/${lotId}`
  const { quantity } = (await house.ask(guide, { url: at })).body.terms
  const good = { inspectionId: newId(), accepted: quantity, rework: 0, rejected: 0, reason: null, bearer: null, photoId: null }
  const road: readonly (readonly [who: PersonaName, what: string, body: object])[] = [
    [guide, 'terms-read', SAID],
    [guide, 'accept', SAID],
    ['marketOperator', 'start', { to: 'ordered' }],
    ['marketOperator', 'collect', { pieces: quantity }],
    ['marketOperator', 'inspect', good],
    ['marketOperator', 'deliver', { leavesRework: false }],
  ]
  for (const [place, [who, what, body]] of road.entries()) {
    await before(place + 1)
    await done(house, who, `${at}/${what}`, { version: place + 1, ...body })
  }
}
/** Somebody asked for an order of goods of a county, set there without the page of goods. */
export async function plantOrderRequest(house: House, { name = 'فروشگاه بندر', countyCode = '1803' } = {}): Promise<string> {
  const id = newId()
  const who = { accountId: newId(), name, phone: '09171234567', message: name, personKind: 'legal' } as const
  const what = { goodsName: 'لباس کار', unit: 'دست', quantity: 20, wantedOn: null, number: fileNumberOf(house.house.randomBytes) }
  const when = { today: '2026-11-23', answerBy: '2026-11-30' }
  await house.house.door.asOwner((tx) => insertRequest(tx, house.house, { planId: thePlan, id, countyCode, ...who, ...what, ...when }))
  return id
}
/** A house in which partners buy and the exit table stands, with one woman at work who goes on with all of it. */
export async function openMarket(): Promise<{ readonly house: House; readonly woman: Woman }> {
  const house = await openHouse()
  await partnersBuy(house)
  await publishExitTable(house, '2026-11-23')
  const [woman] = await registerWomen(house.house, 1)
  if (woman === undefined) throw new Error('one was registered')
  await standAt(house, woman, ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed', 'active'])
  await goesOnWithAll(house, 'facilitatorOfDashtestan', woman)
  return { house, woman }
}
