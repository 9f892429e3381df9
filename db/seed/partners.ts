import type { SeedOrganisation } from './organisations.ts'

/** A partner with what a letter made of it; legal IDs begin with 99, which no register gives out. */
export interface SeedPartner extends SeedOrganisation {
  readonly legalId?: string
  readonly letter?: string
  /** What it was before, until this day of the plan: an ended membership before the open one. */
  readonly before?: { readonly kinds: readonly string[]; readonly untilDay: number; readonly letter: string }
}
const holding = (key: string, nameFa: string, nameEn: string, legalId: string, kinds: readonly string[], letter: string): SeedPartner => ({
  key,
  nameFa: `هلدینگ نمایشی ${nameFa}`,
  nameEn: `Demo Holding ${nameEn}`,
  type: 'holding',
  legalId,
  kinds,
  letter,
})
const subsidiary = (
  parent: string,
  key: string,
  nameFa: string,
  nameEn: string,
  kinds: readonly string[],
  counties: readonly string[],
): SeedPartner => ({
  key,
  nameFa: `${nameFa} (نمایشی)`,
  nameEn: `${nameEn} (demo)`,
  type: 'subsidiary',
  parent,
  kinds,
  counties,
})
const partner = (
  type: string,
  key: string,
  nameFa: string,
  nameEn: string,
  kinds: readonly string[],
  more: Partial<SeedPartner> = {},
): SeedPartner => ({ key, type, nameFa: `${nameFa} (نمایشی)`, nameEn: `${nameEn} (demo)`, kinds, ...more })

/** Invented partners of the demonstration; a holding stands before its subsidiaries. */
export const seedPartners: readonly SeedPartner[] = [
  subsidiary('holding', 'mowj-freight', 'باربری و پخش موج', 'Mowj Freight and Distribution', ['supporter'], ['1801', '1802']),
  {
    ...holding('golden-palm', 'نخل زرین', 'Golden Palm', '99013703110', ['driver', 'moin'], 'ن/۲۱۱'),
    before: { kinds: ['moin'], untilDay: 119, letter: 'ن/۱۲۶' },
  },
  subsidiary(
    'golden-palm',
    'golden-palm-dates',
    'فرآوری خرمای نخل زرین',
    'Golden Palm Date Processing',
    ['buyer', 'supporter'],
    ['1803', '1802'],
  ),
  subsidiary('golden-palm', 'golden-palm-export', 'صادرات نخل زرین', 'Golden Palm Export', ['buyer'], ['1803', '1804']),
  holding('pearl-coast', 'مروارید کران', 'Pearl Coast', '99027406224', ['driver'], 'ن/۲۱۲'),
  subsidiary('pearl-coast', 'pearl-fisheries', 'شیلات مروارید', 'Pearl Fisheries', ['buyer', 'supporter'], ['1801', '1802', '1804']),
  subsidiary('pearl-coast', 'pearl-cold-store', 'سردخانهٔ مروارید', 'Pearl Cold Store', ['backer'], ['1801']),
  holding('southern-weave', 'تاروپود جنوب', 'Southern Weave', '99041109331', ['driver', 'backer'], 'ن/۲۱۳'),
  subsidiary('southern-weave', 'southern-clothing', 'پوشاک تاروپود', 'Southern Weave Clothing', ['buyer', 'supporter'], ['1801', '1803']),
  subsidiary('southern-weave', 'southern-yarn', 'نخ و رنگ تاروپود', 'Southern Weave Yarn and Dye', ['supporter'], ['1804']),
  holding('plain-sun', 'آفتاب دشت', 'Plain Sun', '99054812440', ['backer'], 'ن/۲۱۴'),
  subsidiary('plain-sun', 'plain-sun-greenhouses', 'گلخانه‌های آفتاب دشت', 'Plain Sun Greenhouses', ['driver', 'buyer'], ['1803', '1804']),
  subsidiary('plain-sun', 'plain-sun-herbs', 'گیاهان دارویی آفتاب دشت', 'Plain Sun Herbs', ['buyer'], ['1804']),
  holding('gulf-jewel', 'نگین خلیج', 'Gulf Jewel', '99068515554', ['moin'], 'ن/۲۱۵'),
  subsidiary(
    'gulf-jewel',
    'gulf-market',
    'بازار برخط نگین',
    'Gulf Jewel Online Market',
    ['buyer', 'supporter'],
    ['1801', '1802', '1803', '1804'],
  ),
  subsidiary('gulf-jewel', 'gulf-support', 'خدمات پاسخ‌گویی نگین', 'Gulf Jewel Call Services', ['driver'], ['1801']),
  partner('natural-person', 'nakhlestani', 'مریم نخلستانی', 'Maryam Nakhlestani', ['driver', 'volunteer'], {
    isSocialEntrepreneur: true,
    counties: ['1803'],
  }),
  partner('natural-person', 'daryanavard', 'زهرا دریانورد', 'Zahra Daryanavard', ['supporter', 'volunteer'], {
    isSocialEntrepreneur: true,
    counties: ['1801', '1802'],
  }),
  partner('natural-person', 'gabbehbaf', 'حسین گبه‌باف', 'Hossein Gabbehbaf', ['supporter'], {
    isSocialEntrepreneur: true,
    counties: ['1804'],
  }),
  partner('natural-person', 'bandari', 'فاطمه بندری', 'Fatemeh Bandari', ['volunteer'], { counties: ['1801'] }),
  partner(
    'cooperative',
    'weavers-cooperative',
    'تعاونی زنان گبه‌باف دشتی',
    'Gabbeh Weavers’ Cooperative of Dashti',
    ['supporter', 'buyer'],
    {
      legalId: '99082218661',
      isSocialEntrepreneur: true,
      counties: ['1804'],
    },
  ),
  partner('cooperative', 'date-cooperative', 'تعاونی بسته‌بندی خرمای دشتستان', 'Date Packing Cooperative of Dashtestan', ['buyer'], {
    legalId: '99095921770',
    counties: ['1803'],
  }),
  partner('charity', 'nur-charity', 'خیریهٔ نور', 'Nur Charity', ['volunteer'], { legalId: '99109624882', counties: ['1801', '1803'] }),
  partner('foundation', 'sea-foundation', 'بنیاد دریا', 'Sea Foundation', ['backer', 'volunteer'], {
    legalId: '99123327990',
    letter: 'ن/۲۲۰',
  }),
  partner('bank', 'gulf-bank', 'بانک خلیج', 'Gulf Bank', ['backer'], { legalId: '99137031100', letter: 'ن/۲۲۱' }),
  partner('bank', 'village-fund', 'صندوق قرض‌الحسنهٔ روستا', 'Village Loan Fund', ['backer'], {
    legalId: '99150734215',
    counties: ['1803', '1804'],
  }),
  partner('university', 'coast-university', 'دانشگاه ساحل', 'Coast University', ['moin'], { legalId: '99164437320', letter: 'ن/۲۲۲' }),
  partner('university', 'palm-university', 'دانشکدهٔ کشاورزی نخلستان', 'Palm Grove College of Agriculture', ['moin'], {
    legalId: '99178140430',
    counties: ['1803'],
  }),
  partner('agency', 'vocational', 'مرکز آموزش فنی و حرفه‌ای', 'Vocational Training Centre', ['agency']),
]
/** What a body can give in a county: its kind, title, unit, places in all and in use. */
type SeedCapacity = readonly [
  organisation: string,
  countyCode: string,
  kind: 'course' | 'premises' | 'credit' | 'equipment',
  title: string,
  unit: string,
  total: number,
  used: number,
]
export const seedCapacities: readonly SeedCapacity[] = [
  ['vocational', '1801', 'course', 'دورهٔ دوخت لباس کار', 'نفر', 20, 14],
  ['vocational', '1802', 'course', 'دورهٔ تولید محتوا', 'نفر', 12, 5],
  ['vocational', '1803', 'course', 'دورهٔ بسته‌بندی خرما و رطب', 'نفر', 24, 24],
  ['vocational', '1804', 'course', 'دورهٔ رنگرزی گیاهی', 'نفر', 15, 6],
  ['handicrafts', '1804', 'course', 'دورهٔ طرح و نقش گبه', 'نفر', 15, 9],
  ['handicrafts', '1803', 'equipment', 'دار قالی و گبه', 'دستگاه', 18, 11],
  ['handicrafts', '1801', 'premises', 'غرفهٔ بازارچهٔ صنایع دستی', 'غرفه', 8, 8],
  ['agriculture', '1803', 'course', 'دورهٔ ورمی‌کمپوست از برگ نخل', 'نفر', 16, 4],
  ['agriculture', '1804', 'equipment', 'گلخانهٔ کوچک آماده', 'دستگاه', 10, 3],
  ['industry', '1802', 'premises', 'سالن بسته‌بندی ناحیهٔ صنعتی', 'متر مربع', 240, 90],
  ['labour', '1801', 'credit', 'وام مشاغل خانگی', 'وام', 40, 27],
  ['labour', '1802', 'credit', 'وام مشاغل خانگی', 'وام', 15, 8],
  ['labour', '1803', 'credit', 'وام مشاغل خانگی', 'وام', 30, 22],
  ['labour', '1804', 'credit', 'وام مشاغل خانگی', 'وام', 20, 6],
  ['behzisti', '1803', 'equipment', 'چرخ خیاطی امانی', 'دستگاه', 12, 7],
  ['relief-committee', '1804', 'credit', 'وام خوداشتغالی', 'وام', 25, 10],
  ['acecr', '1801', 'premises', 'کارگاه مشترک دوخت', 'جا', 10, 6],
  ['coast-university', '1801', 'course', 'دورهٔ فروش اینترنتی', 'نفر', 30, 12],
  ['palm-university', '1803', 'premises', 'آزمایشگاه سنجش خرما', 'نوبت', 50, 13],
]
/** What a county is offered, why, and where the reason comes from; `untilDay` is the day of the plan on which an offer ended. */
type SeedOffer = readonly [countyCode: string, fieldCode: string, why: string, source: string, untilDay?: number]
const STUDY = 'مطالعهٔ نمایشی بازار شهرستان‌ها'
const GROUP = 'صورت‌جلسهٔ نمایشی کارگروه استان'
export const seedOffers: readonly SeedOffer[] = [
  ['1801', 'HB020', 'سفارش سالانهٔ لباس کار از شرکت‌های بندر', STUDY],
  ['1801', 'HB006', 'فروش به گردشگران ساحل و دو فروشگاه صنایع دستی', GROUP],
  ['1801', 'HB042', 'ماهی و میگوی تازهٔ اسکله و سردخانهٔ نزدیک', STUDY],
  ['1801', 'HB060', 'درخواست فروشگاه‌های شهر برای ادارهٔ صفحه‌ها', GROUP],
  ['1802', 'HB014', 'نیاز همیشگی صیادان به تور و گرگور', STUDY],
  ['1802', 'HB042', 'صید ساحلی و نبود بسته‌بندی در شهرستان', STUDY],
  ['1802', 'HB025', 'نخلستان‌های اهرم و خریدار قراردادی', GROUP],
  ['1802', 'HB009', 'آزمایش بازار سوزن‌دوزی؛ خریدار ماندگار پیدا نشد', GROUP, 220],
  ['1803', 'HB001', 'برگ نخل فراوان و سفارش ماهانهٔ فروشگاه‌ها', STUDY],
  ['1803', 'HB025', 'بزرگ‌ترین نخلستان استان و سه خریدار', STUDY],
  ['1803', 'HB026', 'خرمای درجهٔ دو بی‌مشتری و خریدار شیره', STUDY],
  ['1803', 'HB052', 'برگ نخل به‌جای سوزاندن کود می‌شود', GROUP],
  ['1803', 'HB029', 'هستهٔ خرمای کارگاه‌ها رایگان به دست می‌آید', GROUP],
  ['1804', 'HB003', 'بافندگان ماهر و تعاونی خریدار در خورموج', STUDY],
  ['1804', 'HB002', 'عبای دشتی نام‌آور است و بافندهٔ کم دارد', GROUP],
  ['1804', 'HB049', 'زمین و آب خانه‌های روستایی و خریدار گلخانه‌ای', STUDY],
  ['1804', 'HB050', 'گیاهان دارویی کوهپایه و خریدار قراردادی', STUDY],
]
