import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { readGrievanceFigures } from '../contract/grievances.ts'
import { grievanceWords as words } from '../words/grievances.ts'

const COLUMNS = [
  ['received', 'figure-received'],
  ['open', 'figure-open'],
  ['overdue', 'figure-overdue'],
  ['answeredInTime', 'figure-in-time'],
  ['answeredLate', 'figure-late'],
  ['settled', 'figure-settled'],
  ['unsettled', 'figure-unsettled'],
  ['withoutHerWord', 'figure-silent'],
  ['reopened', 'figure-reopened'],
] as const
/** Complaints by the office that answers, in numbers that recognise nobody. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(readGrievanceFigures, {})
  const shown = (count: number | null): string => (count === null ? say(words['figure-hidden']) : formatNumber(count, language))
  return (
    <>
      <PageHeader title={say(words.figures)} facts={say(words['figures-hint'])} />
      <Read of={read}>
        {({ figures }) => (
          <DataTable
            label={say(words.figures)}
            rows={figures}
            keyOf={({ desk }) => desk}
            columns={[
              { key: 'desk', title: say(words['grievance-desk']), cell: ({ desk }) => say(words[`desk-${desk}`]) },
              ...COLUMNS.map(([key, word]) => ({
                key,
                title: say(words[word]),
                isNumber: true,
                // Where few came in, every other number is small as well: it is said once.
                cell: (row: (typeof figures)[number]) => (row.received === null && key !== 'received' ? null : shown(row[key])),
              })),
            ]}
          />
        )}
      </Read>
    </>
  )
}
