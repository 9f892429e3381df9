import { createHash } from 'node:crypto'
import { appendHistory } from '../../../platform/history.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import {
  getLockedCase,
  giveFiles,
  listGuidesThere,
  lockFiles,
  mayCarry,
  mostCarried,
  namesOfGuides,
  readScope,
  requireRoom,
} from '../../enrolment/port.ts'
import { namesOf } from '../../partners/port.ts'
import * as contract from '../contract/handovers.ts'
import { reasonsNotToAnswerHandover } from '../rules/handovers.ts'
import { centresOfGuides } from '../store/centres.ts'
import * as store from '../store/handovers.ts'
import { columnsOf, type FiledScope, findScope } from '../store/scope.ts'

async function named(call: Call<unknown>, rows: readonly store.StoredHandover[]): Promise<contract.Handover[]> {
  const accounts = [...new Set(rows.flatMap(({ fromAccountId, toAccountId }) => [fromAccountId, toAccountId]))]
  const names = await namesOfGuides(call.tx, call.actor.planId, accounts)
  return rows.map(({ caseId: _case, personId: _person, fromAccountId, toAccountId, ...one }) => ({
    ...one,
    fromName: names.get(fromAccountId) ?? '',
    toName: names.get(toAccountId) ?? '',
  }))
}
async function namedOne(call: Call<unknown>, row: store.StoredHandover): Promise<contract.Handover> {
  const [one] = await named(call, [row])
  return one ?? refuse('platform.not-found')
}
/** Guides of a county with where each works: a centre, or the body of her assignment. */
async function guidesThere(call: Call<unknown>, countyCode: string): Promise<contract.Colleague[]> {
  const { tx } = call
  const there = await listGuidesThere(call, countyCode)
  const most = await mostCarried(call, countyCode)
  const centres = await centresOfGuides(
    tx,
    there.map(({ accountId }) => accountId),
  )
  const bodies = await namesOf(
    tx,
    there.flatMap(({ organisationId: id }) => (id === null ? [] : [id])),
  )
  return there.map(({ accountId, name, organisationId, carried }) => ({
    accountId,
    name,
    carried,
    most,
    worksAt: centres.get(accountId) ?? bodies.get(organisationId ?? '') ?? null,
  }))
}
async function herGuide(call: Call<unknown>, scope: FiledScope): Promise<contract.HerGuide> {
  const { tx, actor } = call
  const there = await guidesThere(call, scope.county_code)
  const me = there.find(({ accountId }) => accountId === actor.accountId)
  const name = me?.name ?? (await namesOfGuides(tx, actor.planId, [actor.accountId])).get(actor.accountId) ?? ''
  const waiting = await store.findWaiting(tx, scope.case_id)
  return {
    guideName: name,
    worksAt: me?.worksAt ?? null,
    isToTell: await store.isToTell(tx, scope.case_id),
    waiting: waiting === undefined ? null : await namedOne(call, waiting),
    colleagues: there.filter(({ accountId }) => accountId !== actor.accountId),
  }
}
async function scopeOf(call: Call<unknown>, caseId: string): Promise<FiledScope> {
  return (await findScope(call.tx, caseId)) ?? refuse('platform.not-found')
}

export const handoversApi: readonly Handled[] = [
  handle(contract.readHerGuide, async (call) => herGuide(call, await scopeOf(call, call.input.caseId))),
  handle(contract.proposeHandover, async (call) => {
    const { input, tx, actor, today, note } = call
    const file = await getLockedCase(call, input.caseId)
    const scope = await scopeOf(call, file.id)
    if (input.accountId === actor.accountId || !(await mayCarry(call, input.accountId, [file]))) refuse('pathways.not-a-guide-there')
    const { fileNumber } = scope
    const made = { id: input.id, fileNumber, toAccountId: input.accountId, fromAccountId: actor.accountId, reason: input.reason, today }
    await store.insertHandover(tx, columnsOf(scope), { ...made, proposedBy: actor.accountId })
    note({ reason: input.reason })
    return herGuide(call, scope)
  }),
  handle(contract.orderHandover, async (call) => {
    const { input, tx, house, actor, today, now, requestId, note } = call
    const { planId, accountId: proposedBy } = actor
    const ids = [...new Set(input.caseIds)]
    const files = await lockFiles(tx, { planId, counties: actor.role === 'PO' ? null : actor.counties, accountId: proposedBy }, ids)
    if (files.length < ids.length) refuse('platform.not-found')
    if (!(await mayCarry(call, input.accountId, files))) refuse('pathways.not-a-guide-there')
    for (const file of files) {
      const [fromAccountId] = file.assigned
      if (fromAccountId === undefined || file.assigned.includes(input.accountId)) refuse('pathways.nobody-carries')
      const scope = { ...(await readScope(tx, file)), case_id: file.id }
      const made = { id: house.newId(), fileNumber: file.fileNumber, toAccountId: input.accountId, fromAccountId, proposedBy }
      await store.insertHandover(tx, scope, { ...made, reason: input.reason, today })
    }
    await appendHistory(
      tx,
      actor,
      files.map((file) => ({
        id: house.newId(),
        at: now,
        action: 'pathways.order-handover',
        subject: { type: 'case', id: file.id, personId: file.personId, caseId: file.id, countyCode: file.countyCode },
        facts: { reason: input.reason },
        digest: createHash('sha256').update(`${file.id} ${input.accountId}`).digest(),
        requestId,
      })),
    )
    note({ files: files.length, reason: input.reason })
    return { proposed: files.length }
  }),
  handle(contract.listHandovers, async (call) => ({
    toMe: await named(call, await store.listProposedTo(call.tx, call.actor.accountId)),
    byMe: await named(call, await store.listProposedBy(call.tx, call.actor)),
  })),
  handle(contract.answerHandover, async (call) => {
    const { input, tx, actor, today, about, note } = call
    const { planId, accountId } = actor
    const found = (await store.findProposedTo(tx, input.id, accountId)) ?? refuse('platform.not-found')
    about({ personId: found.personId, caseId: found.caseId, countyCode: found.countyCode })
    // The file before the proposal, as everybody locks them who moves a file.
    const [file] = await lockFiles(tx, { planId, counties: null, accountId }, [found.caseId])
    refuseIf(reasonsNotToAnswerHandover(found, file?.assigned ?? []))
    const moved = (await store.moveHandover(tx, { planId, ...input, today })) ?? refuse('platform.version-stale')
    note({ answer: input.to })
    if (file === undefined || input.to === 'declined') return namedOne(call, moved)
    if (!(await mayCarry(call, accountId, [file]))) refuse('pathways.not-a-guide-there')
    await requireRoom(call, { accountId, files: [file] })
    await giveFiles(call, [file], accountId)
    return namedOne(call, moved)
  }),
  handle(contract.withdrawHandover, async (call) => {
    const { input, tx, actor, today, about } = call
    const { planId, accountId } = actor
    const found = (await store.lockProposedBy(tx, { planId, id: input.id, accountId })) ?? refuse('platform.not-found')
    about({ personId: found.personId, caseId: found.caseId, countyCode: found.countyCode })
    if (found.state !== 'proposed') refuse('pathways.handover-answered')
    const moved = (await store.moveHandover(tx, { planId, ...input, to: 'withdrawn', today })) ?? refuse('platform.version-stale')
    return namedOne(call, moved)
  }),
  handle(contract.tellNewGuide, async (call) => {
    const { input, tx, actor, now } = call
    const file = await getLockedCase(call, input.caseId)
    const scope = await scopeOf(call, file.id)
    await store.writeTold(tx, columnsOf(scope), { accountId: actor.accountId, at: now })
    return herGuide(call, scope)
  }),
]
