import type { RoomPolicy } from './grant.ts'

export const oversight = {
  'oversight.read-scopes': { PO: 'all', CA: 'county', EX: 'county', AU: 'all' },
  'oversight.open-scope': { CA: 'county' },
  'oversight.submit': { EX: 'county' },
  'oversight.accept': { CA: 'county' },
  'oversight.send-notice': { CA: 'county' },
  'oversight.answer-notice': { EX: 'county' },
  'oversight.file-grievance': { PO: 'desk' },
  'oversight.file-for-her': { GD: 'assigned' },
  'oversight.read-grievances': { PO: 'desk', CA: 'desk', EX: 'desk', AG: 'desk', MO: 'desk', OR: 'desk', AU: 'all' },
  'oversight.pass-grievance': { PO: 'desk', AU: 'all' },
  'oversight.answer-grievance': { PO: 'desk', CA: 'desk', EX: 'desk', AG: 'desk', MO: 'desk', OR: 'desk', AU: 'all' },
  'oversight.take-over-grievance': { AU: 'all' },
  'oversight.complain': { PU: 'all' },
  'oversight.own-grievances': { W: 'own' },
  'oversight.read-grievance-figures': { PO: 'all', CA: 'all', EX: 'all', AU: 'all' },
} as const satisfies RoomPolicy<'oversight'>
