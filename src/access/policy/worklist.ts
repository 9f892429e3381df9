import type { RoomPolicy } from './grant.ts'

export const worklist = {} as const satisfies RoomPolicy<'worklist'>
