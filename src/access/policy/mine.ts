import type { RoomPolicy } from './grant.ts'

/** Her own pages. Beside her only whoever carries her file, for what is set face to face. */
export const mine = {
  'mine.read-door': { GD: 'assigned' },
  'mine.set-pin': { GD: 'assigned' },
  'mine.lock-door': { GD: 'assigned' },
} as const satisfies RoomPolicy<'mine'>
