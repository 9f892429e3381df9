import { demoId } from './demo.ts'
import type { Stage } from './demo-stage.ts'

const [OFFICE, EXECUTOR, OPERATOR] = ['daftar', 'mojri', 'bazar-dashtestan'] as const
/** Who buys what and how much a month, by a document: [county, field, buyer, units a month, unit]. */
const buyers = [
  ['1803', 'HB027', 'قنادی نمایشی برازجان', 600, 'بسته'],
  ['1803', 'HB027', 'فروشگاه نمایشی ساحل', 450, 'بسته'],
  ['1803', 'HB025', 'پخش نمایشی جم', 900, 'بسته'],
  ['1803', 'HB025', 'فروشگاه نمایشی ساحل', 500, 'بسته'],
  ['1803', 'HB026', 'کارگاه نمایشی ارده', 20, 'لیتر'],
  ['1803', 'HB007', 'هتل نمایشی دلیلا', 60, 'عدد'],
  ['1804', 'HB003', 'تعاونی نمایشی خورموج', 12, 'تخته'],
  ['1801', 'HB020', 'شرکت نمایشی بندر', 220, 'دست'],
  ['1801', 'HB020', 'بیمارستان نمایشی خلیج', 180, 'دست'],
  ['1802', 'HB042', 'سردخانهٔ نمایشی دلوار', 700, 'کیلوگرم'],
] as const
/** Who does which link where: [chain, place, county, who]. */
const actors = [
  ['dates', 1, '1803', 'باغداران آب‌پخش و سعدآباد'],
  ['dates', 2, '1803', 'سردخانهٔ نمایشی نخل زرین'],
  ['dates', 3, '1803', 'کارگاه بسته‌بندی نخلستان (نمایشی)'],
  ['dates', 1, '1802', 'باغداران اهرم'],
  ['dates', 6, '1803', 'پخش نمایشی جم'],
  ['palm-weaving', 1, '1803', 'گروه بنار سلیمانی'],
  ['palm-weaving', 3, '1803', 'تعاونی نمایشی حصیر آب‌پخش'],
  ['seafood', 1, '1802', 'صیادان دلوار'],
  ['seafood', 1, '1801', 'صیادان جفره'],
  ['seafood', 2, '1801', 'اسکلهٔ نمایشی جفره'],
] as const
/** Invented people at work by group of trades: in a county, in the year before and in the newest. */
const groups = ['food', 'apparel', 'fisheries', 'handicraft', 'services'] as const
const people: Readonly<Record<string, readonly (readonly [before: number, now: number])[]>> = {
  '1801': [
    [1_900, 2_150],
    [1_400, 1_900],
    [2_600, 2_700],
    [380, 410],
    [31_000, 36_500],
  ],
  '1802': [
    [520, 560],
    [190, 210],
    [1_500, 1_620],
    [140, 150],
    [5_200, 5_700],
  ],
  '1803': [
    [4_300, 5_400],
    [900, 980],
    [60, 55],
    [620, 760],
    [18_400, 20_100],
  ],
  '1804': [
    [610, 640],
    [330, 360],
    [210, 190],
    [450, 540],
    [6_100, 6_500],
  ],
  '1805': [
    [480, 500],
    [210, 230],
    [1_100, 1_050],
    [90, 90],
    [7_000, 7_400],
  ],
}

/** Buyers by document, links, invented figures, a study of Dashtestan that led to offers, and one of Tangestan that is under way. */
export async function planTerritory(stage: Stage): Promise<void> {
  for (const [countyCode, fieldCode, buyer, monthly, unit] of buyers) {
    const name = `buyer/${countyCode}/${fieldCode}/${buyer}`
    const source = { source: 'گزارش نمایشی بازار، پیوست نامهٔ اتاق اصناف', letterNumber: null, letterDate: null }
    const body = { id: demoId(name), countyCode, fieldCode, buyer, monthly, unit, ...source, validFrom: stage.dateOf(stage.today - 120) }
    await stage.act({ name, who: countyCode === '1803' ? OPERATOR : EXECUTOR, day: stage.today - 110, url: '/amayesh/buyers', body })
  }
  for (const [chainCode, place, countyCode, actor] of actors) {
    const name = `link-actor/${chainCode}/${place}/${countyCode}`
    const body = { id: demoId(name), chainCode, place, countyCode, actor, source: 'بازدید نمایشی مجری', validFrom: stage.dateOf(20) }
    await stage.act({ name, who: EXECUTOR, day: 25, url: '/amayesh/link-actors', body })
  }
  await countPeople(stage)
  await study(stage)
}
async function countPeople(stage: Stage): Promise<void> {
  for (const [countyCode, counts] of Object.entries(people))
    for (const [at, tradeGroup] of groups.entries())
      for (const [which, year] of [1395, 1400].entries()) {
        const name = `figure/${countyCode}/${tradeGroup}/${year}`
        const letter = { source: 'آمار ساختگی نمایش', letterNumber: null, letterDate: null }
        const body = { id: demoId(name), countyCode, tradeGroup, year, people: counts[at]?.[which] ?? 0, ...letter }
        await stage.act({ name, who: EXECUTOR, day: 30, url: '/amayesh/figures', body })
      }
}
const findings = [
  ['HB027', 'offer', 'دو خریدار ماهانه دارد و در شهرستان کسی آن را برای فروش نمی‌سازد؛ خرمای درجهٔ دو فراوان است.'],
  ['HB025', 'offer', 'بزرگ‌ترین نخلستان استان است و تقاضا بیش از توان خانه‌هاست.'],
  ['HB007', 'offer', 'برگ و چوب نخل دورریز است و هتل‌ها خریدارند.'],
  ['HB026', 'wait', 'بیش از آنچه خواسته می‌شود ساخته می‌شود؛ تا خریدار تازه بیاید جای تازه باز نشود.'],
] as const
const DONE =
  'upstream-amayesh upstream-development upstream-employment officials entrepreneurs experts women practised materials skills permits buyers chains drivers'
async function study(stage: Stage): Promise<void> {
  const day = stage.today - 75
  const begun = async (key: string, countyCode: string, number: string, title: string, ago: number): Promise<string> => {
    const id = demoId(`study/${key}`)
    const letter = { letterNumber: `آ/${ago}`, letterDate: stage.dateOf(stage.today - ago - 2) }
    const body = { id, number, title, organisationId: demoId('organisation/acecr'), countyCode, ...letter }
    await stage.act({ name: `study/${key}`, who: OFFICE, day: stage.today - ago, url: '/amayesh/studies', body })
    return `/amayesh/studies/${id}`
  }
  const at = await begun('dashtestan', '1803', 'م/۱۴۰۵/۱', 'مطالعهٔ مزیت‌ها و بازار دشتستان', 75)
  const put = (step: string, after: number, path: string, body: object): Promise<boolean> =>
    stage.act({ name: `study/dashtestan/${step}`, who: EXECUTOR, day: day + after, method: 'PUT', url: `${at}/${path}`, body })
  await put('tasks', 30, 'tasks', { tasksDone: DONE.split(' '), version: 1 })
  for (const [fieldCode, verdict, says] of findings) await put(fieldCode, 32, `findings/${fieldCode}`, { verdict, says })
  const offeredFrom = stage.dateOf(stage.today - 30)
  await stage.act({
    name: 'study/dashtestan/end',
    who: OFFICE,
    day: stage.today - 35,
    url: `${at}/conclude`,
    body: { offeredFrom, version: 2 },
  })
  const tangestan = await begun('tangestan', '1802', 'م/۱۴۰۵/۲', 'مطالعهٔ مزیت‌ها و بازار تنگستان', 20)
  const tasksDone = ['officials', 'statistics', 'practised']
  const body = { tasksDone, version: 1 }
  await stage.act({ name: 'study/tangestan/tasks', who: EXECUTOR, day: stage.today - 4, method: 'PUT', url: `${tangestan}/tasks`, body })
}
