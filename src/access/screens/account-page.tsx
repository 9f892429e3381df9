import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useSay } from '../../ui/language.tsx'
import { Card, PageHeader } from '../../ui/layout.tsx'
import { EmptyState, ProblemBox, ReadPage } from '../../ui/states.tsx'
import { type AccountRow, endSessions, getAccount, giveAssignment, unlockAccount } from '../contract/accounts.ts'
import { renewAccount } from '../contract/invitations.ts'
import { words } from '../words.ts'
import { AccountTags } from './accounts-page.tsx'
import { AssignmentLines } from './assignment-lines.tsx'
import { EndAssignment } from './end-assignment.tsx'
import { blank, GivenFields, givenOf } from './given-fields.tsx'
import { OneTimeLink } from './one-time-link.tsx'
import { SessionsList } from './sessions-list.tsx'

/** One account: what it may act as, where it is signed in, and the ways out when its holder cannot enter. */
export function Screen() {
  const say = useSay()
  const { accountId = '' } = useParams({ strict: false })
  const account = useRead(getAccount, { id: accountId })
  const [isGiving, setGiving] = useState(false)
  return (
    <ReadPage of={account}>
      {(data) => (
        <>
          <PageHeader
            title={data.name}
            facts={
              <>
                <bdi dir="ltr">{data.email}</bdi>
                <AccountTags row={data} />
              </>
            }
            actions={
              <Button look="primary" onPress={() => setGiving(true)}>
                {say(words['give-assignment'])}
              </Button>
            }
          />
          <Card title={say(words.assignments)}>
            {data.rows.length === 0 ? (
              <EmptyState>{say(words['no-assignments'])}</EmptyState>
            ) : (
              <AssignmentLines label={say(words.assignments)} rows={data.rows} actions={(row) => <EndAssignment row={row} />} />
            )}
          </Card>
          <WaysOut account={data} />
          <Card title={say(words.sessions)}>
            <SessionsList sessions={data.open} />
          </Card>
          {isGiving ? <GiveAssignment accountId={data.id} onClose={() => setGiving(false)} /> : null}
        </>
      )}
    </ReadPage>
  )
}
function WaysOut({ account }: { readonly account: AccountRow }) {
  const say = useSay()
  const unlock = useWrite(unlockAccount)
  const end = useWrite(endSessions)
  const renew = useWrite(renewAccount)
  const input = { id: account.id }
  return (
    <Card title={say(words.account)}>
      <ProblemBox error={unlock.error ?? end.error ?? renew.error} />
      {unlock.data === undefined ? null : <p role="status">{say(words.unlocked)}</p>}
      {end.data === undefined ? null : <p role="status">{say(words['sessions-ended'], { n: end.data.ended })}</p>}
      {renew.data === undefined ? null : <OneTimeLink link={renew.data.link} />}
      <p className="pb-3 text-ink-2">{say(words['renew-explained'])}</p>
      <div className="flex flex-wrap gap-2">
        <Button isPending={renew.isPending} onPress={() => renew.mutate({ input: { accountId: account.id, id: newCommandId() } })}>
          {say(words['renew-link'])}
        </Button>
        {account.isLocked ? (
          <Button isPending={unlock.isPending} onPress={() => unlock.mutate({ input })}>
            {say(words.unlock)}
          </Button>
        ) : null}
        <Button look="danger" isPending={end.isPending} isDisabled={account.sessions === 0} onPress={() => end.mutate({ input })}>
          {say(words['end-all-sessions'])}
        </Button>
      </div>
    </Card>
  )
}
function GiveAssignment({ accountId, onClose }: { readonly accountId: string; readonly onClose: () => void }) {
  const say = useSay()
  const [draft, setDraft] = useState(blank)
  const [id] = useState(newCommandId)
  const give = useWrite(giveAssignment)
  const given = givenOf(draft)
  const press = (): void => {
    if (given !== undefined) give.mutate({ input: { ...given, accountId, id } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['give-assignment'])} isOpen onClose={onClose}>
      <p className="pb-4 text-ink-2">{say(words['give-assignment-explained'])}</p>
      <GivenFields value={draft} onChange={setDraft} />
      <div className="flex flex-col items-start gap-3 pt-4">
        <ProblemBox error={give.error} />
        <Button look="primary" isDisabled={given === undefined} isPending={give.isPending} onPress={press}>
          {say(words['give-assignment'])}
        </Button>
      </div>
    </Dialog>
  )
}
