import type { RoomPolicy } from './grant.ts'

export const outcomes = {
  'outcomes.read-price-index': { PO: 'all', CA: 'all', EX: 'all', GD: 'all', AU: 'all' },
  'outcomes.enter-price-index': { PO: 'all' },
  'outcomes.read-releases': {
    PO: 'all',
    CA: 'all',
    EX: 'all',
    AG: 'all',
    IN: 'all',
    GD: 'all',
    MO: 'all',
    OR: 'all',
    W: 'all',
    AU: 'all',
    AD: 'all',
    PU: 'all',
  },
  'outcomes.publish': { PO: 'all' },
  'outcomes.read-board': { PO: 'all', CA: 'county', EX: 'all', AG: 'all', AU: 'all' },
  'outcomes.call': { IN: 'caller' },
  'outcomes.read-follow-ups': { PO: 'all', AU: 'all' },
  'outcomes.read-outcome': { GD: 'assigned' },
  'outcomes.read-snapshots': { PO: 'all', AU: 'all' },
  'outcomes.correct-snapshot': { PO: 'all' },
  'outcomes.give-call': { PO: 'all' },
} as const satisfies RoomPolicy<'outcomes'>
