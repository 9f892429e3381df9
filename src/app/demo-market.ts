import { type SeedOrder, seedOrders } from '../../db/seed/orders.ts'
import { readHerBusiness } from '../modules/businesses/contract/businesses.ts'
import { listOwnCases } from '../modules/enrolment/contract/cases.ts'
import { exitActs } from '../modules/pathways/contract/exit-table.ts'
import { demoId } from './demo.ts'
import { guides, type Stage } from './demo-stage.ts'

const OPERATOR = 'bazar-dashtestan'
/** The market of the demonstration is that of Dashtestan. */
const GUIDES = guides.filter(([county]) => county === '1803').map(([, guide]) => guide)
const MOST_AT_WORK = 9
/** So many homes share an order whose money has come. */
const HOMES = 4
const SPOKEN = { manner: 'spoken', witnessName: null } as const
/** Days before today on which a part of the life of an order happened. */
const AT_WORK = 66
/** Whose result was told by then began earlier, and has been asked how it went since. */
const AT_WORK_FIRST = 100
interface Working {
  readonly guide: string
  readonly caseId: string
}

/** Thirty orders of the county in every state: each step by whom it belongs to, and every lot by a woman who came to work through her plan. */
export async function trade(stage: Stage): Promise<void> {
  const women = (await Promise.all(GUIDES.map((guide) => bringToWork(stage, guide)))).flat()
  let next = 0
  for (const order of seedOrders) {
    await call(stage, order)
    if (order.lot === null) continue
    const homes = order.lot === 'confirmed-by-her' ? Math.min(HOMES, women.length) : 1
    const chosen = Array.from({ length: homes }, (_, place) => women[(next + place) % Math.max(1, women.length)]).filter(
      (one) => one !== undefined,
    )
    next += homes
    if (chosen.length > 0) await work(stage, order, chosen)
  }
}
/** Women whose result was told: a plan agreed, its first step begun, the table «if I earn» read and gone on with. */
async function bringToWork(stage: Stage, guide: string): Promise<readonly Working[]> {
  const told = await stage.ask(listOwnCases.output, {
    name: `market/${guide}`,
    who: guide,
    day: stage.today,
    method: 'GET',
    url: '/enrolment/own-cases?limit=250',
  })
  const by = stage.dateOf(stage.today - AT_WORK)
  const ready = (told?.cases ?? []).filter(({ position, since }) => position === 'interviewed' && since.slice(0, 10) < by)
  const working: Working[] = []
  for (const { id, since } of ready.slice(0, MOST_AT_WORK)) {
    const day = stage.today - (since.slice(0, 10) < stage.dateOf(stage.today - AT_WORK_FIRST) ? AT_WORK_FIRST : AT_WORK)
    const at = `/pathways/cases/${id}`
    const act = (name: string, url: string, body: object, method: 'POST' | 'PUT' = 'POST') =>
      stage.act({ name: `${id}/${name}`, who: guide, day, method, url, body })
    const plan = {
      kind: 'self-employment',
      relation: null,
      wishes: ['HB001'],
      hoursPerWeek: 20,
      buyer: 'هلدینگ نمایشی موج',
      wish: 'کار در خانه',
    }
    await act('market-plan', `${at}/work-plan`, { ...plan, version: 0 }, 'PUT')
    const stepId = demoId(`${id}/first-step`)
    const step = { id: stepId, kind: 'sample', what: null, owner: 'her', organisationId: null, dueOn: stage.dateOf(stage.today + 10) }
    await act('market-step', `${at}/steps`, step)
    await act('market-agree', `${at}/work-plan/agreement`, { version: 1, ...SPOKEN })
    await act('market-begin', `/pathways/steps/${stepId}/move`, { to: 'under-way', version: 1 })
    const editionId = demoId('exit-edition')
    await act('market-shown', `${at}/exit-showings`, { id: demoId(`${id}/market-shown`), editionId, ...SPOKEN })
    for (const one of exitActs) await act(`goes-on/${one}`, `${at}/exit-answers/${one}`, { answer: 'goes-on', editionId, ...SPOKEN }, 'PUT')
    working.push({ guide, caseId: id })
  }
  return working
}
/** The call, and what its buyer said. */
async function call(stage: Stage, order: SeedOrder): Promise<void> {
  const id = demoId(`order/${order.key}`)
  const day = stage.today - order.ago
  const act = (step: string, who: string, after: number, body: object, path = '') =>
    stage.act({ name: `order/${order.key}/${step}`, who, day: day + after, url: `/market/orders${path}`, body })
  const { title, unit, quantity, rateRial, costsRial, minutesPerPiece, smallestLot, materialBy, paymentDays } = order
  const pledge = { pledgeId: order.called === null ? null : demoId('pledge/work-suits'), calledQuantity: order.called }
  const what = { title, unit, quantity, rateRial, costsRial, minutesPerPiece, smallestLot, materialBy, spoiledBy: 'buyer', paymentDays }
  const where = {
    id,
    countyCode: '1803',
    organisationId: demoId(`organisation/${order.buyer}`),
    deliverBy: stage.dateOf(stage.today + order.dueIn),
  }
  await act('call', OPERATOR, order.state === 'called' ? order.ago - 4 : 0, { ...what, ...where, ...pledge })
  const buyer = order.buyer === 'holding' ? 'holding' : 'kharidar'
  if (order.state === 'refused') await act('refuse', buyer, 5, { version: 1, reason: 'برای این فصل انبار پر است.' }, `/${id}/refuse`)
  if (order.state === 'called' || order.state === 'refused') return
  const paper = { documentNumber: `س/${order.key}`, documentDate: stage.dateOf(day + 1) }
  await act('confirm', buyer, 1, { version: 1, ...paper }, `/${id}/confirm`)
  if (order.state === 'cancelled')
    await act('end', OPERATOR, 9, { version: 2, to: 'cancelled', reason: 'خریدار پیش از آغاز کار پس گرفت.' }, `/${id}/end`)
}
const STEPS = [
  'offered',
  'terms-read',
  'accepted',
  'ordered',
  'material-delivered',
  'produced',
  'checked',
  'delivered',
  'due',
  'paid-to-her',
  'confirmed-by-her',
] as const
/** What she makes of an order, kept with her business: the one she has, or one that revives what she did before. */
async function makeGoods(stage: Stage, order: SeedOrder, { guide, caseId }: Working, share: number): Promise<string> {
  const day = stage.today - AT_WORK
  const told = { who: guide, day }
  const at = `/businesses/cases/${caseId}`
  const seen = await stage.ask(readHerBusiness.output, {
    name: `goods/${order.key}/${caseId}/seen`,
    who: guide,
    day: stage.today,
    method: 'GET',
    url: at,
  })
  const id = seen?.business?.id ?? demoId(`business/${caseId}`)
  const facts = { fieldCode: 'HB001', relation: 'independent', kind: 'revived', workPlace: 'home', state: 'active' }
  if (seen?.business === null)
    await stage.act({
      ...told,
      name: `goods/${order.key}/${caseId}/business`,
      url: at,
      body: { id, ...facts, startedOn: stage.dateOf(day - 700) },
    })
  const productId = demoId(`goods/${order.key}/${caseId}`)
  const goods = {
    id: productId,
    name: order.title,
    unit: 'piece',
    seasonMonths: [],
    weeklyDeclared: Math.max(1, Math.ceil(share / 4)),
  }
  await stage.act({ ...told, name: `goods/${order.key}/${caseId}`, url: `/businesses/${id}/products`, body: goods })
  return productId
}
/** The lots of an order, as far as its story goes: each home is put forward by her guide, then the order is shared among them. */
async function work(stage: Stage, order: SeedOrder, homes: readonly Working[]): Promise<void> {
  const orderId = demoId(`order/${order.key}`)
  const day = stage.today - order.ago + 4
  const quantity = Math.floor(order.quantity / homes.length)
  for (const home of homes) {
    const productId = await makeGoods(stage, order, home, quantity)
    const key = keyOf(order, home)
    const body = { homeId: demoId(`home/${key}`), caseId: home.caseId, productId, loweredTo: null, loweredReason: null, hub: order.hub }
    await stage.act({ name: `lot/${key}/forward`, who: home.guide, day, url: `/market/orders/${orderId}/homes`, body })
  }
  const shares = homes.map((home) => ({
    lotId: demoId(`lot/${keyOf(order, home)}`),
    homeId: demoId(`home/${keyOf(order, home)}`),
    quantity,
  }))
  const offer = { name: `lots/${order.key}/offer`, who: OPERATOR, day: day + 1, url: `/market/orders/${orderId}/lots` }
  if (!(await stage.act({ ...offer, body: { version: 2, shares } }))) return
  for (const home of homes) await make(stage, { order, home, quantity })
  if (order.state !== 'closed') return
  const end = { version: 3, to: 'closed', reason: 'همه تحویل و پرداخت شد.' }
  await stage.act({ name: `order/${order.key}/close`, who: OPERATOR, day: day + 45, url: `/market/orders/${orderId}/end`, body: end })
}
const keyOf = ({ key }: SeedOrder, { caseId }: Working): string => `${key}/${caseId}`
interface Share {
  readonly order: SeedOrder
  readonly home: Working
  readonly quantity: number
}
/** One lot, from the sentences that are read to her to her word on the money. */
async function make(stage: Stage, { order, home, quantity }: Share): Promise<void> {
  const { guide } = home
  const key = keyOf(order, home)
  const lotId = demoId(`lot/${key}`)
  const day = stage.today - order.ago + 4
  let version = 1
  const go = async (step: string, who: string, after: number, path: string, body: object): Promise<void> => {
    const done = { name: `lot/${key}/${step}`, who, day: day + after, url: `/market/lots/${lotId}/${path}`, body: { version, ...body } }
    if (await stage.act(done)) version += 1
  }
  const reached = STEPS.findIndex((step) => step === (order.lot === 'declined' ? 'terms-read' : order.lot))
  const kit = { component: 'پارچه', unit: 'متر', amount: quantity * 2, isShort: false }
  const entry = (what: string): object => ({ entryId: demoId(`entry/${key}/${what}`), paperNumber: `ر/${order.key}` })
  const road: readonly (() => Promise<void>)[] = [
    () => go('read', guide, 2, 'terms-read', SPOKEN),
    () => go('accept', guide, 3, 'accept', SPOKEN),
    () => go('start', OPERATOR, 4, 'start', { to: 'ordered' }),
    () => go('issue', OPERATOR, 5, 'kit-moves', { moveId: demoId(`kit/${key}/issued`), kind: 'issued', ...kit }),
    () => go('collect', OPERATOR, 20, 'collect', { pieces: quantity }),
    () => look(),
    () => deliver(),
    () => go('collection', OPERATOR, 24, 'collection', entry('collection')),
    () => go('pay', OPERATOR, 40, 'payments', { ...entry('paid'), to: 'her', paidOn: stage.dateOf(day + 39) }),
    () => go('confirm', guide, 42, 'confirm', { entryId: demoId(`entry/${key}/word`), hasReceived: true, ...SPOKEN }),
  ]
  const look = async (): Promise<void> => {
    const one = { reason: null, bearer: null, photoId: null, rejected: 0 }
    const first = { inspectionId: demoId(`look/${key}/1`), accepted: quantity - 1, rework: 1 }
    await go('look', OPERATOR, 21, 'inspect', { ...one, ...first })
    await go('mended', OPERATOR, 22, 'collect', { pieces: 1 })
    await go('again', OPERATOR, 22, 'inspect', { ...one, inspectionId: demoId(`look/${key}/2`), accepted: 1, rework: 0 })
  }
  const deliver = async (): Promise<void> => {
    await go('used', OPERATOR, 23, 'kit-moves', { moveId: demoId(`kit/${key}/used`), kind: 'used', ...kit })
    await go('deliver', OPERATOR, 23, 'deliver', { leavesRework: false })
  }
  for (const step of road.slice(0, reached)) await step()
  if (order.lot === 'declined') await go('decline', guide, 3, 'decline', SPOKEN)
}
