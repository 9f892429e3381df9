import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { addCentre, type Centre, changeCentre } from '../contract/centres.ts'
import { words } from '../words.ts'

interface Props {
  /** Absent for a new one; the name and the county of a centre do not change. */
  readonly centre: Centre | undefined
  readonly onClose: () => void
}
/** A new centre, or the licence and places of one. */
export function CentreDialog({ centre, onClose }: Props) {
  const say = useSay()
  const { counties } = useCounties()
  const [name, setName] = useState(centre?.name ?? '')
  const [countyCode, setCounty] = useState<string | undefined>(centre?.countyCode)
  const [licenceNumber, setNumber] = useState(centre?.licenceNumber ?? '')
  const [licenceFrom, setFrom] = useState<string | null>(centre?.licenceFrom ?? null)
  const [licenceTo, setTo] = useState<string | null>(centre?.licenceTo ?? null)
  const [places, setPlaces] = useState<number | undefined>(centre?.places)
  const add = useWrite(addCentre)
  const change = useWrite(changeCentre)
  const isReady =
    name.trim().length >= 3 &&
    countyCode !== undefined &&
    licenceNumber.trim() !== '' &&
    licenceFrom !== null &&
    licenceTo !== null &&
    places !== undefined
  const press = (): void => {
    if (countyCode === undefined || licenceFrom === null || licenceTo === null || places === undefined) return
    const licence = { licenceNumber, licenceFrom, licenceTo, places }
    if (centre === undefined) add.mutate({ input: { id: newCommandId(), name, countyCode, ...licence } }, { onSuccess: onClose })
    if (centre !== undefined) change.mutate({ input: { id: centre.id, version: centre.version, ...licence } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={centre === undefined ? say(words['centre-new']) : centre.name} isOpen onClose={onClose}>
      <FieldGrid>
        {centre === undefined ? (
          <>
            <TextField label={say(words['centre-name'])} isRequired value={name} onChange={setName} />
            <SelectField
              label={say(words['centre-county'])}
              isRequired
              value={countyCode}
              onChange={setCounty}
              choices={counties.map((one) => ({ value: one.code, label: one.name }))}
            />
          </>
        ) : null}
        <TextField label={say(words['licence-number'])} isRequired value={licenceNumber} onChange={setNumber} />
        <NumberField label={say(words.places)} isRequired value={places} onChange={setPlaces} />
        <DateField label={say(words['licence-from'])} isRequired value={licenceFrom} onChange={setFrom} />
        <DateField label={say(words['licence-to'])} isRequired value={licenceTo} onChange={setTo} />
      </FieldGrid>
      <div className="pt-4">
        <ProblemBox error={add.error ?? change.error} />
        <Button look="primary" isDisabled={!isReady} isPending={add.isPending || change.isPending} onPress={press}>
          {say(words['save-centre'])}
        </Button>
      </div>
    </Dialog>
  )
}
