import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useFilters } from '../../../ui/filters.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listParameters, type Parameter, type ParameterName } from '../contract.ts'
import { words } from '../words.ts'
import { SetParameterDialog } from './set-parameter-dialog.tsx'
import { useValueSaid } from './value-said.tsx'

const Search = z.object({ on: z.iso.date().optional().catch(undefined) })
/** What holds on a chosen day, by which letter; the history of each; a new value begins on its day and changes nothing before it. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const filters = useFilters(Search)
  const read = useRead(listParameters, filters.values)
  const maySet = useMay('plan.set-parameter')
  const { countyName } = useCounties()
  const valueSaid = useValueSaid()
  const [setting, setSetting] = useState<ParameterName>()
  const [history, setHistory] = useState<ParameterName>()
  return (
    <>
      <PageHeader title={say(words.parameters)} facts={say(words['parameters-hint'])} />
      <div className="max-w-md pb-4">
        <DateField
          label={say(words['on-day'])}
          value={filters.values.on ?? null}
          onChange={(on) => filters.change({ on: on ?? undefined })}
        />
      </div>
      <Read of={read}>
        {({ parameters }) =>
          parameters.length === 0 ? (
            <EmptyState>{say(words['no-parameters'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.parameters)}
              rows={parameters}
              keyOf={({ id }) => id}
              columns={[
                { key: 'name', title: say(words.parameters), cell: ({ name }) => say(wordFor(words, `parameter-${name}`)) },
                { key: 'value', title: say(words.value), cell: valueSaid },
                {
                  key: 'where',
                  title: say(words.county),
                  cell: ({ countyCode }) => (countyCode === null ? say(words['whole-plan']) : countyName(countyCode)),
                },
                { key: 'from', title: say(words['valid-from']), cell: ({ validFrom }) => formatDate(validFrom, language, 'short') },
                {
                  key: 'letter',
                  title: say(words['letter-number']),
                  cell: ({ letterNumber, isDefault }) =>
                    isDefault ? <Tag meaning="due">{say(words.default)}</Tag> : <bdi>{letterNumber}</bdi>,
                },
                {
                  key: 'acts',
                  title: say(words.acts),
                  cell: ({ name }) => (
                    <span className="inline-flex flex-wrap">
                      <Button
                        look="quiet"
                        label={`${say(words.history)}: ${say(wordFor(words, `parameter-${name}`))}`}
                        onPress={() => setHistory(name)}
                      >
                        {say(words.history)}
                      </Button>
                      {maySet ? (
                        <Button
                          look="quiet"
                          label={`${say(words['set-parameter'])}: ${say(wordFor(words, `parameter-${name}`))}`}
                          onPress={() => setSetting(name)}
                        >
                          {say(words['set-parameter'])}
                        </Button>
                      ) : null}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Read>
      {setting === undefined ? null : (
        <SetParameterDialog
          name={setting}
          before={read.data?.parameters.find(({ name, countyCode }) => name === setting && countyCode === null)}
          onClose={() => setSetting(undefined)}
        />
      )}
      {history === undefined ? null : <PastValues name={history} onClose={() => setHistory(undefined)} />}
    </>
  )
}
function PastValues({ name, onClose }: { readonly name: ParameterName; readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const valueSaid = useValueSaid()
  const read = useRead(listParameters, { name })
  const until = ({ validTo }: Parameter): string => (validTo === null ? say(words['until-now']) : formatDate(validTo, language, 'short'))
  return (
    <Dialog title={say(wordFor(words, `parameter-${name}`))} isOpen onClose={onClose}>
      <Read of={read}>
        {({ parameters }) => (
          <ol>
            {parameters.map((parameter) => (
              <li key={parameter.id} className="border-line border-t py-3">
                <p>{valueSaid(parameter)}</p>
                <p className="text-ink-2 text-tag">
                  {formatDate(parameter.validFrom, language, 'short')} – {until(parameter)} · <bdi>{parameter.letterNumber}</bdi>
                </p>
              </li>
            ))}
          </ol>
        )}
      </Read>
    </Dialog>
  )
}
