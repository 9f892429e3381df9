import type { RoomPolicy } from './grant.ts'

export const road = {
  'road.read': { PO: 'all', CA: 'county', EX: 'county', AG: 'shared', GD: 'assigned', AU: 'all' },
} as const satisfies RoomPolicy<'road'>
