import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { actIn } from '../../platform/client.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { useLanguage, useSay } from '../../ui/language.tsx'
import { Card, PageHeader } from '../../ui/layout.tsx'
import { ProblemBox } from '../../ui/states.tsx'
import { words } from '../words.ts'
import { DemoAccounts, type Entering } from './demo-accounts.tsx'
import { ask } from './sign-in-calls.ts'

/** Pages that are open to everybody, made on the server: they are asked for anew, not shown by the app. */
const OPEN_PAGES = [
  ['/about', 'open-about'],
  ['/figures', 'open-figures'],
  ['/pledges', 'open-pledges'],
  ['/goods', 'open-goods'],
  ['/call', 'open-call'],
  ['/complaint', 'open-complaint'],
] as const
type Step = 'password' | 'code' | 'recovery'

export function SignInPage({ isDemo }: { readonly isDemo: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const queries = useQueryClient()
  const [error, setError] = useState<Error | null>(null)
  const [isPending, setPending] = useState(false)
  const attempt = async (work: () => Promise<boolean>): Promise<void> => {
    setPending(true)
    setError(null)
    try {
      if (await work()) {
        actIn(null)
        await queries.resetQueries()
      }
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error('unknown'))
    } finally {
      setPending(false)
    }
  }
  const enterAs = ({ email, password, code }: Entering): void => {
    void attempt(async () => {
      const { needsSecondFactor } = await ask('/sign-in/email', { email, password }, language)
      if (needsSecondFactor) await ask('/two-factor/verify-totp', { code }, language)
      return true
    })
  }
  const form = (
    <Card {...(isDemo ? { title: say(words['sign-in-with-password']) } : {})}>
      <SignInForm attempt={attempt} error={isDemo ? null : error} isPending={isPending} />
    </Card>
  )
  return (
    <main className={`mx-auto p-4 sm:p-8 ${isDemo ? 'max-w-6xl' : 'max-w-xl'}`}>
      <PageHeader title={say(words['sign-in'])} facts={say(words['what-kariz-is'])} />
      {isDemo ? (
        <>
          <ProblemBox error={error} />
          <div className="grid items-start gap-x-6 gap-y-2 pt-2 lg:grid-cols-[1fr_340px]">
            <DemoAccounts enterAs={enterAs} isPending={isPending} />
            {form}
          </div>
        </>
      ) : (
        form
      )}
      <nav aria-label={say(words['open-pages'])} className="flex flex-wrap gap-x-5 pt-4">
        {OPEN_PAGES.map(([path, key]) => (
          <a key={path} href={path} className="flex min-h-11 items-center text-brand underline-offset-4 hover:underline">
            {say(words[key])}
          </a>
        ))}
      </nav>
    </main>
  )
}
interface FormProps {
  readonly attempt: (work: () => Promise<boolean>) => Promise<void>
  readonly error: Error | null
  readonly isPending: boolean
}
function SignInForm({ attempt, error, isPending }: FormProps) {
  const say = useSay()
  const language = useLanguage()
  const [step, setStep] = useState<Step>('password')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void attempt(async () => {
      if (step !== 'password') {
        await ask(step === 'code' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code: code.trim() }, language)
        return true
      }
      const { needsSecondFactor } = await ask('/sign-in/email', { email, password }, language)
      if (needsSecondFactor) setStep('code')
      return !needsSecondFactor
    })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <ProblemBox error={error} />
      {step === 'password' ? (
        <>
          <TextField label={say(words.email)} type="email" isCode autoComplete="username" value={email} onChange={setEmail} isRequired />
          <TextField
            label={say(words.password)}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            isRequired
          />
        </>
      ) : (
        <TextField
          label={say(step === 'code' ? words.code : words['recovery-code'])}
          isCode={step === 'code'}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          isRequired
        />
      )}
      <Button type="submit" look="primary" isPending={isPending}>
        {say(words.continue)}
      </Button>
      {step === 'code' ? (
        <Button look="quiet" onPress={() => setStep('recovery')}>
          {say(words['use-recovery-code'])}
        </Button>
      ) : null}
    </form>
  )
}
