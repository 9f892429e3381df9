import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { formatMoney, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import type { ReleasedFigure } from '../contract/releases.ts'
import { words } from '../words.ts'

interface Row {
  readonly key: string
  readonly cells: readonly number[]
}
/** Published figures as tables: a line for each county that is told, and one for all others together. */
export function ReleasedFigures({ figures }: { readonly figures: readonly ReleasedFigure[] }) {
  const say = useSay()
  return (
    <div className="flex flex-col gap-4">
      {figures.map((figure) => (
        <section key={figure.name}>
          <h3 className="pb-2 font-semibold">{say(wordFor(words, `figure-${figure.name}`))}</h3>
          <Released figure={figure} />
        </section>
      ))}
    </div>
  )
}
function Released({ figure: { name, columns, lines, rest, hidden, rial } }: { readonly figure: ReleasedFigure }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const rows: readonly Row[] = [...lines, ...(rest === null ? [] : [{ key: 'rest', cells: rest }])]
  const shown: readonly Column<Row>[] = [
    {
      key: 'key',
      title: say(words['board-group']),
      cell: ({ key }) => {
        if (key === 'rest') return say(words['board-together'], { names: hidden.map(countyName).join(say(words['board-and'])) })
        return /^\d{4}$/.test(key) ? countyName(key) : say(wordFor(words, `key-${key}`))
      },
    },
    ...columns.map((column, at) => ({
      key: column,
      title: say(wordFor(words, `part-${column}`)),
      cell: ({ cells }: Row) => formatNumber(cells[at] ?? 0, language),
      isNumber: true,
    })),
    ...(rial === null ? [] : [{ key: 'rial', title: say(words['board-rial']), cell: () => formatMoney(rial, language), isNumber: true }]),
  ]
  return <DataTable label={say(wordFor(words, `figure-${name}`))} rows={rows} keyOf={({ key }) => key} columns={shown} />
}
