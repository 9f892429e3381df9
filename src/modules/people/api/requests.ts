import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import * as contract from '../contract/requests.ts'
import * as store from '../store/requests.ts'
import { opened } from './opened.ts'

export const requestsApi: readonly Handled[] = [
  handle(contract.listRequests, async (call) => {
    await opened(call)
    return { requests: await store.listRequests(call.tx, call.input.personId) }
  }),
  handle(contract.answerRequest, async (call) => {
    const { tx, input, today, actor, note } = call
    await opened(call)
    if (!(await store.answerRequest(tx, { ...input, today, accountId: actor.accountId }))) refuse('people.request-answered')
    note({ answer: input.answer })
    return { requests: await store.listRequests(tx, input.personId) }
  }),
]
