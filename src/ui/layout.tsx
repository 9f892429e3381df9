import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'

let isHeadingAwaited = false
/** After a change of page the focus goes to its heading: at once, or when the page has come. */
export function headingTakesFocus(): void {
  const heading = document.querySelector('h1')
  isHeadingAwaited = heading === null
  heading?.focus()
}

/** The head of a page: where it stands, its name, one line of facts, then at most two actions. */
export function PageHeader({
  title,
  facts,
  actions,
}: {
  readonly title: string
  readonly facts?: ReactNode
  readonly actions?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isHeadingAwaited) return
    isHeadingAwaited = false
    heading.current?.focus()
  }, [])
  return (
    <header className="flex flex-wrap items-start justify-between gap-3 pb-4">
      <div className="min-w-0">
        <h1 ref={heading} tabIndex={-1} className="font-bold text-name outline-none">
          {title}
        </h1>
        {facts === undefined ? null : <div className="flex flex-wrap items-center gap-2 text-ink-2">{facts}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap items-center gap-x-5 gap-y-2">{actions}</div>}
    </header>
  )
}
export function Card({
  title,
  children,
  actions,
  isFolded = false,
}: {
  readonly title?: string
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Shut until its title is pressed: what is not part of the present step. */
  readonly isFolded?: boolean
}) {
  if (isFolded && title !== undefined)
    return (
      <details className="group mb-4 rounded-card border border-line bg-surface">
        <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-3 rounded-card p-4 sm:px-5">
          <h2 className="font-bold text-body">{title}</h2>
          <ChevronDown aria-hidden size={18} className="shrink-0 text-ink-2 group-open:rotate-180" />
        </summary>
        <div className="px-4 pb-4 sm:px-5 sm:pb-5">
          {children}
          {actions === undefined ? null : <div className="flex flex-wrap gap-2 pt-4">{actions}</div>}
        </div>
      </details>
    )
  return (
    <section className="card mb-4 rounded-card border border-line bg-surface p-4 sm:p-5">
      {title === undefined ? null : <h2 className="pb-3 font-bold text-body">{title}</h2>}
      {children}
      {actions === undefined ? null : <div className="flex flex-wrap gap-2 pt-4">{actions}</div>}
    </section>
  )
}
/** Facts as pairs of name and value. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-2 text-dense">{name}</dt>
          <dd className="pb-2 sm:pb-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
/** What happened, newest first. */
export function Timeline({
  label,
  events,
}: {
  readonly label: string
  readonly events: readonly { readonly id: string; readonly what: string; readonly who: string; readonly when: string }[]
}) {
  return (
    <ol aria-label={label} className="border-line border-s-2 ps-4">
      {events.map(({ id, what, who, when }) => (
        <li key={id} className="pb-3">
          <span className="block font-semibold text-dense">{what}</span>
          <span className="block text-ink-2 text-meta">
            {who} · {when}
          </span>
        </li>
      ))}
    </ol>
  )
}
