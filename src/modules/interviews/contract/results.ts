import { z } from 'zod'
import { recommendations } from '../rules/result.ts'

export const Recommendation = z.enum(recommendations)
export type Recommendation = z.infer<typeof Recommendation>
