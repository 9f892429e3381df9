import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { listPilots, parameterOn } from '../../plan/port.ts'
import { listCounties } from '../../territory/port.ts'
import * as contract from '../contract/applications.ts'
import { verdictOf } from '../rules/pledges.ts'
import * as store from '../store/applications.ts'
import { insertMembership, insertOrganisation } from '../store/organisations.ts'
import { insertOpinion, listOpinions } from '../store/vetting.ts'

/** More than this in one hour is a flood, not a province. */
const MOST_AN_HOUR = 120
const HOUR = 3_600_000
async function refuseFlood({ tx, actor, now }: Call<unknown>): Promise<void> {
  if ((await store.countSince(tx, actor.planId, new Date(now.getTime() - HOUR))) >= MOST_AN_HOUR) refuse('partners.too-many-applications')
}
async function withOpinions({ tx, actor }: Call<unknown>, application: store.StoredApplication): Promise<contract.Application> {
  const opinions = await listOpinions(tx, application.id)
  return {
    ...application,
    opinions: opinions.map(({ accountId, at, isFit, reasons }) => ({
      isFit,
      reasons,
      at: at.toISOString(),
      isOwn: accountId === actor.accountId,
    })),
  }
}
/** Whoever is admitted becomes a known partner, with what she asked to be, in the counties she named or in all pilot counties. */
async function admit(call: Call<unknown>, application: store.StoredApplication): Promise<string> {
  const { tx, house, actor, today } = call
  const id = house.newId()
  await insertOrganisation(tx, {
    id,
    type: application.personKind === 'natural' ? 'natural-person' : 'company',
    nameFa: application.name,
    nameEn: null,
    legalId: null,
    parentId: null,
    isSupportBody: false,
    isSocialEntrepreneur: false,
  })
  const counties = application.counties.length > 0 ? application.counties : await listPilots(tx, today)
  await insertMembership(tx, actor.planId, {
    id: house.newId(),
    organisationId: id,
    kinds: [...application.wanted],
    counties: [...counties],
    validFrom: today,
    letterNumber: null,
    letterDate: null,
  })
  return id
}

export const applicationsApi: readonly Handled[] = [
  handle(contract.apply, async (call) => {
    const { input, tx, house, actor, now, today, note } = call
    await refuseFlood(call)
    const known = new Set((await listCounties(tx)).map(({ code }) => code))
    if (!input.counties.every((code) => known.has(code))) refuse('partners.unknown-county')
    const tracking = store.newTracking(house)
    const decideBy = addDays(today, (await parameterOn(tx, 'application-answer', { day: today })).value)
    const state = input.manner === 'self' ? ('received' as const) : ('to-accept' as const)
    const made = { ...input, state, decideBy } as const
    await store.insertApplication(tx, house, { planId: actor.planId, accountId: actor.accountId, tracking, at: now }, made)
    note({ manner: input.manner })
    return { id: input.id, tracking, state, decideBy }
  }),
  handle(contract.answerIntroduction, async (call) => {
    const { input, tx, actor, note } = call
    const state = input.accepts ? ('received' as const) : ('declined' as const)
    if (!(await store.answerIntroduction(tx, { planId: actor.planId, tracking: input.tracking, state })))
      refuse('partners.tracking-unknown')
    note({ state })
    return { state }
  }),
  handle(contract.listApplications, async (call) => {
    const { input, tx, house } = call
    const rows = await store.listApplications(tx, house, input)
    const applications = await Promise.all(rows.slice(0, input.limit).map((row) => withOpinions(call, row)))
    return { applications, next: rows.length > input.limit ? (applications.at(-1)?.id ?? null) : null }
  }),
  handle(contract.vetApplication, async (call) => {
    const { input, tx, house, actor, now, note } = call
    const application = (await store.lockApplication(tx, house, input.id)) ?? refuse('platform.not-found')
    if (application.state !== 'received') refuse('partners.application-settled')
    if (application.version !== input.version) refuse('platform.version-stale')
    const subject = { kind: 'application', id: input.id } as const
    await insertOpinion(tx, { ...input, id: input.opinionId, planId: actor.planId, subject, accountId: actor.accountId, at: now })
    note({ fit: input.isFit })
    const verdict = verdictOf(await listOpinions(tx, input.id))
    if (verdict === 'open') return withOpinions(call, application)
    const organisationId = verdict === 'fit' ? await admit(call, application) : null
    const state = verdict === 'fit' ? ('admitted' as const) : ('refused' as const)
    await store.settleApplication(tx, application, { state, organisationId })
    return withOpinions(call, { ...application, state, organisationId, version: application.version + 1 })
  }),
]
