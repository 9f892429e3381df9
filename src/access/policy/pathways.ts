import type { RoomPolicy } from './grant.ts'

export const pathways = {
  'pathways.read-exit-table': { PO: 'all', CA: 'all', EX: 'all', AG: 'all', IN: 'all', GD: 'all', MO: 'all', AU: 'all' },
  'pathways.publish-exit-table': { PO: 'all' },
  'pathways.show-exit-table': { GD: 'assigned' },
  'pathways.answer-exit-table': { GD: 'assigned' },
  'pathways.read-work-plan': { GD: 'assigned' },
  'pathways.write-work-plan': { GD: 'assigned' },
  'pathways.move-step': { GD: 'assigned', AG: 'organisation' },
  'pathways.read-own-steps': { AG: 'organisation' },
  'pathways.read-notes': { GD: 'assigned' },
  'pathways.write-note': { GD: 'assigned' },
  'pathways.open-notes': { GD: 'assigned' },
  'pathways.read-support': { GD: 'assigned' },
  'pathways.refer': { GD: 'assigned' },
  'pathways.answer-referral': { AG: 'organisation' },
  'pathways.read-own-referrals': { AG: 'organisation' },
  'pathways.write-intervention': { GD: 'assigned' },
  'pathways.read-loans': { GD: 'assigned' },
  'pathways.keep-loan': { GD: 'assigned' },
  'pathways.read-insurances': { GD: 'assigned' },
  'pathways.keep-insurance': { GD: 'assigned' },
} as const satisfies RoomPolicy<'pathways'>
