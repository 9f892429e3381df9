import type { RoomPolicy } from './grant.ts'

export const territory = {
  'territory.read': {
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
} as const satisfies RoomPolicy<'territory'>
