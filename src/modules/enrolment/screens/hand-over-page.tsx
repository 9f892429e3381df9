import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { digits, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type Carrier, listCarriedBy, listCarriers, MOST_HANDED_OVER, reassignCases } from '../contract/carriers.ts'
import type { CaseRow } from '../contract/cases.ts'
import { words } from '../words.ts'
import { PositionTag } from './case-lines.tsx'

const Search = z.object({ carrier: z.string().optional().catch(undefined) })
/** Guides and what each carries; a guide's files are given to another of the same county, by number and without a name. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { carrier } = Search.parse(useSearch({ strict: false }))
  const carriers = useRead(listCarriers, {})
  return (
    <>
      <PageHeader title={say(words['hand-over'])} facts={say(words['hand-over-hint'])} />
      <Read of={carriers}>
        {(data) =>
          data.carriers.length === 0 ? (
            <EmptyState>{say(words['no-carriers'])}</EmptyState>
          ) : (
            <>
              <DataTable
                label={say(words['hand-over'])}
                rows={data.carriers}
                keyOf={({ accountId }) => accountId}
                columns={[
                  {
                    key: 'name',
                    title: say(words.carrier),
                    cell: ({ accountId, name }) => (
                      <Link
                        to="/staff/hand-over"
                        search={() => ({ carrier: accountId })}
                        className="font-semibold text-brand underline-offset-4 hover:underline"
                      >
                        {name}
                      </Link>
                    ),
                  },
                  { key: 'counties', title: say(words.county), cell: (row) => row.counties.map(countyName).join('، ') },
                  {
                    key: 'state',
                    title: say(words['carrier-state']),
                    cell: ({ isActive }) => (
                      <Tag meaning={isActive ? 'current' : 'due'}>{say(words[isActive ? 'carrier-active' : 'carrier-left'])}</Tag>
                    ),
                  },
                  {
                    key: 'carried',
                    title: say(words['carried-files']),
                    cell: (row) => formatNumber(row.carried, language),
                    isNumber: true,
                  },
                ]}
              />
              {carrier === undefined ? null : <FilesOf key={carrier} accountId={carrier} carriers={data.carriers} />}
            </>
          )
        }
      </Read>
    </>
  )
}
function FilesOf({ accountId, carriers }: { readonly accountId: string; readonly carriers: readonly Carrier[] }) {
  const say = useSay()
  const files = useRead(listCarriedBy, { accountId })
  const name = carriers.find((one) => one.accountId === accountId)?.name ?? ''
  return (
    <div className="pt-4">
      <Card title={name}>
        <Read of={files}>
          {({ cases }) =>
            cases.length === 0 ? <p>{say(words['no-cases'])}</p> : <Choosing from={accountId} cases={cases} carriers={carriers} />
          }
        </Read>
      </Card>
    </div>
  )
}
interface ChoosingProps {
  readonly from: string
  readonly cases: readonly CaseRow[]
  readonly carriers: readonly Carrier[]
}
function Choosing({ from, cases, carriers }: ChoosingProps) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [to, setTo] = useState<string>()
  const write = useWrite(reassignCases)
  const picked = cases.filter(({ id }) => chosen.has(id))
  const counties = [...new Set(picked.map(({ countyCode }) => countyCode))]
  const able = carriers.filter((one) => one.isActive && one.accountId !== from && counties.every((code) => one.counties.includes(code)))
  const toggle = (id: string): void => setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]))
  const press = (): void => {
    if (to !== undefined)
      write.mutate({ input: { accountId: to, caseIds: picked.map(({ id }) => id) } }, { onSuccess: () => setChosen(new Set()) })
  }
  return (
    <>
      <Button look="quiet" onPress={() => setChosen(new Set(cases.slice(0, MOST_HANDED_OVER).map(({ id }) => id)))}>
        {say(words['choose-all'])}
      </Button>
      <ul>
        {cases.map(({ id, fileNumber, position, countyCode }) => (
          <li key={id} className="border-line border-t">
            <label className="flex min-h-11 flex-wrap items-center gap-3">
              <input
                type="checkbox"
                className="size-5 accent-brand"
                checked={chosen.has(id)}
                aria-label={say(words['pick-file'], { number: fileNumber })}
                onChange={() => toggle(id)}
              />
              <bdi>{digits(fileNumber, language)}</bdi> <PositionTag position={position} /> {countyName(countyCode)}
            </label>
          </li>
        ))}
      </ul>
      <div className="max-w-md pt-4">
        <SelectField
          label={say(words['hand-over-to'])}
          value={to}
          onChange={setTo}
          choices={able.map((one) => ({ value: one.accountId, label: one.name }))}
        />
      </div>
      <div className="pt-4">
        <ProblemBox error={write.error} />
        {write.data === undefined ? null : <p role="status">{say(words['handed-over'], { n: write.data.moved })}</p>}
        <Button
          look="primary"
          isDisabled={picked.length === 0 || picked.length > MOST_HANDED_OVER || !able.some(({ accountId }) => accountId === to)}
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['hand-over-chosen'], { n: picked.length })}
        </Button>
      </div>
    </>
  )
}
