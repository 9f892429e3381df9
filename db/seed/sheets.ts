import { asciiDigits } from '../../src/platform/persian.ts'
import { CSV, XLSX } from '../../src/platform/sheet/read.ts'
import { type Cell, writeWorkbook } from '../../src/platform/sheet/write.ts'
import { type Random, seededRandom } from './random.ts'
import { inWindows1256 } from './windows-1256.ts'
import { type InventedWoman, inventWomen } from './women.ts'

export interface DemoSheet {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}
type Row = readonly Cell[]

/**
 * Lists of three agencies of Dashtestan, invented and as ugly as real ones: titles above, two lines of headers, Arabic letters, numbers that
 * lost their zeros, totals and signatures at the foot, and columns a nomination must never hold. The same seed gives the same bytes.
 */
export function demoSheets(seed: string): readonly DemoSheet[] {
  const random = seededRandom(`${seed}/sheets`)
  return [behzisti(random.fork('behzisti')), reliefCommittee(random.fork('relief-committee')), agriculture(random.fork('agriculture'))]
}

const GROUND_SAID: Readonly<Partial<Record<InventedWoman['ground'], string>>> = {
  widowed: 'فوت همسر',
  'presumed-death': 'حکم موت فرضی',
  divorced: 'طلاق',
  'never-married': 'خودسرپرست',
  'husband-in-custody': 'همسر در حبس',
  'husband-disabled': 'ازکارافتادگی همسر',
  'elderly-alone': 'سالمند تنها',
}
const groundSaid = ({ ground }: InventedWoman): string => GROUND_SAID[ground] ?? 'سایر'
/** The letters an Arabic keyboard gives. */
const withArabicLetters = (text: string): string => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك')
const withPersianDigits = (text: string): string => asciiDigits(text).replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
/** One digit misread: the check digit tells. */
function misread(random: Random, id: string): string {
  const place = random.whole(3, 8)
  return `${id.slice(0, place)}${(Number(id[place]) + random.whole(1, 8)) % 10}${id.slice(place + 1)}`
}
/** A family name as it is typed: sometimes the half-space is forgotten, sometimes a space stands for it. */
const asTyped = (random: Random, name: string): string =>
  name.replaceAll('\u200c', () =>
    random.weighted([
      ['\u200c', 5],
      [' ', 4],
      ['', 1],
    ]),
  )
function phoneTyped(random: Random, { phone, whosePhone }: InventedWoman): Cell {
  if (phone === null) return random.pick(['', '', '-', 'ندارد'])
  const national = `0${phone.slice(3)}`
  const whose = whosePhone === 'neighbour' ? ' (همسایه)' : whosePhone === 'relative' ? random.pick([' پسرش', ' (برادر)', '']) : ''
  return random.weighted<Cell>([
    [`${national}${whose}`, 10],
    [whose === '' ? Number(national) : `${national}${whose}`, 8],
    [`${withPersianDigits(national)}${whose}`, 4],
    [`${national.slice(0, 4)}-${national.slice(4)}`, 3],
    [`${national} - 0773${random.whole(3_000_000, 4_999_999)}`, 2],
    [national.slice(0, -1), 1],
  ])
}
/** Where on a list of so many rows an error is put; always the same for the same seed. */
function slips(random: Random, count: number, each: number): ReadonlySet<number> {
  return new Set(random.shuffled(Array.from({ length: count }, (_, index) => index)).slice(0, each))
}

const BEHZISTI_HEADER = [
  'رديف',
  'نام و نام خانوادگي',
  'نام پدر',
  'كد ملي',
  'تاريخ تولد',
  'علت سرپرستي',
  'نوع معلوليت',
  'تعداد اولاد',
  'شماره تماس',
  'شهرستان',
  'آدرس',
]
/** One sheet of numbers and merged titles, the header over again every forty rows, and what nobody should have written down. */
function behzisti(random: Random): DemoSheet {
  const women = inventWomen(random, 118)
  const wrong = slips(random, women.length, 5)
  const unnamed = slips(random, women.length, 2)
  const body = women.flatMap((woman, index): readonly Row[] => {
    const name = `${woman.givenName} ${asTyped(random, woman.familyName)}`
    const id = wrong.has(index) ? misread(random, woman.nationalId) : woman.nationalId
    const row: Row = [
      index + 1,
      unnamed.has(index) ? '' : withArabicLetters(name),
      woman.fatherName,
      // A number cell: leading zeros are gone.
      Number(id),
      withPersianDigits(`${1405 - woman.age}/${random.whole(1, 12)}/${random.whole(1, 29)}`),
      groundSaid(woman),
      woman.hasDisability ? random.pick(['حرکتی', 'بینایی', 'شنوایی']) : 'ندارد',
      woman.dependants,
      phoneTyped(random, woman),
      random.weighted([
        ['دشتستان', 12],
        ['شهرستان دشتستان', 3],
        ['', 2],
        [woman.settlement, 2],
      ]),
      `${woman.settlement}، خیابان ${random.whole(1, 30)}`,
    ]
    return (index + 1) % 40 === 0 ? [row, BEHZISTI_HEADER] : [row]
  })
  // Two women stand twice on the list, and one of another county got onto it.
  const twice = women.slice(10, 12).map((woman, index): Row => {
    const id = Number(woman.nationalId)
    return [women.length + index + 1, `${woman.givenName} ${woman.familyName}`, woman.fatherName, id, '', '', '', '', '', 'دشتستان', '']
  })
  const stray: Row = [women.length + 3, 'صدیقه خورموجی', 'احمد', 3_540_007_776, '', 'فوت همسر', '', 1, '', 'دشتی', 'خورموج']
  const blank = Array.from({ length: 5 }, (_, index): Row => [women.length + 4 + index, '', '', '', '', '', '', '', '', '', ''])
  const rows: readonly Row[] = [
    ['بسمه تعالی'],
    ['اداره بهزیستی شهرستان دشتستان - واحد توانمندسازی'],
    ['لیست زنان سرپرست خانوار پشت نوبت', '', '', '', '', '', '', 'تاریخ: ۱۴۰۵/۰۶/۱۰'],
    [],
    BEHZISTI_HEADER,
    ...body,
    ...twice,
    stray,
    ...blank,
    ['', 'جمع کل', '', women.length + 3],
    [],
    ['', 'تهیه کننده: کارشناس توانمندسازی', '', '', '', '', '', 'مهر و امضای رئیس اداره'],
  ]
  const bytes = writeWorkbook([{ name: 'لیست نهایی (2)', rows, merged: ['A1:K1', 'A2:K2', 'A3:G3'] }])
  return { fileName: 'لیست زنان سرپرست خانوار بهزیستی دشتستان - نهایی 2.xlsx', mediaType: XLSX, bytes }
}

/** Two sheets by area with two lines of headers; names in two columns, national IDs as text in Persian digits, the husband beside her. */
function reliefCommittee(random: Random): DemoSheet {
  const women = inventWomen(random, 121)
  const top = ['ردیف', 'مشخصات مددجو', '', '', 'مشخصات همسر', '', 'تماس', '', 'دهک', 'مستمری (ریال)', 'محل سکونت']
  const under = ['', 'نام', 'نام‌خانوادگی', 'کدملی', 'نام', 'کدملی', 'تلفن همراه', 'تلفن ثابت', '', '', '']
  const sheet = (name: string, own: readonly InventedWoman[]) => {
    const wrong = slips(random, own.length, 3)
    const short = slips(random, own.length, 2)
    const body = own.map((woman, index): Row => {
      const id = wrong.has(index) ? misread(random, woman.nationalId) : short.has(index) ? woman.nationalId.slice(0, -2) : woman.nationalId
      return [
        index + 1,
        woman.givenName,
        asTyped(random, woman.familyName),
        withPersianDigits(id),
        random.pick(['', 'علی', 'حسین', 'مرحوم غلام']),
        '',
        phoneTyped(random, woman),
        random.chance(0.2) ? `0773${random.whole(3_000_000, 4_999_999)}` : '',
        random.whole(1, 4),
        random.whole(8, 30) * 1_000_000,
        random.chance(0.5) ? woman.settlement : `دشتستان - ${woman.settlement}`,
      ]
    })
    const sum: Row = ['جمع', '', '', withPersianDigits(String(own.length))]
    const rows: readonly Row[] = [
      ['کمیته امداد امام خمینی (ره) - شهرستان دشتستان'],
      [`خانوارهای زن سرپرست ${name}`],
      top,
      under,
      ...body,
      [],
      sum,
    ]
    return { name, rows, merged: ['A1:K1', 'A2:K2', 'B3:D3', 'E3:F3', 'G3:H3', 'A3:A4'] }
  }
  const guide: readonly Row[] = [['راهنما'], ['لطفاً فقط خانوارهای در نوبت پوشش وارد شوند.']]
  const bytes = writeWorkbook([
    sheet('برازجان', women.slice(0, 74)),
    sheet('آب پخش و سعدآباد', women.slice(74)),
    { name: 'راهنما', rows: guide },
  ])
  return { fileName: 'امداد-دشتستان-زن سرپرست.xlsx', mediaType: XLSX, bytes }
}

/** Members of the rural women's fund from an old program: Windows-1256, semicolons, zeros kept by tricks, one column twice, a line of dashes. */
function agriculture(random: Random): DemoSheet {
  const women = inventWomen(random, 120)
  const wrong = slips(random, women.length, 4)
  const rounded = slips(random, women.length, 2)
  const lines = women.flatMap((woman, index): readonly string[] => {
    const id = wrong.has(index) ? misread(random, woman.nationalId) : woman.nationalId
    const typed = random.weighted([
      [id, 8],
      [`="${id}"`, 4],
      [`'${id}`, 2],
      [String(Number(id)), 2],
      [`${id.slice(0, 3)}-${id.slice(3, 9)}-${id.slice(9)}`, 1],
    ])
    const cells = [
      index + 1,
      asTyped(random, woman.familyName),
      woman.givenName,
      woman.fatherName,
      rounded.has(index) ? '3.52E+09' : typed,
      random.whole(1, 90) * 500_000,
      '',
      phoneTyped(random, woman),
      random.weighted([
        ['دشتستان', 14],
        ['دشستان', 1],
        ['تنگستان', 1],
      ]),
      random.pick(['حصیربافی', 'خرما', 'گلیم', 'دام سبک', 'سبزی خشک']),
    ]
    return [cells.join(';'), ...((index + 1) % 50 === 0 ? ['', '---;---;---;;;;;;;'] : [])]
  })
  const text = [
    'مديريت جهاد كشاورزي شهرستان دشتستان;;;;;;;;;',
    'صندوق اعتبارات خرد زنان روستايي;;;;;;;;;1405/05/20',
    'رديف;نام خانوادگي;نام;نام پدر;كد ملي;پس انداز;تلفن همراه;تلفن همراه;شهرستان;فعاليت',
    ...lines,
    `;;جمع;;${women.length};;;;;`,
  ].join('\r\n')
  return { fileName: 'sandogh_zanan_dashtestan.csv', mediaType: CSV, bytes: inWindows1256(text) }
}
