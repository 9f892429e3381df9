import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { download, newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FieldGrid, NumberField, SelectField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { type LotWork, moveKit, readPhoto } from '../contract/work.ts'
import { type KitKind, kitKinds } from '../rules/kits.ts'
import { reasonsNotToBook } from '../rules/moves.ts'
import { words } from '../words.ts'

/** The material of the lot in balance, and the looks at her pieces with their pictures. */
export function KitCard({ work }: { readonly work: LotWork }) {
  const say = useSay()
  const language = useLanguage()
  const mayWork = useMay('market.work-lot')
  const [isOpen, setOpen] = useState(false)
  const kinds = kitKinds.filter((kind) => reasonsNotToBook(work.lot.state, kind).length === 0)
  return (
    <Card title={say(words.material)}>
      {work.balances.length === 0 ? (
        <p className="pb-3 text-ink-2">{say(words['no-material'])}</p>
      ) : (
        <DataTable
          label={say(words.material)}
          rows={work.balances}
          keyOf={({ component }) => component}
          columns={[
            { key: 'what', title: say(words.component), cell: ({ component, unit }) => `${component} (${unit})` },
            { key: 'issued', title: say(words['kit-issued']), cell: ({ issued }) => formatNumber(issued, language), isNumber: true },
            { key: 'used', title: say(words['kit-used']), cell: ({ used }) => formatNumber(used, language), isNumber: true },
            {
              key: 'returned',
              title: say(words['kit-returned']),
              cell: ({ returned }) => formatNumber(returned, language),
              isNumber: true,
            },
            { key: 'wasted', title: say(words['kit-wasted']), cell: ({ wasted }) => formatNumber(wasted, language), isNumber: true },
            { key: 'hand', title: say(words['on-hand']), cell: ({ onHand }) => formatNumber(onHand, language), isNumber: true },
          ]}
        />
      )}
      {mayWork && kinds.length > 0 ? (
        <div className="pt-3">
          {isOpen ? <KitForm work={work} kinds={kinds} /> : <Button onPress={() => setOpen(true)}>{say(words['add-kit-move'])}</Button>}
        </div>
      ) : null}
      <ul className="flex flex-col gap-2 pt-3">
        {work.inspections
          .filter(({ rejected }) => rejected > 0)
          .map(({ id, rejected, reason, bearer, photoId, inspectedOn }) => (
            <li key={id} className="flex flex-wrap items-center gap-2">
              <span>
                {formatDate(inspectedOn, language)}: {say(words.rejected)} {formatNumber(rejected, language)} {work.lot.terms.unit}
                {reason === null ? '' : ` — ${say(words[`reason-${reason}`])}`}
                {bearer === null ? '' : ` — ${say(words['who-bears'])} ${say(words[`bearer-${bearer}`])}`}
              </span>
              {photoId === null ? null : (
                <Button onPress={() => void download(readPhoto, { id: photoId })}>{say(words['see-photo'])}</Button>
              )}
            </li>
          ))}
      </ul>
    </Card>
  )
}
function KitForm({ work: { lot, balances }, kinds }: { readonly work: LotWork; readonly kinds: readonly KitKind[] }) {
  const say = useSay()
  const [component, setComponent] = useState(balances[0]?.component ?? '')
  const [unit, setUnit] = useState(balances[0]?.unit ?? '')
  const [kind, setKind] = useState<KitKind | undefined>(balances.length === 0 ? 'issued' : undefined)
  const [amount, setAmount] = useState<number>()
  const [isShort, setShort] = useState<boolean | undefined>(false)
  const write = useWrite(moveKit)
  const isReady = component.trim() !== '' && unit.trim() !== '' && kind !== undefined && amount !== undefined && amount > 0
  const send = (): void => {
    if (kind === undefined || amount === undefined) return
    const input = { id: lot.id, version: lot.version, moveId: newCommandId(), component, unit, kind, amount, isShort: isShort === true }
    write.mutate({ input })
  }
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <FieldGrid>
        <SelectField
          label={say(words['kit-kind'])}
          isRequired
          empty="—"
          value={kind}
          onChange={setKind}
          choices={kinds.map((one) => ({ value: one, label: say(words[`kit-${one}`]) }))}
        />
        <TextField label={say(words.component)} isRequired value={component} onChange={setComponent} />
        <TextField label={say(words['component-unit'])} isRequired value={unit} onChange={setUnit} />
        <NumberField label={say(words.amount)} isRequired value={amount} onChange={setAmount} />
      </FieldGrid>
      {kind === 'issued' ? <YesNoField label={say(words['is-short'])} value={isShort} onChange={setShort} /> : null}
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={send}>
          {say(words['add-kit-move'])}
        </Button>
      </div>
    </div>
  )
}
