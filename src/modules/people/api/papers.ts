import { type Handled, handle } from '../../../platform/http.ts'
import { fileNumberOf } from '../../../platform/ids.ts'
import { readPaper } from '../../../platform/papers.ts'
import { refuse } from '../../../platform/refusal.ts'
import * as contract from '../contract/papers.ts'
import { CONSENT_FORM } from '../contract.ts'
import * as store from '../store/papers.ts'
import { opened, openedToWrite } from './opened.ts'

export const papersApi: readonly Handled[] = [
  handle(contract.listDocuments, async (call) => {
    await opened(call)
    return { documents: await store.listDocuments(call.tx, call.input.personId) }
  }),
  handle(contract.addDocument, async (call) => {
    const { input, tx, actor, now, upload, note } = call
    const { whose, key, scope } = await openedToWrite(call)
    const paper = await readPaper(upload?.bytes ?? refuse('platform.file-empty'))
    if (!(await store.hasRoom(tx, input.personId))) refuse('people.too-many-documents')
    note({ kind: input.kind, mediaType: paper.mediaType, bytes: paper.bytes.length })
    return store.insertDocument(tx, key, whose, { ...paper, scope, id: input.id, kind: input.kind, accountId: actor.accountId, at: now })
  }),
  handle(contract.readDocument, async (call) => {
    const { whose, key } = await opened(call)
    return (await store.readCopy(call.tx, key, whose, call.input.id)) ?? refuse('platform.not-found')
  }),
  handle(contract.openDocuments, async (call) => {
    await opened(call)
    return { documents: await store.listDocuments(call.tx, call.input.personId) }
  }),
  handle(contract.openDocument, async (call) => {
    const { whose, key } = await opened(call)
    return (await store.readCopy(call.tx, key, whose, call.input.id)) ?? refuse('platform.not-found')
  }),
  handle(contract.listPapers, async (call) => {
    await opened(call)
    return { papers: await store.listPapers(call.tx, call.input.personId) }
  }),
  handle(contract.printPaper, async (call) => {
    const { input, tx, house, actor, today } = call
    const { scope } = await openedToWrite(call)
    const code = fileNumberOf(house.randomBytes)
    return store.insertPaper(tx, { ...input, scope, code, formVersion: CONSENT_FORM, accountId: actor.accountId, today })
  }),
]
