import { z } from 'zod'
import { Day, Id } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'

const Count = z.number().int()
/** A county in numbers for its governorate: places and how far the files came, what is handed in, what was resolved. No name, no file. */
export const CountyFacts = z
  .object({
    countyCode: CountyCode,
    quota: Count.nullable(),
    progress: z.object({ registered: Count, placesHeld: Count, talks: Count, workPlans: Count, earning: Count }),
    deliverables: z.object({ all: Count, taken: Count, toAnswer: Count, returned: Count, overdue: Count, nextDueOn: Day.nullable() }),
    notices: z.object({ open: Count, overdue: Count }),
    resolutions: z.object({ open: Count, reported: Count, overdue: Count }),
    overdueByAgency: z.array(z.object({ organisationId: Id, agencyName: z.string(), overdue: Count, oldestDueOn: Day })),
    /** The next visit that stands in the county. */
    nextVisitOn: Day.nullable(),
    /** The sheet that waits for an answer, the oldest first. */
    waitingSheet: z.object({ id: Id, month: z.string() }).nullable(),
  })
  .meta({ id: 'OversightCountyFacts' })
export type CountyFacts = z.infer<typeof CountyFacts>

export const readCounty = route({
  method: 'GET',
  path: '/oversight/counties/:countyCode',
  action: 'oversight.read-county',
  input: z.object({ countyCode: CountyCode }),
  output: CountyFacts,
  refusals: ['platform.not-found'],
})
