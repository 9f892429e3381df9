import { z } from 'zod'

/** What the linkage unit finds of two files under one national ID. */
export const SameVerdict = z.enum(['same', 'different'])
export type SameVerdict = z.infer<typeof SameVerdict>
/** Why it finds so, in a code: what was compared, never a word about her. */
export const SameReason = z.enum(['papers-alike', 'she-said', 'office-confirmed', 'number-mistyped', 'two-women-met', 'joined-by-mistake'])
export type SameReason = z.infer<typeof SameReason>
