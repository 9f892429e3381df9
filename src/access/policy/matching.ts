import type { RoomPolicy } from './grant.ts'

export const matching = {
  'matching.read-opportunities': { PO: 'all', CA: 'county', EX: 'county', GD: 'county', MO: 'county', AU: 'all' },
  'matching.open-opportunity': { MO: 'county' },
  'matching.run': { MO: 'county' },
  'matching.read-runs': { PO: 'all', MO: 'county', AU: 'all' },
  'matching.read-weighed': { MO: 'county' },
  'matching.read-proposals': { MO: 'county', GD: 'assigned' },
  'matching.look-at': { GD: 'assigned' },
  'matching.answer': { GD: 'assigned' },
} as const satisfies RoomPolicy<'matching'>
