import type { RoomPolicy } from './grant.ts'

export const enrolment = {} as const satisfies RoomPolicy<'enrolment'>
