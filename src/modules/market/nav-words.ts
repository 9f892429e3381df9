import { defineWords } from '../../platform/words.ts'

/** What the side navigation says of this room, apart from its other words: they come with the page and not with the first load. */
export const navWords = defineWords('market', {
  orders: 'سفارش‌ها',
  'order-requests': 'درخواست‌های سفارش',
  lots: 'محموله‌ها',
  standings: 'محموله‌ها در یک نگاه',
  realisation: 'تعهد تا امروز',
})
