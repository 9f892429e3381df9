import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type CountyConformity, readConformity } from '../contract/conformity.ts'
import { navWords } from '../nav-words.ts'
import type { PhaseState } from '../rules/conformity.ts'
import { lessonWords as words } from '../words/lessons.ts'

const MEANINGS = { lived: 'done', begun: 'current', 'without-evidence': 'neutral' } as const satisfies Record<PhaseState, Meaning>
/** Each county against the phases of the model, with the evidence that can be looked up. */
export function Screen() {
  const say = useSay()
  const read = useRead(readConformity, {})
  return (
    <>
      <PageHeader title={say(navWords.conformity)} facts={say(words['conformity-hint'])} />
      <Read of={read}>
        {({ counties }) =>
          counties.length === 0 ? (
            <EmptyState>{say(words['conformity-empty'])}</EmptyState>
          ) : (
            counties.map((county) => <CountyCard key={county.countyCode} county={county} />)
          )
        }
      </Read>
    </>
  )
}
function CountyCard({ county: { countyCode, phases, findings } }: { readonly county: CountyConformity }) {
  const say = useSay()
  const { countyName } = useCounties()
  return (
    <Card title={countyName(countyCode)}>
      <DataTable
        label={countyName(countyCode)}
        rows={phases}
        keyOf={({ phase }) => phase}
        columns={[
          { key: 'phase', title: say(words.phase), cell: ({ phase }) => say(words[`phase-${phase}`]) },
          {
            key: 'state',
            title: say(words['phase-state']),
            cell: ({ state }) => <Tag meaning={MEANINGS[state]}>{say(words[`phase-state-${state}`])}</Tag>,
          },
          {
            key: 'evidence',
            title: say(words.evidence),
            cell: ({ evidence }) => evidence.map(({ kind, count }) => say(words[`evidence-${kind}`], { n: count })).join(' · '),
          },
        ]}
      />
      {findings.length === 0 ? (
        <p className="pt-2 text-ink-2">{say(words['no-findings'])}</p>
      ) : (
        <ul className="list-disc ps-6 pt-2">
          {findings.map((one) => (
            <li key={one}>{say(words[`finding-${one}`])}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}
