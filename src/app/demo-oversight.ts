import { jalaliOf } from '../platform/jalali.ts'
import { typeset } from '../platform/typeset/typeset.ts'
import { demoId } from './demo.ts'
import { holdMeetings } from './demo-meetings.ts'
import type { Stage } from './demo-stage.ts'
import { dayAgo, letterOf, organisation, take } from './demo-steps.ts'

const EXECUTOR = 'mojri'
const HOME = 'farmandari-dashtestan'
/** What becomes of the second report of a county: the client has it, took it, or gave it back. */
const COUNTIES = [
  ['1801', 'farmandari-bushehr', 'بوشهر', 'returned'],
  ['1802', 'farmandari-tangestan', 'تنگستان', 'accepted'],
  ['1803', HOME, 'دشتستان', 'submitted'],
  ['1804', 'farmandari-dashti', 'دشتی', 'submitted'],
] as const
type County = (typeof COUNTIES)[number]
/** How governorates ask for work and get it, what meetings resolved and who is late, and months that were handed in. */
export async function govern(stage: Stage): Promise<void> {
  const paper = await report()
  for (const county of COUNTIES) await askForWork(stage, county, paper)
  await sendNotices(stage)
  await holdMeetings(stage)
  await planMonths(stage)
  await learn(stage)
}
/** The report every deliverable of the demonstration brings: one page, marked as such. */
async function report(): Promise<Uint8Array> {
  return typeset({
    size: 'a4',
    language: 'fa',
    letterhead: 'جهاد دانشگاهی',
    title: 'گزارش پیشرفت',
    register: [],
    blocks: [{ kind: 'text', text: 'این برگه برای نمایش ساخته شده است و نام هیچ زنی در آن نیست.' }],
    footer: '',
    mark: 'نمایشی؛ همهٔ نام‌ها و شماره‌ها ساختگی است',
  })
}
/** A scope of work with six deliverables, two of them at one milestone: paid for, returned and taken, before the client, overdue, and not due yet. */
async function askForWork(stage: Stage, [code, client, name, second]: County, paper: Uint8Array): Promise<void> {
  const id = (thing: string): string => demoId(`oversight/${code}/${thing}`)
  const milestone = (thing: string, quantity: number, ago: number, title: string) => ({
    id: id(`milestone/${thing}`),
    quantity,
    dueOn: dayAgo(stage, ago),
    deliverables: [{ id: id(thing), title }],
  })
  const later = milestone('sessions-2', 2, -25, 'گزارش دو جلسهٔ بعدی گفت‌وگوی کاری')
  const sessions = [
    milestone('sessions-1', 2, 60, 'گزارش دو جلسهٔ نخست گفت‌وگوی کاری'),
    { ...later, deliverables: [...later.deliverables, { id: id('sessions-2-minutes'), title: 'صورت‌جلسهٔ داوران، بی نام زنان' }] },
  ]
  const reports = [
    milestone('report-1', 1, 75, 'گزارش پیشرفت نخست'),
    milestone('report-2', 1, 20, 'گزارش پیشرفت دوم'),
    milestone('report-3', 1, 3, 'گزارش پیشرفت سوم'),
  ]
  await take(stage, `${code}/scope`, {
    who: client,
    ago: 118,
    url: '/scopes',
    body: {
      id: id('scope'),
      countyCode: code,
      organisationId: organisation('acecr'),
      title: `اجرای طرح در شهرستان ${name}`,
      ...letterOf(stage, `${code}/ص/۱۲`, 120),
      startsOn: dayAgo(stage, 120),
      endsOn: dayAgo(stage, -120),
      items: [
        { id: id('item/sessions'), title: 'برگزاری جلسهٔ گفت‌وگوی کاری', unit: 'جلسه', quantity: 4, milestones: sessions },
        { id: id('item/reports'), title: 'گزارش پیشرفت به فرمانداری', unit: 'گزارش', quantity: 3, milestones: reports },
      ],
    },
  })
  const handIn = (thing: string, ago: number, version: number, note: string | null) =>
    submit(stage, { deliverableId: id(thing), name: `${code}/${thing}/${version}`, ago, version, note, paper })
  const answer = (thing: string, verb: string, ago: number, body: object) =>
    take(stage, `${code}/${thing}/${verb}/${ago}`, {
      who: client,
      ago,
      url: `/deliverables/${id(thing)}/${verb}`,
      body: { moveId: id(`${thing}/${verb}/${ago}`), ...body },
    })
  await handIn('sessions-1', 62, 1, null)
  await answer('sessions-1', 'accept', 58, { version: 2, note: null })
  await answer('sessions-1', 'pay', 40, { version: 3, ...letterOf(stage, `${code}/م/۴۴`, 40) })
  await handIn('report-1', 76, 1, null)
  await answer('report-1', 'return', 72, { version: 2, reason: 'شمار جلسه‌ها با صورت‌جلسه نمی‌خواند. پیوست را درست کنید.' })
  await handIn('report-1', 68, 3, 'پیوست درست شد.')
  await answer('report-1', 'accept', 65, { version: 4, note: null })
  await handIn('report-2', 19, 1, null)
  if (second === 'returned') await answer('report-2', 'return', 14, { version: 2, reason: 'جدول محموله‌ها در گزارش نیست.' })
  if (second === 'accepted') await answer('report-2', 'accept', 14, { version: 2, note: null })
}
interface Submitting {
  readonly deliverableId: string
  readonly name: string
  readonly ago: number
  readonly version: number
  readonly note: string | null
  readonly paper: Uint8Array
}
async function submit(stage: Stage, { deliverableId, name, ago, version, note, paper }: Submitting): Promise<void> {
  const at = `/oversight/deliverables/${deliverableId}`
  await stage.act({
    name: `oversight/${name}/paper`,
    who: EXECUTOR,
    day: stage.today - ago,
    url: `${at}/papers?paperId=${demoId(`oversight/${name}/paper`)}`,
    upload: { bytes: paper, mediaType: 'application/pdf' },
  })
  const body = { version, moveId: demoId(`oversight/${name}/move`), note }
  await take(stage, `${name}/submit`, { who: EXECUTOR, ago, url: `/deliverables/${deliverableId}/submit`, body })
}
async function sendNotices(stage: Stage): Promise<void> {
  const send = (code: string, who: string, ago: number, sentence: string) =>
    take(stage, `${code}/notice`, {
      who,
      ago,
      url: `/scopes/${demoId(`oversight/${code}/scope`)}/notices`,
      body: {
        noticeId: demoId(`oversight/${code}/notice`),
        ...letterOf(stage, `${code}/ص/۳۱`, ago),
        sentence,
        answerBy: dayAgo(stage, ago - 10),
      },
    })
  await send('1803', HOME, 8, 'گزارش پیشرفت سوم در موعد نرسیده است. برنامهٔ جبران را تا ده روز بفرستید.')
  await send('1804', 'farmandari-dashti', 30, 'تاریخ جلسه‌های گفت‌وگوی کاری به فرمانداری گفته نشده است.')
  await take(stage, '1804/notice/answer', {
    who: EXECUTOR,
    ago: 25,
    url: `/notices/${demoId('oversight/1804/notice')}/answer`,
    body: { version: 1, ...letterOf(stage, 'ج/۵۰۲', 25), answer: 'تاریخ جلسه‌های دو ماه آینده پیوست است.' },
  })
}
/** The action plan of two months in each county, and the sheet of the month that is over: one waits, one was taken. */
async function planMonths(stage: Stage): Promise<void> {
  const { day } = jalaliOf(stage.dateOf(stage.today))
  const monthAgo = (ago: number): string => {
    const { year, month } = jalaliOf(dayAgo(stage, ago))
    return `${year}-${String(month).padStart(2, '0')}`
  }
  // A day within the month before this one: planning is ahead, so both months are planned on it.
  const planned = day + 10
  const acts = [
    ['registrations', 12],
    ['sessions', 3],
    ['talks', 10],
    ['work-plans', 6],
    ['paid-lots', 8],
  ] as const
  for (const [code, client] of COUNTIES) {
    for (const month of new Set([monthAgo(planned), monthAgo(0)]))
      for (const [act, quantity] of acts)
        await take(stage, `${code}/${month}/${act}`, {
          who: client,
          ago: planned,
          method: 'PUT',
          url: `/action-plans/${code}`,
          body: {
            id: demoId(`oversight/${code}/${month}/${act}`),
            month,
            act,
            quantity,
            organisationId: organisation('acecr'),
            seenVersion: null,
          },
        })
    const id = demoId(`oversight/${code}/sheet`)
    const body = { id, countyCode: code, month: monthAgo(planned), note: null }
    await take(stage, `${code}/sheet`, { who: EXECUTOR, ago: 0, url: '/monthly-sheets', body })
    if (code === '1804')
      await take(stage, `${code}/sheet/accept`, { who: client, ago: 0, url: `/monthly-sheets/${id}/accept`, body: { version: 1 } })
  }
}
/** Two lessons: one the office took up in the first edition, one that waits. */
async function learn(stage: Stage): Promise<void> {
  const lessons = [
    ['talk', 'sessions', 'جلسه‌های گفت‌وگو در شهر، زنان روستاهای دور را از قلم می‌اندازد.', 'از هر سه جلسه یکی در دهستان برگزار شود.', 30],
    ['work-and-market', 'paid-lots', 'کارمزدی که دیر می‌رسد، محمولهٔ بعدی را می‌خواباند.', 'مهلت پرداخت خریدار در تعهدها پانزده روز شود.', 12],
  ] as const
  for (const [place, [step, figure, learned, change, ago]] of lessons.entries()) {
    const id = demoId(`oversight/lesson/${place}`)
    await take(stage, `lesson/${place}`, {
      who: HOME,
      ago,
      url: '/lessons',
      body: { id, countyCode: '1803', step, figure, learned, change },
    })
  }
  const first = demoId('oversight/lesson/0')
  await take(stage, 'lesson/0/adopt', { who: 'daftar', ago: 20, url: `/lessons/${first}/adopt`, body: { version: 1, edition: 1 } })
}
