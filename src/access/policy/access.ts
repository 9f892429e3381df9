import type { RoomPolicy } from './grant.ts'

/** Whoever has an account: a woman has none, her pages know her by a session of their own. */
export const everyone = {
  PO: 'own',
  CA: 'own',
  EX: 'own',
  AG: 'own',
  IN: 'own',
  GD: 'own',
  MO: 'own',
  OR: 'own',
  AU: 'own',
  AD: 'own',
} as const

export const access = {
  'access.read-self': { ...everyone, PU: 'own' },
  'access.read-demo-accounts': { ...everyone, PU: 'own' },
  'access.accept-invitation': { ...everyone, PU: 'own' },
  'access.read-account': { ...everyone, PU: 'own' },
  'access.end-own-session': { ...everyone, PU: 'own' },
  'access.read-accounts': { AD: 'all' },
  'access.settle-account': { AD: 'all' },
  'access.invite': { AD: 'all' },
  'access.give-assignment': { AD: 'all' },
  'access.read-assignments': { AD: 'all', PO: 'all' },
  'access.approve-assignment': { PO: 'all' },
  'access.end-assignment': { AD: 'all', PO: 'all' },
  'access.read-messages': { AD: 'all' },
  'access.send-again': { AD: 'all' },
} as const satisfies RoomPolicy<'access'>
