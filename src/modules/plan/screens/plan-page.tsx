import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { words as territory } from '../../territory/words.ts'
import { readPlan } from '../contract.ts'
import { words } from '../words.ts'
import { AddPilotCountyDialog } from './dialogs.tsx'
import { QuotasCard } from './quotas-card.tsx'

const MEANINGS = { present: 'done', missing: 'overdue', 'out-of-order': 'due' } as const
/** The plan: its goals, its phases against the model’s, the counties it was founded in and joined since, quotas, and its editions. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const plan = useRead(readPlan, {})
  const mayExpand = useMay('plan.add-pilot-county')
  const mayReadQuotas = useMay('plan.read-quotas')
  const mayReadParameters = useMay('plan.read-parameters')
  const [isExpanding, setExpanding] = useState(false)
  return (
    <Read of={plan}>
      {(data) => (
        <>
          <PageHeader
            title={data.title}
            facts={`${say(words.since)} ${formatDate(data.startedOn, language)}`}
            actions={
              <>
                {mayReadParameters ? <TextLink to="/staff/parameters">{say(words.parameters)}</TextLink> : null}
                <TextLink to="/staff/divisions">{say(territory.divisions)}</TextLink>
              </>
            }
          />
          <Card title={say(words.goals)}>
            <ul className="list-disc ps-5">
              {data.goals.map((goal) => (
                <li key={goal}>{goal}</li>
              ))}
            </ul>
          </Card>
          <Card title={say(words.conformity)}>
            <Facts
              facts={data.conformity.map(({ modelCode, state }) => [
                say(wordFor(words, `model-${modelCode}`)),
                <span key={modelCode} className="inline-flex flex-wrap items-center gap-2">
                  <Tag meaning={MEANINGS[state]}>{say(wordFor(words, `conformity-${state}`))}</Tag>
                  <span className="text-ink-2 text-tag">{data.phases.find((phase) => phase.modelCode === modelCode)?.title}</span>
                </span>,
              ])}
            />
          </Card>
          <Card
            title={say(words['pilot-counties'])}
            actions={mayExpand ? <Button onPress={() => setExpanding(true)}>{say(words['add-pilot-county'])}</Button> : undefined}
          >
            <DataTable
              label={say(words['pilot-counties'])}
              rows={data.pilotCounties}
              keyOf={({ countyCode }) => countyCode}
              columns={[
                { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
                { key: 'act', title: say(words.act), cell: ({ act }) => say(wordFor(words, `act-${act}`)) },
                {
                  key: 'document',
                  title: say(words.document),
                  cell: ({ documentTitle, documentNumber }) => (
                    <>
                      {documentTitle} — <bdi>{documentNumber}</bdi>
                    </>
                  ),
                },
                { key: 'since', title: say(words.since), cell: ({ since }) => formatDate(since, language, 'short') },
              ]}
            />
          </Card>
          {mayReadQuotas ? <QuotasCard /> : null}
          <Card title={say(words.editions)}>
            <DataTable
              label={say(words.editions)}
              rows={data.editions}
              keyOf={({ number }) => String(number)}
              columns={[
                { key: 'what', title: say(words.editions), cell: ({ whatChanged }) => whatChanged },
                { key: 'from', title: say(words['valid-from']), cell: ({ inForceFrom }) => formatDate(inForceFrom, language, 'short') },
                { key: 'letter', title: say(words['letter-number']), cell: ({ letterNumber }) => <bdi>{letterNumber}</bdi> },
              ]}
            />
          </Card>
          {isExpanding ? (
            <AddPilotCountyDialog present={data.pilotCounties.map(({ countyCode }) => countyCode)} onClose={() => setExpanding(false)} />
          ) : null}
        </>
      )}
    </Read>
  )
}
