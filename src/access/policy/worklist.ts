import type { RoomPolicy } from './grant.ts'

/** Those for whom something can wait. Who only looks on (CA, EX, AU) is not led to an empty desk first. */
export const worklist = {
  'worklist.read': {
    PO: 'all',
    AG: 'organisation',
    IN: 'own',
    GD: 'assigned',
    MO: 'county',
    OR: 'organisation',
    CA: 'desk',
    EX: 'desk',
    AU: 'all',
    AD: 'own',
  },
  'worklist.read-today': { GD: 'assigned' },
} as const satisfies RoomPolicy<'worklist'>
