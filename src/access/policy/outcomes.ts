import type { RoomPolicy } from './grant.ts'

export const outcomes = {
  'outcomes.read-price-index': { PO: 'all', CA: 'all', EX: 'all', GD: 'all', AU: 'all' },
  'outcomes.enter-price-index': { PO: 'all' },
} as const satisfies RoomPolicy<'outcomes'>
