import type { RoomPolicy } from './grant.ts'

export const people = {} as const satisfies RoomPolicy<'people'>
