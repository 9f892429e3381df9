import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { z } from 'zod'
import { actIn, call, newCommandId, useWrite } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { formatDate } from '../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../ui/language.tsx'
import { Card, PageHeader } from '../../ui/layout.tsx'
import { ProblemBox, Read } from '../../ui/states.tsx'
import { acceptInvitation, lookAtInvitation } from '../contract/invitations.ts'
import { words } from '../words.ts'
import { isWhole, noPassword, PasswordFields } from './password-fields.tsx'

type Looked = z.output<typeof lookAtInvitation.output>
const tokenInAddress = (): string => window.location.hash.slice(1)

/** Where a one-time link leads: the part after «#» never leaves the browser except in the body of the two requests made here. */
export function AcceptPage({ onEntered }: { readonly onEntered: () => void }) {
  const say = useSay()
  const [token] = useState(tokenInAddress)
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(lookAtInvitation, { token }, { command: newCommandId() }),
    retry: false,
    staleTime: 'static',
  })
  return (
    <main className="mx-auto max-w-xl p-4 sm:p-8">
      <PageHeader title={say(words[look.data?.kind === 'renew' ? 'accept-renew-title' : 'accept-title'])} />
      <Card>
        <Read of={look}>{(looked) => <AcceptForm token={token} looked={looked} onEntered={onEntered} />}</Read>
        {look.data === undefined && look.error !== null ? (
          <div className="pt-4">
            <Button onPress={onEntered}>{say(words['go-to-sign-in'])}</Button>
          </div>
        ) : null}
      </Card>
    </main>
  )
}
function AcceptForm({ token, looked, onEntered }: { readonly token: string; readonly looked: Looked; readonly onEntered: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const accept = useWrite(acceptInvitation)
  const [fresh, setFresh] = useState(noPassword)
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const isFirst = looked.email === null
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    accept.mutate({ input: { token, password: fresh.password, ...(isFirst ? { email, name } : {}) } })
  }
  if (accept.data !== undefined)
    return (
      <>
        <p className="pb-4">{say(words.accepted)}</p>
        <Button
          look="primary"
          onPress={() => {
            actIn(null)
            onEntered()
          }}
        >
          {say(words['go-to-sign-in'])}
        </Button>
      </>
    )
  const facts = [looked.name, looked.role === null ? null : say(wordFor(words, `role-${looked.role}`))].filter((one) => one !== null)
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {facts.length === 0 ? null : <p className="font-semibold">{facts.join(' · ')}</p>}
      {looked.email === null ? null : (
        <p>
          <bdi dir="ltr">{looked.email}</bdi>
        </p>
      )}
      <p>{say(words['accept-explained'], { until: formatDate(looked.until, language) })}</p>
      <ProblemBox error={accept.error} />
      {isFirst ? (
        <>
          <TextField label={say(words.name)} autoComplete="name" value={name} onChange={setName} isRequired />
          <TextField label={say(words.email)} type="email" isCode autoComplete="username" value={email} onChange={setEmail} isRequired />
        </>
      ) : null}
      <PasswordFields value={fresh} onChange={setFresh} />
      <div>
        <Button
          type="submit"
          look="primary"
          isPending={accept.isPending}
          isDisabled={!isWhole(fresh) || (isFirst && (name.trim() === '' || email.trim() === ''))}
        >
          {say(words[looked.kind === 'renew' ? 'accept-renew' : 'accept'])}
        </Button>
      </div>
    </form>
  )
}
