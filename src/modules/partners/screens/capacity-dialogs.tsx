import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { CountyField } from '../../territory/screens/port.ts'
import { addCapacity, type Capacity, capacityKinds, changeCapacity, listOrganisations, useCapacity } from '../contract.ts'
import { words } from '../words.ts'

interface AddProps {
  /** The body one acts for; null for the office, which chooses. */
  readonly ownOrganisationId: string | null
  readonly onClose: () => void
}
export function AddCapacityDialog({ ownOrganisationId, onClose }: AddProps) {
  const say = useSay()
  const bodies = useRead(listOrganisations, { kind: 'agency', limit: 250 }, { enabled: ownOrganisationId === null })
  const [organisationId, setOrganisation] = useState<string | undefined>(ownOrganisationId ?? undefined)
  const [countyCode, setCounty] = useState<string>()
  const [kind, setKind] = useState<(typeof capacityKinds)[number]>()
  const [title, setTitle] = useState('')
  const [unit, setUnit] = useState('')
  const [total, setTotal] = useState<number>()
  const [validFrom, setValidFrom] = useState<string | null>(null)
  const [validTo, setValidTo] = useState<string | null>(null)
  const write = useWrite(addCapacity)
  const isReady =
    organisationId !== undefined &&
    countyCode !== undefined &&
    kind !== undefined &&
    total !== undefined &&
    validFrom !== null &&
    title.trim().length >= 3 &&
    unit.trim() !== ''
  const press = (): void => {
    if (organisationId === undefined || countyCode === undefined || kind === undefined || total === undefined || validFrom === null) return
    write.mutate(
      { input: { id: newCommandId(), organisationId, countyCode, kind, title, unit, total, validFrom, validTo } },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={say(words['add-capacity'])} isOpen onClose={onClose}>
      <FieldGrid>
        {ownOrganisationId === null ? (
          <SelectField
            label={say(words.organisation)}
            isRequired
            value={organisationId}
            onChange={setOrganisation}
            choices={(bodies.data?.organisations ?? []).map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
          />
        ) : null}
        <CountyField label={say(words.county)} isRequired value={countyCode} onChange={setCounty} />
        <SelectField
          label={say(words['capacity-kind'])}
          isRequired
          value={kind}
          onChange={setKind}
          choices={capacityKinds.map((one) => ({ value: one, label: say(wordFor(words, `capacity-kind-${one}`)) }))}
        />
        <TextField label={say(words.title)} isRequired value={title} onChange={setTitle} />
        <NumberField label={say(words.total)} isRequired value={total} onChange={setTotal} />
        <TextField label={say(words.unit)} hint={say(words['unit-hint'])} isRequired value={unit} onChange={setUnit} />
        <DateField label={say(words['valid-from'])} isRequired value={validFrom} onChange={setValidFrom} />
        <DateField label={say(words['valid-to'])} value={validTo} onChange={setValidTo} />
      </FieldGrid>
      <div className="pt-4">
        <ProblemBox error={write.error} />
        <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={press}>
          {say(words['add-capacity'])}
        </Button>
      </div>
    </Dialog>
  )
}
/** Places used or given back, a new total, or a last day. */
export function ChangeCapacityDialog({ capacity, onClose }: { readonly capacity: Capacity; readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const [places, setPlaces] = useState<number>()
  const [total, setTotal] = useState<number | undefined>(capacity.total)
  const [validTo, setValidTo] = useState<string | null>(capacity.validTo)
  const use = useWrite(useCapacity)
  const change = useWrite(changeCapacity)
  const move = (by: number): void => use.mutate({ input: { id: capacity.id, places: by } }, { onSuccess: onClose })
  const isNone = places === undefined || places === 0
  return (
    <Dialog title={capacity.title} isOpen onClose={onClose}>
      <p className="pb-3">
        {say(words.free)}: {formatNumber(capacity.free, language)} {capacity.unit}
      </p>
      <NumberField label={capacity.unit} value={places} onChange={setPlaces} />
      <div className="flex flex-wrap gap-2 py-3">
        <Button look="primary" isDisabled={isNone} isPending={use.isPending} onPress={() => move(places ?? 0)}>
          {say(words['use-places'])}
        </Button>
        <Button isDisabled={isNone} isPending={use.isPending} onPress={() => move(-(places ?? 0))}>
          {say(words['give-back'])}
        </Button>
      </div>
      <FieldGrid>
        <NumberField label={say(words.total)} isRequired value={total} onChange={setTotal} />
        <DateField label={say(words['valid-to'])} value={validTo} onChange={setValidTo} />
      </FieldGrid>
      <div className="pt-4">
        <ProblemBox error={use.error ?? change.error} />
        <Button
          isDisabled={total === undefined}
          isPending={change.isPending}
          onPress={() =>
            change.mutate({ input: { id: capacity.id, total: total ?? 0, validTo, version: capacity.version } }, { onSuccess: onClose })
          }
        >
          {say(words['change-capacity'])}
        </Button>
      </div>
    </Dialog>
  )
}
