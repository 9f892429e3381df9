import type { RoomPolicy } from './grant.ts'

export const interviews = {
  'interviews.read-instrument': { PO: 'all', CA: 'all', EX: 'all', AG: 'all', IN: 'all', GD: 'all', AU: 'all' },
  'interviews.plan-sessions': { PO: 'all', EX: 'county' },
  'interviews.read-sessions': { PO: 'all', CA: 'county', EX: 'county', AG: 'county', IN: 'county', GD: 'county', AU: 'all' },
  'interviews.read-waiting': { PO: 'all', CA: 'county', EX: 'county', AU: 'all' },
  'interviews.propose': { PO: 'all', EX: 'county', GD: 'assigned' },
  'interviews.read-interviews': { GD: 'assigned' },
  'interviews.invite': { GD: 'assigned' },
  'interviews.read-stop-notes': { GD: 'assigned' },
  'interviews.ask-second': { GD: 'assigned' },
  'interviews.sit': { IN: 'seat', AG: 'seat' },
  'interviews.ask-means': { IN: 'seat' },
  'interviews.call-from-seat': { IN: 'seat' },
  'interviews.read-result': { GD: 'assigned' },
  'interviews.read-second-readings': { PO: { reach: 'all', duties: ['second-approver'] } },
  'interviews.read-answers': { PO: { reach: 'file', duties: ['second-approver'], purposes: ['appeal'] } },
  'interviews.tell': { GD: 'assigned' },
  'interviews.read-drift': { PO: 'all' },
} as const satisfies RoomPolicy<'interviews'>
