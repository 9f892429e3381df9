import { useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { useRead, useWrite } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/fields.tsx'
import { formatInstant, formatNumber } from '../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../ui/language.tsx'
import { PageHeader } from '../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../ui/states.tsx'
import { type Meaning, Tag } from '../../ui/tag.tsx'
import { words as ui } from '../../ui/words.ts'
import { listMessages, type Message, MessageState, sendAgain } from '../contract/messages.ts'
import { words } from '../words.ts'

const MEANINGS: Readonly<Record<Message['state'], Meaning>> = { waiting: 'waiting', sent: 'done', shown: 'neutral', failed: 'overdue' }
const Search = z.object({ state: MessageState.optional().catch(undefined), after: z.string().optional().catch(undefined) })

/** What waits to leave the house, left it, or failed: template, state and time. Number and text only in the marked demonstration. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const search = Search.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const messages = useRead(listMessages, { limit: 50, ...search }, { every: 15_000 })
  const show = (change: object): void => {
    void navigate({ to: '/staff/messages', search: () => ({ ...search, after: undefined, ...change }) })
  }
  return (
    <>
      <PageHeader title={say(words.messages)} />
      <Read of={messages}>
        {(data) => (
          <>
            {(['sms', 'mail'] as const)
              .filter((channel) => !data.hasGateway[channel])
              .map((channel) => (
                <p key={channel} className="pb-2 text-ink-2">
                  {say(words['no-gateway'], { channel: say(words[`channel-${channel}`]) })}
                </p>
              ))}
            {data.messages.some(({ shown }) => shown !== null) ? <p className="pb-2 text-ink-2">{say(words['messages-demo'])}</p> : null}
            <div className="max-w-xs pb-4">
              <SelectField
                label={say(words.state)}
                empty={say(words['all-states'])}
                value={search.state}
                onChange={(state) => show({ state })}
                choices={MessageState.options.map((state) => ({
                  value: state,
                  label: `${say(words[`message-${state}`])} (${formatNumber(data.counts[state], language)})`,
                }))}
              />
            </div>
            {data.messages.length === 0 ? <EmptyState>{say(words['no-messages'])}</EmptyState> : <Lines rows={data.messages} />}
            {data.next === null ? null : (
              <div className="pt-4">
                <Button onPress={() => show({ after: data.next })}>{say(ui.more)}</Button>
              </div>
            )}
          </>
        )}
      </Read>
    </>
  )
}
function Lines({ rows }: { readonly rows: readonly Message[] }) {
  const say = useSay()
  const language = useLanguage()
  const isDemo = rows.some(({ shown }) => shown !== null)
  return (
    <DataTable
      label={say(words.messages)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'template', title: say(words.template), cell: (row) => say(wordFor(words, `template-${row.template}`)) },
        { key: 'channel', title: say(words.channel), cell: (row) => say(words[`channel-${row.channel}`]) },
        {
          key: 'state',
          title: say(words.state),
          cell: (row) => <Tag meaning={MEANINGS[row.state]}>{say(words[`message-${row.state}`])}</Tag>,
        },
        { key: 'due', title: say(words['due-at']), cell: (row) => formatInstant(row.sentAt ?? row.dueAt, language) },
        ...(isDemo
          ? [
              {
                key: 'to',
                title: say(words['message-to']),
                cell: (row: Message) => <bdi dir="ltr">{row.shown?.to ?? ''}</bdi>,
              },
              {
                key: 'text',
                title: say(words['message-text']),
                cell: (row: Message) => (
                  <span className="block max-w-sm whitespace-pre-line break-words [unicode-bidi:plaintext] [overflow-wrap:anywhere]">
                    {row.shown?.text ?? ''}
                  </span>
                ),
              },
            ]
          : []),
        { key: 'again', title: say(words.action), cell: (row) => (row.state === 'failed' ? <Again id={row.id} /> : null) },
      ]}
    />
  )
}
function Again({ id }: { readonly id: string }) {
  const say = useSay()
  const again = useWrite(sendAgain)
  return (
    <>
      <ProblemBox error={again.error} />
      <Button isPending={again.isPending} onPress={() => again.mutate({ input: { id } })}>
        {say(words['send-again'])}
      </Button>
    </>
  )
}
