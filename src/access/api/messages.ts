import { type Handled, handle } from '../../platform/http.ts'
import { OUTBOX_JOB, openMessage } from '../../platform/outbox.ts'
import { refuse } from '../../platform/refusal.ts'
import { listMessages, Message, sendAgain } from '../contract/messages.ts'
import { countMessages, findMessageState, listMessagesOf, updateToWaiting } from '../store/messages.ts'
import { pageOf } from './accounts.ts'

export const messagesApi: readonly Handled[] = [
  handle(listMessages, async ({ input, tx, house }) => {
    const { page, next } = pageOf(await listMessagesOf(tx, input), input.limit)
    const messages = page.map((row) =>
      Message.parse({
        id: row.id,
        template: row.template,
        channel: row.channel,
        state: row.state,
        attempts: row.attempts,
        dueAt: row.due_at.toISOString(),
        sentAt: row.sent_at?.toISOString() ?? null,
        shown: house.mode === 'demo' ? openMessage(house, row) : null,
      }),
    )
    return { messages, next, counts: await countMessages(tx), hasGateway: { sms: house.post.sms !== null, mail: house.post.mail !== null } }
  }),
  handle(sendAgain, async ({ input, tx, house, now, afterCommit }) => {
    if ((await findMessageState(tx, input.id)) === undefined) refuse('platform.not-found')
    if (!(await updateToWaiting(tx, input.id, now))) refuse('access.message-not-failed')
    afterCommit(() => house.wake(OUTBOX_JOB))
    return { id: input.id }
  }),
]
