import type { RoomPolicy } from './grant.ts'

/** Its own permission beside the one of the list: no more leaves than its reader may read, and no list names a woman. */
export const exports = {
  'exports.make': { PO: 'all', CA: 'county', EX: 'county', AG: 'organisation', MO: 'county', AU: 'all' },
  'exports.read': { PO: 'all', AU: 'all', CA: 'own', EX: 'own', AG: 'own', MO: 'own' },
} as const satisfies RoomPolicy<'exports'>
