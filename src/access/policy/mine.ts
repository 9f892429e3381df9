import type { RoomPolicy } from './grant.ts'

/** Her own pages. Beside her only whoever carries her file, for what is set face to face. */
export const mine = {
  'mine.read-door': { GD: 'assigned' },
  'mine.set-pin': { GD: 'assigned' },
  'mine.lock-door': { GD: 'assigned' },
  'mine.read-road': { W: 'own' },
  'mine.answer-talk': { W: 'own' },
  'mine.read-readers': { W: 'own' },
  'mine.read-consents': { W: 'own' },
  'mine.withdraw-consent': { W: 'own' },
  'mine.read-steps': { W: 'own' },
  'mine.answer-step': { W: 'own' },
  'mine.read-work': { W: 'own' },
  'mine.answer-work': { W: 'own' },
  'mine.read-goods': { W: 'own' },
  'mine.hide-goods': { W: 'own' },
  'mine.open-money': { W: 'own' },
  'mine.read-money': { W: 'own' },
  'mine.confirm-money': { W: 'own' },
  'mine.ask-again': { W: 'own' },
  'mine.ask': { W: 'own' },
} as const satisfies RoomPolicy<'mine'>
