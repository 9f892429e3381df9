import { createHmac } from 'node:crypto'
import type { Duty, Role } from './roles.ts'

/** Accounts of the marked demonstration: invented people, one known password, one known second factor. Never made in a real installation. */
export interface DemoAccount {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly duties: readonly Duty[]
  readonly place: string
  readonly counties: readonly string[]
  /** Key of the invented organisation in `db/seed/organisations.ts`. */
  readonly organisation: string | null
}
export const DEMO_PASSWORD = 'kariz-namayesh-1405'
/** The known secret of the second factor: the sign-in library takes the bytes of this very text as the key. */
export const DEMO_SECRET = 'KarizNamayesh1405KarizNamayesh14'
const all = ['1801', '1802', '1803', '1804']

function account(
  key: string,
  name: string,
  role: Role,
  place: string,
  rest: Partial<Pick<DemoAccount, 'duties' | 'counties' | 'organisation'>> = {},
): DemoAccount {
  return { email: `${key}@kariz.example`, name, role, place, duties: [], counties: all, organisation: null, ...rest }
}
export const demoAccounts: readonly DemoAccount[] = [
  account('daftar', 'شهین بندری', 'PO', 'دفتر امور بانوان', { organisation: 'office' }),
  account('barresi', 'مهناز ساحلی', 'PO', 'بررسی شرایط', { organisation: 'office', duties: ['decider'] }),
  account('taeed', 'فرزانه نخلی', 'PO', 'تأییدکنندهٔ دوم', { organisation: 'office', duties: ['second-approver'] }),
  account('imeni', 'پروین لنگرگاه', 'PO', 'مسئول ایمنی', { organisation: 'office', duties: ['safety-officer'] }),
  account('hamsani', 'شیرین مروارید', 'PO', 'یکی‌سازی پرونده‌ها', { organisation: 'office', duties: ['linkage-unit'] }),
  account('farmandari-dashtestan', 'کامران دشتی‌پور', 'CA', 'فرمانداری دشتستان', { organisation: 'governorate-1803', counties: ['1803'] }),
  account('farmandari-dashti', 'سیروس خورموجی', 'CA', 'فرمانداری دشتی', { organisation: 'governorate-1804', counties: ['1804'] }),
  account('farmandari-bushehr', 'بهروز چغادکی', 'CA', 'فرمانداری بوشهر', { organisation: 'governorate-1801', counties: ['1801'] }),
  account('farmandari-tangestan', 'حمید اهرمی', 'CA', 'فرمانداری تنگستان', { organisation: 'governorate-1802', counties: ['1802'] }),
  account('mojri', 'لیلا دریانورد', 'EX', 'مجری', { organisation: 'acecr' }),
  account('behzisti-dashtestan', 'معصومه آب‌پخشی', 'AG', 'بهزیستی دشتستان', { organisation: 'behzisti', counties: ['1803'] }),
  account('emdad-dashtestan', 'زهره برازجانی', 'AG', 'کمیتهٔ امداد دشتستان', { organisation: 'relief-committee', counties: ['1803'] }),
  account('behzisti-ostan', 'ربابه گناوه‌ای', 'AG', 'بهزیستی استان', { organisation: 'behzisti' }),
  account('emdad-ostan', 'عصمت ریشهری', 'AG', 'کمیتهٔ امداد بوشهر و تنگستان', {
    organisation: 'relief-committee',
    counties: ['1801', '1802'],
  }),
  account('emdad-dashti', 'طیبه خورموجی', 'AG', 'کمیتهٔ امداد دشتی', { organisation: 'relief-committee', counties: ['1804'] }),
  account('kar', 'نرگس تنگسیری', 'AG', 'بررسی دوباره', { organisation: 'labour', duties: ['appeal-reader'] }),
  account('sanaye-ostan', 'شهلا دلواری', 'AG', 'صنایع دستی استان', { organisation: 'handicrafts' }),
  account('keshavarzi-ostan', 'مهین شبانکاره', 'AG', 'جهاد کشاورزی استان', { organisation: 'agriculture' }),
  account('rahyar-dashtestan', 'سکینه نخلستانی', 'GD', 'رهیار دشتستان', {
    organisation: 'acecr',
    counties: ['1803'],
    duties: ['registrar'],
  }),
  account('sarparast-dashtestan', 'ماه‌بانو سرکره‌ای', 'GD', 'سرپرست رهیاران دشتستان', {
    organisation: 'acecr',
    counties: ['1803'],
    duties: ['registrar', 'guide-supervisor'],
  }),
  account('rahyar2-dashtestan', 'گلنار شبانکاره‌ای', 'GD', 'رهیار دوم دشتستان', {
    organisation: 'acecr',
    counties: ['1803'],
    duties: ['registrar'],
  }),
  account('rahyar-bushehr', 'ماه‌منیر چغادکی', 'GD', 'رهیار بوشهر', { organisation: 'acecr', counties: ['1801'], duties: ['registrar'] }),
  account('rahyar-tangestan', 'حلیمه دلواری', 'GD', 'رهیار تنگستان', { organisation: 'acecr', counties: ['1802'], duties: ['registrar'] }),
  account('rahyar-dashti', 'خدیجه کاکی‌زاده', 'GD', 'رهیار دشتی', { organisation: 'acecr', counties: ['1804'], duties: ['registrar'] }),
  account('goftogu-jahad', 'مهری دیلمی', 'IN', 'گفت‌وگوی کاری، جهاد دانشگاهی', { organisation: 'acecr' }),
  account('goftogu-kar', 'رضا بوشکانی', 'IN', 'گفت‌وگوی کاری، تعاون و کار', { organisation: 'labour' }),
  account('goftogu-sanaye', 'فاطمه جمی', 'IN', 'گفت‌وگوی کاری، صنایع دستی', { organisation: 'handicrafts' }),
  account('goftogu-keshavarzi', 'صدیقه شبانکاره', 'IN', 'گفت‌وگوی کاری، جهاد کشاورزی', { organisation: 'agriculture' }),
  account('goftogu-samt', 'محمد کنگانی', 'IN', 'گفت‌وگوی کاری، صمت', { organisation: 'industry' }),
  account('goftogu-behzisti', 'نازنین دیری', 'IN', 'گفت‌وگوی کاری، بهزیستی', { organisation: 'behzisti' }),
  account('goftogu-emdad', 'مریم عسلویه', 'IN', 'گفت‌وگوی کاری، کمیتهٔ امداد', { organisation: 'relief-committee' }),
  account('bazar-dashtestan', 'زیبا بناری', 'MO', 'بازار دشتستان', { organisation: 'acecr', counties: ['1803'] }),
  account('bazar2-dashtestan', 'سمیه چاه‌کوتاهی', 'MO', 'بازار دوم دشتستان', { organisation: 'acecr', counties: ['1803'] }),
  account('holding', 'هدی موجی', 'OR', 'هلدینگ نمایشی موج', { organisation: 'holding', counties: [] }),
  account('kharidar', 'مینو شیف', 'OR', 'خریدار بسته‌بندی', { organisation: 'holding-packing', counties: [] }),
  account('momayez', 'بهروز جنوبی', 'AU', 'ممیز'),
  account('rahbar', 'آرش خلیجی', 'AD', 'راهبر سامانه'),
]
/** Women of the demonstration whose pages can be opened, at different wells; two of them share a phone and know nothing of each other. */
export interface DemoWoman {
  readonly key: 'talk' | 'owed' | 'paid' | 'offered' | 'queued'
  readonly phone: string
  /** The first number she thinks of; where a house refuses it by lot, the next that it takes. */
  readonly pin: number
  readonly place: string
}
const SHARED_PHONE = '+989000000004'
export const demoWomen: readonly DemoWoman[] = [
  { key: 'talk', phone: '+989000000001', pin: 4071, place: 'قراری برای گفت‌وگو دارد و هنوز پاسخ نداده است' },
  { key: 'owed', phone: '+989000000002', pin: 5928, place: 'دستمزدی در راه دارد و یکی را گفته است رسید' },
  { key: 'paid', phone: '+989000000003', pin: 8306, place: 'می‌پرسند پول به دستش رسید یا نه' },
  { key: 'offered', phone: SHARED_PHONE, pin: 2749, place: 'کاری به او پیشنهاد شده است (تلفنش با زن دیگری یکی است)' },
  { key: 'queued', phone: SHARED_PHONE, pin: 7382, place: 'در نوبت است (همان تلفن، پروندهٔ دیگر)' },
]
/** The six digits of RFC 6238 for the known secret at an instant: SHA-1, thirty seconds. */
export function demoCode(at: Date): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const mac = createHmac('sha1', DEMO_SECRET).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
