import type { RoomPolicy } from './grant.ts'

export const amayesh = {
  'amayesh.read': { PO: 'all', CA: 'county', EX: 'all', AG: 'county', MO: 'county', AU: 'all' },
  'amayesh.read-standing': { GD: 'county', MO: 'county' },
  'amayesh.keep-buyer': { PO: 'all', EX: 'all', MO: 'county' },
  'amayesh.keep-figure': { PO: 'all', EX: 'all' },
  'amayesh.study': { PO: 'all', EX: 'all' },
  'amayesh.conclude': { PO: 'all' },
} as const satisfies RoomPolicy<'amayesh'>
