import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ReadPage } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { words as territory } from '../../territory/words.ts'
import { type Phase, readPlan } from '../contract.ts'
import { words } from '../words.ts'
import { AddPilotCountyDialog } from './dialogs.tsx'
import { EditionDialog } from './edition-dialog.tsx'
import { QuotasCard } from './quotas-card.tsx'

const MEANINGS = { present: 'done', missing: 'overdue', 'out-of-order': 'due' } as const
/** The plan: its goals, its phases against the model’s, the counties it was founded in and joined since, quotas, and its editions. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const [on, setOn] = useState<string>()
  const plan = useRead(readPlan, on === undefined ? {} : { on })
  const mayExpand = useMay('plan.add-pilot-county')
  const mayPublish = useMay('plan.publish-edition')
  const mayReadQuotas = useMay('plan.read-quotas')
  const mayReadParameters = useMay('plan.read-parameters')
  const [isExpanding, setExpanding] = useState(false)
  const [isPublishing, setPublishing] = useState(false)
  return (
    <ReadPage of={plan}>
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
          {on === undefined ? null : <NotCurrent on={on} onBack={() => setOn(undefined)} />}
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
          <Phases phases={data.phases} />
          <Card
            title={say(words.editions)}
            actions={
              mayPublish && on === undefined ? (
                <Button onPress={() => setPublishing(true)}>{say(words['publish-edition'])}</Button>
              ) : undefined
            }
          >
            <DataTable
              label={say(words.editions)}
              rows={data.editions}
              keyOf={({ number }) => String(number)}
              columns={[
                { key: 'number', title: say(words['edition-number']), cell: ({ number }) => formatNumber(number, language) },
                { key: 'what', title: say(words['what-changed']), cell: ({ whatChanged }) => whatChanged },
                { key: 'from', title: say(words['valid-from']), cell: ({ inForceFrom }) => formatDate(inForceFrom, language, 'short') },
                { key: 'letter', title: say(words['letter-number']), cell: ({ letterNumber }) => <bdi>{letterNumber}</bdi> },
                {
                  key: 'read',
                  title: say(words.acts),
                  cell: ({ number, inForceFrom }) =>
                    number === data.edition ? (
                      '—'
                    ) : (
                      <Button
                        look="quiet"
                        label={`${say(words['read-edition'])}: ${formatNumber(number, language)}`}
                        onPress={() => setOn(inForceFrom)}
                      >
                        {say(words['read-edition'])}
                      </Button>
                    ),
                },
              ]}
            />
          </Card>
          {isPublishing ? (
            <EditionDialog title={data.title} goals={data.goals} phases={data.phases} onClose={() => setPublishing(false)} />
          ) : null}
          {isExpanding ? (
            <AddPilotCountyDialog present={data.pilotCounties.map(({ countyCode }) => countyCode)} onClose={() => setExpanding(false)} />
          ) : null}
        </>
      )}
    </ReadPage>
  )
}
/** The phases of the edition in their order, with the days they take and why one stands elsewhere than in the model. */
function Phases({ phases }: { readonly phases: readonly Phase[] }) {
  const say = useSay()
  const language = useLanguage()
  const day = (iso: string | null): string => (iso === null ? '—' : formatDate(iso, language, 'short'))
  return (
    <Card title={say(words.phases)}>
      <DataTable
        label={say(words.phases)}
        rows={phases}
        keyOf={({ id }) => id}
        columns={[
          { key: 'place', title: say(words['edition-number']), cell: ({ place }) => formatNumber(place, language) },
          { key: 'title', title: say(words['phase-title']), cell: ({ title }) => title },
          { key: 'starts', title: say(words['phase-starts']), cell: ({ startsOn }) => day(startsOn) },
          { key: 'ends', title: say(words['phase-ends']), cell: ({ endsOn }) => day(endsOn) },
          { key: 'reason', title: say(words['phase-reason']), cell: ({ reason }) => reason ?? '—' },
        ]}
      />
    </Card>
  )
}
/** Said over an edition of another day. */
function NotCurrent({ on, onBack }: { readonly on: string; readonly onBack: () => void }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <p role="status" className="flex flex-wrap items-center gap-3 pb-4">
      {say(words['edition-not-current'], { day: formatDate(on, language) })}
      <Button onPress={onBack}>{say(words['back-to-current'])}</Button>
    </p>
  )
}
