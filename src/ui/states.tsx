import type { ReactNode } from 'react'
import { Offline, Problem } from '../platform/client.ts'
import { Button } from './button.tsx'
import { useSay } from './language.tsx'
import { PageHeader } from './layout.tsx'
import { words } from './words.ts'

/** What belongs here, in one sentence, with at most one action. */
export function EmptyState({ children, action }: { readonly children: string; readonly action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-card border border-dashed border-control p-5 text-ink-2">
      <p>{children}</p>
      {action}
    </div>
  )
}
/** First load only; later loads keep the old content. */
export function Waiting() {
  const say = useSay()
  return (
    <p role="status" className="p-5 text-ink-2">
      {say(words.loading)}
    </p>
  )
}
/** Why something was refused or failed: the server's own sentences, the fields to mend, and nothing else. */
export function ProblemBox({ error, onAgain }: { readonly error: Error | null; readonly onAgain?: () => void }) {
  const say = useSay()
  if (error === null) return null
  return (
    <div role="alert" className="mb-3 rounded-card border border-overdue bg-overdue-ground p-4 text-overdue">
      {error instanceof Problem ? <Reasons problem={error} /> : <p>{say(error instanceof Offline ? words.offline : words.fault)}</p>}
      {onAgain === undefined ? null : (
        <div className="pt-3">
          <Button onPress={onAgain}>{say(words['try-again'])}</Button>
        </div>
      )}
    </div>
  )
}
function Reasons({ problem }: { readonly problem: Problem }) {
  const say = useSay()
  return (
    <>
      {problem.reasons.map(({ code, sentence }) => (
        <p key={code}>{sentence}</p>
      ))}
      {problem.fields.length === 0 ? null : (
        <ul className="list-disc ps-5">
          {problem.fields.map(({ path, sentence }) => (
            <li key={`${path} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      )}
      {problem.status >= 500 ? (
        <p className="text-meta">
          <bdi>{say(words.reference, { id: problem.requestId })}</bdi>
        </p>
      ) : null}
    </>
  )
}
/** Reasons beside a disabled button, as sentences. */
export function ReasonList({ reasons }: { readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <ul className="list-disc ps-5 text-dense text-ink-2">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}
interface Reading<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly isPending: boolean
  readonly refetch: () => unknown
}
/** The four states of anything read: waiting, refused, without network, and there. */
export function Read<T>({ of, children }: { readonly of: Reading<T>; readonly children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error !== null) return <ProblemBox error={of.error} onAgain={() => void of.refetch()} />
  return <Waiting />
}
/** The same where the page's own heading comes with what is read: refused or without network, the page still says what it is. */
export function ReadPage<T>({ of, children }: { readonly of: Reading<T>; readonly children: (data: T) => ReactNode }) {
  const say = useSay()
  const isRefused = of.data === undefined && of.error !== null
  return (
    <>
      {isRefused ? <PageHeader title={say(words['page-not-open'])} /> : null}
      <Read of={of}>{children}</Read>
    </>
  )
}
/** The next piece of a long list, where there is one. */
export function More({ next, onMore }: { readonly next: string | null; readonly onMore: (after: string) => void }) {
  const say = useSay()
  if (next === null) return null
  return (
    <div className="pt-4">
      <Button onPress={() => onMore(next)}>{say(words.more)}</Button>
    </div>
  )
}
