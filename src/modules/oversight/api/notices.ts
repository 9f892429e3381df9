import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import * as contract from '../contract/notices.ts'
import * as store from '../store/notices.ts'
import { findScope } from '../store/scope.ts'

function shown(stored: store.StoredNotice, today: string): contract.Notice {
  const { organisationId: _organisationId, ...rest } = stored
  return { ...rest, isOverdue: stored.answer === null && stored.answerBy < today }
}
export const noticesApi: readonly Handled[] = [
  handle(contract.listNotices, async ({ input, tx, today }) => {
    if ((await findScope(tx, today, input.id)) === undefined) refuse('platform.not-found')
    return { notices: (await store.listNotices(tx, input.id)).map((one) => shown(one, today)) }
  }),
  handle(contract.sendNotice, async ({ input, tx, actor, today }) => {
    const scope = (await findScope(tx, today, input.id)) ?? refuse('platform.not-found')
    if (input.letterDate > today) refuse('oversight.letter-ahead')
    if (input.answerBy < input.letterDate) refuse('oversight.answer-before-letter')
    await store.insertNotice(tx, { ...scope, planId: actor.planId }, input)
    return shown((await store.findNotice(tx, input.noticeId)) ?? refuse('platform.not-found'), today)
  }),
  handle(contract.answerNotice, async ({ input, tx, actor, today }) => {
    const stored = (await store.lockNotice(tx, input.id)) ?? refuse('platform.not-found')
    if (stored.version !== input.version) refuse('platform.version-stale')
    if (stored.organisationId !== actor.organisationId) refuse('oversight.not-your-scope')
    if (stored.answer !== null) refuse('oversight.notice-answered')
    if (input.letterDate > today) refuse('oversight.letter-ahead')
    await store.keepAnswer(tx, stored, { ...input, today })
    return shown((await store.findNotice(tx, input.id)) ?? refuse('platform.not-found'), today)
  }),
]
