/** Invented promises of the demonstration, each as far as it has come by today. `who` is a key of an invented partner. */
export interface SeedPledge {
  readonly key: string
  readonly who: string
  readonly promisedAs: 'driver' | 'backer' | 'moin'
  readonly kind: string
  readonly title: string
  readonly quantity: number
  readonly unit: string
  readonly valueRial: number | null
  readonly counties: readonly string[]
  /** Day of the plan on which it was announced, counted back from today. */
  readonly daysAgo: number
  readonly reached: 'announced' | 'in-writing' | 'one-opinion' | 'vetted' | 'signed' | 'open' | 'fulfilled' | 'lapsed' | 'withdrawn'
}
const of = (
  key: string,
  who: string,
  promisedAs: SeedPledge['promisedAs'],
  what: readonly [kind: string, title: string, quantity: number, unit: string, valueRial: number | null],
  rest: Pick<SeedPledge, 'counties' | 'daysAgo' | 'reached'>,
): SeedPledge => ({
  key,
  who,
  promisedAs,
  kind: what[0],
  title: what[1],
  quantity: what[2],
  unit: what[3],
  valueRial: what[4],
  ...rest,
})

export const seedPledges: readonly SeedPledge[] = [
  of('work-suits', 'holding', 'driver', ['purchase', 'خرید لباس کار دوخته در خانه', 1_200, 'دست', 8_400_000_000], {
    counties: ['1801', '1803'],
    daysAgo: 210,
    reached: 'open',
  }),
  of('sewing-machines', 'holding', 'backer', ['machine', 'چرخ خیاطی صنعتی', 30, 'دستگاه', 4_500_000_000], {
    counties: ['1803'],
    daysAgo: 180,
    reached: 'open',
  }),
  of('weaving-places', 'southern-weave', 'driver', ['place', 'جای کارگاه حصیربافی در سرای محله', 12, 'جا', null], {
    counties: ['1803'],
    daysAgo: 90,
    reached: 'open',
  }),
  of('date-boxes', 'golden-palm', 'driver', ['purchase', 'خرید خرمای بسته‌بندی‌شدهٔ خانگی', 4_000, 'بسته', 2_800_000_000], {
    counties: ['1803', '1804'],
    daysAgo: 150,
    reached: 'open',
  }),
  of('dried-shrimp', 'pearl-coast', 'driver', ['purchase', 'خرید میگوی خشک خانگی', 600, 'کیلوگرم', 1_900_000_000], {
    counties: ['1801', '1802'],
    daysAgo: 60,
    reached: 'signed',
  }),
  of('net-weaving', 'pearl-coast', 'driver', ['training', 'آموزش تور‌بافی و ترمیم تور', 40, 'نفر', null], {
    counties: ['1801', '1802'],
    daysAgo: 70,
    reached: 'vetted',
  }),
  of('wool', 'southern-weave', 'backer', ['material', 'پشم رنگ‌شده برای گبه', 900, 'کیلوگرم', 1_350_000_000], {
    counties: [],
    daysAgo: 40,
    reached: 'one-opinion',
  }),
  of('gas-coast-fund', 'plain-sun', 'backer', ['money', 'کمک به کارگاه‌های خانگی ساحل گاز', 20, 'کارگاه', 6_000_000_000], {
    counties: ['1809', '1810'],
    daysAgo: 33,
    reached: 'in-writing',
  }),
  of('transport', 'holding', 'backer', ['transport', 'بردن کارهای آماده به بوشهر', 52, 'سفر', 520_000_000], {
    counties: ['1803', '1804'],
    daysAgo: 36,
    reached: 'announced',
  }),
  of('moin-dashti', 'golden-palm', 'moin', ['mentoring', 'همراهی کارگاه‌های خانگی دشتی', 12, 'ماه', null], {
    counties: ['1804'],
    daysAgo: 260,
    reached: 'fulfilled',
  }),
  of('course-1404', 'southern-weave', 'driver', ['training', 'دورهٔ گلیم‌بافی', 15, 'نفر', null], {
    counties: ['1802'],
    daysAgo: 250,
    reached: 'lapsed',
  }),
  of('guarantee', 'plain-sun', 'backer', ['guarantee', 'ضمانت وام خرید چرخ', 10, 'وام', null], {
    counties: ['1801'],
    daysAgo: 120,
    reached: 'withdrawn',
  }),
]
