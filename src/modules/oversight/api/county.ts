import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { countMoved, readPlaceCount } from '../../enrolment/port.ts'
import { planStart, quotaOn } from '../../plan/port.ts'
import * as contract from '../contract/county.ts'
import { findCountySheetFacts } from '../port.ts'
import { findWaitingSheet } from '../store/monthly-sheets.ts'

export const countyApi: readonly Handled[] = [
  handle(contract.readCounty, async ({ input, tx, actor, today }) => {
    const { countyCode } = input
    if (!actor.counties.includes(countyCode)) refuse('platform.not-found')
    const moved = await countMoved(tx, { countyCode, from: await planStart(tx, actor.planId), until: today })
    const { overdueByAgency, ...facts } = await findCountySheetFacts(tx, { countyCode, day: today })
    return {
      countyCode,
      quota: (await quotaOn(tx, countyCode, today)) ?? null,
      progress: {
        registered: moved.get('registered') ?? 0,
        // Places held today: a place given back and given again is one place of the quota.
        placesHeld: (await readPlaceCount(tx, countyCode)).granted,
        talks: moved.get('interviewed') ?? 0,
        workPlans: moved.get('pathway-agreed') ?? 0,
        earning: moved.get('earning') ?? 0,
      },
      ...facts,
      overdueByAgency: [...overdueByAgency],
      waitingSheet: (await findWaitingSheet(tx, countyCode)) ?? null,
    }
  }),
]
