import { type SeedOrder, seedOrders } from '../../db/seed/orders.ts'
import { readHerBusiness } from '../modules/businesses/contract/businesses.ts'
import { listOwnCases } from '../modules/enrolment/contract/cases.ts'
import { exitActs } from '../modules/pathways/contract/exit-table.ts'
import { demoId } from './demo.ts'
import { guides, type Stage } from './demo-stage.ts'

const OPERATOR = 'bazar-dashtestan'
/** The market of the demonstration is that of Dashtestan. */
const GUIDES = guides.filter(([county]) => county === '1803').map(([, guide]) => guide)
/** So many of each guide stay where they are, so that her desk keeps plans to agree. */
const LEFT_ALONE = 3
const MOST_AT_WORK = 5
const SPOKEN = { manner: 'spoken', witnessName: null } as const
/** Days before today on which a part of the life of an order happened. */
const AT_WORK = 78
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
    const woman = women[next % Math.max(1, women.length)]
    next += 1
    if (woman !== undefined) await work(stage, order, woman)
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
  const ready = (told?.cases ?? []).filter(({ position }) => ['interviewed', 'pathway-agreed', 'active', 'earning'].includes(position))
  const working: Working[] = []
  for (const { id, position } of ready.slice(0, Math.min(MOST_AT_WORK, Math.max(0, ready.length - LEFT_ALONE)))) {
    const at = `/pathways/cases/${id}`
    const act = (name: string, url: string, body: object, method: 'POST' | 'PUT' = 'POST') =>
      stage.act({ name: `${id}/${name}`, who: guide, day: stage.today - AT_WORK, method, url, body })
    if (position === 'interviewed') {
      const plan = {
        kind: 'self-employment',
        relation: null,
        wishes: ['HB001'],
        hoursPerWeek: 20,
        buyer: 'هلدینگ نمایشی موج',
        wish: 'کار در خانه',
      }
      await act('market-plan', `${at}/work-plan`, { ...plan, version: 0 }, 'PUT')
    }
    if (position === 'interviewed' || position === 'pathway-agreed') {
      const stepId = demoId(`${id}/first-step`)
      const step = { id: stepId, kind: 'sample', what: null, owner: 'her', organisationId: null, dueOn: stage.dateOf(stage.today + 10) }
      await act('market-step', `${at}/steps`, step)
      if (position === 'interviewed') await act('market-agree', `${at}/work-plan/agreement`, { version: 1, ...SPOKEN })
      await act('market-begin', `/pathways/steps/${stepId}/move`, { to: 'under-way', version: 1 })
    }
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
async function makeGoods(stage: Stage, order: SeedOrder, { guide, caseId }: Working): Promise<string> {
  const day = stage.today - AT_WORK
  const told = { who: guide, day }
  const at = `/businesses/cases/${caseId}`
  const seen = await stage.ask(readHerBusiness.output, {
    name: `goods/${order.key}/seen`,
    who: guide,
    day: stage.today,
    method: 'GET',
    url: at,
  })
  const id = seen?.business?.id ?? demoId(`business/${caseId}`)
  const facts = { fieldCode: 'HB001', relation: 'independent', kind: 'revived', workPlace: 'home', state: 'active' }
  if (seen?.business === null)
    await stage.act({ ...told, name: `goods/${order.key}/business`, url: at, body: { id, ...facts, startedOn: stage.dateOf(day - 700) } })
  const productId = demoId(`goods/${order.key}`)
  const goods = {
    id: productId,
    name: order.title,
    unit: 'piece',
    seasonMonths: [],
    weeklyDeclared: Math.max(1, Math.ceil(order.quantity / 4)),
  }
  await stage.act({ ...told, name: `goods/${order.key}`, url: `/businesses/${id}/products`, body: goods })
  return productId
}
/** One lot of an order, as far as its story goes. */
async function work(stage: Stage, order: SeedOrder, { guide, caseId }: Working): Promise<void> {
  const [orderId, homeId, lotId] = [demoId(`order/${order.key}`), demoId(`home/${order.key}`), demoId(`lot/${order.key}`)]
  const day = stage.today - order.ago + 4
  const act = (step: string, who: string, after: number, url: string, body: object) =>
    stage.act({ name: `lot/${order.key}/${step}`, who, day: day + after, url, body })
  const productId = await makeGoods(stage, order, { guide, caseId })
  const home = { homeId, caseId, productId, loweredTo: null, loweredReason: null, hub: order.hub }
  await act('forward', guide, 0, `/market/orders/${orderId}/homes`, home)
  const shares = [{ lotId, homeId, quantity: order.quantity }]
  if (!(await act('offer', OPERATOR, 1, `/market/orders/${orderId}/lots`, { version: 2, shares }))) return
  let version = 1
  const go = async (step: string, who: string, after: number, path: string, body: object): Promise<void> => {
    if (await act(step, who, after, `/market/lots/${lotId}/${path}`, { version, ...body })) version += 1
  }
  const reached = STEPS.findIndex((step) => step === (order.lot === 'declined' ? 'terms-read' : order.lot))
  const kit = { component: 'پارچه', unit: 'متر', amount: order.quantity * 2, isShort: false }
  const entry = (what: string): object => ({ entryId: demoId(`entry/${order.key}/${what}`), paperNumber: `ر/${order.key}` })
  const road: readonly (() => Promise<void>)[] = [
    () => go('read', guide, 2, 'terms-read', SPOKEN),
    () => go('accept', guide, 3, 'accept', SPOKEN),
    () => go('start', OPERATOR, 4, 'start', { to: 'ordered' }),
    () => go('issue', OPERATOR, 5, 'kit-moves', { moveId: demoId(`kit/${order.key}/issued`), kind: 'issued', ...kit }),
    () => go('collect', OPERATOR, 20, 'collect', { pieces: order.quantity }),
    () => look(),
    () => deliver(),
    () => go('collection', OPERATOR, 24, 'collection', entry('collection')),
    () => go('pay', OPERATOR, 40, 'payments', { ...entry('paid'), to: 'her', paidOn: stage.dateOf(day + 39) }),
    () => go('confirm', guide, 42, 'confirm', { entryId: demoId(`entry/${order.key}/word`), hasReceived: true, ...SPOKEN }),
  ]
  const look = async (): Promise<void> => {
    const one = { reason: null, bearer: null, photoId: null, rejected: 0 }
    const first = { inspectionId: demoId(`look/${order.key}/1`), accepted: order.quantity - 1, rework: 1 }
    await go('look', OPERATOR, 21, 'inspect', { ...one, ...first })
    await go('mended', OPERATOR, 22, 'collect', { pieces: 1 })
    await go('again', OPERATOR, 22, 'inspect', { ...one, inspectionId: demoId(`look/${order.key}/2`), accepted: 1, rework: 0 })
  }
  const deliver = async (): Promise<void> => {
    await go('used', OPERATOR, 23, 'kit-moves', { moveId: demoId(`kit/${order.key}/used`), kind: 'used', ...kit })
    await go('deliver', OPERATOR, 23, 'deliver', { leavesRework: false })
  }
  for (const step of road.slice(0, reached)) await step()
  if (order.lot === 'declined') await go('decline', guide, 3, 'decline', SPOKEN)
  if (order.state === 'closed') {
    const end = { version: 3, to: 'closed', reason: 'همه تحویل و پرداخت شد.' }
    await act('close', OPERATOR, 45, `/market/orders/${orderId}/end`, end)
  }
}
