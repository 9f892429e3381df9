import type { RoomPolicy } from './grant.ts'

export const people = {
  'people.read-file': { GD: 'assigned' },
  'people.open-file': { PO: { reach: 'file', duties: ['decider', 'linkage-unit'], purposes: ['decide', 'duplicate', 'grievance'] } },
  'people.change-contact': { GD: 'assigned' },
  'people.read-consents': { GD: 'assigned' },
  'people.give-consent': { GD: { reach: 'assigned', duties: ['registrar'] } },
  'people.withdraw-consent': { GD: 'assigned' },
  'people.read-readers': { GD: 'assigned' },
} as const satisfies RoomPolicy<'people'>
