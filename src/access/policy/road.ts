import type { RoomPolicy } from './grant.ts'

export const road = {
  'road.read': { PO: 'all', CA: 'county', EX: 'county', AG: 'shared', GD: 'assigned', AU: 'all' },
  'road.print-card': { GD: 'assigned' },
  'road.print-roster': { GD: { reach: 'assigned', duties: ['registrar'] } },
} as const satisfies RoomPolicy<'road'>
