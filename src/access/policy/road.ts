import type { RoomPolicy } from './grant.ts'

export const road = {} as const satisfies RoomPolicy<'road'>
