import { defineWords } from '../../platform/words.ts'

/** What the side navigation says of this room, apart from its other words: they come with the page and not with the first load. */
export const navWords = defineWords('people', {
  glasses: 'گشودن‌های اضطراری',
  'mass-reads': 'خواندن بیش از اندازه',
})
