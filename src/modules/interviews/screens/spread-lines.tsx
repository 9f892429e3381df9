import type { z } from 'zod'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import type { Degree, InstrumentItem } from '../contract/instrument.ts'
import type { readSpread, SpreadItem } from '../contract/seats.ts'
import { words } from '../words.ts'

export type Spread = z.infer<typeof readSpread.output>
export type SpreadLine = z.infer<typeof SpreadItem>
/** Items with a wide gap stand first; inside each group the order of the instrument stays. */
export const gapsFirst = (items: readonly SpreadLine[]): readonly SpreadLine[] => [
  ...items.filter(({ needsReason }) => needsReason),
  ...items.filter(({ needsReason }) => !needsReason),
]
/** Every member's degree with its anchor, by office. */
export function OfficeMarks({ line, item }: { readonly line: SpreadLine; readonly item: InstrumentItem | undefined }) {
  const say = useSay()
  const language = useLanguage()
  const shown = (degree: Degree | null): string =>
    degree === null ? say(words['not-observed']) : digits(`${degree} · ${item?.anchors[degree - 1] ?? ''}`, language)
  return (
    <ul className="text-dense">
      {[...Map.groupBy(line.marks, ({ office }) => office)].map(([office, marks]) => (
        <li key={office}>
          <span className="text-ink-2">{office}:</span> {marks.map(({ degree }) => shown(degree)).join(language === 'en' ? '; ' : '؛ ')}
        </li>
      ))}
    </ul>
  )
}
