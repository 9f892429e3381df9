import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { addPilotCounty, setQuota } from '../contract.ts'
import { words } from '../words.ts'

/** Expansion is an act with a document of its own. */
export function AddPilotCountyDialog({ present, onClose }: { readonly present: readonly string[]; readonly onClose: () => void }) {
  const say = useSay()
  const { counties } = useCounties()
  const [countyCode, setCounty] = useState<string>()
  const [since, setSince] = useState<string | null>(null)
  const [documentTitle, setTitle] = useState('')
  const [documentNumber, setNumber] = useState('')
  const [documentDate, setDate] = useState<string | null>(null)
  const write = useWrite(addPilotCounty)
  const press = (): void => {
    if (countyCode === undefined || since === null || documentDate === null) return
    write.mutate({ input: { countyCode, since, documentTitle, documentNumber, documentDate } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['add-pilot-county'])} isOpen onClose={onClose}>
      <p className="pb-4">{say(words['add-pilot-county-explained'])}</p>
      <FieldGrid>
        <SelectField
          label={say(words.county)}
          isRequired
          value={countyCode}
          onChange={setCounty}
          choices={counties.filter(({ code }) => !present.includes(code)).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <DateField label={say(words.since)} isRequired value={since} onChange={setSince} />
        <TextField label={say(words.document)} isRequired value={documentTitle} onChange={setTitle} />
        <TextField label={say(words['letter-number'])} isRequired value={documentNumber} onChange={setNumber} />
        <DateField label={say(words['letter-date'])} isRequired value={documentDate} onChange={setDate} />
      </FieldGrid>
      <div className="pt-4">
        <ProblemBox error={write.error} />
        <Button
          look="primary"
          isDisabled={
            countyCode === undefined ||
            since === null ||
            documentDate === null ||
            documentTitle.trim() === '' ||
            documentNumber.trim() === ''
          }
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['add-pilot-county'])}
        </Button>
      </div>
    </Dialog>
  )
}
/** A new quota of a county from a day on; the one before it ends the day before, and both stay. */
export function SetQuotaDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const [countyCode, setCounty] = useState<string>()
  const [places, setPlaces] = useState<number>()
  const [validFrom, setValidFrom] = useState<string | null>(null)
  const [letterNumber, setNumber] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const write = useWrite(setQuota)
  const press = (): void => {
    if (countyCode === undefined || places === undefined || validFrom === null || letterDate === null) return
    write.mutate({ input: { id: newCommandId(), countyCode, places, validFrom, letterNumber, letterDate } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['set-quota'])} isOpen onClose={onClose}>
      <FieldGrid>
        <CountyField label={say(words.county)} isRequired value={countyCode} onChange={setCounty} />
        <NumberField label={say(words.places)} isRequired value={places} onChange={setPlaces} />
        <DateField label={say(words['valid-from'])} isRequired value={validFrom} onChange={setValidFrom} />
        <TextField label={say(words['letter-number'])} isRequired value={letterNumber} onChange={setNumber} />
        <DateField label={say(words['letter-date'])} isRequired value={letterDate} onChange={setDate} />
      </FieldGrid>
      <div className="pt-4">
        <ProblemBox error={write.error} />
        <Button
          look="primary"
          isDisabled={
            countyCode === undefined || places === undefined || validFrom === null || letterDate === null || letterNumber.trim() === ''
          }
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['set-quota'])}
        </Button>
      </div>
    </Dialog>
  )
}
