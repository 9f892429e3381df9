import { useState } from 'react'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { listWeighed, type Run, type Weighed } from '../contract/runs.ts'
import { outcomes, type RunOutcome } from '../contract/states.ts'
import { words } from '../words.ts'
import { OutcomeTag } from './state-tags.tsx'
import { Whys } from './why.tsx'

/** Each woman’s line by file number: what she was proposed and what spoke for it, or what stood against each opportunity. */
export function WeighedCard({ run }: { readonly run: Run }) {
  const say = useSay()
  const [outcome, setOutcome] = useState<RunOutcome>()
  const [after, setAfter] = useState<string>()
  const read = useRead(listWeighed, {
    id: run.id,
    limit: 50,
    ...(outcome === undefined ? {} : { outcome }),
    ...(after === undefined ? {} : { after }),
  })
  return (
    <Card title={say(words['weighed-women'])}>
      <p className="pb-3 text-ink-2">{say(words['weighed-hint'])}</p>
      <div className="max-w-sm pb-3">
        <SelectField
          label={say(words.outcome)}
          empty="—"
          value={outcome}
          onChange={(one) => {
            setOutcome(one)
            setAfter(undefined)
          }}
          choices={outcomes.map((one) => ({ value: one, label: say(words[`outcome-${one}`]) }))}
        />
      </div>
      <Read of={read}>
        {({ women, next }) =>
          women.length === 0 ? (
            <EmptyState>{say(words['no-weighed'])}</EmptyState>
          ) : (
            <>
              <Lines run={run} women={women} />
              {next === null ? null : (
                <div className="pt-4">
                  <Button onPress={() => setAfter(next)}>{say(ui.more)}</Button>
                </div>
              )}
            </>
          )
        }
      </Read>
    </Card>
  )
}
function Lines({ run, women }: { readonly run: Run; readonly women: readonly Weighed[] }) {
  const say = useSay()
  const language = useLanguage()
  const titleOf = new Map(run.offers.map(({ opportunityId, title }) => [opportunityId, title]))
  return (
    <DataTable
      label={say(words['weighed-women'])}
      rows={women}
      keyOf={({ caseId }) => caseId}
      columns={[
        { key: 'file', title: say(words.file), cell: ({ fileNumber }) => <bdi>{digits(fileNumber, language)}</bdi> },
        { key: 'outcome', title: say(words.outcome), cell: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
        { key: 'opportunity', title: say(words.opportunity), cell: ({ opportunityId }) => titleOf.get(opportunityId ?? '') ?? '—' },
        {
          key: 'why',
          title: say(words.why),
          cell: ({ pairs, opportunityId }) => (
            <Whys
              pairs={opportunityId === null ? pairs : pairs.filter((pair) => pair.opportunityId === opportunityId)}
              titleOf={(id) => titleOf.get(id) ?? ''}
            />
          ),
        },
      ]}
    />
  )
}
