import { service } from '../src/access/actor.ts'
import { findFile } from '../src/modules/enrolment/port.ts'
import { insertOpportunity } from '../src/modules/matching/store/opportunities.ts'
import { insertProposals } from '../src/modules/matching/store/proposals.ts'
import { insertLines, insertRun } from '../src/modules/matching/store/runs.ts'
import { newId } from '../src/platform/ids.ts'
import { dayIn, TEHRAN } from '../src/platform/time.ts'
import { goesOnWithAll } from './exit-table.ts'
import type { openHouse } from './house.ts'
import { agreeOn } from './interviewed.ts'
import { done } from './market.ts'
import { accountOf, organisations, type PersonaName, thePlan } from './personas.ts'
import type { Woman } from './registered.ts'
import { standAt } from './work-plan.ts'

type House = Awaited<ReturnType<typeof openHouse>>
const ROAD = ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed'] as const
interface Ready {
  readonly wishes?: readonly string[]
  readonly craft?: number
  readonly guide?: PersonaName
  /** Whether she was read what may change if she earns. */
  readonly goesOn?: boolean
}
/** A registered woman whom a run may propose: her plan agreed, her craft tested in the field she wishes, and going on with what may change. */
export async function readyForWork(house: House, woman: Woman, ready: Ready = {}): Promise<void> {
  const { wishes = ['HB001'], craft = 4, guide = 'facilitatorOfDashtestan', goesOn = true } = ready
  await standAt(house, woman, ROAD)
  await agreeOn(house.house, woman, { fieldCode: wishes[0] ?? null, craft, output: craft })
  if (goesOn) await goesOnWithAll(house, guide, woman)
  const { house: inner } = house
  await inner.door.asActor(service(thePlan), async (tx) => {
    const { scope } = (await findFile(tx, woman.caseId)) ?? absent()
    const agreed = { agreed_on: dayIn(TEHRAN, inner.clock()), agreed_manner: 'spoken' }
    await tx
      .insertInto('pathways.work_plan')
      .values({
        ...scope,
        kind: 'home-based',
        relation: 'independent',
        wishes: [...wishes],
        ...agreed,
        written_by: accountOf(guide),
        written_at: inner.clock(),
      })
      .execute()
  })
}
function absent(): never {
  throw new Error('her case stands')
}
/** An open promise of the holding that is not one to buy. */
export async function openPlacesPledge(house: House, more: object = {}): Promise<string> {
  const id = newId()
  const what = {
    promisedAs: 'backer',
    kind: 'place',
    title: 'کارگاه حصیربافی',
    fieldCode: null,
    quantity: 100,
    unit: 'جا',
    valueRial: null,
  }
  const bounds = { counties: ['1803'], groupNote: null, startsOn: '2026-11-01', dueOn: '2027-10-30', parts: [] }
  await done(house, 'holding', '/partners/pledges', { id, organisationId: organisations.holding, ...what, ...bounds, ...more })
  await done(house, 'holding', `/partners/pledges/${id}/document`, { documentNumber: 'د/۷', documentDate: '2026-11-20', version: 1 })
  for (const who of ['office', 'decider'] as const)
    await done(house, who, `/partners/pledges/${id}/opinions`, {
      opinionId: newId(),
      isFit: true,
      reasons: 'سند و توان دیده شد.',
      version: 2,
    })
  await done(house, 'office', `/partners/pledges/${id}/sign`, { letterNumber: 'ن/۹', letterDate: '2026-11-22', version: 3 })
  await done(house, 'office', `/partners/pledges/${id}/open`, { version: 4 })
  return id
}
/** What the market of Dashtestan opens out of a pledge. */
export const anOpening = (pledgeId: string, more: object = {}) => ({
  id: newId(),
  countyCode: '1803',
  pledgeId,
  calledQuantity: 2,
  title: 'جای کارگاه حصیربافی',
  fieldCode: 'HB001',
  places: 2,
  leastCraft: 3,
  leastWeekly: null,
  unit: null,
  needsPermit: false,
  startsOn: '2026-12-05',
  endsOn: '2027-03-20',
  ...more,
})
export async function openOne(house: House, more: object = {}): Promise<string> {
  const made = anOpening(await openPlacesPledge(house), more)
  await done(house, 'marketOperator', '/matching/opportunities', made)
  return made.id
}
export async function runOnce(house: House): Promise<string> {
  const id = newId()
  await done(house, 'marketOperator', '/matching/runs', { id, countyCode: '1803' })
  return id
}

/** An opportunity of a county, and a run that proposed it to a woman there: beside the routes, for tests that look at who sees it. */
export async function plantMatching({ house }: Pick<House, 'house'>, { caseId }: { readonly caseId: string }) {
  const [opportunityId, runId, proposalId] = [newId(), newId(), newId()]
  const day = '2026-11-23'
  await house.door.asActor(service(thePlan), async (tx) => {
    const { scope, fileNumber } = (await findFile(tx, caseId)) ?? absent()
    const asks = { fieldCode: 'HB001', places: 3, leastCraft: null, leastWeekly: null, unit: null, needsPermit: false }
    const from = { source: 'pledge', sourceId: newId(), calledQuantity: 3, organisationId: organisations.labour } as const
    const days = { startsOn: day, endsOn: '2027-03-20', today: day }
    const where = { planId: thePlan, countyCode: scope.county_code, accountId: accountOf('office') }
    await insertOpportunity(tx, { id: opportunityId, title: 'جای کارگاه', ...asks, ...from, ...days, ...where })
    await insertRun(tx, {
      ...where,
      id: runId,
      on: day,
      at: house.clock(),
      inputHash: Buffer.alloc(32, 7),
      weights: { wish: 400, craft: 350, output: 250 },
      weightsVersion: '2026-1',
      solverVersion: 'tiers-scores-lots-1',
      tierSet: '2026-1',
      seed: `${scope.county_code}/${day}`,
      women: 1,
      pairs: 1,
      offers: [{ opportunityId, free: 3, proposed: 1, price: 0, obstacles: [] }],
    })
    const pair = { opportunityId, obstacles: [], parts: { wish: 400, craft: 280, output: 200 } }
    const line = { caseId, fileNumber, tier: 2, lot: 0, pairs: [pair], outcome: 'proposed', opportunityId, worth: 0 } as const
    await insertLines(tx, { runId, on: day }, [[{ scope, fileNumber, position: 'active', tier: 2 }, line]])
    const told = { id: proposalId, runId, opportunityId, fileNumber, today: day, dueOn: '2026-11-30' }
    await insertProposals(tx, [[scope, told]])
  })
  return { opportunityId, runId, proposalId }
}
