import type { RoomPolicy } from './grant.ts'

export const reforms = {
  'reforms.read': { PO: 'all', CA: 'all', EX: 'all', AG: 'all', IN: 'all', GD: 'all', MO: 'all', AU: 'all' },
  'reforms.raise': { PO: 'all', CA: 'all', EX: 'all', AG: 'all', IN: 'all', GD: 'all', MO: 'all' },
  'reforms.block-case': { GD: 'assigned' },
  'reforms.move': { PO: 'all' },
  'reforms.keep-arrangement': { PO: 'all' },
} as const satisfies RoomPolicy<'reforms'>
