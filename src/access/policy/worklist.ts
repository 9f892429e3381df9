import type { RoomPolicy } from './grant.ts'

export const worklist = {
  'worklist.read': {
    PO: 'all',
    CA: 'county',
    EX: 'county',
    AG: 'organisation',
    IN: 'own',
    GD: 'assigned',
    MO: 'own',
    OR: 'own',
    AU: 'all',
    AD: 'own',
  },
} as const satisfies RoomPolicy<'worklist'>
