import { type SubmitEvent, useState } from 'react'
import { useRead, useWrite } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { useLanguage, useSay } from '../../ui/language.tsx'
import { Card, PageHeader } from '../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { endOwnSession, readAccount, type SessionRow } from '../contract/accounts.ts'
import { words } from '../words.ts'
import { AssignmentLines } from './assignment-lines.tsx'
import { isWhole, noPassword, PasswordFields } from './password-fields.tsx'
import { RecoveryCodes, SetUpSecondFactor } from './second-factor.tsx'
import { SessionsList } from './sessions-list.tsx'
import { ask } from './sign-in-calls.ts'
import { useAttempt } from './use-attempt.ts'

/** «حساب من»: what I may act as, my password, my second factor, where I am signed in. */
export function Screen() {
  const say = useSay()
  const account = useRead(readAccount, {})
  return (
    <>
      <PageHeader
        title={say(words['my-account'])}
        facts={
          account.data === undefined ? undefined : (
            <>
              <span>{account.data.name}</span>
              <bdi dir="ltr">{account.data.email}</bdi>
            </>
          )
        }
      />
      <Read of={account}>
        {(data) => (
          <>
            <Card title={say(words['my-assignments'])}>
              {data.assignments.length === 0 ? (
                <EmptyState>{say(words['no-assignments'])}</EmptyState>
              ) : (
                <AssignmentLines label={say(words['my-assignments'])} rows={data.assignments} />
              )}
            </Card>
            <SecondFactorCard isSet={data.hasSecondFactor} />
            <PasswordCard />
            <Card title={say(words.sessions)}>
              <SessionsList sessions={data.sessions} actions={(row) => (row.isThis ? null : <EndSession row={row} />)} />
            </Card>
          </>
        )}
      </Read>
    </>
  )
}
function EndSession({ row }: { readonly row: SessionRow }) {
  const say = useSay()
  const end = useWrite(endOwnSession)
  return (
    <>
      <ProblemBox error={end.error} />
      <Button isPending={end.isPending} onPress={() => end.mutate({ input: { id: row.id } })}>
        {say(words['end-session'])}
      </Button>
    </>
  )
}
function SecondFactorCard({ isSet }: { readonly isSet: boolean }) {
  const say = useSay()
  const [open, setOpen] = useState<'replace' | 'codes'>()
  return (
    <Card title={say(words['second-factor'])}>
      <p className="pb-3">
        <Tag meaning={isSet ? 'done' : 'due'}>{say(words[isSet ? 'second-factor-on' : 'second-factor-off'])}</Tag>
      </p>
      {isSet ? null : <SetUpSecondFactor />}
      {isSet && open === undefined ? (
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => setOpen('codes')}>{say(words['new-recovery-codes'])}</Button>
          <Button onPress={() => setOpen('replace')}>{say(words['replace-second-factor'])}</Button>
        </div>
      ) : null}
      {open === 'replace' ? (
        <>
          <p className="pb-3">{say(words['replace-second-factor-why'])}</p>
          <SetUpSecondFactor replaces />
        </>
      ) : null}
      {open === 'codes' ? <NewCodes onKept={() => setOpen(undefined)} /> : null}
    </Card>
  )
}
function NewCodes({ onKept }: { readonly onKept: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const { attempt, error, isPending } = useAttempt()
  const [password, setPassword] = useState('')
  const [codes, setCodes] = useState<readonly string[]>()
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void attempt(async () => setCodes((await ask('/two-factor/generate-backup-codes', { password }, language)).recoveryCodes))
  }
  if (codes !== undefined) return <RecoveryCodes codes={codes} onKept={onKept} />
  return (
    <form onSubmit={submit} className="flex max-w-md flex-col gap-4">
      <ProblemBox error={error} />
      <TextField
        label={say(words['second-factor-password'])}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      <div>
        <Button type="submit" look="primary" isPending={isPending} isDisabled={password === ''}>
          {say(words['new-recovery-codes'])}
        </Button>
      </div>
    </form>
  )
}
function PasswordCard() {
  const say = useSay()
  const language = useLanguage()
  const { attempt, error, isPending } = useAttempt()
  const [present, setPresent] = useState('')
  const [fresh, setFresh] = useState(noPassword)
  const [isDone, setDone] = useState(false)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    setDone(false)
    void attempt(async () => {
      const body = { currentPassword: present, newPassword: fresh.password, revokeOtherSessions: true }
      await ask('/change-password', body, language)
      setPresent('')
      setFresh(noPassword)
      setDone(true)
    })
  }
  return (
    <Card title={say(words['change-password'])}>
      <form onSubmit={submit} className="flex max-w-md flex-col gap-4">
        <ProblemBox error={error} />
        {isDone ? <p role="status">{say(words['password-changed'])}</p> : null}
        <TextField
          label={say(words['password-now'])}
          type="password"
          autoComplete="current-password"
          value={present}
          onChange={setPresent}
          isRequired
        />
        <PasswordFields value={fresh} onChange={setFresh} />
        <div>
          <Button type="submit" look="primary" isPending={isPending} isDisabled={present === '' || !isWhole(fresh)}>
            {say(words['change-password'])}
          </Button>
        </div>
      </form>
    </Card>
  )
}
