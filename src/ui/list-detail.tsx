import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { useSay } from './language.tsx'
import { words } from './words.ts'

/** A list with the chosen one beside it; where there is no room, the one or the other. */
export function ListDetail({
  label,
  list,
  detail,
  onBack,
}: {
  readonly label: string
  readonly list: ReactNode
  /** Nothing while none is chosen. */
  readonly detail: ReactNode | undefined
  readonly onBack: () => void
}) {
  const say = useSay()
  const isOpen = detail !== undefined
  return (
    <div className="lg:grid lg:grid-cols-[minmax(320px,380px)_1fr] lg:gap-6">
      <section aria-label={label} className={isOpen ? 'hidden lg:block' : ''}>
        {list}
      </section>
      <div className={isOpen ? '' : 'hidden lg:block'}>
        <div className="pb-2 lg:hidden">
          <Button look="quiet" onPress={onBack}>
            <ArrowRight aria-hidden size={18} className="ltr:-scale-x-100" />
            {say(words['back-to-list'])}
          </Button>
        </div>
        {detail ?? <p className="rounded-card border border-control border-dashed p-5 text-ink-2">{say(words['choose-from-list'])}</p>}
      </div>
    </div>
  )
}
interface ListRowProps {
  readonly title: string
  /** What is due and where; in quiet letters under the title. */
  readonly note: string
  readonly end?: ReactNode
  readonly isCurrent: boolean
  readonly onPress: () => void
}
/** Rows of the list: name, what is due, and a tag at the end. */
export function ListRow({ title, note, end, isCurrent, onPress }: ListRowProps) {
  return (
    <li className="border-line border-b last:border-b-0">
      <button
        type="button"
        aria-current={isCurrent}
        className={`flex min-h-16 w-full items-center justify-between gap-3 px-4 py-2 text-start ${isCurrent ? 'bg-brand-soft' : 'hover:bg-sunken'}`}
        onClick={onPress}
      >
        <span className="min-w-0">
          <span className="block font-semibold">{title}</span>
          <span className="block text-ink-2 text-tag">{note}</span>
        </span>
        {end}
      </button>
    </li>
  )
}
