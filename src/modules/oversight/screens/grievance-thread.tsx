import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { GrievanceWord } from '../contract/grievances.ts'
import { grievanceWords as words } from '../words/grievances.ts'

/** What was said, in the order in which it was said. */
export function GrievanceThread({ said }: { readonly said: readonly GrievanceWord[] }) {
  const say = useSay()
  const language = useLanguage()
  if (said.length === 0) return <EmptyState>{say(words['words-gone'])}</EmptyState>
  return (
    <ol className="flex flex-col gap-3">
      {said.map(({ by, desk, on, text }) => (
        <li key={`${by} ${on} ${text}`} className={`rounded-control p-3 ${by === 'her' ? 'bg-sunken' : 'bg-brand-soft'}`}>
          <p className="text-dense text-ink-2">
            {desk === null ? say(words['said-by-her']) : say(words[`desk-${desk}`])} · {formatDate(on, language)}
          </p>
          <p className="whitespace-pre-wrap">{text}</p>
        </li>
      ))}
    </ol>
  )
}
