import type { RoomPolicy } from './grant.ts'

export const partners = {
  'partners.read': { PO: 'all', CA: 'all', EX: 'all', AG: 'all', IN: 'all', GD: 'all', MO: 'all', OR: 'all', AU: 'all', AD: 'all' },
  'partners.add-organisation': { PO: 'all' },
  'partners.add-membership': { PO: 'all' },
  'partners.set-capacity': { PO: 'all', AG: 'organisation', EX: 'organisation' },
  'partners.read-capacities': { PO: 'all', CA: 'all', EX: 'all', AG: 'all', IN: 'all', GD: 'all', MO: 'all', AU: 'all' },
  'partners.read-pledges': { PO: 'all', CA: 'all', EX: 'all', AG: 'all', GD: 'all', MO: 'all', OR: 'organisation', AU: 'all' },
  'partners.announce-pledge': { PO: 'all', OR: 'organisation' },
  'partners.write-pledge': { PO: 'all', OR: 'organisation' },
  'partners.vet': { PO: 'all' },
  'partners.sign-pledge': { PO: 'all' },
  'partners.apply': { PU: 'all' },
} as const satisfies RoomPolicy<'partners'>
