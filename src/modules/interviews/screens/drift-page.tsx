import type { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { readDrift } from '../contract/results.ts'
import { words } from '../words.ts'

type Rater = z.infer<typeof readDrift.output>['raters'][number]
/** How each member’s marks lie beside what her panels agreed; numbers about officers, never about a woman. */
export function Screen() {
  const say = useSay()
  const read = useRead(readDrift, {})
  return (
    <>
      <PageHeader title={say(words.drift)} facts={say(words['drift-hint'])} />
      <Read of={read}>
        {({ raters }) =>
          raters.length === 0 ? (
            <EmptyState>{say(words['no-drift'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.drift)}
              rows={raters}
              keyOf={({ name, organisationName }) => `${name} ${organisationName}`}
              columns={[
                { key: 'name', title: say(words.member), cell: ({ name }) => name },
                { key: 'office', title: say(words.office), cell: ({ organisationName }) => organisationName },
                { key: 'individual', title: say(words['domain-individual']), cell: ({ individual }) => <Measured measure={individual} /> },
                { key: 'craft', title: say(words['domain-craft']), cell: ({ craft }) => <Measured measure={craft} /> },
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
function Measured({ measure }: { readonly measure: Rater['individual'] }) {
  const say = useSay()
  const language = useLanguage()
  if (measure === null) return <span className="text-ink-2">{say(words['drift-too-few'])}</span>
  const { marks, above, below, far } = measure
  const shown = (value: number): string => formatNumber(value, language)
  return <>{say(words['drift-measured'], { marks: shown(marks), above: shown(above), below: shown(below), far: shown(far) })}</>
}
