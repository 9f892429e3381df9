import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { newCommandId, useRead, useWrite } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/fields.tsx'
import { formatInstant } from '../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../ui/language.tsx'
import { PageHeader } from '../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../ui/states.tsx'
import { type Meaning, Tag } from '../../ui/tag.tsx'
import { words as ui } from '../../ui/words.ts'
import { type Invitation, invite, inviteAgain, listInvitations, withdrawInvitation } from '../contract/invitations.ts'
import { words } from '../words.ts'
import { blank, GivenFields, givenOf } from './given-fields.tsx'
import { OneTimeLink } from './one-time-link.tsx'

const MEANINGS: Readonly<Record<Invitation['state'], Meaning>> = {
  open: 'waiting',
  expired: 'overdue',
  accepted: 'done',
  withdrawn: 'neutral',
}
const Search = z.object({ after: z.string().optional().catch(undefined) })

/** Links that were given, and what became of each. */
export function Screen() {
  const say = useSay()
  const search = Search.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const invitations = useRead(listInvitations, { limit: 50, ...search })
  const [isInviting, setInviting] = useState(false)
  const [link, setLink] = useState<string | null>()
  return (
    <>
      <PageHeader
        title={say(words.invitations)}
        actions={
          <Button look="primary" onPress={() => setInviting(true)}>
            {say(words.invite)}
          </Button>
        }
      />
      {link === undefined ? null : <OneTimeLink link={link} />}
      <Read of={invitations}>
        {(data) => (
          <>
            {data.invitations.length === 0 ? (
              <EmptyState>{say(words['no-invitations'])}</EmptyState>
            ) : (
              <Lines rows={data.invitations} onLink={setLink} />
            )}
            {data.next === null ? null : (
              <div className="pt-4">
                <Button onPress={() => void navigate({ to: '/staff/invitations', search: () => ({ after: data.next }) })}>
                  {say(ui.more)}
                </Button>
              </div>
            )}
          </>
        )}
      </Read>
      {isInviting ? <InviteDialog onClose={() => setInviting(false)} onLink={setLink} /> : null}
    </>
  )
}
function Lines({ rows, onLink }: { readonly rows: readonly Invitation[]; readonly onLink: (link: string | null) => void }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <DataTable
      label={say(words.invitations)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', title: say(words.name), cell: (row) => row.name },
        { key: 'email', title: say(words.email), cell: (row) => <bdi dir="ltr">{row.email}</bdi> },
        {
          key: 'role',
          title: say(words.role),
          cell: (row) => (row.role === null ? say(words['kind-renew']) : say(wordFor(words, `role-${row.role}`))),
        },
        {
          key: 'state',
          title: say(words.state),
          cell: (row) => <Tag meaning={MEANINGS[row.state]}>{say(words[`invitation-${row.state}`])}</Tag>,
        },
        { key: 'until', title: say(words['valid-until']), cell: (row) => formatInstant(row.expiresAt, language) },
        { key: 'actions', title: say(words.action), cell: (row) => <Answer row={row} onLink={onLink} /> },
      ]}
    />
  )
}
function Answer({ row, onLink }: { readonly row: Invitation; readonly onLink: (link: string | null) => void }) {
  const say = useSay()
  const again = useWrite(inviteAgain)
  const withdraw = useWrite(withdrawInvitation)
  const [isAsking, setAsking] = useState(false)
  const input = { id: row.id, version: row.version }
  if (row.state === 'accepted' || row.state === 'withdrawn') return null
  return (
    <span className="flex flex-wrap gap-2">
      <ProblemBox error={again.error} />
      {row.kind === 'invite' ? (
        <Button isPending={again.isPending} onPress={() => again.mutate({ input }, { onSuccess: ({ link }) => onLink(link) })}>
          {say(words['invite-again'])}
        </Button>
      ) : null}
      <Button onPress={() => setAsking(true)}>{say(words['withdraw-invitation'])}</Button>
      {isAsking ? (
        <Dialog title={say(words['withdraw-invitation'])} isOpen onClose={() => setAsking(false)}>
          <p className="pb-4">{say(words['withdraw-invitation-explained'], { name: row.name })}</p>
          <ProblemBox error={withdraw.error} />
          <Button
            look="danger"
            isPending={withdraw.isPending}
            onPress={() => withdraw.mutate({ input }, { onSuccess: () => setAsking(false) })}
          >
            {say(words['withdraw-invitation'])}
          </Button>
        </Dialog>
      ) : null}
    </span>
  )
}
function InviteDialog({ onClose, onLink }: { readonly onClose: () => void; readonly onLink: (link: string | null) => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [draft, setDraft] = useState(blank)
  const [id] = useState(newCommandId)
  const write = useWrite(invite)
  const given = givenOf(draft)
  const press = (): void => {
    if (given === undefined) return
    const done = ({ link }: { readonly link: string | null }): void => {
      onLink(link)
      onClose()
    }
    write.mutate({ input: { ...given, id, name, email } }, { onSuccess: done })
  }
  return (
    <Dialog title={say(words.invite)} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <TextField label={say(words.name)} value={name} onChange={setName} isRequired />
        <TextField label={say(words.email)} type="email" isCode value={email} onChange={setEmail} isRequired />
        <GivenFields value={draft} onChange={setDraft} />
        <p className="text-ink-2">{say(words['give-assignment-explained'])}</p>
        <ProblemBox error={write.error} />
        <div>
          <Button
            look="primary"
            isDisabled={given === undefined || name.trim() === '' || email.trim() === ''}
            isPending={write.isPending}
            onPress={press}
          >
            {say(words.invite)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
