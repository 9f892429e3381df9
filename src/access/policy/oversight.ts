import type { RoomPolicy } from './grant.ts'

export const oversight = {
  'oversight.read-scopes': { PO: 'all', CA: 'county', EX: 'county', AU: 'all' },
  'oversight.open-scope': { CA: 'county' },
  'oversight.submit': { EX: 'county' },
  'oversight.accept': { CA: 'county' },
  'oversight.send-notice': { CA: 'county' },
  'oversight.answer-notice': { EX: 'county' },
} as const satisfies RoomPolicy<'oversight'>
