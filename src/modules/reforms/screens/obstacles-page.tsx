import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { blockedSteps, listObstacles, obstacleKinds, obstacleStates } from '../contract/obstacles.ts'
import { words } from '../words.ts'
import { RaiseDialog } from './raise-dialog.tsx'
import { ObstacleStateTag, useBlocked } from './state-tags.tsx'

const Search = z.object({
  state: z.enum(obstacleStates).optional().catch(undefined),
  kind: z.enum(obstacleKinds).optional().catch(undefined),
  step: z.enum(blockedSteps).optional().catch(undefined),
})
/** What stands in the way, those that hold up most women first. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const blockedOf = useBlocked()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listObstacles, filter)
  const mayRaise = useMay('reforms.raise')
  const [isRaising, setRaising] = useState(false)
  return (
    <>
      <PageHeader
        title={say(words.obstacles)}
        facts={read.data === undefined ? undefined : say(words['count-obstacles'], { n: read.data.total })}
        actions={
          mayRaise ? (
            <Button look="primary" onPress={() => setRaising(true)}>
              {say(words.raise)}
            </Button>
          ) : undefined
        }
      />
      <FilterBar filters={filters}>
        <SelectField
          label={say(words.state)}
          empty="—"
          value={filter.state}
          onChange={(state) => change({ state })}
          choices={obstacleStates.map((one) => ({ value: one, label: say(wordFor(words, `state-${one}`)) }))}
        />
        <SelectField
          label={say(words.kind)}
          empty="—"
          value={filter.kind}
          onChange={(kind) => change({ kind })}
          choices={obstacleKinds.map((one) => ({ value: one, label: say(wordFor(words, `kind-${one}`)) }))}
        />
        <SelectField
          label={say(words.step)}
          empty="—"
          value={filter.step}
          onChange={(step) => change({ step })}
          choices={blockedSteps.map((one) => ({ value: one, label: say(wordFor(words, `step-${one}`)) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ obstacles, countedIn }) =>
          obstacles.length === 0 ? (
            <EmptyState>{say(words['no-obstacles'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.obstacles)}
              rows={obstacles}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: say(words.obstacle),
                  cell: ({ id, title }) => <TextLink to={`/staff/obstacles/${id}`}>{title}</TextLink>,
                },
                {
                  key: 'blocked',
                  title: say(countedIn === 'plan' ? words.blocked : words['blocked-in-counties']),
                  cell: ({ blocked }) => blockedOf(blocked),
                },
                { key: 'step', title: say(words.step), cell: ({ step }) => say(wordFor(words, `step-${step}`)) },
                { key: 'kind', title: say(words.kind), cell: ({ kind }) => say(wordFor(words, `kind-${kind}`)) },
                {
                  key: 'where',
                  title: say(words.where),
                  cell: ({ countyCode }) => (countyCode === null ? say(words['whole-province']) : countyName(countyCode)),
                },
                { key: 'state', title: say(words.state), cell: ({ state }) => <ObstacleStateTag state={state} /> },
                { key: 'since', title: say(words.since), cell: ({ stateSince }) => formatDate(stateSince, language) },
              ]}
            />
          )
        }
      </Read>
      {isRaising ? <RaiseDialog path="/staff/obstacles" isOpen onClose={() => setRaising(false)} onDone={() => setRaising(false)} /> : null}
    </>
  )
}
