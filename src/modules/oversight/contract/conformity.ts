import { z } from 'zod'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { evidenceKinds, phasesOfModel } from '../rules/conformity.ts'

/** How far a county lives the phases of the model, by evidence that was counted and can be looked up. */
export const CountyConformity = z
  .object({
    countyCode: CountyCode,
    phases: z.array(
      z.object({
        phase: z.enum(phasesOfModel),
        state: z.enum(['lived', 'begun', 'without-evidence']),
        evidence: z.array(z.object({ kind: z.enum(evidenceKinds), count: z.number().int() })),
      }),
    ),
    findings: z.array(z.enum(['registered-before-study', 'market-before-talks', 'nothing-yet'])),
  })
  .meta({ id: 'OversightConformity' })
export type CountyConformity = z.infer<typeof CountyConformity>

/** The counties of the reader that the plan works in today. */
export const readConformity = route({
  method: 'GET',
  path: '/oversight/conformity',
  action: 'oversight.read-conformity',
  input: z.object({}),
  output: z.object({ counties: z.array(CountyConformity) }),
  refusals: [],
})
