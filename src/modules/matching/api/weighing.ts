import type { Call } from '../../../platform/http.ts'
import { findWorkshops, type Workshop } from '../../businesses/port.ts'
import { weekOf } from '../../businesses/rules/weeks.ts'
import { listOnTheRoad, type OnTheRoad } from '../../enrolment/port.ts'
import type { Position } from '../../enrolment/rules/case-moves.ts'
import { findCraftFacts } from '../../interviews/port.ts'
import { findGoingOn, findPlanFacts } from '../../pathways/port.ts'
import { listConsenting } from '../../people/port.ts'
import { isAtWork, weighedAt } from '../rules/at-work.ts'
import type { Her, HerWorkshop } from '../rules/fit.ts'
import type { Offered, ToWeigh } from '../rules/run.ts'
import { listMarksOf } from '../store/marks.ts'
import type { StoredOpportunity } from '../store/opportunities.ts'
import { type Held, isHeld, listStanding } from '../store/proposals.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>
/** So many women one run weighs at most; a county has fewer. */
const MOST_WOMEN = 5_000
export interface Candidate {
  readonly woman: OnTheRoad
  readonly toWeigh: ToWeigh
}
/** What later rooms are not told is not asked here: every fact comes through the port of the room that keeps it. */
async function readFacts({ tx, actor: { planId }, today }: Reader, countyCode: string, personIds: readonly string[]) {
  const asked = { planId, personIds, today }
  return {
    consenting: await listConsenting(tx, { ...asked, purpose: 'keep-file' }),
    goingOn: await findGoingOn(tx, { ...asked, act: 'order' }),
    plans: await findPlanFacts(tx, asked),
    crafts: await findCraftFacts(tx, asked),
    workshops: Map.groupBy(await findWorkshops(tx, asked), (one) => one.personId),
    standing: Map.groupBy(await listStanding(tx, { planId, countyCode }), (one) => one.caseId),
    marks: Map.groupBy(await listMarksOf(tx, { planId, countyCode }), (one) => one.caseId),
  }
}
type Facts = Awaited<ReturnType<typeof readFacts>>
/** What she makes a week by unit: what a test lot showed, or more where orders showed more; never what was only declared. */
function knownWeekly({ products }: Workshop): ReadonlyMap<string, number> {
  const weekly = new Map<string, number>()
  for (const { unit, weekly: made } of products) {
    const known = Math.max(made.tested ?? 0, made.achieved ?? 0)
    if (known > 0) weekly.set(unit, Math.max(known, weekly.get(unit) ?? 0))
  }
  return weekly
}
const herWorkshop = (one: Workshop): HerWorkshop => ({
  fieldCode: one.fieldCode,
  isPermitted: one.permit === 'valid' || one.permit === 'not-required',
  weekly: knownWeekly(one),
  blockedWeeks: one.blockedWeeks,
})
function herOf({ scope: { person_id: personId, case_id: caseId }, position }: OnTheRoad, facts: Facts): Her {
  const [plan, craft] = [facts.plans.get(personId), facts.crafts.get(personId)]
  const [marks, standing] = [facts.marks.get(caseId) ?? [], facts.standing.get(caseId) ?? []]
  const bans = marks.filter(({ kind }) => kind === 'ban')
  const turnedFrom = standing.filter((one: Held) => !isHeld(one))
  return {
    isAtWork: isAtWork(position) && plan !== undefined,
    hasConsented: facts.consenting.has(personId),
    goesOn: facts.goingOn.has(personId),
    isWorkOriented: plan?.kind !== 'not-work-oriented',
    hasOne: standing.some(isHeld),
    wishes: plan?.wishes ?? [],
    craft: craft === undefined ? null : { fieldCode: craft.fieldCode, level: craft.craftLevel, output: craft.outputLevel },
    workshops: (facts.workshops.get(personId) ?? []).map(herWorkshop),
    setAside: new Set([...bans, ...turnedFrom].map(({ opportunityId }) => opportunityId)),
    pinnedTo: marks.find(({ kind }) => kind === 'pin')?.opportunityId ?? null,
  }
}
/** Every woman of a county who stands near work, with what a run may know of her. */
export async function listCandidates(call: Reader, countyCode: string): Promise<readonly Candidate[]> {
  const positions: readonly Position[] = weighedAt
  const women = await listOnTheRoad(call.tx, { planId: call.actor.planId, countyCode, positions, limit: MOST_WOMEN })
  const personIds = women.map(({ scope }) => scope.person_id)
  const facts = await readFacts(call, countyCode, personIds)
  return women.map((woman) => ({
    woman,
    toWeigh: { caseId: woman.scope.case_id, fileNumber: woman.fileNumber, tier: woman.tier, her: herOf(woman, facts) },
  }))
}
/** Open opportunities with the places nobody holds. */
export async function withFree(
  { tx, actor: { planId } }: Reader,
  countyCode: string,
  open: readonly StoredOpportunity[],
): Promise<readonly Offered[]> {
  const held = (await listStanding(tx, { planId, countyCode })).filter(isHeld)
  return open.map((one) => ({
    id: one.id,
    free: Math.max(0, one.places - held.filter(({ opportunityId }) => opportunityId === one.id).length),
    fieldCode: one.fieldCode,
    leastCraft: one.leastCraft,
    leastWeekly: one.leastWeekly,
    unit: one.unit,
    needsPermit: one.needsPermit,
    firstWeek: weekOf(one.startsOn),
  }))
}
