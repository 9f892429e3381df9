import type { RoomPolicy } from './grant.ts'

export const plan = {
  'plan.read': {
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
  'plan.read-parameters': { PO: 'all', CA: 'all', EX: 'all', AG: 'all', IN: 'all', GD: 'all', MO: 'all', AU: 'all', AD: 'all' },
  'plan.set-parameter': { PO: 'all' },
  'plan.set-quota': { PO: 'all' },
  'plan.read-quotas': { PO: 'all', CA: 'county', EX: 'all', AG: 'all', IN: 'all', GD: 'all', MO: 'all', AU: 'all', AD: 'all' },
  'plan.add-pilot-county': { PO: 'all' },
  'plan.publish-edition': { PO: 'all' },
} as const satisfies RoomPolicy<'plan'>
