import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, LongTextField, SelectField, TextField } from '../../../ui/fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { type ExitRow, publishExitTable, supports } from '../contract/exit-table.ts'
import { words } from '../words.ts'

type Draft = ExitRow & { readonly key: string }
const emptyRow = (support: ExitRow['support']): Draft => ({
  key: newCommandId(),
  support,
  what: '',
  happens: '',
  sourceNumber: null,
  sourceDate: null,
})
/** The last edition with its lines, to be changed and put in force by letter; the first begins with one empty line for each support. */
export function PublishDialog({ rows, onClose }: { readonly rows: readonly ExitRow[]; readonly onClose: () => void }) {
  const say = useSay()
  const [list, setList] = useState<readonly Draft[]>(
    rows.length === 0 ? supports.map(emptyRow) : rows.map((row) => ({ ...row, key: newCommandId() })),
  )
  const [letterNumber, setLetterNumber] = useState('')
  const [letterDate, setLetterDate] = useState<string | null>(null)
  const [inForceFrom, setInForceFrom] = useState<string | null>(null)
  const write = useWrite(publishExitTable)
  const isWhole = list.length > 0 && list.every(({ what, happens }) => what.trim() !== '' && happens.trim() !== '')
  const press = (): void => {
    if (letterDate === null || inForceFrom === null) return
    const input = { id: newCommandId(), letterNumber, letterDate, inForceFrom, rows: list.map(({ key: _key, ...row }) => row) }
    write.mutate({ input }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['publish-exit-table'])} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        {list.map((row, index) => (
          <RowFields
            key={row.key}
            row={row}
            place={index + 1}
            onChange={(changed) => setList(list.map((one) => (one.key === row.key ? changed : one)))}
            onRemove={() => setList(list.filter(({ key }) => key !== row.key))}
          />
        ))}
        <Button onPress={() => setList([...list, emptyRow('cash-subsidy')])}>{say(words['add-row'])}</Button>
        <FieldGrid>
          <DateField label={say(words['in-force-from'])} isRequired value={inForceFrom} onChange={setInForceFrom} />
          <TextField label={say(words['letter-number'])} isRequired value={letterNumber} onChange={setLetterNumber} />
          <DateField label={say(words['letter-date'])} isRequired value={letterDate} onChange={setLetterDate} />
        </FieldGrid>
        <ProblemBox error={write.error} />
        <Button
          look="primary"
          isDisabled={!isWhole || letterDate === null || inForceFrom === null || letterNumber.trim() === ''}
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['publish-exit-table'])}
        </Button>
      </div>
    </Dialog>
  )
}
interface RowProps {
  readonly row: Draft
  readonly place: number
  readonly onChange: (row: Draft) => void
  readonly onRemove: () => void
}
function RowFields({ row, place, onChange, onRemove }: RowProps) {
  const say = useSay()
  const language = useLanguage()
  const name = say(words['row-number'], { n: formatNumber(place, language) })
  return (
    <fieldset className="rounded-card border border-line p-3">
      <legend className="px-1 font-semibold text-dense">{name}</legend>
      <div className="flex flex-col gap-3">
        <SelectField
          label={say(words.support)}
          isRequired
          value={row.support}
          onChange={(support) => (support === undefined ? undefined : onChange({ ...row, support }))}
          choices={supports.map((one) => ({ value: one, label: say(words[`support-${one}`]) }))}
        />
        <LongTextField label={say(words.what)} isRequired rows={2} value={row.what} onChange={(what) => onChange({ ...row, what })} />
        <LongTextField
          label={say(words.happens)}
          isRequired
          rows={2}
          value={row.happens}
          onChange={(happens) => onChange({ ...row, happens })}
        />
        <FieldGrid>
          <TextField
            label={say(words['source-number'])}
            hint={say(words['source-hint'])}
            value={row.sourceNumber ?? ''}
            onChange={(typed) => onChange({ ...row, sourceNumber: typed.trim() === '' ? null : typed })}
          />
          <DateField label={say(words['source-date'])} value={row.sourceDate} onChange={(sourceDate) => onChange({ ...row, sourceDate })} />
        </FieldGrid>
        <div>
          <Button look="quiet" label={`${say(words['remove-row'])}: ${name}`} onPress={onRemove}>
            {say(words['remove-row'])}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
