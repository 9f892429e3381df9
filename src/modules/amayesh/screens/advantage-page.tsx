import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { tradeGroups } from '../../occupations/contract.ts'
import { words as occupations } from '../../occupations/words.ts'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { addFigure, readAdvantage } from '../contract/facts.ts'
import { words } from '../words.ts'
import { Parts } from './parts.tsx'

const MEANINGS = { above: 'done', below: 'waiting', nothing: 'neutral' } as const
/** In what a county has more or less work than the others, with how far it can be trusted, and what it became since. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const read = useRead(readAdvantage, {})
  const mayKeep = useMay('amayesh.keep-figure')
  const [isAdding, setAdding] = useState(false)
  const number = (value: number): string => formatNumber(value, language)
  const year = (value: number | null): string => digits(String(value ?? ''), language)
  const group = (code: string): string => say(wordFor(occupations, `trade-group-${code}`))
  return (
    <>
      <PageHeader
        title={say(words.advantage)}
        actions={
          mayKeep ? (
            <Button look="primary" onPress={() => setAdding(true)}>
              {say(words['add-figure'])}
            </Button>
          ) : undefined
        }
      />
      <Parts current="advantage" />
      <Read of={read}>
        {({ year: newest, before, sources, quotients, shifts }) =>
          quotients.length === 0 ? (
            <EmptyState>{say(words['no-figures'])}</EmptyState>
          ) : (
            <>
              <Card title={say(words['figure-of'], { year: year(newest) })}>
                <p className="pb-3 text-ink-2 text-dense">{say(words['advantage-hint'])}</p>
                <DataTable
                  label={say(words.advantage)}
                  rows={quotients}
                  keyOf={(one) => `${one.county} ${one.group}`}
                  columns={[
                    { key: 'group', title: say(words.group), cell: (one) => group(one.group), sortBy: (one) => group(one.group) },
                    { key: 'county', title: say(words.county), cell: ({ county }) => countyName(county), sortBy: ({ county }) => county },
                    {
                      key: 'people',
                      title: say(words.people),
                      cell: ({ people }) => number(people),
                      isNumber: true,
                      sortBy: ({ people }) => people,
                    },
                    {
                      key: 'quotient',
                      title: say(words.quotient),
                      cell: ({ shrunk }) => number(shrunk),
                      isNumber: true,
                      sortBy: ({ shrunk }) => shrunk,
                    },
                    { key: 'interval', title: say(words.interval), cell: ({ low, high }) => `${number(low)} – ${number(high)}` },
                    {
                      key: 'says',
                      title: say(words.standing),
                      cell: ({ says }) => <Tag meaning={MEANINGS[says]}>{say(words[`says-${says}`])}</Tag>,
                    },
                  ]}
                />
                <p className="pt-3 text-ink-2 text-meta">
                  {say(words.sources)}: {sources.join(' · ')}
                </p>
              </Card>
              {shifts.length === 0 ? null : (
                <Card title={say(words.shifts, { before: year(before), year: year(newest) })}>
                  <DataTable
                    label={say(words.shifts, { before: year(before), year: year(newest) })}
                    rows={shifts}
                    keyOf={(one) => `${one.county} ${one.group}`}
                    columns={[
                      { key: 'group', title: say(words.group), cell: (one) => group(one.group) },
                      { key: 'county', title: say(words.county), cell: ({ county }) => countyName(county) },
                      { key: 'change', title: say(words.change), cell: (one) => number(one.after - one.before), isNumber: true },
                      { key: 'general', title: say(words['shift-general']), cell: (one) => number(one.general), isNumber: true },
                      { key: 'mix', title: say(words['shift-mix']), cell: (one) => number(one.mix), isNumber: true },
                      {
                        key: 'local',
                        title: say(words['shift-local']),
                        cell: (one) => number(one.local),
                        isNumber: true,
                        sortBy: (one) => one.local,
                      },
                    ]}
                  />
                </Card>
              )}
            </>
          )
        }
      </Read>
      {isAdding ? <FigureDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}
function FigureDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const [id] = useState(newCommandId)
  const [tradeGroup, setGroup] = useState<(typeof tradeGroups)[number]>()
  const [countyCode, setCounty] = useState<string>()
  const [year, setYear] = useState<number>()
  const [people, setPeople] = useState<number>()
  const [source, setSource] = useState('')
  const [letterNumber, setNumber] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const write = useWrite(addFigure, { onDone: onClose })
  const send = (): void => {
    if (tradeGroup === undefined || countyCode === undefined || year === undefined || people === undefined) return
    const letter = { letterNumber: letterNumber.trim() === '' ? null : letterNumber, letterDate }
    write.mutate({ input: { id, tradeGroup, countyCode, year, people, source, ...letter } })
  }
  const isReady =
    tradeGroup !== undefined && countyCode !== undefined && year !== undefined && people !== undefined && source.trim().length >= 5
  return (
    <Dialog title={say(words['add-figure'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <FieldGrid>
          <SelectField
            label={say(words.group)}
            isRequired
            value={tradeGroup}
            onChange={setGroup}
            choices={tradeGroups.map((one) => ({ value: one, label: say(wordFor(occupations, `trade-group-${one}`)) }))}
          />
          <CountyField label={say(words.county)} isRequired value={countyCode} onChange={setCounty} />
          <NumberField label={say(words.year)} name="year" isRequired value={year} onChange={setYear} />
          <NumberField label={say(words.people)} name="people" isRequired value={people} onChange={setPeople} />
          <TextField label={say(words['letter-number'])} value={letterNumber} onChange={setNumber} />
          <DateField label={say(words['letter-date'])} value={letterDate} onChange={setDate} />
        </FieldGrid>
        <TextField
          label={say(words.source)}
          hint={say(words['source-hint'])}
          name="source"
          isRequired
          value={source}
          onChange={setSource}
        />
        <div>
          <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={send}>
            {say(words.save)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
