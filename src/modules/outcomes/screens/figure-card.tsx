import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { formatMoney, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import type { Figure, Grouping, Line } from '../contract/board.ts'
import { words } from '../words.ts'

const inGroups: readonly Grouping[] = ['ground', 'age', 'literacy', 'grievance-desk', 'finding-desk']
/** One indicator: what it means, its whole in large, its counties in a table, and its groups when they are asked for. */
export function FigureCard({ figure: { name, lines }, smallest }: { readonly figure: Figure; readonly smallest: number }) {
  const say = useSay()
  const title = say(wordFor(words, `figure-${name}`))
  const whole = lines.find(({ by }) => by === 'all')
  const rows = lines.filter(({ by }) => by !== 'all' && !inGroups.includes(by))
  const groups = lines.filter(({ by }) => inGroups.includes(by))
  // Of nobody there is no table of noughts.
  const isEmpty = lines.every(({ n }) => n === 0)
  return (
    <Card title={title}>
      <p className="max-w-prose pb-3 text-ink-2">{say(wordFor(words, `figure-${name}-hint`))}</p>
      {isEmpty ? (
        <p className="text-ink-2">{say(words['board-nobody'])}</p>
      ) : whole === undefined ? null : (
        <Whole line={whole} smallest={smallest} />
      )}
      {isEmpty || rows.length === 0 ? null : <Lines label={title} rows={rows} smallest={smallest} />}
      {isEmpty || groups.length === 0 ? null : (
        <details className="pt-3">
          <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-brand">
            {say(words['board-more'], { name: title })}
          </summary>
          <Lines label={say(words['board-more'], { name: title })} rows={groups} smallest={smallest} isGrouped />
        </details>
      )}
    </Card>
  )
}
/** How a line is said: its share, its days or its money, whichever it has. */
function useSaid(smallest: number) {
  const say = useSay()
  const language = useLanguage()
  const number = (n: number): string => formatNumber(n, language)
  const percent = (share: number): string => number(Math.round(share * 100))
  const { countyName } = useCounties()
  const named = (by: Grouping, key: string): string =>
    by === 'county' && /^\d{4}$/.test(key) ? countyName(key) : say(wordFor(words, `key-${key}`))
  const listed = ({ by, with: others }: Line): string =>
    others.map((key) => named(/^\d{4}$/.test(key) ? 'county' : by, key)).join(say(words['board-and']))
  return {
    number,
    /** What is not told, and with which others it is. */
    hidden: (line: Line): string =>
      line.with.length === 0
        ? say(words['board-hidden'], { smallest: number(smallest) })
        : say(words['board-hidden-with'], { smallest: number(smallest), others: listed(line) }),
    /** The same of the finer parts of a line that is told; in a table in short. */
    apart: (line: Line, isShort: boolean): string =>
      line.n === null || line.with.length === 0 || isRest(line)
        ? ''
        : say(words[isShort ? 'board-apart-short' : 'board-apart-with'], { smallest: number(smallest), others: listed(line) }),
    places: ({ parts }: Line): string => {
      const [admitted, places] = ['admitted', 'places'].map((name) => parts.find((one) => one.name === name)?.n)
      return admitted === undefined || places === undefined
        ? ''
        : say(words['board-places-said'], { admitted: number(admitted), places: number(places) })
    },
    share: ({ share }: Line): string =>
      share === null
        ? ''
        : say(words['board-share-said'], { share: percent(share.value), low: percent(share.low), high: percent(share.high) }),
    days: ({ days }: Line): string =>
      days === null ? '' : say(words['board-days-said'], { days: number(days.value), low: number(days.low), high: number(days.high) }),
    money: ({ rial }: Line): string => (rial === null ? '' : formatMoney(rial, language)),
    parts: ({ parts }: Line): readonly string[] =>
      parts.map(({ name, n }) => say(words['part-said'], { name: say(wordFor(words, `part-${name}`)), n: number(n) })),
    key: (line: Line): string =>
      line.title ?? (isRest(line) ? say(words['board-together'], { names: listed(line) }) : named(line.by, line.key)),
    by: (by: Grouping): string => say(wordFor(words, `by-${by}`)),
  }
}
function Whole({ line, smallest }: { readonly line: Line; readonly smallest: number }) {
  const say = useSay()
  const said = useSaid(smallest)
  if (line.n === null) return <p className="pb-3 text-ink-2">{said.hidden(line)}</p>
  const main = [said.places(line), said.share(line), said.days(line), said.money(line)].find((text) => text !== '')
  return (
    <div className="pb-4">
      <p className="flex flex-wrap items-baseline gap-x-4">
        {main === undefined ? null : <strong className="text-name">{main}</strong>}
        <span>{say(words['part-said'], { name: say(words['board-n']), n: said.number(line.n) })}</span>
        {said.places(line) === '' || line.share === null ? null : <span>{said.share(line)}</span>}
      </p>
      {line.share === null ? null : <Bar share={line.share} />}
      <p className="text-dense text-ink-2">{said.parts(line).join(' · ')}</p>
      <p className="text-dense text-ink-2">{said.apart(line, false)}</p>
    </div>
  )
}
/** The share and, around its end, the interval it lies in; the same numbers stand beside it in words. */
function Bar({ share }: { readonly share: NonNullable<Line['share']> }) {
  const percent = (value: number): string => `${100 * value}%`
  return (
    <div aria-hidden className="relative my-2 h-3 max-w-xl rounded-tag bg-sunken">
      <span className="absolute inset-y-0 start-0 rounded-tag bg-brand" style={{ inlineSize: percent(share.value) }} />
      <span
        className="absolute inset-y-1 rounded-tag bg-clay"
        style={{ insetInlineStart: percent(share.low), inlineSize: percent(share.high - share.low) }}
      />
    </div>
  )
}
const isRest = ({ key }: Line): boolean => key.startsWith('rest ')
interface LinesProps {
  readonly label: string
  readonly rows: readonly Line[]
  readonly smallest: number
  readonly isGrouped?: boolean
}
function Lines({ label, rows, smallest, isGrouped = false }: LinesProps) {
  const say = useSay()
  const said = useSaid(smallest)
  const withGroup = isGrouped || rows.some(({ by }) => by.includes('desk'))
  const columns: readonly Column<Line>[] = [
    {
      key: 'key',
      title: say(words['board-group']),
      cell: (line) => (withGroup ? `${said.by(line.by)}: ${said.key(line)}` : said.key(line)),
    },
    { key: 'n', title: say(words['board-n']), cell: (line) => (line.n === null ? said.hidden(line) : said.number(line.n)), isNumber: true },
    ...(rows.some(({ share }) => share !== null)
      ? [
          {
            key: 'share',
            title: say(words['board-share']),
            cell: (line: Line) => shareCell(line, said.share(line), say(words['board-few'])),
            isNumber: true,
          },
        ]
      : []),
    ...(rows.some(({ days }) => days !== null) ? [{ key: 'days', title: say(words['board-days']), cell: said.days, isNumber: true }] : []),
    ...(rows.some(({ rial }) => rial !== null) ? [{ key: 'rial', title: say(words['board-rial']), cell: said.money, isNumber: true }] : []),
    ...(rows.some((line) => line.parts.length > 0 || said.apart(line, true) !== '')
      ? [
          {
            key: 'parts',
            title: say(words['board-parts']),
            cell: (line: Line) => [...said.parts(line), said.apart(line, true)].filter(Boolean).join(' · '),
          },
        ]
      : []),
  ]
  return <DataTable label={label} rows={rows} keyOf={({ by, key }) => `${by} ${key}`} columns={columns} />
}
const shareCell = ({ n, share, parts }: Line, said: string, few: string): string =>
  share !== null || n === null || n === 0 || parts.length === 0 || n >= 20 ? said : few
