import type { RoomPolicy } from './grant.ts'

export const people = {
  'people.read-file': { GD: 'assigned' },
  'people.open-file': { PO: { reach: 'file', duties: ['decider', 'linkage-unit'], purposes: ['decide', 'duplicate', 'grievance'] } },
  'people.read-contact': { GD: 'assigned' },
  'people.change-contact': { GD: 'assigned' },
  'people.read-consents': { GD: 'assigned' },
  'people.give-consent': { GD: { reach: 'assigned', duties: ['registrar'] } },
  'people.withdraw-consent': { GD: 'assigned' },
  'people.read-readers': { GD: 'assigned' },
  'people.change-groups': { GD: 'assigned' },
  'people.read-safety': { GD: 'assigned' },
  'people.read-documents': { GD: 'assigned' },
  'people.open-documents': { PO: { reach: 'file', duties: ['decider', 'linkage-unit'], purposes: ['decide', 'duplicate', 'grievance'] } },
  'people.add-document': { GD: 'assigned' },
  'people.read-barred-officers': { GD: 'assigned' },
  'people.bar-officer': { GD: 'assigned' },
  'people.print-paper': { GD: { reach: 'assigned', duties: ['registrar'] } },
  'people.break-glass': { PO: { reach: 'glass', duties: ['safety-officer'], purposes: ['break-glass'] } },
  'people.read-behind-glass': { PO: { reach: 'glass', duties: ['safety-officer'], purposes: ['break-glass'] } },
  'people.read-broken-glass': { PO: { reach: 'all', duties: ['safety-officer', 'second-approver'] }, AU: 'all' },
  'people.review-broken-glass': { PO: { reach: 'all', duties: ['second-approver'] } },
} as const satisfies RoomPolicy<'people'>
