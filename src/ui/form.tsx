import { type ReactNode, useMemo, useRef } from 'react'
import { Problem } from '../platform/client.ts'
import { FieldProblems } from './field.tsx'
import { useSay } from './language.tsx'
import { ProblemBox } from './states.tsx'
import { words } from './words.ts'

interface FormProps {
  /** What the server answered to the last sending. */
  readonly error: Error | null
  readonly onSubmit: () => void
  readonly children: ReactNode
}
const FOCUSABLE = 'input:not([type=hidden]):not([hidden]),select,textarea,[role=spinbutton],button'

/** A form: what the server found wrong stands under its field and, with a link to it, at the top; the rest of a refusal as sentences. */
export function Form({ error, onSubmit, children }: FormProps) {
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  const fields = error instanceof Problem ? error.fields : []
  const problems = useMemo(
    () => new Map(error instanceof Problem ? error.fields.map(({ path, sentence }) => [path, sentence] as const) : []),
    [error],
  )
  const goTo = (path: string): void => {
    const field = form.current?.querySelector(`[data-field="${CSS.escape(path)}"]`)
    const target = field?.querySelector(FOCUSABLE)
    if (target instanceof HTMLElement) target.focus()
  }
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {fields.length === 0 ? (
        <ProblemBox error={error} />
      ) : (
        <div role="alert" className="rounded-card border border-overdue bg-overdue-ground p-4 text-overdue">
          <p className="font-semibold">{say(words['mend-fields'])}</p>
          <ul className="list-disc ps-5">
            {fields.map(({ path, sentence }) => (
              <li key={`${path} ${sentence}`}>
                <button type="button" className="min-h-6 text-start underline underline-offset-4" onClick={() => goTo(path)}>
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <FieldProblems value={problems}>{children}</FieldProblems>
    </form>
  )
}
