import { useState } from 'react'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { listFields } from '../../occupations/contract.ts'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { addBuyer, type Buyer, endBuyer, listBuyers } from '../contract/facts.ts'
import { words } from '../words.ts'
import { Parts, useNameOf } from './parts.tsx'

/** Who buys what, how much a month, and which document says so. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const nameOf = useNameOf()
  const read = useRead(listBuyers, {})
  const fields = useRead(listFields, {})
  const mayKeep = useMay('amayesh.keep-buyer')
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Buyer>()
  const fieldName = (code: string): string => {
    const field = fields.data?.fields.find((one) => one.code === code)
    return field === undefined ? code : nameOf(field)
  }
  return (
    <>
      <PageHeader
        title={say(words.buyers)}
        actions={
          mayKeep ? (
            <Button look="primary" onPress={() => setAdding(true)}>
              {say(words['add-buyer'])}
            </Button>
          ) : undefined
        }
      />
      <Parts current="buyers" />
      <Read of={read}>
        {({ buyers }) =>
          buyers.length === 0 ? (
            <EmptyState>{say(words['no-buyers'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.buyers)}
              rows={buyers}
              keyOf={({ id }) => id}
              columns={[
                { key: 'who', title: say(words.who), cell: ({ buyer }) => buyer },
                { key: 'what', title: say(words.occupation), cell: ({ fieldCode }) => fieldName(fieldCode) },
                { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
                {
                  key: 'monthly',
                  title: say(words.monthly),
                  cell: ({ monthly, unit }) => `${formatNumber(monthly, language)} ${unit}`,
                  isNumber: true,
                },
                { key: 'source', title: say(words.source), cell: ({ source }) => source },
                { key: 'from', title: say(words['valid-from']), cell: ({ validFrom }) => formatDate(validFrom, language) },
                {
                  key: 'end',
                  title: say(words.act),
                  cell: (buyer) =>
                    mayKeep ? (
                      <Button look="quiet" label={`${say(words['end-buyer'])}: ${buyer.buyer}`} onPress={() => setEnding(buyer)}>
                        {say(words['end-buyer'])}
                      </Button>
                    ) : null,
                },
              ]}
            />
          )
        }
      </Read>
      {isAdding ? <BuyerDialog onClose={() => setAdding(false)} /> : null}
      {ending === undefined ? null : <EndDialog buyer={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}
function BuyerDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const nameOf = useNameOf()
  const acting = useActing()
  const fields = useRead(listFields, {})
  const [id] = useState(newCommandId)
  const [countyCode, setCounty] = useState<string>()
  const [fieldCode, setField] = useState<string>()
  const [buyer, setBuyer] = useState('')
  const [monthly, setMonthly] = useState<number>()
  const [unit, setUnit] = useState('')
  const [source, setSource] = useState('')
  const [validFrom, setFrom] = useState<string | null>(null)
  const [letterNumber, setNumber] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const write = useWrite(addBuyer, { onDone: onClose })
  const send = (): void => {
    if (countyCode === undefined || fieldCode === undefined || monthly === undefined || validFrom === null) return
    const letter = { letterNumber: letterNumber.trim() === '' ? null : letterNumber, letterDate }
    write.mutate({ input: { id, countyCode, fieldCode, buyer, monthly, unit, source, validFrom, ...letter } })
  }
  const isNamed = buyer.trim().length >= 2 && unit.trim() !== '' && source.trim().length >= 5
  const isReady = isNamed && countyCode !== undefined && fieldCode !== undefined && monthly !== undefined && validFrom !== null
  return (
    <Dialog title={say(words['add-buyer'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <FieldGrid>
          <TextField label={say(words['buyer-name'])} name="buyer" isRequired value={buyer} onChange={setBuyer} />
          <SearchChoiceField
            label={say(words.occupation)}
            isRequired
            value={fieldCode}
            onChange={setField}
            choices={(fields.data?.fields ?? []).map((field) => ({ value: field.code, label: nameOf(field) }))}
          />
          <CountyField
            label={say(words.county)}
            isRequired
            value={countyCode}
            onChange={setCounty}
            {...(acting?.role === 'MO' ? { among: acting.counties } : {})}
          />
          <NumberField label={say(words['monthly-quantity'])} name="monthly" isRequired value={monthly} onChange={setMonthly} />
          <TextField label={say(words.unit)} name="unit" isRequired value={unit} onChange={setUnit} />
          <DateField label={say(words['valid-from'])} isRequired value={validFrom} onChange={setFrom} />
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
function EndDialog({ buyer: { id, version, buyer }, onClose }: { readonly buyer: Buyer; readonly onClose: () => void }) {
  const say = useSay()
  const [validTo, setTo] = useState<string | null>(null)
  const write = useWrite(endBuyer, { onDone: onClose })
  const send = (): void => {
    if (validTo !== null) write.mutate({ input: { id, version, validTo } })
  }
  return (
    <Dialog title={`${say(words['end-buyer'])}: ${buyer}`} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <DateField label={say(words['valid-to'])} isRequired value={validTo} onChange={setTo} />
        <div>
          <Button look="primary" isDisabled={validTo === null} isPending={write.isPending} onPress={send}>
            {say(words['end-buyer'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
