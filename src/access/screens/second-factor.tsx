import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { useLanguage, useSay } from '../../ui/language.tsx'
import { Card, PageHeader } from '../../ui/layout.tsx'
import { ProblemBox } from '../../ui/states.tsx'
import { words } from '../words.ts'
import { type Answered, ask } from './sign-in-calls.ts'
import { useAttempt } from './use-attempt.ts'

/** What stands before an assignment that opens files, as long as the account has no second factor. */
export function SecondFactorPage({ leave }: { readonly leave: () => void }) {
  const say = useSay()
  return (
    <main className="mx-auto max-w-xl p-4 sm:p-8">
      <PageHeader title={say(words['set-up-second-factor'])} actions={<Button onPress={leave}>{say(words['sign-out'])}</Button>} />
      <Card>
        <p className="pb-4">{say(words['second-factor-why'])}</p>
        <SetUpSecondFactor />
      </Card>
    </main>
  )
}
/** Three steps: the password once more, the key into the authenticator, the recovery codes onto paper. */
export function SetUpSecondFactor({ replaces = false }: { readonly replaces?: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const { attempt, error, isPending } = useAttempt()
  const [password, setPassword] = useState('')
  const [made, setMade] = useState<Answered>()
  const begin = (event: SubmitEvent): void => {
    event.preventDefault()
    void attempt(async () => {
      if (replaces && made === undefined) await ask('/two-factor/disable', { password }, language)
      setMade(await ask('/two-factor/enable', { password }, language))
    })
  }
  if (made !== undefined) return <ConfirmSecondFactor made={made} />
  return (
    <form onSubmit={begin} className="flex flex-col gap-4">
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
          {say(replaces ? words['replace-second-factor'] : words['set-up-second-factor'])}
        </Button>
      </div>
    </form>
  )
}
function ConfirmSecondFactor({ made }: { readonly made: Answered }) {
  const say = useSay()
  const language = useLanguage()
  const queries = useQueryClient()
  const { attempt, error, isPending } = useAttempt()
  const [code, setCode] = useState('')
  const [isConfirmed, setConfirmed] = useState(false)
  const uri = made.totpUri ?? ''
  const key = new URL(uri === '' ? 'otpauth://totp/kariz' : uri).searchParams.get('secret') ?? ''
  const confirm = (event: SubmitEvent): void => {
    event.preventDefault()
    void attempt(async () => {
      await ask('/two-factor/verify-totp', { code: code.trim() }, language)
      setConfirmed(true)
    })
  }
  if (isConfirmed)
    return (
      <RecoveryCodes
        codes={made.recoveryCodes}
        onKept={() => {
          void queries.resetQueries()
        }}
      />
    )
  return (
    <form onSubmit={confirm} className="flex flex-col gap-4">
      <p>{say(words['second-factor-key'])}</p>
      <p>
        <bdi dir="ltr" className="block rounded-control bg-sunken p-3 font-semibold">
          {key.replaceAll(/(.{4})/g, '$1 ')}
        </bdi>
      </p>
      <a href={uri} className="font-semibold text-brand underline underline-offset-4">
        {say(words['second-factor-open'])}
      </a>
      <ProblemBox error={error} />
      <TextField label={say(words.code)} isCode autoComplete="one-time-code" value={code} onChange={setCode} isRequired />
      <div>
        <Button type="submit" look="primary" isPending={isPending} isDisabled={code.trim().length < 6}>
          {say(words.continue)}
        </Button>
      </div>
    </form>
  )
}
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const say = useSay()
  return (
    <section aria-label={say(words['recovery-codes'])}>
      <h2 className="pb-2 font-bold">{say(words['recovery-codes'])}</h2>
      <p className="pb-3">{say(words['recovery-codes-why'])}</p>
      <ul dir="ltr" className="grid grid-cols-2 gap-2 rounded-control bg-sunken p-3">
        {codes.map((code) => (
          <li key={code}>
            <bdi>{code}</bdi>
          </li>
        ))}
      </ul>
      <div className="pt-4">
        <Button look="primary" onPress={onKept}>
          {say(words['recovery-codes-kept'])}
        </Button>
      </div>
    </section>
  )
}
