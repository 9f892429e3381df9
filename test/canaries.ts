import { service } from '../src/access/actor.ts'
import { openCases } from '../src/modules/enrolment/port.ts'
import type { Position } from '../src/modules/enrolment/rules/case-moves.ts'
import { assignFile, createNominated } from '../src/modules/people/port.ts'
import { newId } from '../src/platform/ids.ts'
import { XLSX } from '../src/platform/sheet/read.ts'
import { writeXlsx } from '../src/platform/sheet/write.ts'
import { dayIn, TEHRAN } from '../src/platform/time.ts'
import { decideOn, nobodyIsCovered } from './deciding.ts'
import type { openHouse } from './house.ts'
import { aLot, aPhoto, partnersBuy } from './market.ts'
import { accountOf, counties, type OrganisationName, organisations, type PersonaName, thePlan } from './personas.ts'
import { anyNationalId } from './registered.ts'
import { standAt } from './work-plan.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** A woman whose every field sings when it is seen where it should not be. */
export interface Canary {
  readonly key: string
  readonly county: keyof typeof counties
  readonly agency: OrganisationName
  readonly guide: PersonaName
  readonly barred: readonly PersonaName[]
  readonly caseId: string
  readonly personId: string
  readonly documentId: string
  readonly nationalId: string
  /** What is hers alone: names, numbers, address, notes, papers. */
  readonly content: readonly string[]
  /** Ids and file number: pseudonymous, and yet not everyone's. */
  readonly marks: readonly string[]
}
export interface Planting {
  readonly key: string
  readonly county: keyof typeof counties
  readonly agency: OrganisationName
  readonly guide: PersonaName
  readonly barred?: readonly PersonaName[]
  readonly bornOn?: string
}
/** Nominates, contacts, registers and documents a woman through the routes her guide uses, with a canary in every field that takes text. */
export async function plantCanary(
  house: House,
  { key, county, agency, guide, barred = [], bornOn = '1987-02-03' }: Planting,
): Promise<Canary> {
  const [caseId, personId, documentId, nationalId] = [newId(), newId(), newId(), anyNationalId()]
  const word = (field: string): string => `kanari${key}${field}`
  const phone = `0917${String(Number.parseInt(nationalId.slice(-6), 10)).padStart(7, '0')}`
  await open(house, { key, county, agency, guide, caseId, personId, nationalId, phone, word })
  const asGuide = async (method: 'POST' | 'PUT', url: string, body: object): Promise<void> => {
    const told = await house.ask(guide, { method, url, body })
    if (told.status !== 200) throw new Error(`${url}: ${told.text}`)
  }
  const at = `/people/${personId}`
  const purposes = ['keep-file', 'ask-support-bodies', 'share-with-agencies', 'call-and-message', 'count-in-figures']
  await asGuide('POST', `/enrolment/cases/${caseId}/contact-tries`, { id: newId(), channel: 'phone', result: 'spoke' })
  const answers = purposes.map((purpose) => ({ id: newId(), purpose, answer: true }))
  await asGuide('POST', `${at}/consents`, { manner: 'fingerprint', witnessName: word('witness'), answers })
  await asGuide('POST', `/enrolment/cases/${caseId}/consented`, {})
  await asGuide('PUT', `${at}/contact`, {
    phone,
    whosePhone: 'own',
    callFrom: 9,
    callTo: 11,
    mayMessage: true,
    safeWord: word('safeword'),
    version: 1,
  })
  await asGuide('PUT', `/enrolment/cases/${caseId}/registration`, {
    groundId: newId(),
    isComplete: true,
    fatherName: word('father'),
    bornOn,
    ground: 'husband-in-custody',
    groundFrom: '2020-01-01',
    groundSeen: true,
    householdSize: 3,
    dependants: 2,
    dependantsUnderSeven: 1,
    hasDisability: false,
    reads: 'little',
    placeToWork: 'own',
    districtCode: `${counties[county]}03`.slice(0, 6),
    settlement: word('settlement'),
  })
  const address = { districtCode: null, settlement: word('settlement'), address: word('address') }
  await asGuide('PUT', `${at}/address`, { ...address, version: 1 })
  await asGuide('PUT', `${at}/safety`, { deliveryRule: 'at-the-hub', note: word('safety'), version: 0 })
  await asGuide('POST', `${at}/papers`, { id: newId(), kind: 'registration' })
  const paper = Buffer.from(`%PDF-1.4\n% ${word('document')}\nstartxref\n0\n%%EOF\n`)
  const sent = await house.ask(guide, {
    method: 'POST',
    url: `${at}/documents?id=${documentId}&kind=ground`,
    upload: { bytes: paper, mediaType: 'application/pdf' },
  })
  if (sent.status !== 200) throw new Error(sent.text)
  for (const officer of barred) await asGuide('POST', `${at}/barred-officers`, { accountId: accountOf(officer), reason: 'afraid' })
  const fileNumber = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.case').select('file_number').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  return {
    key,
    county,
    agency,
    guide,
    barred,
    caseId,
    personId,
    documentId,
    nationalId,
    content: [`kanari${key}`, nationalId, phone.slice(1)],
    marks: [caseId, personId, documentId, fileNumber.file_number],
  }
}
async function open(
  { house }: House,
  woman: Planting & {
    readonly caseId: string
    readonly personId: string
    readonly nationalId: string
    readonly phone: string
    readonly word: (field: string) => string
  },
): Promise<void> {
  const [now, actor, countyCode] = [house.clock(), service(thePlan), counties[woman.county]]
  await house.door.asActor(actor, async (tx) => {
    const { caseId, personId, nationalId, word } = woman
    const identity = { givenName: word('given'), familyName: word('family'), nationalId, phone: null, whosePhone: null }
    await createNominated(tx, { house, planId: thePlan }, [{ ...identity, personId, countyCode }])
    const nationalIdIndex = house.vault.blindIndex(thePlan, 'national-id', nationalId)
    const opened = { id: caseId, personId, countyCode, organisationId: organisations[woman.agency], nationalIdIndex, importId: newId() }
    await openCases({ tx, house, actor, now, planId: thePlan, today: dayIn(TEHRAN, now) }, [{ ...opened, rowNumber: 1 }])
    await assignFile(tx, thePlan, { personId, accountIds: [accountOf(woman.guide)] })
    await tx
      .insertInto('enrolment.carried')
      .values({ plan_id: thePlan, account_id: accountOf(woman.guide), case_id: caseId, taken_at: now })
      .execute()
  })
}
/** An agency's list whose one row is rejected and whose name sings; returns the id of the import. */
export async function plantImport(house: House, who: PersonaName, word: string): Promise<string> {
  const id = newId()
  const rows = [
    ['نام و نام خانوادگی', 'کد ملی'],
    [`${word} آزمایشی`, '1234567890'],
  ]
  const told = await house.ask(who, {
    method: 'POST',
    url: `/enrolment/imports?id=${id}&fileName=${word}.xlsx`,
    upload: { bytes: Buffer.from(writeXlsx({ sheetName: 'فهرست', rows })), mediaType: XLSX },
  })
  if (told.status !== 200) throw new Error(told.text)
  return id
}

/** A refusal with its second reading by another body, and a glass broken on the same file, so that what hangs on a decision sings as well. */
export async function plantRefusal(house: House, { caseId, personId, guide, nationalId }: Canary): Promise<string> {
  const ok = async (who: PersonaName, method: 'GET' | 'POST', url: string, body: object = {}) => {
    const told = await house.ask(who, method === 'GET' ? { url } : { method, url, body })
    if (told.status !== 200) throw new Error(`${url}: ${told.text}`)
    return told.body
  }
  await nobodyIsCovered(house)
  const { decision } = (await decideOn(house, { caseId, personId, nationalId })).body
  if (decision?.outcome !== 'ineligible') throw new Error('a woman of this age is refused')
  const appealId = newId()
  await ok(guide, 'POST', `/enrolment/cases/${caseId}/appeals`, { id: appealId })
  await ok('office', 'POST', `/enrolment/appeals/${appealId}/assign`, { organisationId: organisations.labour, version: 1 })
  const glass = { id: newId(), purpose: 'break-glass', reason: 'missing', note: 'kanariA از دیروز بی‌خبریم', isUnsafeToTell: false }
  await ok('safetyOfficer', 'POST', `/people/${personId}/broken-glass`, glass)
  return appealId
}

/** A promise of a partner that is nobody's among the personas: the office alone may touch it. */
export async function plantPledge(house: House): Promise<string> {
  const id = newId()
  await house.house.door.asOwner(async (tx) => {
    await tx
      .updateTable('partners.membership')
      .set({ kinds: ['agency', 'backer'] })
      .where('organisation_id', '=', organisations.labour)
      .execute()
  })
  const promise = { promisedAs: 'backer', kind: 'training', title: 'دورهٔ دوخت', fieldCode: null, quantity: 5, unit: 'نفر', valueRial: null }
  const bounds = { counties: ['1803'], groupNote: null, startsOn: '2026-01-01', dueOn: '2027-01-01', parts: [] }
  const url = '/partners/pledges'
  const told = await house.ask('office', { method: 'POST', url, body: { id, organisationId: organisations.labour, ...promise, ...bounds } })
  if (told.status !== 200) throw new Error(told.text)
  return id
}
/** An obstacle met on her file, told by her guide. */
export async function plantObstacle(house: House, { caseId, guide }: Pick<Canary, 'caseId' | 'guide'>): Promise<string> {
  const id = newId()
  const says = { title: 'پروانه بدون سند داده نمی‌شود', kind: 'rule', step: 'permit', says: 'سند رسمی خانه می‌خواهند.', countyCode: null }
  const told = await house.ask(guide, { method: 'POST', url: '/reforms/obstacles', body: { id, ...says, caseId } })
  if (told.status !== 200) throw new Error(told.text)
  return id
}
/** A study of Dashtestan under way. */
export async function plantStudy(house: House): Promise<string> {
  const id = newId()
  const study = { number: 'م-۱', title: 'مطالعهٔ دشتستان', letterNumber: 'ن/۱', letterDate: '2026-01-01' }
  const where = { organisationId: organisations.acecr, countyCode: counties.dashtestan }
  const told = await house.ask('executor', { method: 'POST', url: '/amayesh/studies', body: { id, ...study, ...where } })
  if (told.status !== 200) throw new Error(told.text)
  return id
}
/** An order of another county and another buyer with a lot of a woman there: no operator among the personas may touch them. */
export async function plantOrder(house: House, { caseId, personId }: Pick<Canary, 'caseId' | 'personId'>) {
  const [orderId, lotId, homeId] = [newId(), newId(), newId()]
  const terms = {
    material_by: 'buyer',
    spoiled_by: 'buyer',
    payment_days: 30,
    rate_rial: 1,
    quantity: 50,
    unit: 'دست',
    title: 'kanariorder',
  }
  const days = { answer_by: '2026-12-01', deliver_by: '2026-12-21', state_since: '2026-11-23' }
  const whose = { plan_id: thePlan, county_code: counties.dashti, organisation_id: organisations.labour }
  const hers = { plan_id: thePlan, county_code: counties.dashti, person_id: personId, assigned: [accountOf('facilitatorOfDashti')] }
  const home = { turn: 0, put_forward_on: '2026-11-23', account_id: accountOf('office'), file_number: '0' }
  const lot = {
    home_id: homeId,
    organisation_id: organisations.labour,
    file_number: '0',
    code: '000000000',
    quantity: 50,
    state_since: '2026-11-23',
  }
  await house.house.door.asOwner(async (tx) => {
    await tx
      .insertInto('market.order')
      .values({ ...whose, ...terms, ...days, id: orderId, smallest_lot: 5, called_by: accountOf('office') })
      .execute()
    await tx
      .insertInto('market.home')
      .values({ ...hers, ...home, id: homeId, case_id: caseId, order_id: orderId })
      .execute()
    await tx
      .insertInto('market.lot')
      .values({ ...hers, ...lot, id: lotId, case_id: caseId, order_id: orderId })
      .execute()
    await tx
      .insertInto('market.lot_terms')
      .values({ ...hers, ...terms, lot_id: lotId, deliver_by: '2026-12-21' })
      .execute()
  })
  return { orderId, lotId }
}
/** A lot offered to a woman of Dashtestan who stands at work, on an order of the holding. */
export async function plantLot(
  house: House,
  [woman]: readonly Pick<Canary, 'caseId'>[],
  hub = 'سرای محله',
  road: readonly Position[] = WHOLE_ROAD,
) {
  if (woman === undefined) throw new Error('a lot is somebody’s')
  await partnersBuy(house)
  await standAt(house, woman, road)
  const lot = await aLot(house, 'facilitatorOfDashtestan', { caseId: woman.caseId, hub })
  return { ...lot, photoId: await aPhoto(house, lot.lotId) }
}
const WHOLE_ROAD: readonly Position[] = ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed', 'active']
/** A plan of work with a step an agency owes, and a note of either level; returns the id of the step. */
export async function plantStep(house: House, { guide, caseId, agency, key }: Canary): Promise<string> {
  const id = newId()
  const at = `/pathways/cases/${caseId}`
  const plan = {
    kind: 'not-work-oriented',
    relation: null,
    wishes: [],
    hoursPerWeek: null,
    buyer: `kanari${key}buyer`,
    wish: `kanari${key}wish`,
  }
  const told = [
    await house.ask(guide, { method: 'PUT', url: `${at}/work-plan`, body: { ...plan, version: 0 } }),
    await house.ask(guide, {
      method: 'POST',
      url: `${at}/steps`,
      body: { id, kind: 'care', what: `kanari${key}step`, owner: 'agency', organisationId: organisations[agency], dueOn: '2027-12-01' },
    }),
  ]
  for (const level of ['normal', 'confidential']) {
    const note = { id: newId(), heldOn: dayIn(TEHRAN, house.house.clock()), channel: 'phone', standing: 'goes-well' }
    told.push(await house.ask(guide, { method: 'POST', url: `${at}/notes`, body: { ...note, level, text: `kanari${key}${level}` } }))
  }
  const refused = told.find(({ status }) => status !== 200)
  if (refused !== undefined) throw new Error(refused.text)
  return id
}
/** A loan and an insurance of her that stand on the desk of the agency that introduced her; returns their ids. */
export async function plantOnDesk(house: House, { guide, caseId, personId, county, agency }: Canary) {
  const scope = {
    plan_id: thePlan,
    case_id: caseId,
    person_id: personId,
    county_code: counties[county],
    assigned: [accountOf(guide)],
    shared_with: [organisations[agency]],
    file_number: '00000000',
    state_since: dayIn(TEHRAN, house.house.clock()),
  }
  const [loan, insurance] = [newId(), newId()]
  await house.house.door.asOwner(async (tx) => {
    await tx
      .insertInto('pathways.loan')
      .values({ ...scope, id: loan, lender_id: organisations[agency], amount_rial: 1000 })
      .execute()
    const kind = { scheme: 'home-based', payer: 'her' }
    await tx
      .insertInto('pathways.insurance')
      .values({ ...scope, ...kind, id: insurance, insurer_id: organisations[agency] })
      .execute()
  })
  return { loan, insurance }
}
/** Her file proposed to the other guide of Dashtestan; returns the id of the proposal. */
export async function plantHandover(house: House, { guide, caseId }: Canary): Promise<string> {
  const id = newId()
  const body = { id, accountId: accountOf('otherFacilitatorOfDashtestan'), reason: 'too-far' }
  const told = await house.ask(guide, { method: 'POST', url: `/pathways/cases/${caseId}/handovers`, body })
  if (told.status !== 200) throw new Error(told.text)
  return id
}
/** A referral of her to the agency that introduced her; returns its id. */
export async function plantReferral(house: House, { guide, caseId, agency }: Canary): Promise<string> {
  const id = newId()
  const body = { id, kind: 'care', organisationId: organisations[agency], capacityId: null }
  const told = await house.ask(guide, { method: 'POST', url: `/pathways/cases/${caseId}/referrals`, body })
  if (told.status !== 200) throw new Error(told.text)
  return id
}
