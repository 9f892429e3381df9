import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useFilters } from '../../../ui/filters.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { listFindings } from '../contract/findings.ts'
import { navWords } from '../nav-words.ts'
import { visitWords as words } from '../words/visits.ts'
import { FindingRow } from './finding-row.tsx'

const SHOWN = ['open', 'closed'] as const
const Search = z.object({ show: z.enum(SHOWN).optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** What visits found: for whoever must put it right, and for whoever supervises. */
export function Screen() {
  const say = useSay()
  const { values: filter, change } = useFilters(Search)
  const show = filter.show ?? 'open'
  const read = useRead(listFindings, { limit: 50, ...filter, show })
  return (
    <>
      <PageHeader title={say(navWords['site-findings'])} facts={say(words['findings-lead'])} />
      <div className="max-w-xl pb-4">
        <ChoiceField
          label={say(words['visit-show'])}
          value={show}
          onChange={(next) => change({ show: next })}
          choices={SHOWN.map((one) => ({ value: one, label: say(words[`findings-${one}`]) }))}
        />
      </div>
      <Card title={say(words.findings)}>
        <Read of={read}>
          {({ findings, next }) =>
            findings.length === 0 ? (
              <EmptyState>{say(words['no-findings-here'])}</EmptyState>
            ) : (
              <>
                <ul className="flex flex-col divide-y divide-line">
                  {findings.map((one) => (
                    <FindingRow key={`${one.id} ${one.version}`} finding={one} />
                  ))}
                </ul>
                <More next={next} onMore={(after) => change({ after })} />
              </>
            )
          }
        </Read>
      </Card>
    </>
  )
}
