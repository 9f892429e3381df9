import type { RoomPolicy } from './grant.ts'

export const partners = {} as const satisfies RoomPolicy<'partners'>
