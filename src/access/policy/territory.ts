import type { RoomPolicy } from './grant.ts'

export const territory = {} as const satisfies RoomPolicy<'territory'>
