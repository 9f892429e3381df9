import { type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { daysBetween } from '../../../platform/time.ts'
import { getLockedCase } from '../../enrolment/port.ts'
import { findField, listFields, offersIn } from '../../occupations/port.ts'
import { listNames } from '../../people/port.ts'
import * as contract from '../contract/businesses.ts'
import { reasonsNotToMoveBusiness, reasonsNotToRegister } from '../rules/business.ts'
import { permitUnderWay } from '../rules/permit.ts'
import * as store from '../store/businesses.ts'
import { leave } from '../store/hubs.ts'
import { listPermits } from '../store/permits.ts'
import { findCaseScope } from '../store/scope.ts'
import { shownOf } from './shown.ts'

export const businessesOfHers: readonly Handled[] = [
  handle(contract.readHerBusiness, async (call) => shownOf(call, call.input.caseId)),
  handle(contract.registerBusiness, async (call) => {
    const { input, tx, actor, today, note } = call
    const one = await getLockedCase(call, input.caseId)
    const found = (await findCaseScope(tx, one.id)) ?? refuse('platform.not-found')
    const field = await findField(tx, input.fieldCode, today)
    const offers = await offersIn(tx, one.countyCode, today)
    const isOffered = offers.some(({ fieldCode }) => fieldCode === input.fieldCode)
    refuseIf(reasonsNotToRegister({ ...input, position: one.position, field, isOffered }, today))
    await store.insertBusiness(tx, found, { ...input, accountId: actor.accountId, registeredOn: today })
    note({ kind: input.kind, relation: input.relation, state: input.state })
    return shownOf(call, one.id)
  }),
  handle(contract.moveBusiness, async (call) => {
    const { input, tx, today, note, about } = call
    const one = (await store.lockBusiness(tx, input.id)) ?? refuse('platform.not-found')
    about({ personId: one.personId, caseId: one.caseId, countyCode: one.countyCode })
    if (one.version !== input.version) refuse('platform.version-stale')
    refuseIf(reasonsNotToMoveBusiness(one.state, input.to))
    // What still lies on somebody's desk is taken back first, so that nobody reads for a business that is over.
    const permits = input.to === 'ended' ? await listPermits(tx, one.id) : []
    if (permits.some(({ state }) => permitUnderWay.has(state))) refuse('businesses.permit-still-open')
    if (input.to === 'ended') await leave(tx, one.id, today)
    if (!(await store.moveBusiness(tx, { id: one.id, version: one.version, to: input.to, today }))) refuse('platform.version-stale')
    note({ state: input.to })
    return shownOf(call, one.caseId)
  }),
  handle(contract.listHerBusinesses, async ({ tx, today }) => {
    const open = await store.listOpen(tx)
    const ids = open.map(({ id }) => id)
    const [codes, permits] = [await store.listFieldCodes(tx, ids), await store.listNewestPermits(tx, ids)]
    const names = await listNames(
      tx,
      open.map(({ personId }) => personId),
    )
    const fields = new Map((await listFields(tx, today)).map((field) => [field.code, field]))
    const businesses = open.map(({ id, caseId, personId, state }) => {
      const field = fields.get(codes.get(id) ?? '')
      const permit = permits.get(id)
      return {
        id,
        caseId,
        name: names.get(personId) ?? null,
        fieldNameFa: field?.nameFa ?? '',
        fieldNameEn: field?.nameEn ?? '',
        state,
        permit: permit?.state ?? null,
        dueOn: permit?.dueOn ?? null,
      }
    })
    return { businesses: businesses.toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')) }
  }),
  handle(contract.listStandings, async ({ tx, today }) => {
    const open = await store.listOpen(tx)
    const permits = await store.listNewestPermits(
      tx,
      open.map(({ id }) => id),
    )
    const standings = open.map((one) => {
      const permit = permits.get(one.id)
      return {
        id: one.id,
        fileNumber: one.fileNumber,
        countyCode: one.countyCode,
        state: one.state,
        since: one.stateSince,
        permit: permit?.state ?? null,
        permitSince: permit?.since ?? null,
        days: permit === undefined ? null : daysBetween(permit.since, today),
      }
    })
    return { standings }
  }),
]
