import type { z } from 'zod'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import type { InstrumentItem } from '../contract/instrument.ts'
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
  return (
    <ul className="text-dense">
      {line.marks.map(({ office, degree }) => (
        <li key={office}>
          <span className="text-ink-2">{office}:</span>{' '}
          {degree === null ? say(words['not-observed']) : digits(`${degree} · ${item?.anchors[degree - 1] ?? ''}`, language)}
        </li>
      ))}
    </ul>
  )
}
