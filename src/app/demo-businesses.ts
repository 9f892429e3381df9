import { type SeedBusiness, seedBusinesses, seedHubRules, seedHubs } from '../../db/seed/businesses.ts'
import { readHerBusiness } from '../modules/businesses/contract/businesses.ts'
import type { PermitState, ReviewKind } from '../modules/businesses/contract/permits.ts'
import { weeksFrom } from '../modules/businesses/rules/weeks.ts'
import { listOwnCases } from '../modules/enrolment/contract/cases.ts'
import { demoId } from './demo.ts'
import { showGoods } from './demo-goods.ts'
import { eachOf, guides, type Stage } from './demo-stage.ts'

/** So many women of a guide have a business by now; the others were told lately and are still planning. */
const MOST = 18
/** Of a long list the last ones are left where they are: their plans are still being written. */
const LONG = 12
const LEFT_TO_PLAN = 2
/** How far each permit has come, in turn, so that every state is somewhere. */
const FATES: readonly PermitState[] = [
  'issued',
  'submitted',
  'agency-review',
  'returned',
  'specialist-review',
  'agency-signed',
  'draft',
  'renewal-due',
  'rejected',
  'withdrawn',
  'suspended',
  'issued',
  'inactive',
  'not-required',
  'revoked',
  'expired',
]
/** Agencies with a desk in the house; the others answer by letter, and her guide copies it. */
const DESKS: Readonly<Record<string, string>> = { HB001: 'sanaye-ostan', HB002: 'sanaye-ostan', HB006: 'sanaye-ostan' }
const AGRICULTURE = /^HB0(?:14|25|26|42|50|52)$/
interface Making {
  readonly guide: string
  readonly caseId: string
  readonly businessId: string
  readonly permitId: string
  readonly seed: SeedBusiness
  readonly fate: PermitState
  readonly index: number
  /** The day on which her business was registered. */
  readonly day: number
}

/** Hubs of the four counties, and the businesses of women who were told their result: goods, weeks, and permits in every state. */
export async function keepBusinesses(stage: Stage): Promise<void> {
  for (const [countyCode, name, collectionPoint] of seedHubs) {
    const leadAccountId = countyCode === '1803' ? demoId('account/bazar-dashtestan@kariz.example') : null
    const body = { id: demoId(`hub/${name}`), countyCode, name, collectionPoint, rules: seedHubRules, leadAccountId }
    await stage.act({ name: `hub/${name}`, who: 'daftar', day: stage.today - 60, url: '/businesses/hubs', body })
  }
  let turn = 0
  for (const [county, guide] of guides) {
    const url = '/enrolment/own-cases?limit=250'
    const mine = await stage.ask(listOwnCases.output, { name: `businesses/${guide}`, who: guide, day: stage.today, method: 'GET', url })
    const told = (mine?.cases ?? [])
      .filter(({ position, since }) => position === 'interviewed' && since.slice(0, 10) < stage.dateOf(stage.today - 20))
      .toSorted((one, other) => one.id.localeCompare(other.id))
      .slice(0, MOST)
    const seeds = seedBusinesses[county] ?? []
    const planned = told.length > LONG ? told.slice(0, -LEFT_TO_PLAN) : told
    const made = planned.flatMap(({ id }, index): readonly Making[] => {
      const [seed, fate] = [seeds[index % seeds.length], FATES[turn++ % FATES.length]]
      if (seed === undefined || fate === undefined) return []
      const ids = { businessId: demoId(`business/${id}`), permitId: demoId(`permit/${id}`) }
      return [{ guide, caseId: id, ...ids, seed, fate, index, day: stage.today - 18 - (index % 4) }]
    })
    await eachOf(made, (one) => makeOne(stage, one))
  }
}
async function makeOne(stage: Stage, one: Making): Promise<void> {
  if (!(await plan(stage, one))) return
  const { seed, index, caseId, businessId, day } = one
  const kind = (['created', 'created', 'revived', 'stabilised'] as const)[index % 4]
  const began = kind === 'created' ? day : day - 900
  const body = {
    id: businessId,
    fieldCode: seed.fieldCode,
    relation: seed.relation,
    kind,
    workPlace: 'home',
    state: index % 5 === 4 ? 'trial' : 'active',
  }
  await acts(stage, one, `cases/${caseId}`, { day, body: { ...body, startedOn: stage.dateOf(began) } })
  await makeGoods(stage, one)
  await askPermit(stage, one)
}
interface Doing {
  readonly day: number
  readonly body: object
  readonly method?: 'PUT'
  readonly who?: string
}
function acts(stage: Stage, { guide, caseId }: Making, url: string, { who = guide, ...rest }: Doing): Promise<boolean> {
  return stage.act({
    name: `business/${caseId}/${url}/${JSON.stringify(rest.body).length}/${rest.day}/${who}`,
    who,
    url: `/businesses/${url}`,
    ...rest,
  })
}
/** Her plan is written with a buyer and agreed, and the table of what may change is read to her. */
async function plan(stage: Stage, { guide, caseId, seed, day }: Making): Promise<boolean> {
  const at = `/pathways/cases/${caseId}`
  const given = { manner: 'spoken', witnessName: null }
  const editionId = demoId('exit-edition')
  const act = (name: string, url: string, body: object, method?: 'PUT') =>
    stage.act({
      name: `${caseId}/business/${name}`,
      who: guide,
      day: day - 1,
      url: `${at}/${url}`,
      body,
      ...(method === undefined ? {} : { method }),
    })
  const { fieldCode, relation, buyer } = seed
  // A cooperative is work of her own beside others: the plan knows three relations of work at home, and this is none of them.
  const kind = relation === 'cooperative' ? { kind: 'self-employment', relation: null } : { kind: 'home-based', relation }
  const wish = 'می‌خواهم کارم در خانه بماند و خریدارش را بشناسم.'
  await act('plan', 'work-plan', { ...kind, wishes: [fieldCode], hoursPerWeek: 20, buyer, wish, version: 0 }, 'PUT')
  const step = { id: demoId(`${caseId}/business/permit`), kind: 'permit', what: null, owner: 'her', organisationId: null }
  await act('step', 'steps', { ...step, dueOn: stage.dateOf(stage.today + 20) })
  if (!(await act('agree', 'work-plan/agreement', { version: 1, ...given }))) return false
  await act('shown', 'exit-showings', { id: demoId(`${caseId}/business/shown`), editionId, ...given })
  return act('goes-on', 'exit-answers/permit', { editionId, answer: 'goes-on', ...given }, 'PUT')
}
async function makeGoods(stage: Stage, one: Making): Promise<void> {
  const { seed, caseId, businessId, index, day } = one
  const id = demoId(`product/${caseId}`)
  const weekly = seed.weekly + (index % 3)
  await acts(stage, one, `${businessId}/products`, {
    day,
    body: { id, name: seed.product, unit: seed.unit, seasonMonths: seed.season, weeklyDeclared: weekly },
  })
  const price = { validFrom: stage.dateOf(day), priceRial: seed.priceRial, costRial: Math.round(seed.priceRial * 0.6) }
  await acts(stage, one, `products/${id}/prices`, { day, body: price })
  if (index % 3 !== 2) {
    const tested = { tested: Math.max(1, Math.round(weekly * 0.8)), testedOn: stage.dateOf(day + 5), version: 1 }
    await acts(stage, one, `products/${id}/test`, { day: day + 5, body: tested })
  }
  await showGoods(stage, { guide: one.guide, productId: id, fieldCode: seed.fieldCode, index, day: day + 6 })
  if (index % 4 === 1)
    await acts(stage, one, `${businessId}/blocked-weeks/${weeksFrom(stage.dateOf(stage.today), 3)[2] ?? ''}`, {
      day: stage.today - 1,
      method: 'PUT',
      body: { isBlocked: true },
    })
  if (index % 3 === 0) return
  const hubs = seedHubs.filter(([county]) => seedBusinesses[county]?.includes(seed) === true)
  const [, name] = hubs[index % hubs.length] ?? []
  const hubId = name === undefined ? null : demoId(`hub/${name}`)
  await acts(stage, one, `${businessId}/hub`, { day: day + 2, body: { id: demoId(`member/${caseId}`), hubId } })
}

const NO_LETTER = { letterNumber: null, letterDate: null, expiresOn: null, reason: null }
const letterOf = (stage: Stage, { index }: Making, day: number) => ({
  letterNumber: `م/۱۴۰۵/${(700 + index).toLocaleString('fa-IR', { useGrouping: false })}`,
  letterDate: stage.dateOf(day),
})
/** Walks a permit as far as its fate. */
async function askPermit(stage: Stage, one: Making): Promise<void> {
  const { fate, businessId, permitId, day } = one
  const begin = (body: object) =>
    acts(stage, one, `${businessId}/permits`, {
      day,
      body: { ...NO_LETTER, reason: undefined, id: permitId, issuedBy: null, begins: 'draft', ...body },
    })
  if (fate === 'not-required') return void (await begin({ begins: 'not-required', ...letterOf(stage, one, day - 9) }))
  const days = HELD[fate]
  if (days !== undefined) return holdPermit(stage, one, begin, days)
  await begin({})
  if (fate === 'draft') return
  const desk = DESKS[one.seed.fieldCode] ?? (AGRICULTURE.test(one.seed.fieldCode) ? 'keshavarzi-ostan' : undefined)
  const organisation = desk === 'sanaye-ostan' ? 'handicrafts' : desk === undefined ? undefined : 'agriculture'
  const submit = (organisationId: string | null) =>
    acts(stage, one, `permits/${permitId}/submit`, { day: day + 1, body: { ...letterOf(stage, one, day + 1), organisationId, version: 1 } })
  // Who did not agree to agencies hands her request in outside the house.
  const isOnDesk = organisation !== undefined && (await submit(demoId(`organisation/${organisation}`)))
  if (!isOnDesk) await submit(null)
  await review(stage, one, isOnDesk ? (desk ?? one.guide) : one.guide)
}
/** Permits held before: for how many days yet, and what became of them since. */
const HELD: Partial<Record<PermitState, number>> = { 'renewal-due': 40, suspended: 300, inactive: 500, revoked: 200, expired: -5 }
async function holdPermit(stage: Stage, one: Making, begin: (body: object) => Promise<boolean>, days: number): Promise<void> {
  const { fate, permitId, day } = one
  await begin({ begins: 'issued', ...letterOf(stage, one, day - 700), issuedBy: 'labour', expiresOn: stage.dateOf(stage.today + days) })
  const isOfOffice = fate === 'suspended' || fate === 'revoked'
  const papers = isOfOffice ? { ...letterOf(stage, one, stage.today - 2), reason: 'other-in-letter' } : {}
  await acts(stage, one, `permits/${permitId}/move`, { day: stage.today - 1, body: { ...NO_LETTER, ...papers, to: fate, version: 1 } })
}
/** What the bodies answered, each on its day, until the request stands where its fate says. */
async function review(stage: Stage, one: Making, agency: string): Promise<void> {
  const { fate, permitId, day } = one
  const letter = letterOf(stage, one, day + 8)
  const say = (kind: ReviewKind, who: string, on: number, body: object) => answer(stage, one, { kind, who, on, body })
  if (fate === 'submitted') return
  if (fate === 'withdrawn')
    return void (await acts(stage, one, `permits/${permitId}/move`, { day: day + 6, body: { ...NO_LETTER, to: fate, version: 2 } }))
  if (fate === 'returned') return say('agency', agency, day + 8, { answer: 'return', ...letter, reason: 'skill-certificate' })
  if (fate === 'rejected') return say('agency', agency, day + 8, { answer: 'reject', ...letter, reason: 'place-not-fit' })
  await say('agency', agency, day + 4, { answer: 'take-up' })
  if (fate === 'agency-review') return
  await say('agency', agency, day + 5, { answer: 'ask-specialists', specialists: [specialistFor(one)] })
  if (fate === 'specialist-review') return
  await say(specialistFor(one), one.guide, day + 8, { answer: 'approve', ...letter })
  await say('agency', agency, day + 9, { answer: 'approve', ...letter })
  if (fate === 'agency-signed') return
  const signed = { answer: 'approve', ...letterOf(stage, one, day + 13), expiresOn: stage.dateOf(day + 13 + 730) }
  await say('labour', agency === one.guide ? one.guide : 'kar', day + 14, signed)
}
const specialistFor = ({ seed: { fieldCode } }: Making): 'health' | 'veterinary' | 'culture' =>
  fieldCode === 'HB042' ? 'veterinary' : /^HB0(?:25|26|50)$/.test(fieldCode) ? 'health' : 'culture'
interface Answering {
  readonly kind: ReviewKind
  readonly who: string
  readonly on: number
  readonly body: object
}
/** Answers the open review of a kind; nothing is said where there is none. */
async function answer(stage: Stage, one: Making, { kind, who, on, body }: Answering): Promise<void> {
  const { caseId, guide } = one
  const url = `/businesses/cases/${caseId}`
  const seen = await stage.ask(readHerBusiness.output, {
    name: `business/${caseId}/${kind}/${on}`,
    who: guide,
    day: on,
    method: 'GET',
    url,
  })
  const open = seen?.permits[0]?.reviews.find(
    (review) => review.kind === kind && (review.state === 'waiting' || review.state === 'under-way'),
  )
  if (open === undefined) return
  await acts(stage, one, `reviews/${open.id}/answer`, {
    who,
    day: on,
    body: { ...NO_LETTER, specialists: [], ...body, version: open.version },
  })
}
