import type { z } from 'zod'
import type { readInterviews } from '../contract/interviews.ts'

/** The conversation of a woman that is under way, with all her guide needs for the one call. */
export type Open = NonNullable<z.infer<typeof readInterviews.output>['open']>
