import { z } from 'zod'

export const deliverableStates = ['due', 'submitted', 'accepted', 'returned', 'paid-for'] as const
export const DeliverableState = z.enum(deliverableStates)
export type DeliverableState = z.infer<typeof DeliverableState>
