import type { RoomPolicy } from './grant.ts'

export const everyone = {
  PO: 'own',
  CA: 'own',
  EX: 'own',
  AG: 'own',
  IN: 'own',
  GD: 'own',
  MO: 'own',
  OR: 'own',
  W: 'own',
  AU: 'own',
  AD: 'own',
} as const

export const access = {
  'access.read-self': { ...everyone, PU: 'own' },
  'access.read-demo-accounts': { ...everyone, PU: 'own' },
} as const satisfies RoomPolicy<'access'>
