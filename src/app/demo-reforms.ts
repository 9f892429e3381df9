import { listOwnCases } from '../modules/enrolment/contract/cases.ts'
import { demoId } from './demo.ts'
import { eachOf, guides, type Stage } from './demo-stage.ts'

/** Told by whom, how long ago, and how far it has come by now. */
interface Told {
  readonly key: string
  readonly who: string
  readonly countyCode: string | null
  readonly ago: number
  readonly title: string
  readonly kind: string
  readonly step: string
  readonly says: string
  readonly reaches: 'reported' | 'verified' | 'sent' | 'in-deliberation' | 'reformed'
}
const OFFICE = 'daftar'
const told: readonly Told[] = [
  {
    key: 'deed',
    who: 'rahyar-dashtestan',
    countyCode: null,
    ago: 96,
    title: 'پروانهٔ خانگی بدون سند رسمی خانه داده نمی‌شود',
    kind: 'local-practice',
    step: 'permit',
    says: 'برای پروانه سند رسمی خانه می‌خواهند. بیشتر خانه‌های روستا قولنامه دارند و درخواست‌ها همان‌جا می‌ماند.',
    reaches: 'in-deliberation',
  },
  {
    key: 'guarantor',
    who: 'rahyar-dashti',
    countyCode: '1804',
    ago: 60,
    title: 'بانک ضامن کارمند رسمی می‌خواهد، با آن‌که ضمانت زنجیره‌ای پذیرفته شده است',
    kind: 'interpretation',
    step: 'loan',
    says: 'شعبه می‌گوید بخشنامهٔ ضمانت زنجیره‌ای به دستش نرسیده است.',
    reaches: 'sent',
  },
  {
    key: 'portal',
    who: 'bazar-dashtestan',
    countyCode: null,
    ago: 33,
    title: 'درگاه ملی برای فراوردهٔ خرما ردیف شغل خانگی ندارد',
    kind: 'national-portal',
    step: 'market',
    says: 'ردیف بسته‌بندی خرما در خانه در درگاه نیست و خریدار بدون شناسه قرارداد نمی‌بندد.',
    reaches: 'verified',
  },
  {
    key: 'insurance',
    who: 'kar',
    countyCode: null,
    ago: 150,
    title: 'بیمهٔ مشاغل خانگی برای زنان بالای پنجاه سال بسته بود',
    kind: 'rule',
    step: 'insurance',
    says: 'سامانهٔ بیمه سن بالای پنجاه سال را نمی‌پذیرفت.',
    reaches: 'reformed',
  },
  {
    key: 'address',
    who: 'rahyar-tangestan',
    countyCode: '1802',
    ago: 2,
    title: 'برای ثبت‌نام کدپستی ده‌رقمی می‌خواهند و روستا کدپستی ندارد',
    kind: 'rule',
    step: 'introduction',
    says: 'سه نفر امروز برای همین برگشتند.',
    reaches: 'reported',
  },
]
const STAGES = ['reported', 'verified', 'proposed', 'sent', 'in-deliberation', 'reformed'] as const
const idOf = (key: string): string => demoId(`obstacle/${key}`)

/** Obstacles from every office and at every stage, fourteen women behind the first, and what is allowed until it is reformed. */
export async function meetObstacles(stage: Stage): Promise<void> {
  for (const one of told) await tell(stage, one)
  await blockFiles(stage)
  await arrange(stage)
}
async function tell(stage: Stage, { reaches, who, ago, key, ...rest }: Told): Promise<void> {
  const day = stage.today - ago
  const at = `/reforms/obstacles/${idOf(key)}`
  await stage.act({ name: `obstacle/${key}`, who, day, url: '/reforms/obstacles', body: { ...rest, id: idOf(key), caseId: null } })
  const last = STAGES.indexOf(reaches)
  let version = 1
  const moveOn = async (to: string, after: number, reason: string, effectiveOn: string | null = null): Promise<void> => {
    const body = { to, reason, duplicateOf: null, effectiveOn, version }
    if (await stage.act({ name: `obstacle/${key}/${to}`, who: OFFICE, day: day + after, url: `${at}/move`, body })) version += 1
  }
  if (last >= 1) await moveOn('verified', 5, 'با دو اداره بررسی شد و درست است.')
  if (last < 2) return
  const { title, kind, step, says } = rest
  const text = { grade: 'circular', issuer: 'وزارت تعاون، کار و رفاه اجتماعی', article: 'بند ۳', clause: null }
  const reform = { competentBody: 'ادارهٔ کل تعاون، کار و رفاه اجتماعی', route: 'working-group' }
  const body = { title, kind, step, says, ...text, ...reform, proposal: 'گواهی دهیار یا شورای ده جای این مدرک را بگیرد.', version }
  if (await stage.act({ name: `obstacle/${key}/describe`, who: OFFICE, day: day + 8, method: 'PUT', url: at, body })) version += 1
  await moveOn('proposed', 9, 'متن پیشنهادی با کارشناس حقوقی نوشته شد.')
  const letter = (name: string, after: number, more: object) =>
    stage.act({
      name: `obstacle/${key}/letter/${name}`,
      who: OFFICE,
      day: day + after,
      url: `${at}/letters`,
      body: { letterId: demoId(`letter/${key}/${name}`), letterDate: stage.dateOf(day + after), ...more },
    })
  const body1 = { direction: 'out', correspondent: reform.competentBody, letterNumber: `ن/۷۰${last}`, answers: null }
  await letter('out', 12, { ...body1, says: 'پیشنهاد اصلاح با شمار کسانی که پشت آن مانده‌اند فرستاده شد.' })
  await moveOn('sent', 12, 'نامه فرستاده شد.')
  if (last < 4) return
  const answer = { direction: 'in', correspondent: reform.competentBody, letterNumber: `۴۴${last}/ک` }
  await letter('in', 30, { ...answer, answers: demoId(`letter/${key}/out`), says: 'در دستور کار کارگروه استانی گذاشته شد.' })
  await moveOn('in-deliberation', 30, 'در دستور کار کارگروه است.')
  if (last >= 5) await moveOn('reformed', 70, 'سامانه اصلاح شد.', stage.dateOf(day + 75))
}
/** Fourteen women behind the deed of the house and three behind the guarantor: files of every guide, each put forward by whoever carries it. */
async function blockFiles(stage: Stage): Promise<void> {
  const behind = [3, 3, 3, 3, 2]
  await eachOf([...guides.entries()], async ([place, [, guide]]) => {
    const url = '/enrolment/own-cases?limit=250'
    const mine = await stage.ask(listOwnCases.output, { name: `reforms/${guide}`, who: guide, day: stage.today, method: 'GET', url })
    const there = (mine?.cases ?? []).filter(({ position }) => ON_THE_ROAD.has(position))
    const hold = (key: string, id: string, day: number) =>
      stage.act({
        name: key === 'deed' ? `blocked/${id}` : `blocked/${key}/${id}`,
        who: guide,
        day,
        url: `/reforms/obstacles/${idOf(key)}/cases/${id}`,
        body: { blockedId: demoId(key === 'deed' ? `blocked/${id}` : `blocked/${key}/${id}`) },
      })
    for (const [index, { id }] of there.slice(0, behind[place]).entries()) await hold('deed', id, stage.today - 20 + 3 * index)
    if (guide === 'rahyar-dashti') for (const { id } of there.slice(-3)) await hold('guarantor', id, stage.today - 15)
  })
}
const ON_THE_ROAD = new Set(['queued', 'place-granted', 'interviewed', 'pathway-agreed', 'active', 'earning'])
/** One arrangement whose last day comes near, and one that ended and was not extended. */
async function arrange(stage: Stage): Promise<void> {
  const arranged = [
    ['deed', 'now', 70, 84, 'تا اصلاح، گواهی دهیار با مهر شورا به جای سند پذیرفته شود.', 'سی خانه در دشتستان و تنگستان'],
    ['guarantor', 'earlier', 40, 30, 'شعبهٔ خورموج ضمانت سه نفر از خود متقاضیان را بپذیرد.', 'وام تا پانصد میلیون ریال'],
  ] as const
  for (const [key, name, ago, days, says, limits] of arranged) {
    const arrangementId = demoId(`arrangement/${key}/${name}`)
    const at = `/reforms/arrangements/${arrangementId}`
    const day = stage.today - ago
    const act = (step: string, after: number, url: string, body: object): Promise<boolean> =>
      stage.act({ name: `arrangement/${key}/${name}/${step}`, who: OFFICE, day: day + after, url, body })
    const made = { arrangementId, says, limits, authority: 'معاون هماهنگی امور اقتصادی استانداری' }
    await act('propose', 0, `/reforms/obstacles/${idOf(key)}/arrangements`, made)
    const letter = {
      letterNumber: `م/${ago}`,
      letterDate: stage.dateOf(day + 6),
      startsOn: stage.dateOf(day + 7),
      expiresOn: stage.dateOf(day + days),
    }
    await act('authorise', 7, `${at}/authorise`, { ...letter, version: 1 })
    await act('begin', 8, `${at}/put-in-force`, { version: 2 })
  }
}
