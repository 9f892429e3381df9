import { defineWords } from '../../platform/words.ts'

/** What the side navigation says of this room, apart from its other words: they come with the page and not with the first load. */
export const navWords = defineWords('enrolment', {
  imports: 'فرستادن فهرست',
  introduced: 'معرفی‌شدگان ما',
  'own-cases': 'پرونده‌های من',
  cases: 'پرونده‌ها',
  undecided: 'در انتظار تصمیم',
  queue: 'نوبت',
  appeals: 'درخواست‌های بررسی دوباره',
  enquiries: 'در انتظار ادارهٔ شما',
  'tell-support-status': 'فرستادن فهرست پوشش',
  'hand-over': 'سپردن پرونده‌ها',
  'same-persons': 'پرونده‌های با کد ملی یکسان',
})
