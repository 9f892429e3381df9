import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { getLockedCase, isGuideThere, namesOfGuides } from '../../enrolment/port.ts'
import { hasConsent } from '../../people/port.ts'
import * as contract from '../contract/centres.ts'
import { licenceOn, reasonsNotToLicense } from '../rules/centres.ts'
import * as store from '../store/centres.ts'
import { columnsOf, type FiledScope, findScope } from '../store/scope.ts'

async function shown({ tx, actor, today }: Call<unknown>, centres: readonly store.StoredCentre[]): Promise<contract.Centre[]> {
  const works = await store.listCentreGuides(
    tx,
    centres.map(({ id }) => id),
  )
  const accountIds = works.map(({ accountId }) => accountId)
  const names = await namesOfGuides(tx, actor.planId, accountIds)
  return centres.map((centre) => ({
    ...centre,
    licence: licenceOn(centre, today),
    guides: works
      .filter(({ centreId }) => centreId === centre.id)
      .map(({ accountId, since }) => ({ accountId, since, name: names.get(accountId) ?? '' })),
  }))
}
async function shownOne(call: Call<unknown>, id: string): Promise<contract.Centre> {
  const [one] = await shown(call, [(await store.findCentre(call.tx, id)) ?? refuse('platform.not-found')])
  return one ?? refuse('platform.not-found')
}
async function herCentre({ tx, today }: Call<unknown>, scope: FiledScope): Promise<contract.HerCentre> {
  const open = await store.findOpenPlace(tx, scope.case_id)
  const centres = (await store.listCentres(tx, scope.county_code)).filter((one) => licenceOn(one, today) === 'in-force')
  return {
    place: open === undefined ? null : { id: open.id, centreName: open.centreName, takenOn: open.takenOn },
    centres: centres.map(({ id, name, places, used }) => ({ id, name, free: places - used })),
  }
}
async function locked(call: Call<unknown>, caseId: string): Promise<FiledScope> {
  const one = await getLockedCase(call, caseId)
  return (await findScope(call.tx, one.id)) ?? refuse('platform.not-found')
}

export const centresApi: readonly Handled[] = [
  handle(contract.listCentres, async (call) => ({
    centres: await shown(call, await store.listCentres(call.tx, call.input.countyCode)),
  })),
  handle(contract.addCentre, async (call) => {
    refuseIf(reasonsNotToLicense(call.input))
    await store.insertCentre(call.tx, call.actor.planId, call.input)
    return shownOne(call, call.input.id)
  }),
  handle(contract.changeCentre, async (call) => {
    const { input, tx, note } = call
    refuseIf(reasonsNotToLicense(input))
    if ((await store.findCentre(tx, input.id)) === undefined) refuse('platform.not-found')
    if (!(await store.updateCentre(tx, input))) refuse('platform.version-stale')
    note({ licence: input.licenceNumber, places: input.places })
    return shownOne(call, input.id)
  }),
  handle(contract.addCentreGuide, async (call) => {
    const { input, tx, house, actor, today, note } = call
    const centre = (await store.findCentre(tx, input.id)) ?? refuse('platform.not-found')
    if (!(await isGuideThere(call, { accountId: input.accountId, countyCode: centre.countyCode }))) refuse('pathways.not-a-guide-there')
    await store.insertCentreGuide(tx, actor.planId, { id: house.newId(), centreId: centre.id, accountId: input.accountId, today })
    note({ guide: input.accountId })
    return shownOne(call, centre.id)
  }),
  handle(contract.endCentreGuide, async (call) => {
    const { input, tx, today, note } = call
    if (!(await store.endCentreGuide(tx, { centreId: input.id, accountId: input.accountId, today }))) refuse('platform.not-found')
    note({ guide: input.accountId })
    return shownOne(call, input.id)
  }),
  handle(contract.readHerCentre, async (call) =>
    herCentre(call, (await findScope(call.tx, call.input.caseId)) ?? refuse('platform.not-found')),
  ),
  handle(contract.takeCentrePlace, async (call) => {
    const { input, tx, actor, today, note } = call
    const scope = await locked(call, input.caseId)
    if (!(await hasConsent(tx, { personId: scope.person_id, purpose: 'keep-file', today }))) refuse('pathways.keeping-not-allowed')
    const centre = await store.findCentre(tx, input.centreId)
    if (centre?.countyCode !== scope.county_code || licenceOn(centre, today) !== 'in-force') refuse('pathways.centre-not-there')
    if ((await store.findOpenPlace(tx, scope.case_id)) !== undefined) refuse('pathways.has-centre-place')
    if (!(await store.movePlaces(tx, { planId: actor.planId, centreId: centre.id, by: 1, today }))) refuse('pathways.centre-full')
    await store.insertPlace(tx, columnsOf(scope), { id: input.id, centreId: centre.id, today })
    note({ centre: centre.id })
    return herCentre(call, scope)
  }),
  handle(contract.endCentrePlace, async (call) => {
    const { input, tx, actor, today, note } = call
    const scope = await locked(call, input.caseId)
    const open = await store.findOpenPlace(tx, scope.case_id)
    if (open?.id !== input.placeId || !(await store.endPlace(tx, open.id, today))) refuse('platform.not-found')
    await store.movePlaces(tx, { planId: actor.planId, centreId: open.centreId, by: -1, today })
    note({ centre: open.centreId })
    return herCentre(call, scope)
  }),
]
