import type { RoomPolicy } from './grant.ts'

export const market = {
  'market.read-orders': { PO: 'all', CA: 'county', EX: 'county', GD: 'county', MO: 'county', OR: 'organisation', AU: 'all' },
  'market.call': { MO: 'county' },
  'market.answer-call': { MO: 'county', OR: 'organisation' },
  'market.read-homes': { MO: 'county', GD: 'assigned' },
  'market.put-forward': { GD: 'assigned' },
  'market.split': { MO: 'county' },
  'market.read-lots': { MO: 'county', GD: 'assigned' },
  'market.answer-terms': { GD: 'assigned' },
  'market.read-own-lots': { OR: 'organisation' },
  'market.read-standings': { PO: 'all', CA: 'county', EX: 'county', AU: 'all' },
  'market.read-work': { MO: 'county', GD: 'assigned' },
  'market.work-lot': { MO: 'county' },
  'market.record-money': { MO: 'county' },
  'market.confirm-payment': { GD: 'assigned' },
  'market.end-order': { MO: 'county' },
  'market.read-realisation': { PO: 'all', OR: 'organisation' },
  'market.open-dispute': { GD: 'assigned' },
  'market.settle-dispute': { MO: 'county' },
  'market.deduct': { MO: 'county' },
} as const satisfies RoomPolicy<'market'>
