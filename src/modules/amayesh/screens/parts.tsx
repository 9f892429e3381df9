import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { ProductUnit } from '../../businesses/contract/products.ts'
import { words as businesses } from '../../businesses/words.ts'
import type { BoardCell, UnitFigures } from '../contract/board.ts'
import { words } from '../words.ts'

const PARTS = [
  ['board', '/staff/amayesh'],
  ['links', '/staff/amayesh/links'],
  ['buyers', '/staff/amayesh/buyers'],
  ['advantage', '/staff/amayesh/advantage'],
  ['studies', '/staff/amayesh/studies'],
] as const
/** The parts of territorial planning, the present one marked. */
export function Parts({ current }: { readonly current: (typeof PARTS)[number][0] }) {
  const say = useSay()
  return (
    <nav aria-label={say(words.parts)} className="flex flex-wrap gap-2 pb-4">
      {PARTS.map(([part, path]) => (
        <Link
          key={part}
          to={path}
          {...(part === current ? { 'aria-current': 'page' } : {})}
          className={`inline-flex min-h-12 items-center rounded-control px-3 text-dense no-underline lg:min-h-10 ${part === current ? 'bg-brand-soft font-bold text-brand' : 'text-brand hover:bg-sunken'}`}
        >
          {say(words[part])}
        </Link>
      ))}
    </nav>
  )
}
const MEANINGS = {
  'under-supplied': 'due',
  balanced: 'done',
  saturated: 'overdue',
  'without-market': 'neutral',
  'not-compared': 'waiting',
} as const
export function StandingTags({ cell: { standing, isOneBuyer } }: { readonly cell: Pick<BoardCell, 'standing' | 'isOneBuyer'> }) {
  const say = useSay()
  return (
    <span className="flex flex-wrap gap-1">
      <Tag meaning={MEANINGS[standing]}>{say(words[`standing-${standing}`])}</Tag>
      {isOneBuyer ? <Tag meaning="due">{say(words['one-buyer'])}</Tag> : null}
    </span>
  )
}
/** The name of an occupation in the language of the page. */
export function useNameOf(): (named: { readonly nameFa: string; readonly nameEn: string }) => string {
  const language = useLanguage()
  return ({ nameFa, nameEn }) => (language === 'en' ? nameEn : nameFa)
}
/** A unit of the list by its word; another one in the words of whoever wrote it. */
export function useUnitName(): (unit: string) => string {
  const say = useSay()
  return (unit) => (ProductUnit.safeParse(unit).success ? say(wordFor(businesses, `unit-${unit}`)) : unit)
}
/** One figure of an occupation, each unit on a line of its own. */
export function Lines({ lines, children }: { readonly lines: readonly UnitFigures[]; readonly children: (line: UnitFigures) => string }) {
  return (
    <span className="flex flex-col">
      {lines.map((line) => (
        <span key={line.unit}>{children(line)}</span>
      ))}
    </span>
  )
}
/** How much in which unit; «fewer than ten homes» where it is not told. */
export function useAmount(): (value: number | null, unit: string) => string {
  const say = useSay()
  const language = useLanguage()
  const unitName = useUnitName()
  return (value, unit) => (value === null ? say(words['few-homes']) : `${formatNumber(value, language)} ${unitName(unit)}`)
}
