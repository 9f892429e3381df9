import { defineWords } from '../../platform/words.ts'
import { navWords } from './nav-words.ts'

export const words = {
  ...navWords,
  ...defineWords('overview', {
    'map-label': 'نقشهٔ شهرستان‌های استان؛ عدد هر شهرستان شمار پرونده‌های آن است. همین عددها در جدول زیر آمده است.',
    county: 'شهرستان',
    'count-all': '{files} پرونده در {counties} شهرستان',
    cases: 'پرونده‌ها',
    'waiting-contact': 'در انتظار نخستین تماس',
    'under-way': 'در راه ثبت‌نام',
    undecided: 'در انتظار تصمیم',
    queued: 'در نوبت',
    'on-the-road': 'جا گرفته و در راه',
    held: 'جای گرفته از سهمیه',
    'held-of': '{held} از {quota}',
    ineligible: 'غیرمشمول',
    aside: 'در وقفه یا بیرون از راه',
    total: 'همه',
    'no-figures': 'هنوز پرونده‌ای در شهرستان‌های شما نیست.',
  }),
}
