import { defineWords } from '../../platform/words.ts'

export const words = defineWords('worklist', {
  worklist: 'میز کار',
  'count-tasks': '{n} کار',
  'no-tasks': 'کاری در انتظار شما نیست.',
  task: 'کار',
  whose: 'پرونده',
  due: 'مهلت',
  'due-today': 'امروز',
  'due-in': '{n} روز مانده',
  'due-late': 'دیرکرد {n} روز',
  'task-contact': 'تماس نخست',
  'task-consent': 'گفت‌وگوی رضایت',
  'task-registration': 'ثبت‌نام',
  'task-place-answer': 'پاسخ به جای داده‌شده',
  'task-decide': 'بررسی شرایط',
  'task-assign-appeal': 'سپردن بررسی دوباره',
  'task-answer-appeal': 'بررسی دوباره',
  'task-answer-enquiry': 'پاسخ به استعلام',
})
