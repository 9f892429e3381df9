import { defineWords } from '../../platform/words.ts'

/** What the side navigation says of this room, apart from its other words: they come with the page and not with the first load. */
export const navWords = defineWords('oversight', {
  visits: 'بازدیدها',
  'site-findings': 'یافته‌های بازدید',
  grievances: 'شکایت‌ها',
  scopes: 'شرح کار و تحویل‌ها',
  meetings: 'نشست‌ها',
  resolutions: 'مصوبه‌ها',
  lessons: 'درس‌های آزمون',
  conformity: 'تطابق با الگو',
  governorate: 'میز فرمانداری',
  'action-plan': 'برنامهٔ شهرستان',
  'monthly-sheets': 'برگه‌های ماهانه',
  sheets: 'برگه‌های امضا',
})
