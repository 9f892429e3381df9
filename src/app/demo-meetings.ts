import { demoId } from './demo.ts'
import type { Stage } from './demo-stage.ts'
import { dayAgo, letterOf, organisation, take } from './demo-steps.ts'

const HOME = 'farmandari-dashtestan'
/** Two deciding meetings and a consultative one: resolutions confirmed, underway, reported and past their day; an idea answered and one open. */
export async function holdMeetings(stage: Stage): Promise<void> {
  await decideInCounty(stage)
  await decideInProvince(stage)
  await consult(stage)
}
interface Called {
  readonly key: string
  readonly who: string
  readonly countyCode: string | null
  readonly kind: 'deciding' | 'consultative'
  readonly body: string
  readonly title: string
  readonly agenda: readonly string[]
  readonly members: readonly (readonly [organisationKey: string, title: string])[]
  readonly calledAgo: number
  readonly metAgo: number
}
/** Calls a meeting on its day and writes down who came: the first member in person, the second by a deputy, the last not at all. */
async function meet(stage: Stage, called: Called): Promise<void> {
  const { key, who, countyCode, kind, body, title, agenda, members, calledAgo, metAgo } = called
  const seatId = (place: number): string => demoId(`oversight/${key}/seat/${place}`)
  await take(stage, `${key}/call`, {
    who,
    ago: calledAgo,
    url: countyCode === null ? '/province-meetings' : '/meetings',
    body: {
      id: demoId(`oversight/${key}`),
      ...(countyCode === null ? {} : { countyCode }),
      kind,
      body,
      title,
      agenda,
      meetsOn: dayAgo(stage, metAgo),
      meetsAt: '10:00',
      place: countyCode === null ? 'سالن استانداری' : 'سالن فرمانداری دشتستان',
      members: members.map(([organisationKey, office], place) => ({
        id: seatId(place),
        organisationId: organisation(organisationKey),
        title: office,
        deputy: place === 1 ? 'معاون اداره' : null,
      })),
    },
  })
  const attendance = (place: number): string => (place === 1 ? 'deputy' : place === members.length - 1 ? 'absent' : 'self')
  await take(stage, `${key}/attendance`, {
    who,
    ago: metAgo,
    url: `/meetings/${demoId(`oversight/${key}`)}/attendance`,
    body: { version: 1, seats: members.map((_, place) => ({ id: seatId(place), attendance: attendance(place) })) },
  })
}
interface Resolved {
  readonly key: string
  readonly agency: string
  readonly sentence: string
  /** Days from today until it is due; past when negative. */
  readonly dueIn: number
}
/** Drafts and adopts what a meeting resolved, signs its minutes and tells every agency by letter. */
async function resolve(stage: Stage, called: Called, resolved: readonly Resolved[]): Promise<void> {
  const { key, who, metAgo } = called
  for (const [place, { key: own, agency, sentence, dueIn }] of resolved.entries()) {
    await take(stage, `${own}/draft`, {
      who,
      ago: metAgo,
      url: `/meetings/${demoId(`oversight/${key}`)}/resolutions`,
      body: {
        resolutionId: demoId(`oversight/${own}`),
        agendaPlace: Math.min(place + 1, called.agenda.length),
        sentence,
        organisationId: organisation(agency),
        dueOn: dayAgo(stage, -dueIn),
      },
    })
    await follow(stage, { key: own, verb: 'adopt', who, ago: metAgo, version: 1, more: { votesFor: called.members.length - 1 } })
  }
  await take(stage, `${key}/minutes`, {
    who,
    ago: metAgo - 2,
    url: `/meetings/${demoId(`oversight/${key}`)}/minutes`,
    body: {
      version: 2,
      minutes: 'هر بند دستور کار خوانده شد و دربارهٔ آن رأی گرفته شد.',
      ...letterOf(stage, `۱۴۰۵/ص/${metAgo}`, metAgo - 2),
    },
  })
  for (const { key: own } of resolved)
    await follow(stage, {
      key: own,
      verb: 'notify',
      who,
      ago: metAgo - 3,
      version: 3,
      more: letterOf(stage, `۱۴۰۵/ا/${metAgo}${own.at(-1) ?? ''}`, metAgo - 3),
    })
}
interface Following {
  readonly key: string
  readonly verb: string
  readonly who: string
  readonly ago: number
  readonly version: number
  readonly more?: object
}
const follow = (stage: Stage, { key, verb, who, ago, version, more = {} }: Following): Promise<void> =>
  take(stage, `${key}/${verb}/${version}`, {
    who,
    ago,
    url: `/resolutions/${demoId(`oversight/${key}`)}/${verb}`,
    body: { version, moveId: demoId(`oversight/${key}/${verb}/${version}`), ...more },
  })
/** Three resolutions of the county: one confirmed, one underway, and one of the Relief Committee past its day. */
async function decideInCounty(stage: Stage): Promise<void> {
  const called: Called = {
    key: 'n1',
    who: HOME,
    countyCode: '1803',
    kind: 'deciding',
    body: 'کارگروه اجتماعی، فرهنگی، بانوان و خانوادهٔ دشتستان',
    title: 'جا و رفت‌وآمد برای جلسه‌های گفت‌وگوی کاری',
    agenda: ['جای جلسه‌ها', 'معرفی در نوبت پوشش', 'کارگاه‌های مهارت'],
    members: [
      ['behzisti', 'رئیس بهزیستی شهرستان'],
      ['relief-committee', 'رئیس کمیتهٔ امداد شهرستان'],
      ['labour', 'رئیس تعاون، کار و رفاه اجتماعی'],
      ['acecr', 'نمایندهٔ مجری'],
      ['handicrafts', 'رئیس میراث فرهنگی و صنایع دستی'],
    ],
    calledAgo: 50,
    metAgo: 40,
  }
  await meet(stage, called)
  await resolve(stage, called, [
    { key: 'n1-1', agency: 'behzisti', sentence: 'سالن بهزیستی هفته‌ای دو روز در اختیار جلسه‌های گفت‌وگوی کاری باشد.', dueIn: -20 },
    { key: 'n1-2', agency: 'relief-committee', sentence: 'فهرست زنان در نوبت پوشش بخش بوشکان بازبینی و فرستاده شود.', dueIn: -6 },
    { key: 'n1-3', agency: 'labour', sentence: 'مرکز مشاورهٔ شغلی برازجان نوبت هفتگی برای طرح بگذارد.', dueIn: 18 },
  ])
  const behzisti = { key: 'n1-1', who: 'behzisti-dashtestan' }
  await follow(stage, { ...behzisti, verb: 'acknowledge', ago: 35, version: 4 })
  await follow(stage, { ...behzisti, verb: 'report', ago: 28, version: 5, more: { report: 'سالن شنبه و دوشنبه در اختیار طرح است.' } })
  await follow(stage, { key: 'n1-1', who: HOME, verb: 'confirm', ago: 25, version: 6 })
  const relief = { key: 'n1-2', who: 'emdad-dashtestan' }
  await follow(stage, { ...relief, verb: 'acknowledge', ago: 33, version: 4 })
  await follow(stage, { ...relief, verb: 'start', ago: 30, version: 5 })
  await follow(stage, { key: 'n1-3', who: 'kar', verb: 'acknowledge', ago: 34, version: 4 })
  await follow(stage, { key: 'n1-3', who: 'kar', verb: 'start', ago: 20, version: 5 })
}
/** Two resolutions of the province: a report that waits for the office, and one nobody answered. */
async function decideInProvince(stage: Stage): Promise<void> {
  const called: Called = {
    key: 'n2',
    who: 'daftar',
    countyCode: null,
    kind: 'deciding',
    body: 'کارگروه تخصصی بانوان و خانوادهٔ استان',
    title: 'مجوز و بازار کسب‌وکارهای خانگی',
    agenda: ['امضای نخست مجوزها', 'بازارچهٔ فروش'],
    members: [
      ['labour', 'مدیرکل تعاون، کار و رفاه اجتماعی'],
      ['agriculture', 'رئیس سازمان جهاد کشاورزی'],
      ['behzisti', 'مدیرکل بهزیستی'],
      ['industry', 'رئیس سازمان صمت'],
    ],
    calledAgo: 32,
    metAgo: 22,
  }
  await meet(stage, called)
  await resolve(stage, called, [
    { key: 'n2-1', agency: 'agriculture', sentence: 'امضای نخست مجوزهای خوراکی در ده روز داده شود.', dueIn: 10 },
    { key: 'n2-2', agency: 'industry', sentence: 'دو غرفه در نمایشگاه پاییز برای کالاهای طرح کنار گذاشته شود.', dueIn: -2 },
  ])
  const agriculture = { key: 'n2-1', who: 'keshavarzi-ostan' }
  await follow(stage, { ...agriculture, verb: 'acknowledge', ago: 17, version: 4 })
  const report = 'دستور به شهرستان‌ها فرستاده شد و از این هفته اجرا می‌شود.'
  await follow(stage, { ...agriculture, verb: 'report', ago: 6, version: 5, more: { report } })
}
async function consult(stage: Stage): Promise<void> {
  await meet(stage, {
    key: 'n3',
    who: HOME,
    countyCode: '1803',
    kind: 'consultative',
    body: 'کارگروه اجتماعی، فرهنگی، بانوان و خانوادهٔ دشتستان',
    title: 'هم‌اندیشی دربارهٔ فروش کالاهای خانگی',
    agenda: [],
    members: [
      ['behzisti', 'رئیس بهزیستی شهرستان'],
      ['handicrafts', 'رئیس میراث فرهنگی و صنایع دستی'],
      ['acecr', 'نمایندهٔ مجری'],
    ],
    calledAgo: 12,
    metAgo: 9,
  })
  const ideas = [
    ['behzisti', 'بازارچهٔ هفتگی در حیاط بهزیستی برازجان برپا شود.'],
    ['handicrafts', 'کالاهای حصیری آب‌پخش در فروشگاه‌های گردشگری گذاشته شود.'],
  ] as const
  for (const [place, [owner, sentence]] of ideas.entries())
    await take(stage, `n3/idea/${place}`, {
      who: HOME,
      ago: 9,
      url: `/meetings/${demoId('oversight/n3')}/ideas`,
      body: { ideaId: demoId(`oversight/n3/idea/${place}`), sentence, organisationId: organisation(owner) },
    })
  await take(stage, 'n3/idea/0/answer', {
    who: 'behzisti-dashtestan',
    ago: 4,
    url: `/ideas/${demoId('oversight/n3/idea/0')}/answer`,
    body: { version: 1, answer: 'حیاط از پنج‌شنبهٔ آینده در اختیار است؛ برق و سایبان فراهم می‌شود.' },
  })
}
