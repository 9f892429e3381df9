import type { RoomPolicy } from './grant.ts'

export const interviews = {
  'interviews.read-instrument': { PO: 'all', CA: 'all', EX: 'all', AG: 'all', IN: 'all', GD: 'all', AU: 'all' },
} as const satisfies RoomPolicy<'interviews'>
