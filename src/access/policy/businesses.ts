import type { RoomPolicy } from './grant.ts'

export const businesses = {
  'businesses.read': { GD: 'assigned' },
  'businesses.register': { GD: 'assigned' },
  'businesses.keep-permit': { GD: 'assigned' },
  'businesses.answer-review': { GD: 'assigned', AG: 'organisation' },
  'businesses.read-own-reviews': { AG: 'organisation' },
  'businesses.read-standings': { PO: 'all', CA: 'county', EX: 'county', AU: 'all' },
  'businesses.keep-products': { GD: 'assigned' },
  'businesses.test-capacity': { GD: 'assigned', MO: 'county' },
  'businesses.read-photo': { PO: 'all', CA: 'county', EX: 'county', GD: 'assigned', MO: 'county', AU: 'all' },
  'businesses.read-products': { PO: 'all', CA: 'county', EX: 'county', MO: 'county', AU: 'all' },
  'businesses.read-hubs': { PO: 'all', CA: 'all', EX: 'all', GD: 'all', MO: 'all', AU: 'all' },
  'businesses.keep-hub': { PO: 'all', MO: 'county' },
  'businesses.read-members': { MO: 'county' },
} as const satisfies RoomPolicy<'businesses'>
