import { type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import * as contract from '../contract/groups.ts'
import { reasonsNotToAddGround, reasonsNotToEndGround } from '../rules.ts'
import { findAddress, findHousehold } from '../store/file.ts'
import * as store from '../store/groups.ts'
import { hasDocument } from '../store/papers.ts'
import { opened, openedToWrite } from './opened.ts'

const NO_SAFETY = { deliveryRule: null, note: null, version: 0 }

export const groupsApi: readonly Handled[] = [
  handle(contract.changeHousehold, async (call) => {
    await openedToWrite(call)
    if (!(await store.updateHousehold(call.tx, call.input.personId, { ...call.input, at: call.now }))) refuse('platform.version-stale')
    return (await findHousehold(call.tx, call.input.personId)) ?? refuse('platform.not-found')
  }),
  handle(contract.changeAddress, async (call) => {
    const { whose, key } = await openedToWrite(call)
    if (!(await store.updateAddress(call.tx, key, whose, { ...call.input, at: call.now }))) refuse('platform.version-stale')
    return (await findAddress(call.tx, key, whose)) ?? refuse('platform.not-found')
  }),
  handle(contract.addGround, async (call) => {
    const { input, tx, today, now, actor } = call
    const { whose, key, scope } = await openedToWrite(call)
    refuseIf(reasonsNotToAddGround(input, today))
    if (input.documentId !== null && !(await hasDocument(tx, input.personId, input.documentId))) refuse('people.document-unknown')
    const verifiedOn = input.isSeen ? today : null
    return store.insertGround(tx, key, whose, { ...input, scope, verifiedOn, accountId: actor.accountId, at: now })
  }),
  handle(contract.seeGround, async (call) => {
    const { input, tx, today, now, actor } = call
    const { whose, key } = await openedToWrite(call)
    if ((await store.getGround(tx, key, whose, input.id)) === undefined) refuse('platform.not-found')
    if (input.documentId !== null && !(await hasDocument(tx, input.personId, input.documentId))) refuse('people.document-unknown')
    const seen = { ...input, verifiedOn: today, accountId: actor.accountId, at: now }
    return (await store.seeGround(tx, key, whose, seen)) ?? refuse('platform.version-stale')
  }),
  handle(contract.endGround, async (call) => {
    const { input, tx, today, now } = call
    const { whose, key } = await openedToWrite(call)
    const ground = (await store.getGround(tx, key, whose, input.id)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToEndGround(ground, input.endedOn, today))
    return (await store.endGround(tx, key, whose, { ...input, at: now })) ?? refuse('platform.version-stale')
  }),
  handle(contract.readSafety, async (call) => {
    const { whose, key } = await opened(call)
    return (await store.findSafety(call.tx, key, whose)) ?? NO_SAFETY
  }),
  handle(contract.changeSafety, async (call) => {
    const { whose, key, scope } = await openedToWrite(call)
    if (!(await store.putSafety(call.tx, key, whose, { ...call.input, scope, at: call.now }))) refuse('platform.version-stale')
    return (await store.findSafety(call.tx, key, whose)) ?? NO_SAFETY
  }),
]
