import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { ExitRow } from '../contract/exit-table.ts'
import { words } from '../words.ts'

/** Lines of the table, one under the other so that they are read on a phone; what her file points at is marked for her guide. */
export function ExitRows({ rows }: { readonly rows: readonly (ExitRow & { readonly concernsHer?: boolean })[] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <ul className="flex flex-col divide-y divide-line">
      {rows.map((row) => (
        <li key={`${row.support} ${row.what}`} className="py-3">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            {say(words[`support-${row.support}`])}
            {row.concernsHer === true ? <Tag meaning="current">{say(words['concerns-her'])}</Tag> : null}
          </p>
          <p>{row.what}</p>
          <p className="text-ink-2">
            {say(words.happens)}: {row.happens}
          </p>
          <p className="text-ink-2 text-tag">
            {say(words.source)}:{' '}
            {row.sourceNumber === null || row.sourceDate === null
              ? say(words['source-unknown'])
              : say(words['source-letter'], { number: row.sourceNumber, day: formatDate(row.sourceDate, language) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
