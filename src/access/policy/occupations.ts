import type { RoomPolicy } from './grant.ts'

export const occupations = {} as const satisfies RoomPolicy<'occupations'>
