/** One kind of home business of the invented plan: its field, how she works, and what she makes. */
export interface SeedBusiness {
  readonly fieldCode: string
  readonly relation: 'independent' | 'supported' | 'piecework' | 'cooperative'
  readonly buyer: string
  readonly product: string
  readonly unit: string
  /** How many a week she says, and the price of one in rial. */
  readonly weekly: number
  readonly priceRial: number
  /** Jalali months; empty is the whole year. */
  readonly season: readonly number[]
}
const of = (
  fieldCode: string,
  relation: SeedBusiness['relation'],
  [product, unit, weekly, priceRial]: readonly [product: string, unit: string, weekly: number, priceRial: number],
  rest: Partial<Pick<SeedBusiness, 'buyer' | 'season'>> = {},
): SeedBusiness => ({ fieldCode, relation, product, unit, weekly, priceRial, buyer: 'فروشگاه نمایشی ساحل', season: [], ...rest })

/** Fields each county is offered, with goods of that county. */
export const seedBusinesses: Readonly<Record<string, readonly SeedBusiness[]>> = {
  '1801': [
    of('HB020', 'piecework', ['لباس کار دوتکه', 'set', 9, 8_500_000], { buyer: 'هلدینگ نمایشی موج' }),
    of('HB006', 'independent', ['قاب صدف', 'piece', 6, 4_200_000]),
    of('HB060', 'independent', ['ادارهٔ صفحهٔ فروشگاه', 'hour', 14, 1_600_000]),
    of('HB020', 'supported', ['روپوش آزمایشگاه', 'piece', 12, 5_200_000]),
    of('HB042', 'supported', ['بستهٔ میگوی پاک‌شدهٔ یک‌کیلویی', 'kilogram', 30, 6_800_000], { season: [5, 6, 7] }),
  ],
  '1802': [
    of('HB014', 'supported', ['گرگور ماهی‌گیری', 'piece', 3, 12_000_000]),
    of('HB014', 'piecework', ['تور ماهی‌گیری گره‌خورده', 'metre', 40, 420_000], { buyer: 'تعاونی صیادان نمایشی دلوار' }),
    of('HB042', 'piecework', ['فیلهٔ ماهی شوریده', 'kilogram', 25, 7_400_000], { season: [5, 6, 7, 8] }),
    of('HB025', 'supported', ['بستهٔ خرمای مضافتی', 'pack', 60, 1_900_000], { season: [6, 7, 8] }),
  ],
  '1803': [
    of('HB001', 'independent', ['زنبیل حصیری دسته‌دار', 'piece', 7, 2_400_000]),
    of('HB025', 'supported', ['بستهٔ خرمای کبکاب', 'pack', 70, 1_800_000], { season: [6, 7, 8] }),
    of('HB026', 'independent', ['شیرهٔ خرما', 'litre', 12, 2_900_000], { season: [7, 8, 9] }),
    of('HB001', 'cooperative', ['تک حصیری سفره', 'piece', 14, 1_300_000], { buyer: 'تعاونی نمایشی حصیر آب‌پخش' }),
    of('HB029', 'independent', ['قهوهٔ هستهٔ خرما', 'pack', 22, 1_250_000]),
    of('HB052', 'independent', ['کود ورمی‌کمپوست', 'kilogram', 80, 250_000]),
  ],
  '1804': [
    of('HB003', 'piecework', ['گبهٔ دو در سه', 'square-metre', 1, 38_000_000], { buyer: 'تعاونی نمایشی خورموج' }),
    of('HB002', 'supported', ['عبای دستباف', 'metre', 2, 15_000_000]),
    of('HB002', 'cooperative', ['پارچهٔ عبایی', 'metre', 3, 11_000_000], { buyer: 'تعاونی نمایشی خورموج' }),
    of('HB049', 'cooperative', ['خیار گلخانه‌ای', 'kilogram', 45, 380_000]),
    of('HB050', 'independent', ['بستهٔ آویشن کوهی', 'pack', 25, 900_000], { season: [2, 3] }),
  ],
}
/** Hubs of the four counties: where goods are gathered, and by which rules. */
export const seedHubs = [
  ['1801', 'مرکز تجمیع بهمنی', 'سرای محلهٔ بهمنی، روبه‌روی مسجد جامع (نمایشی)'],
  ['1802', 'مرکز تجمیع اهرم', 'بازارچهٔ اهرم، غرفهٔ ۴ (نمایشی)'],
  ['1803', 'مرکز تجمیع برازجان', 'کاروان‌سرای مشیرالملک، حجرهٔ ۱۲ (نمایشی)'],
  ['1803', 'مرکز تجمیع آب‌پخش', 'خانهٔ حصیر آب‌پخش (نمایشی)'],
  ['1804', 'مرکز تجمیع خورموج', 'خانهٔ صنایع دستی خورموج (نمایشی)'],
] as const
export const seedHubRules =
  'کالا پنج‌شنبه‌ها صبح گردآوری می‌شود.\nسرگروه کالا را جلوی خودِ سازنده می‌شمارد و رسید می‌دهد.\nسهم سرگروه از هر سفارش پیش از پذیرفتن گفته می‌شود.'
