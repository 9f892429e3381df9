import { defineWords } from '../../platform/words.ts'

export const words = defineWords('interviews', {
  'no-such-move': 'این گفت‌وگو اکنون در این وضع نیست. صفحه را تازه کنید و دوباره ببینید.',
})
