import { defineWords } from '../../platform/words.ts'
import { navWords } from './nav-words.ts'

export const words = {
  ...navWords,
  ...defineWords('outcomes', {
    'price-index-hint':
      'قیمت‌های هر ماه از روی نامه. درآمد واقعی به ریالِ {month} گفته می‌شود؛ برای ماهی که شاخص ندارد، فقط درآمد همان ماه گفته می‌شود و چیزی حدس زده نمی‌شود.',
    'no-price-index': 'هنوز شاخصی ثبت نشده است. تا آن روز درآمد واقعی گفته نمی‌شود.',
    'base-month-missing': 'شاخص {month} ثبت نشده است؛ بی آن، درآمد واقعی گفته نمی‌شود.',
    'enter-price-index': 'ثبت شاخص یک ماه',
    'correct-price-index': 'اصلاح',
    month: 'ماه',
    'index-value': 'شاخص',
    'index-value-hint': 'همان عددی که در نامه است؛ تا دو رقم پس از ممیز، مثل ۲۸۵٫۴',
    'base-year': 'سال پایه (قیمت‌های آن = ۱۰۰)',
    'letter-number': 'شمارهٔ نامه',
    'letter-date': 'تاریخ نامه',
    letter: '{number}، {day}',
    edition: 'بار',
    'edition-holds': 'برقرار',
    'edition-corrected': 'اصلاح شده',
    save: 'ثبت',
    'month-not-over': 'این ماه هنوز تمام نشده است. شاخص هر ماه پس از پایان آن ثبت می‌شود.',
    'price-index-changed-meanwhile': 'شاخص این ماه را همین حالا کس دیگری ثبت کرده است. فهرست را ببینید و اگر لازم بود اصلاح کنید.',
  }),
} as const
