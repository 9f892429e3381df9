import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { digits, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import type { CaseRow } from '../contract/cases.ts'
import type { Position } from '../rules/case-moves.ts'
import { words } from '../words.ts'

const MEANINGS: Partial<Record<Position, Meaning>> = {
  nominated: 'due',
  contacted: 'current',
  consented: 'current',
  registered: 'waiting',
  incomplete: 'due',
  eligible: 'done',
  queued: 'waiting',
  'place-granted': 'done',
  earning: 'done',
  sustained: 'done',
  'lost-contact': 'overdue',
  interrupted: 'due',
}
export function PositionTag({ position }: { readonly position: Position }) {
  const say = useSay()
  return <Tag meaning={MEANINGS[position] ?? 'neutral'}>{say(wordFor(words, `position-${position}`))}</Tag>
}
interface LinesProps {
  readonly label: string
  readonly rows: readonly (CaseRow & { readonly name?: string })[]
  readonly countyName: (code: string) => string
}
/** Cases as everyone who may see them sees them; names only where they came with the rows. */
export function CaseLines({ label, rows, countyName }: LinesProps) {
  const say = useSay()
  const language = useLanguage()
  if (rows.length === 0) return <EmptyState>{say(words['no-cases'])}</EmptyState>
  const hasNames = rows.some(({ name }) => name !== undefined)
  const columns: readonly Column<LinesProps['rows'][number]>[] = [
    ...(hasNames
      ? [
          {
            key: 'name',
            title: say(words.name),
            cell: (row: LinesProps['rows'][number]) => <CaseLink id={row.id}>{row.name ?? ''}</CaseLink>,
          },
        ]
      : []),
    {
      key: 'number',
      title: say(words['file-number']),
      cell: (row) => (hasNames ? digits(row.fileNumber, language) : <CaseLink id={row.id}>{digits(row.fileNumber, language)}</CaseLink>),
    },
    { key: 'position', title: say(words.position), cell: (row) => <PositionTag position={row.position} /> },
    { key: 'county', title: say(words.county), cell: (row) => countyName(row.countyCode) },
    { key: 'days', title: say(words.days), cell: (row) => formatNumber(row.days, language), isNumber: true },
  ]
  return <DataTable label={label} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
export function CaseLink({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <Link to={`/staff/cases/${id}`} className="font-semibold text-brand underline-offset-4 hover:underline">
      <bdi>{children}</bdi>
    </Link>
  )
}
