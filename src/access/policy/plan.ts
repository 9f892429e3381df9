import type { RoomPolicy } from './grant.ts'

export const plan = {} as const satisfies RoomPolicy<'plan'>
