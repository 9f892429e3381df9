import { z } from 'zod'
import { Id, Page } from '../../platform/fields.ts'
import { route } from '../../platform/route.ts'

export const MessageState = z.enum(['waiting', 'sent', 'shown', 'failed'])
/** Template, state and time; the number and the text only in the marked demonstration (roles.md §3.5). */
export const Message = z.object({
  id: Id,
  template: z.string(),
  channel: z.enum(['sms', 'mail']),
  state: MessageState,
  attempts: z.number().int(),
  dueAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  shown: z.object({ to: z.string(), text: z.string() }).nullable(),
})
export type Message = z.infer<typeof Message>
export const listMessages = route({
  method: 'GET',
  path: '/access/messages',
  action: 'access.read-messages',
  input: Page.extend({ state: MessageState.optional() }),
  output: z.object({
    messages: z.array(Message),
    next: Id.nullable(),
    counts: z.object({ waiting: z.number().int(), sent: z.number().int(), shown: z.number().int(), failed: z.number().int() }),
    hasGateway: z.object({ sms: z.boolean(), mail: z.boolean() }),
  }),
  refusals: [],
})
/** Puts a failed message back into the queue. */
export const sendAgain = route({
  method: 'POST',
  path: '/access/messages/:id/again',
  action: 'access.send-again',
  input: z.object({ id: Id }),
  output: z.object({ id: Id }),
  refusals: ['platform.not-found', 'access.message-not-failed'],
  subject: ({ id }) => ({ type: 'message', id }),
})
