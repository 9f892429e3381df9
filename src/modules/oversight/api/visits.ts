import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { fileNumberOf } from '../../../platform/ids.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { typeset } from '../../../platform/typeset/typeset.ts'
import { findHub, listHubs } from '../../businesses/port.ts'
import { findFile } from '../../enrolment/port.ts'
import { findOrganisation, namesOf } from '../../partners/port.ts'
import * as contract from '../contract/visits.ts'
import { reasonsNotToMoveFinding } from '../rules/findings.ts'
import { isVisitOverdue, itemsOf, newestVersion, reasonsNotToHold, reasonsNotToMoveVisit, reasonsNotToPlan } from '../rules/visits.ts'
import * as findings from '../store/findings.ts'
import { findCaseByNumber } from '../store/grievances.ts'
import { readFigures } from '../store/visit-figures.ts'
import * as store from '../store/visits.ts'
import { shownFindings } from './findings.ts'
import { minutesOf } from './visit-minutes.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'today'>
function shownVisit({ today }: Asking, one: store.StoredVisit, names: ReadonlyMap<string, string>): contract.Visit {
  return {
    id: one.id,
    number: one.number,
    countyCode: one.countyCode,
    placeKind: one.placeKind,
    hubId: one.hubId,
    placeName: one.placeName,
    fileNumber: one.fileNumber,
    organisationName: names.get(one.organisationId ?? '') ?? null,
    purpose: one.purpose,
    plannedOn: one.plannedOn,
    state: one.state,
    heldOn: one.heldOn,
    isOverdue: isVisitOverdue(one, today),
    version: one.version,
  }
}
async function readVisit(call: Asking, id: string): Promise<contract.VisitRead> {
  const { tx } = call
  const one = (await store.findVisit(tx, id)) ?? refuse('platform.not-found')
  const names = await namesOf(tx, one.organisationId === null ? [] : [one.organisationId])
  const earlier = one.state === 'planned' ? await findings.listEarlier(tx, one) : []
  return {
    ...shownVisit(call, one, names),
    checklistVersion: one.checklistVersion,
    items: [...itemsOf(one.placeKind, one.checklistVersion)],
    answers: one.answers,
    findings: await shownFindings(call, await findings.listOfVisit(tx, id)),
    earlier: await shownFindings(call, earlier),
  }
}
async function lockedVisit(
  { tx, about }: Asking & Pick<Call<unknown>, 'about'>,
  { id, version }: { readonly id: string; readonly version: number },
) {
  const one = (await store.lockVisit(tx, id)) ?? refuse('platform.not-found')
  if (one.version !== version) refuse('platform.version-stale')
  // She reads of a visit to her dwelling in the history of her file; a hub and a class are nobody's.
  about({
    countyCode: one.countyCode,
    ...(one.personId === null || one.caseId === null ? {} : { personId: one.personId, caseId: one.caseId }),
  })
  return one
}
/** The place as it is planned: its name, and for a dwelling whose it is, found under the planner's own reach. */
async function placeOf({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>, input: PlanInput) {
  const nobody = { scope: undefined, fileNumber: null, hubId: null }
  if (input.placeKind === 'class') return { ...nobody, placeName: input.placeName }
  if (input.placeKind === 'hub') {
    const hub = await findHub(tx, { planId: actor.planId, hubId: input.hubId ?? '' })
    if (hub === undefined || hub.countyCode !== input.countyCode) refuse('oversight.no-such-hub')
    return { ...nobody, hubId: hub.hubId, placeName: hub.name }
  }
  const caseId = await findCaseByNumber(tx, input.fileNumber ?? '')
  const known = caseId === undefined ? undefined : await findFile(tx, caseId)
  if (known === undefined || known.scope.county_code !== input.countyCode) return refuse('oversight.no-such-file')
  const { case_id, person_id, assigned, barred } = known.scope
  return { hubId: null, placeName: null, fileNumber: known.fileNumber, scope: { case_id, person_id, assigned, barred } }
}
type PlanInput = ReturnType<typeof contract.planVisit.input.parse>

export const visitsApi: readonly Handled[] = [
  handle(contract.listVisits, async (call) => {
    const { input, tx } = call
    const rows = await store.listVisits(tx, input)
    const shown = rows.slice(0, input.limit)
    const names = await namesOf(
      tx,
      shown.flatMap(({ organisationId }) => organisationId ?? []),
    )
    const next = rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null
    return { visits: shown.map((one) => shownVisit(call, one, names)), next }
  }),
  handle(contract.readVisit, async (call) => readVisit(call, call.input.id)),
  handle(contract.listVisitPlaces, async ({ tx, actor }) => {
    const hubs = await listHubs(tx, { planId: actor.planId, countyCodes: actor.counties })
    return { hubs: hubs.map(({ hubId: id, name, countyCode }) => ({ id, name, countyCode })) }
  }),
  handle(contract.planVisit, async (call) => {
    const { input, tx, house, actor, today, about, note } = call
    if (!actor.counties.includes(input.countyCode)) refuse('oversight.not-your-county')
    refuseIf(reasonsNotToPlan(input, today))
    const { organisationId } = input
    if (organisationId !== null && (await findOrganisation(tx, organisationId)) === undefined) refuse('oversight.unknown-organisation')
    if (organisationId !== null && organisationId === actor.organisationId) refuse('oversight.own-organisation')
    const place = await placeOf(call, input)
    const isHome = input.placeKind === 'dwelling'
    await store.insertVisit(tx, {
      ...input,
      ...place,
      planId: actor.planId,
      number: fileNumberOf(house.randomBytes),
      plannedBy: actor.accountId,
      state: isHome ? 'asked' : 'planned',
      checklistVersion: newestVersion(input.placeKind),
    })
    about({ countyCode: input.countyCode })
    if (place.scope !== undefined) about({ personId: place.scope.person_id, caseId: place.scope.case_id })
    note({ place: input.placeKind, purpose: input.purpose })
    return readVisit(call, input.id)
  }),
  handle(contract.cancelVisit, async (call) => {
    const one = await lockedVisit(call, call.input)
    refuseIf(reasonsNotToMoveVisit(one.state, 'cancelled'))
    await store.moveVisit(call.tx, one, { state: 'cancelled' })
    return readVisit(call, one.id)
  }),
  handle(contract.holdVisit, async (call) => {
    const { input, tx, actor, today, note } = call
    const one = await lockedVisit(call, input)
    refuseIf(reasonsNotToMoveVisit(one.state, 'held'))
    if (one.organisationId !== null && one.organisationId === actor.organisationId) refuse('oversight.own-organisation')
    refuseIf(reasonsNotToHold({ ...input, placeKind: one.placeKind, checklistVersion: one.checklistVersion }, today))
    await seeAgain(call, one)
    const gradeOf = (item: (typeof input.findings)[number]['item']) => (input.answers[item] === 'serious' ? 'serious' : 'minor')
    await findings.insertFindings(
      tx,
      one,
      input.findings.map((finding) => ({ ...finding, grade: gradeOf(finding.item) })),
    )
    await store.moveVisit(tx, one, { state: 'held', held: { on: input.heldOn, by: actor.accountId, answers: input.answers } })
    note({ place: one.placeKind, findings: input.findings.length, again: input.again.length })
    return readVisit(call, one.id)
  }),
  handle(contract.printMinutes, async (call) => {
    const { input, tx } = call
    const one = await readVisit(call, input.id)
    if (one.state !== 'held') refuse('oversight.visit-not-held')
    const bytes = await typeset(await minutesOf(tx, one, call))
    return { fileName: `visit-${one.number}.pdf`, mediaType: 'application/pdf', bytes }
  }),
  handle(contract.readVisitFigures, async ({ tx, today }) => ({ figures: [...(await readFigures(tx, today))] })),
]
type HoldInput = ReturnType<typeof contract.holdVisit.input.parse>
/** What earlier visits found here is looked at again: mended, it is closed by this visit; not mended, it goes back with a new day. */
async function seeAgain({ input, tx }: Asking & { readonly input: HoldInput }, visit: store.StoredVisit): Promise<void> {
  const here = new Set((await findings.listEarlier(tx, visit)).map(({ id }) => id))
  for (const { id, isMended, dueOn } of input.again) {
    const one = here.has(id) ? await findings.lockFinding(tx, id) : undefined
    if (one === undefined) refuse('platform.not-found')
    const to = isMended ? 'closed' : 'returned'
    if (one.state !== to) refuseIf(reasonsNotToMoveFinding(one.state, to))
    if (!isMended && (dueOn === null || dueOn <= input.heldOn)) refuse('oversight.act-day-wrong')
    await findings.moveFinding(tx, one, {
      state: to,
      ...(dueOn === null ? {} : { dueOn }),
      ...(isMended ? { closed: { on: input.heldOn, visitId: visit.id } } : {}),
    })
  }
}
