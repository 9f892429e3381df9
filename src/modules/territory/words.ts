import { defineWords } from '../../platform/words.ts'

export const words = defineWords('territory', {
  divisions: 'تقسیمات کشوری',
  'boundaries-source': 'مرزها: {source}',
  'no-divisions': 'زیر این بخش چیزی ثبت نشده است.',
  code: 'کد رسمی',
  name: 'نام',
  level: 'گونه',
  'level-province': 'استان',
  'level-county': 'شهرستان',
  'level-district': 'بخش',
  'level-city': 'شهر',
  'level-rural-district': 'دهستان',
  'level-settlement': 'آبادی',
  back: 'بازگشت به {name}',
})
