import { defineWords } from '../../platform/words.ts'
import { navWords } from './nav-words.ts'

export const words = {
  ...navWords,
  ...defineWords('overview', {
    'map-label': 'نقشهٔ شهرستان‌های استان؛ عدد هر شهرستان شمار پرونده‌های آن است. همین عددها در جدول زیر آمده است.',
    county: 'شهرستان',
    'count-all': '{files} پرونده در {counties} شهرستان',
    'granted-all': 'جا گرفته',
    cases: 'پرونده‌ها',
    'waiting-contact': 'در انتظار نخستین تماس',
    'under-way': 'در راه ثبت‌نام',
    undecided: 'در انتظار تصمیم',
    queued: 'در نوبت',
    granted: 'جا گرفته از سهمیه',
    'granted-of': '{granted} از {places}',
    ineligible: 'غیرمشمول',
    others: 'دیگر جایگاه‌ها',
    total: 'همه',
    'no-figures': 'هنوز پرونده‌ای در شهرستان‌های شما نیست.',
  }),
}
