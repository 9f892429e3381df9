import { z } from 'zod'
import { service } from '../src/access/actor.ts'
import { demoId, demoPlanId } from '../src/app/demo.ts'
import { openStage, type Stage } from '../src/app/demo-stage.ts'
import { openRooms } from '../src/app/demo-talks.ts'
import { takeNext } from '../src/modules/enrolment/contract/cases.ts'
import { advance, getLockedCase } from '../src/modules/enrolment/port.ts'
import { readInterviews } from '../src/modules/interviews/contract/interviews.ts'
import type { House } from '../src/platform/house.ts'
import { newId } from '../src/platform/ids.ts'
import { settleBusiness, settleGoods } from '../test/business.ts'
import { askForWork } from './small-oversight.ts'
import { planAndReform } from './small-planning.ts'
import { settleSupervision } from './small-supervision.ts'

/** Six women of Dashtestan on the demonstration's first day: one in line, one refused who asked for a second reading, one just called, one in her conversation about work, one at work, and one at work who was offered a lot; and what hangs on them. */
export interface SmallWorld {
  readonly queued: File
  readonly refused: File
  readonly working: File
  readonly paperId: string
  readonly importId: string
  readonly interviewId: string
}
interface File {
  readonly caseId: string
  readonly personId: string
}
const GUIDE = 'rahyar-dashtestan'
const list = (...lines: readonly string[]) => ({
  bytes: Buffer.from(['نام و نام خانوادگی,کد ملی,تلفن,نوع معلولیت', ...lines].join('\r\n')),
  mediaType: 'text/csv',
})

/** Plays the files through the routes of the house, so that no list a page shows is empty. */
export async function settleSmallWorld(house: House, startedOn: string): Promise<SmallWorld> {
  const stage = await openStage(house, startedOn)
  try {
    const importId = await introduce(stage)
    const [queued, refused, called] = [await take(stage), await take(stage), await take(stage)]
    const [talking, working, making] = [await take(stage), await take(stage), await take(stage)]
    await register(stage, queued, '1986-08-03')
    await register(stage, refused, '1950-01-01')
    for (const file of [working, making]) await register(stage, file, '1986-08-03')
    await act(stage, GUIDE, `/enrolment/cases/${called.caseId}/contact-tries`, { id: newId(), channel: 'phone', result: 'no-answer' })
    const paperId = newId()
    await act(stage, GUIDE, `/people/${refused.personId}/papers`, { id: paperId, kind: 'registration' })
    await act(stage, 'barresi', `/enrolment/cases/${queued.caseId}/enquiries`, {
      id: newId(),
      personId: queued.personId,
      purpose: 'enquiry',
      organisationId: demoId('organisation/behzisti'),
    })
    for (const body of ['behzisti-dashtestan', 'emdad-dashtestan'])
      await act(stage, body, '/enrolment/support-rows', {
        isWhole: true,
        rows: [{ nationalId: '3510009991', status: 'covered', since: null }],
      })
    // She has her place before anybody else stands in the line.
    const interviewId = await talk(stage, talking)
    for (const file of [queued, refused]) await decide(stage, file)
    await act(stage, GUIDE, `/enrolment/cases/${refused.caseId}/appeals`, { id: newId() })
    await act(stage, 'imeni', `/people/${queued.personId}/broken-glass`, {
      id: newId(),
      purpose: 'break-glass',
      reason: 'missing',
      note: 'از دیروز پاسخ نمی‌دهد',
      isUnsafeToTell: false,
    })
    await act(stage, GUIDE, `/enrolment/cases/${called.caseId}/transfer`, { id: newId(), toCounty: '1804' })
    const organisationId = demoId('organisation/holding')
    const promised = { promisedAs: 'driver', kind: 'purchase', title: 'خرید لباس کار', fieldCode: null, quantity: 9, unit: 'دست' }
    const bounds = { valueRial: null, counties: [], groupNote: null, startsOn: '2026-01-01', dueOn: '2099-01-01', parts: [] }
    await act(stage, 'hamsani', '/partners/pledges', { id: demoId('pledge/small'), organisationId, ...promised, ...bounds })
    await planAndReform((who, url, body) => act(stage, who, url, body), { guide: GUIDE, caseId: queued.caseId })
    const desk = { organisationId: demoId('organisation/behzisti'), accountId: demoId(`account/${GUIDE}@kariz.example`) }
    await makeGoods(stage, (await settleBusiness(house, { caseId: queued.caseId, ...desk })).businessId)
    for (const file of [working, making]) await bringToWork(house, file)
    await offerLot(stage, making.caseId, await settleGoods(house, making.caseId, 10))
    await propose(stage)
    await askForWork((who, url, body) => act(stage, who, url, body))
    await settleSupervision(stage, queued.caseId)
    return { queued, refused, working, paperId, importId, interviewId }
  } finally {
    await stage.close()
  }
}
const AS_KNOWN = { loweredTo: null, loweredReason: null }
const ROAD = ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed', 'active'] as const
/** She stands at work; how she came there is another story. */
async function bringToWork(house: House, { caseId }: File): Promise<void> {
  const actor = service(demoPlanId)
  await house.door.asActor(actor, async (tx) => {
    let one = await getLockedCase({ tx, about: () => undefined }, caseId)
    for (const to of ROAD) one = await advance({ tx, house, actor, now: house.clock() }, one, to)
  })
}
/** A lot of an order of the holding, for what she makes. */
async function offerLot(stage: Stage, caseId: string, productId: string): Promise<void> {
  const [id, homeId, lotId] = [demoId('order/small'), newId(), demoId('lot/small')]
  const wanted = {
    title: 'لباس کار',
    unit: 'دست',
    quantity: 60,
    rateRial: 450_000,
    costsRial: 0,
    minutesPerPiece: 45,
    smallestLot: 10,
    paymentDays: 30,
  }
  const terms = { materialBy: 'buyer', spoiledBy: 'buyer', deliverBy: '2099-01-01', pledgeId: null, calledQuantity: null }
  const MARKET = 'bazar-dashtestan'
  await act(stage, MARKET, '/market/orders', {
    id,
    countyCode: '1803',
    organisationId: demoId('organisation/holding'),
    ...wanted,
    ...terms,
  })
  await act(stage, 'holding', `/market/orders/${id}/confirm`, { documentNumber: 'س/۷', documentDate: '2026-01-02', version: 1 })
  await act(stage, GUIDE, `/market/orders/${id}/homes`, { homeId, caseId, productId, ...AS_KNOWN, hub: 'سرای محله' })
  await act(stage, MARKET, `/market/orders/${id}/lots`, { version: 2, shares: [{ lotId, homeId, quantity: 20 }] })
}
/** The same order opened to women, and a run that weighs those at work for it. */
async function propose(stage: Stage): Promise<void> {
  const asks = { fieldCode: 'HB001', places: 3, leastCraft: null, leastWeekly: null, unit: null, needsPermit: false }
  const opening = { opportunityId: demoId('opportunity/small'), ...asks, startsOn: '2098-12-01', endsOn: '2099-01-01' }
  await act(stage, 'bazar-dashtestan', `/market/orders/${demoId('order/small')}/opening`, opening)
  await act(stage, 'bazar-dashtestan', '/matching/runs', { id: demoId('run/small'), countyCode: '1803' })
}
/** A hub with a lead, and goods of a business that joined it. */
async function makeGoods(stage: Stage, businessId: string): Promise<void> {
  const hubId = demoId('hub/small')
  const hub = { countyCode: '1803', name: 'مرکز تجمیع برازجان', collectionPoint: 'کاروان‌سرا', rules: 'پنج‌شنبه‌ها صبح' }
  const leadAccountId = demoId('account/bazar-dashtestan@kariz.example')
  await act(stage, 'daftar', '/businesses/hubs', { id: hubId, ...hub, leadAccountId })
  const goods = { id: newId(), name: 'زنبیل حصیری', unit: 'piece', seasonMonths: [7, 8], weeklyDeclared: 6 }
  await act(stage, GUIDE, `/businesses/${businessId}/products`, goods)
  await act(stage, GUIDE, `/businesses/${businessId}/hub`, { id: newId(), hubId })
}
/** Says loudly when a step of the small world is refused: a page would only be empty. */
async function act(stage: Stage, who: string, url: string, body: object, day: number = stage.today): Promise<void> {
  if (!(await stage.act({ name: newId(), who, day, url, body }))) throw new Error(`${who} was refused ${url}`)
}
const SENDER = 'behzisti-dashtestan'
const sendList = (stage: Stage, id: string, upload: ReturnType<typeof list>): Promise<boolean> =>
  stage.act({ name: newId(), who: SENDER, day: stage.today, url: `/enrolment/imports?id=${id}&fileName=list.csv`, upload })
async function commitList(stage: Stage, id: string, upload: ReturnType<typeof list>): Promise<void> {
  await sendList(stage, id, upload)
  await act(stage, SENDER, `/enrolment/imports/${id}/commit`, {})
  await stage.runJob('enrolment.run-imports', stage.today)
}
/** Two lists: one committed, one that waits with a row to mend. */
async function introduce(stage: Stage): Promise<string> {
  const [committed, waiting] = [newId(), newId()]
  await commitList(
    stage,
    committed,
    list(
      'گلنار بندری,3510001230,09171234567,',
      'گل‌بهار دشتی‌زاده,3540007776,,حرکتی',
      'ماه‌نسا کریمی,3490000013,,',
      'خورشید ساحلی,3510007778,,',
      'ستاره گبه‌باف,3510008881,,',
      'نرگس دالکی,3510011007,,',
    ),
  )
  await sendList(stage, waiting, list('مریم کریمی,3490000014,,', 'زیور نخلستانی,0123456797,,'))
  return waiting
}
async function take(stage: Stage): Promise<File> {
  const taken = await stage.ask(takeNext.output, { name: newId(), who: GUIDE, day: stage.today, url: '/enrolment/cases/take-next' })
  if (taken === undefined) throw new Error('nobody waits to be taken')
  return { caseId: taken.id, personId: taken.personId }
}
async function register(stage: Stage, { caseId, personId }: File, bornOn: string): Promise<void> {
  await act(stage, GUIDE, `/enrolment/cases/${caseId}/contact-tries`, { id: newId(), channel: 'phone', result: 'spoke' })
  const purposes = ['keep-file', 'ask-support-bodies', 'share-with-agencies', 'call-and-message', 'count-in-figures']
  const answers = purposes.map((purpose) => ({ id: newId(), purpose, answer: true }))
  await act(stage, GUIDE, `/people/${personId}/consents`, { manner: 'fingerprint', witnessName: 'گواه بندری', answers })
  await act(stage, GUIDE, `/enrolment/cases/${caseId}/consented`, {})
  const told = await stage.act({
    name: newId(),
    who: GUIDE,
    day: stage.today,
    method: 'PUT',
    url: `/enrolment/cases/${caseId}/registration`,
    body: {
      groundId: newId(),
      isComplete: true,
      bornOn,
      ground: 'widowed',
      groundFrom: '2020-01-01',
      groundSeen: true,
      householdSize: 3,
      dependants: 2,
      dependantsUnderSeven: 1,
      hasDisability: false,
      reads: 'little',
      placeToWork: 'own',
      districtCode: '180303',
      settlement: 'برازجان',
    },
  })
  if (!told) throw new Error('the registration was refused')
}
async function decide(stage: Stage, { caseId, personId }: File): Promise<void> {
  const url = `/enrolment/cases/${caseId}/decision-preview?personId=${personId}&purpose=decide`
  const seen = await stage.ask(z.object({ facts: z.unknown() }), { name: newId(), who: 'barresi', day: stage.today, method: 'GET', url })
  await act(stage, 'barresi', `/enrolment/cases/${caseId}/decisions`, { id: newId(), personId, purpose: 'decide', facts: seen?.facts })
}
/** Registered and decided: she stands in line. */
async function queue(stage: Stage, file: File): Promise<void> {
  await register(stage, file, '1988-05-05')
  for (const body of ['behzisti-dashtestan', 'emdad-dashtestan'])
    await act(stage, body, '/enrolment/support-rows', {
      isWhole: true,
      rows: [{ nationalId: '3510009991', status: 'covered', since: null }],
    })
  await decide(stage, file)
}
/** She stands in line, and then her place is granted and taken. */
async function grantPlace(stage: Stage, file: File): Promise<void> {
  await queue(stage, file)
  await act(stage, 'daftar', `/enrolment/cases/${file.caseId}/place`, {})
  await act(stage, GUIDE, `/enrolment/cases/${file.caseId}/place/answer`, { wish: 'take' })
}
async function settleOne(house: House, startedOn: string, bring: (stage: Stage, file: File) => Promise<void>): Promise<File> {
  const stage = await openStage(house, startedOn)
  try {
    await commitList(stage, newId(), list('خورشید ساحلی,3510007778,,'))
    const file = await take(stage)
    await bring(stage, file)
    return file
  } finally {
    await stage.close()
  }
}
/** One woman of Dashtestan who stands in line for a place, and nothing else. */
export const settleQueued = (house: House, startedOn: string): Promise<File> => settleOne(house, startedOn, queue)
/** One woman of Dashtestan who has taken her place, and nothing else. */
export const settlePlaced = (house: House, startedOn: string): Promise<File> => settleOne(house, startedOn, grantPlace)
/** A promise of the holding to buy fifty of something, checked by two, signed by letter and open. */
export async function settlePledge(
  stage: Stage,
  { pledge: title, unit }: { readonly pledge: string; readonly unit: string },
): Promise<void> {
  const [id, today] = [newId(), stage.dateOf(stage.today)]
  const promised = { promisedAs: 'backer', kind: 'purchase', title, quantity: 50, unit, valueRial: null, counties: [], parts: [] }
  const days = { startsOn: today, dueOn: '2099-01-01', groupNote: null, fieldCode: null }
  const fit = { isFit: true, reasons: 'سند و توان خرید دیده شد.', version: 2 }
  const at = `/partners/pledges/${id}`
  await act(stage, 'holding', '/partners/pledges', { id, organisationId: demoId('organisation/holding'), ...promised, ...days })
  await act(stage, 'holding', `${at}/document`, { documentNumber: 'د/۱', documentDate: today, version: 1 })
  for (const who of ['daftar', 'barresi']) await act(stage, who, `${at}/opinions`, { opinionId: newId(), ...fit })
  await act(stage, 'daftar', `${at}/sign`, { letterNumber: 'ن/۱', letterDate: today, version: 3 })
  await act(stage, 'daftar', `${at}/open`, { version: 4 })
}
/** Her place is taken, a session stands, she has said yes, and whoever speaks has begun. */
async function talk(stage: Stage, file: File): Promise<string> {
  await grantPlace(stage, file)
  await openRooms(stage, stage.today - 1)
  const sessionId = newId()
  const members = [
    { accountId: demoId('account/goftogu-jahad@kariz.example'), part: 'speaks' },
    { accountId: demoId('account/goftogu-kar@kariz.example'), part: 'in-room' },
    { accountId: demoId('account/goftogu-sanaye@kariz.example'), part: 'reads-sample' },
  ]
  const times = { heldOn: stage.dateOf(stage.today), startsAt: '12:00', slots: 2, minutes: 40, rest: 5 }
  const before = stage.today - 1
  await act(stage, 'mojri', '/interviews/sessions', { id: sessionId, roomId: demoId('room/1803'), ...times, members }, before)
  await act(stage, 'mojri', `/interviews/sessions/${sessionId}/fill`, {}, before)
  const url = `/interviews/cases/${file.caseId}`
  const open = await stage.ask(readInterviews.output, { name: newId(), who: GUIDE, day: stage.today, method: 'GET', url })
  const id = open?.open?.interview.id ?? ''
  await act(stage, GUIDE, `/interviews/${id}/answer`, { answer: 'yes', supportBodies: null })
  await act(stage, 'goftogu-jahad', `/interviews/${id}/kinship`, { kinship: 'none' })
  await act(stage, 'goftogu-jahad', `/interviews/${id}/begin`, {})
  return id
}
