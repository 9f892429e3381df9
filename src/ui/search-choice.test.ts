import { expect, test } from 'vitest'
import { matching } from './search-choice.tsx'

const choices = ['تنگ‌ارم شرقی', 'کره‌بند', 'بندر کنگان', 'آب‌پخش'].map((label) => ({ value: label, label }))
test.each([
  ['تنگ ارم', ['تنگ‌ارم شرقی']],
  ['تنگارم', ['تنگ‌ارم شرقی']],
  ['ققق', []],
  ['شرقي', ['تنگ‌ارم شرقی']],
  ['اب پخش', ['آب‌پخش']],
  ['بند', ['بندر کنگان', 'کره‌بند']],
  ['  ', ['تنگ‌ارم شرقی', 'کره‌بند', 'بندر کنگان', 'آب‌پخش']],
])('«%s» finds %j, those that begin with it first', (typed, found) => {
  expect(matching(choices, typed).map(({ value }) => value)).toEqual(found)
})
