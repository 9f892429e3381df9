import { z } from 'zod'
import { listHubsRoute } from '../modules/businesses/contract/hubs.ts'
import { listOwnCases } from '../modules/enrolment/contract/cases.ts'
import { Filed } from '../modules/oversight/contract/grievances.ts'
import { checklists } from '../modules/oversight/rules/visits.ts'
import { demoId } from './demo.ts'
import type { Stage } from './demo-stage.ts'

const OFFICE = 'daftar'
const CLIENT = 'farmandari-dashtestan'
type Reaches = 'received' | 'acknowledged' | 'with-office' | 'answered' | 'settled' | 'reopened' | 'escalated' | 'silent'
/** Who tells it, about whom, how long ago, and how far it has come by now. */
interface Told {
  readonly key: string
  readonly by: 'anyone' | 'office'
  readonly about: string
  readonly countyCode?: string
  readonly organisation?: string
  readonly answerer?: string
  readonly ago: number
  readonly text: string
  readonly answer?: string
  readonly reaches: Reaches
}
const complaints: readonly Told[] = [
  { key: 'new', by: 'anyone', about: 'other', ago: 1, text: 'سه بار زنگ زدم و کسی جواب نداد.', reaches: 'received' },
  {
    key: 'heard',
    by: 'office',
    about: 'executor',
    countyCode: '1804',
    ago: 5,
    text: 'کلاس دوخت دو هفته عقب افتاد و خبرمان نکردند.',
    reaches: 'acknowledged',
  },
  {
    key: 'desk',
    by: 'office',
    about: 'agency',
    organisation: 'behzisti',
    ago: 6,
    text: 'نوبت جلسه را دو بار عوض کردند.',
    reaches: 'with-office',
  },
  {
    key: 'county',
    by: 'anyone',
    about: 'county-services',
    countyCode: '1803',
    ago: 9,
    text: 'راه سرای محله تاریک است و شب‌ها نمی‌شود رفت.',
    reaches: 'with-office',
  },
  {
    key: 'answered',
    by: 'office',
    about: 'hub',
    countyCode: '1803',
    answerer: 'bazar-dashtestan',
    ago: 16,
    text: 'ترازوی مرکز تجمیع درست نمی‌کشد.',
    answer: 'ترازو را عوض کردیم و از این پس پیش چشم خودتان می‌کشیم.',
    reaches: 'answered',
  },
  {
    key: 'settled',
    by: 'office',
    about: 'buyer',
    organisation: 'holding',
    answerer: 'holding',
    ago: 40,
    text: 'پول محموله سه هفته دیر شد.',
    answer: 'پول همان روز واریز شد و روز پرداخت از این پس در برگه نوشته می‌شود.',
    reaches: 'settled',
  },
  {
    key: 'again',
    by: 'anyone',
    about: 'executor',
    countyCode: '1803',
    answerer: 'mojri',
    ago: 30,
    text: 'هزینهٔ رفت‌وآمد کلاس را ندادند.',
    answer: 'در فهرست پرداخت ماه بعد است.',
    reaches: 'reopened',
  },
  {
    key: 'auditor',
    by: 'office',
    about: 'county-services',
    countyCode: '1803',
    answerer: CLIENT,
    ago: 60,
    text: 'برای استفاده از سالن پول خواستند.',
    answer: 'سالن رایگان است.',
    reaches: 'escalated',
  },
  {
    key: 'silent',
    by: 'office',
    about: 'guide',
    answerer: OFFICE,
    ago: 50,
    text: 'همراهم بی‌خبر عوض شد.',
    answer: 'از این پس پیش از عوض شدن همراه با خودتان گفته می‌شود.',
    reaches: 'silent',
  },
  {
    key: 'late',
    by: 'office',
    about: 'agency',
    organisation: 'handicrafts',
    ago: 33,
    text: 'دو ماه است جواب درخواست کارت را نداده‌اند.',
    reaches: 'with-office',
  },
  { key: 'about-office', by: 'anyone', about: 'programme-office', ago: 8, text: 'دفتر طرح پاسخ نامه‌ام را نداد.', reaches: 'received' },
]
/** How complaints come and where each has gone, and visits with what they found. */
export async function supervise(stage: Stage): Promise<void> {
  for (const one of complaints) await complain(stage, one)
  await stage.runJob('oversight.follow-grievances', stage.today)
  await visitClasses(stage)
  await visitHub(stage)
  await askForHome(stage)
}
async function complain(
  stage: Stage,
  { key, by, about, countyCode, organisation, answerer, ago, text, answer, reaches }: Told,
): Promise<void> {
  const id = demoId(`grievance/${key}`)
  const day = (later: number): number => Math.min(stage.today - ago + later, stage.today)
  const act = (name: string, who: string, later: number, url: string, body: object) =>
    stage.act({ name: `grievance/${key}/${name}`, who, day: day(later), url: `/oversight${url}`, body })
  const where = {
    countyCode: countyCode ?? null,
    organisationId: organisation === undefined ? null : demoId(`organisation/${organisation}`),
  }
  const said = { id, about, text, privateText: null }
  const filed = await stage.ask(Filed, {
    name: `grievance/${key}`,
    who: by === 'anyone' ? 'anyone' : OFFICE,
    day: day(0),
    url: by === 'anyone' ? '/oversight/complaints' : '/oversight/grievances',
    body:
      by === 'anyone'
        ? { ...said, countyCode: where.countyCode }
        : { ...said, ...where, channel: 'phone', paperNumber: null, fileNumber: null },
  })
  if (filed === undefined || reaches === 'received') return
  await act('heard', OFFICE, 1, `/grievances/${id}/acknowledge`, { version: 1 })
  if (reaches === 'acknowledged') return
  await act('passed', OFFICE, 2, `/grievances/${id}/pass`, { version: 2, about, ...where })
  if (reaches === 'with-office' || answerer === undefined || answer === undefined) return
  await act('answered', answerer, 8, `/grievances/${id}/answer`, { version: 3, text: answer })
  if (reaches === 'answered' || reaches === 'silent') return
  const word = (name: string, later: number, isSettled: boolean) =>
    act(name, 'anyone', later, '/complaints/word', { tracking: filed.tracking, isSettled, text: isSettled ? null : 'هنوز همان است.' })
  await word('first-word', 12, reaches === 'settled')
  if (reaches !== 'escalated') return
  await act('answered-again', answerer, 16, `/grievances/${id}/answer`, { version: 5, text: answer })
  await word('second-word', 20, false)
}
type Seen = Readonly<Record<string, 'minor' | 'serious'>>
/** A visit to a class or a hub that is held on its day. */
interface Held {
  readonly key: string
  readonly who: string
  readonly ago: number
  readonly place: object
  readonly kind: 'class' | 'hub'
  readonly seen: Seen
  readonly findings: readonly {
    readonly key: string
    readonly item: string
    readonly desk: string
    readonly seen: string
    readonly act: string
    readonly dueIn: number
  }[]
  readonly again?: readonly object[]
}
async function hold(stage: Stage, { key, who, ago, place, kind, seen, findings, again = [] }: Held): Promise<void> {
  const [id, day] = [demoId(`visit/${key}`), stage.today - ago]
  const plan = { organisationId: null, fileNumber: null, isWomanVisitor: false, isUnmarkedCar: false, plannedOn: stage.dateOf(day) }
  const purpose = again.length > 0 ? 're-visit' : 'regular'
  await stage.act({
    name: `visit/${key}`,
    who,
    day: day - 2,
    url: '/oversight/visits',
    body: { id, placeKind: kind, purpose, ...plan, ...place },
  })
  const items = checklists[kind][0] ?? []
  const answers = Object.fromEntries(items.map((item) => [item, seen[item] ?? 'good']))
  const found = findings.map((one) => ({
    id: demoId(`finding/${one.key}`),
    item: one.item,
    desk: one.desk,
    seen: one.seen,
    act: one.act,
    dueOn: stage.dateOf(day + one.dueIn),
  }))
  const written = { heldOn: stage.dateOf(day), isKin: false, answers, findings: found, again, version: 1 }
  await stage.act({ name: `visit/${key}/held`, who, day, url: `/oversight/visits/${id}/hold`, body: written })
}
/** A finding put right and seen at a re-visit; and one that is overdue, with its re-visit planned. */
async function visitClasses(stage: Stage): Promise<void> {
  const sewing = { countyCode: '1803', hubId: null, placeName: 'کلاس دوخت، سرای محلهٔ برازجان' }
  const weaving = { countyCode: '1804', hubId: null, placeName: 'کلاس حصیربافی خورموج' }
  const DASHTI = 'farmandari-dashti'
  await hold(stage, {
    key: 'sewing',
    who: CLIENT,
    ago: 45,
    place: sewing,
    kind: 'class',
    seen: { 'room-fit': 'serious' },
    findings: [{ key: 'machines', item: 'room-fit', desk: 'EX', seen: 'از شش چرخ دو چرخ کار نمی‌کند.', act: 'چرخ‌ها تعمیر شود.', dueIn: 14 }],
  })
  const finding = demoId('finding/machines')
  const at = `/oversight/findings/${finding}`
  const day = stage.today - 45
  const report = { version: 1, text: 'هر دو چرخ تعمیر شد و مربی امضا کرد.' }
  await stage.act({ name: 'finding/machines/reported', who: 'mojri', day: day + 10, url: `${at}/report`, body: report })
  const taken = { version: 2, isConfirmed: true, reason: null, dueOn: null }
  await stage.act({ name: 'finding/machines/confirmed', who: CLIENT, day: day + 12, url: `${at}/judge`, body: taken })
  const again = [{ id: finding, isMended: true, dueOn: null }]
  await hold(stage, { key: 'sewing-again', who: CLIENT, ago: 20, place: sewing, kind: 'class', seen: {}, findings: [], again })
  await hold(stage, {
    key: 'weaving',
    who: DASHTI,
    ago: 30,
    place: weaving,
    kind: 'class',
    seen: { 'fare-paid': 'serious', 'children-cared-for': 'minor' },
    findings: [
      {
        key: 'fares',
        item: 'fare-paid',
        desk: 'EX',
        seen: 'هزینهٔ رفت‌وآمد دو ماه پرداخت نشده است.',
        act: 'پرداخت شود و فهرستش بیاید.',
        dueIn: 15,
      },
    ],
  })
  const plan = { purpose: 're-visit', organisationId: null, fileNumber: null, isWomanVisitor: false, isUnmarkedCar: false }
  const next = { id: demoId('visit/weaving-again'), placeKind: 'class', ...weaving, ...plan, plannedOn: stage.dateOf(stage.today + 4) }
  const periodic = { ...plan, purpose: 'regular', id: demoId('visit/sewing-next'), placeKind: 'class', ...sewing }
  await stage.act({
    name: 'visit/sewing-next',
    who: CLIENT,
    day: stage.today,
    url: '/oversight/visits',
    body: { ...periodic, plannedOn: stage.dateOf(stage.today + 9) },
  })
  await stage.act({ name: 'visit/weaving-again', who: DASHTI, day: stage.today, url: '/oversight/visits', body: next })
}
/** A hub with something small for the market to put right. */
async function visitHub(stage: Stage): Promise<void> {
  const read = { name: 'visit/hubs', who: OFFICE, day: stage.today, method: 'GET' as const, url: '/businesses/hubs' }
  const hub = (await stage.ask(listHubsRoute.output, read))?.hubs.find(({ countyCode, isOpen }) => countyCode === '1803' && isOpen)
  if (hub === undefined) return
  await hold(stage, {
    key: 'hub',
    who: CLIENT,
    ago: 12,
    place: { countyCode: '1803', hubId: hub.id, placeName: null },
    kind: 'hub',
    seen: { 'complaint-way-seen': 'minor' },
    findings: [
      {
        key: 'notice',
        item: 'complaint-way-seen',
        desk: 'MO',
        seen: 'شمارهٔ شکایت روی دیوار نبود.',
        act: 'جایی که دیده شود نصب شود.',
        dueIn: 20,
      },
    ],
  })
}
const Road = z.object({ case: z.object({ fileNumber: z.string() }) })
/** A home that the governorate asks to see: the woman's guide has yet to ask her. */
async function askForHome(stage: Stage): Promise<void> {
  const asked = {
    name: 'visit/files',
    who: 'rahyar-dashtestan',
    day: stage.today,
    method: 'GET' as const,
    url: '/enrolment/cases/own?limit=250',
  }
  const own = (await stage.ask(listOwnCases.output, { ...asked, url: `${listOwnCases.path}?limit=250` }))?.cases ?? []
  const one = own.find(({ position }) => position === 'active') ?? own[0]
  if (one === undefined) return
  const road = await stage.ask(Road, { ...asked, name: 'visit/road', url: `/road/cases/${one.id}` })
  const home = { id: demoId('visit/home'), placeKind: 'dwelling', countyCode: '1803', hubId: null, placeName: null, organisationId: null }
  const how = { purpose: 'regular', isWomanVisitor: true, isUnmarkedCar: true, plannedOn: stage.dateOf(stage.today + 6) }
  const body = { ...home, ...how, fileNumber: road?.case.fileNumber ?? '' }
  await stage.act({ name: 'visit/home', who: CLIENT, day: stage.today, url: '/oversight/visits', body })
}
