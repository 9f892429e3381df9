import type { RoomPolicy } from './grant.ts'

export const businesses = {
  'businesses.read': { GD: 'assigned' },
  'businesses.register': { GD: 'assigned' },
  'businesses.keep-permit': { GD: 'assigned' },
  'businesses.answer-review': { GD: 'assigned', AG: 'organisation' },
  'businesses.read-own-reviews': { AG: 'organisation' },
  'businesses.read-standings': { PO: 'all', CA: 'county', EX: 'county', AU: 'all' },
} as const satisfies RoomPolicy<'businesses'>
