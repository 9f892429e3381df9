import { type Handled, handle } from '../../platform/http.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { consentsApi } from './api/consents.ts'
import { groupsApi } from './api/groups.ts'
import { massReadsApi } from './api/mass-reads.ts'
import { meansApi } from './api/means.ts'
import { opened, openedToWrite } from './api/opened.ts'
import { papersApi } from './api/papers.ts'
import { protectionApi } from './api/protection.ts'
import { requestsApi } from './api/requests.ts'
import { changeContact, listReaders, openFile, readContact, readFile } from './contract.ts'
import { groundEndedOn, reasonsNotToKeepContact } from './rules.ts'
import * as store from './store/file.ts'

export const peopleApi: readonly Handled[] = [
  handle(readFile, async (call) => {
    const { whose, key } = await opened(call)
    const { tx, today } = call
    const ground = await store.findGround(tx, key, whose)
    return {
      personId: whose.personId,
      identity: (await store.findIdentity(tx, key, whose)) ?? refuse('platform.not-found'),
      contact: (await store.findContact(tx, key, whose)) ?? null,
      address: (await store.findAddress(tx, key, whose)) ?? null,
      household: (await store.findHousehold(tx, whose.personId)) ?? null,
      ground: ground ?? null,
      groundEndedOn: (ground === undefined ? undefined : groundEndedOn(ground, today)) ?? null,
      skill: (await store.findSkill(tx, whose.personId)) ?? null,
    }
  }),
  handle(openFile, async (call) => {
    const { whose, key } = await opened(call)
    return {
      personId: whose.personId,
      identity: (await store.findIdentity(call.tx, key, whose)) ?? refuse('platform.not-found'),
      household: (await store.findHousehold(call.tx, whose.personId)) ?? null,
      ground: (await store.findGround(call.tx, key, whose)) ?? null,
    }
  }),
  handle(readContact, async (call) => {
    const { whose, key } = await opened(call)
    return (await store.findContact(call.tx, key, whose)) ?? refuse('platform.not-found')
  }),
  handle(changeContact, async (call) => {
    const { whose, key } = await openedToWrite(call)
    const { tx, input, now } = call
    refuseIf(reasonsNotToKeepContact(input))
    const before = (await store.findContact(tx, key, whose)) ?? refuse('platform.not-found')
    const safeWord = input.safeWord === undefined ? before.safeWord : input.safeWord
    return (await store.updateContact(tx, key, whose, { ...input, safeWord, at: now })) ?? refuse('platform.version-stale')
  }),
  handle(listReaders, async (call) => {
    await opened(call)
    return { readers: await store.listReaders(call.tx, call.input.personId) }
  }),
  ...consentsApi,
  ...groupsApi,
  ...massReadsApi,
  ...meansApi,
  ...papersApi,
  ...protectionApi,
  ...requestsApi,
]
