import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatDate } from '../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../ui/language.tsx'
import { type Meaning, Tag } from '../../ui/tag.tsx'
import type { AssignmentRow, AssignmentState } from '../contract/accounts.ts'
import { words } from '../words.ts'

const MEANINGS: Readonly<Record<AssignmentState, Meaning>> = { waiting: 'due', 'in-force': 'done', ahead: 'waiting', ended: 'neutral' }
interface LinesProps {
  readonly rows: readonly AssignmentRow[]
  readonly label: string
  readonly hasNames?: boolean
  readonly actions?: (row: AssignmentRow) => ReactNode
}
/** Assignments with all they consist of: role and duties, for whom, where, from–to, and where they stand. */
export function AssignmentLines({ rows, label, hasNames = false, actions }: LinesProps) {
  const say = useSay()
  const language = useLanguage()
  const columns: readonly Column<AssignmentRow>[] = [
    ...(hasNames ? [{ key: 'name', title: say(words.name), cell: (row: AssignmentRow) => row.name }] : []),
    {
      key: 'role',
      title: say(words.role),
      cell: (row) =>
        [say(wordFor(words, `role-${row.role}`)), ...row.duties.map((duty) => say(wordFor(words, `duty-${duty}`)))].join(' · '),
    },
    { key: 'organisation', title: say(words.organisation), cell: (row) => row.organisationName ?? say(words['organisation-none']) },
    { key: 'counties', title: say(words.counties), cell: (row) => row.counties.join('، ') || '—' },
    {
      key: 'dates',
      title: say(words.dates),
      cell: (row) =>
        `${formatDate(row.validFrom, language, 'short')} – ${row.validTo === null ? say(words['open-ended']) : formatDate(row.validTo, language, 'short')}`,
    },
    { key: 'state', title: say(words.state), cell: (row) => <Tag meaning={MEANINGS[row.state]}>{say(words[`state-${row.state}`])}</Tag> },
    ...(actions === undefined ? [] : [{ key: 'actions', title: say(words.action), cell: actions }]),
  ]
  return <DataTable label={label} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
