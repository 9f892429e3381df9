import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldGrid, SelectField } from '../../../ui/fields.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { correctMapping, type Import } from '../contract/imports.ts'
import { type NominationField, nominationFields } from '../rules/nomination-sheet/headers.ts'
import { words } from '../words.ts'

type Sheet = Import['sheets'][number]
/** How the columns of each sheet were read, which of them somebody should look at, and a way to say it better. */
export function Columns({ one }: { readonly one: Import }) {
  const say = useSay()
  const [correcting, setCorrecting] = useState<string>()
  const [isCorrected, setCorrected] = useState(false)
  return (
    <Card title={say(words['sheet-mapping'])}>
      {isCorrected ? (
        <p role="status" className="flex flex-wrap items-center gap-3 pb-3">
          {say(words['columns-corrected'])} <TextLink to="/staff/imports">{say(words['send-list-again'])}</TextLink>
        </p>
      ) : null}
      {one.sheets.map((sheet) => (
        <div key={sheet.name} className="pb-3">
          {sheet.name === '' ? null : <h3 className="font-semibold">{sheet.name}</h3>}
          {sheet.isRemembered ? <p className="text-ink-2 text-tag">{say(words['mapping-remembered'])}</p> : null}
          {correcting === sheet.name ? (
            <Correcting
              importId={one.id}
              sheet={sheet}
              onDone={() => {
                setCorrecting(undefined)
                setCorrected(true)
              }}
            />
          ) : (
            <>
              <Reading sheet={sheet} />
              {one.state === 'previewed' ? (
                <div className="pt-3">
                  <Button label={`${say(words['correct-columns'])} ${sheet.name}`.trim()} onPress={() => setCorrecting(sheet.name)}>
                    {say(words['correct-columns'])}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </div>
      ))}
    </Card>
  )
}
function Reading({ sheet: { headers, mapping } }: { readonly sheet: Sheet }) {
  const say = useSay()
  return (
    <ul className="flex flex-wrap gap-2 pt-2">
      {columnsOf(headers).map(({ column, header }) => {
        const field = mapping.columns[String(column)]
        return (
          <li key={column} className="rounded-tag border border-line px-2 text-tag">
            {header} ←{' '}
            {field === undefined ? (
              <span className="text-ink-2">{say(words['column-dropped'])}</span>
            ) : (
              <strong>{say(wordFor(words, `field-${field}`))}</strong>
            )}
            {mapping.unsure.includes(column) ? <Tag meaning="due">{say(words['column-unsure'])}</Tag> : null}
          </li>
        )
      })}
    </ul>
  )
}
function columnsOf(headers: readonly string[]) {
  return headers.flatMap((header, column) => (header.trim() === '' ? [] : [{ column, header }]))
}
interface CorrectingProps {
  readonly importId: string
  readonly sheet: Sheet
  readonly onDone: () => void
}
function Correcting({ importId, sheet, onDone }: CorrectingProps) {
  const say = useSay()
  const [columns, setColumns] = useState<Readonly<Record<string, NominationField>>>(sheet.mapping.columns)
  const write = useWrite(correctMapping)
  const set = (column: number, field: NominationField | undefined): void => {
    const others = Object.fromEntries(Object.entries(columns).filter(([one]) => one !== String(column)))
    setColumns(field === undefined ? others : { ...others, [String(column)]: field })
  }
  return (
    <>
      <p className="py-2 text-ink-2">{say(words['correct-columns-explained'])}</p>
      <FieldGrid>
        {columnsOf(sheet.headers).map(({ column, header }) => (
          <SelectField
            key={column}
            label={header}
            empty={say(words['column-dropped'])}
            value={columns[String(column)]}
            onChange={(field) => set(column, field)}
            choices={nominationFields.map((field) => ({ value: field, label: say(wordFor(words, `field-${field}`)) }))}
          />
        ))}
      </FieldGrid>
      <div className="pt-3">
        <ProblemBox error={write.error} />
        <Button
          look="primary"
          isPending={write.isPending}
          onPress={() => write.mutate({ input: { id: importId, sheet: sheet.name, columns: { ...columns } } }, { onSuccess: onDone })}
        >
          {say(words['keep-columns'])}
        </Button>
      </div>
    </>
  )
}
