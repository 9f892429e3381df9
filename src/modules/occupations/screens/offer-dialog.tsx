import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, LongTextField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { CountyField } from '../../territory/screens/port.ts'
import { offerField } from '../contract.ts'
import { words } from '../words.ts'

/** Offers a field in a county: reason, source and first day; a letter when there is one. */
export function OfferDialog({ fieldCode, onClose }: { readonly fieldCode: string; readonly onClose: () => void }) {
  const say = useSay()
  const [countyCode, setCounty] = useState<string>()
  const [why, setWhy] = useState('')
  const [source, setSource] = useState('')
  const [validFrom, setValidFrom] = useState<string | null>(null)
  const [letterNumber, setLetterNumber] = useState('')
  const [letterDate, setLetterDate] = useState<string | null>(null)
  const write = useWrite(offerField)
  const isReady = countyCode !== undefined && validFrom !== null && why.trim().length >= 5 && source.trim().length >= 3
  const press = (): void => {
    if (countyCode === undefined || validFrom === null) return
    const letter = { letterNumber: letterNumber.trim() === '' ? null : letterNumber, letterDate }
    write.mutate({ input: { id: newCommandId(), countyCode, fieldCode, why, source, validFrom, ...letter } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['offer-field'])} isOpen onClose={onClose}>
      <FieldGrid>
        <CountyField label={say(words.county)} isRequired value={countyCode} onChange={setCounty} />
        <DateField label={say(words['valid-from'])} isRequired value={validFrom} onChange={setValidFrom} />
      </FieldGrid>
      <div className="py-4">
        <LongTextField label={say(words.why)} hint={say(words['why-hint'])} isRequired value={why} onChange={setWhy} rows={3} />
      </div>
      <FieldGrid>
        <TextField label={say(words.source)} hint={say(words['source-hint'])} isRequired value={source} onChange={setSource} />
        <TextField label={say(words['letter-number'])} value={letterNumber} onChange={setLetterNumber} />
        <DateField label={say(words['letter-date'])} value={letterDate} onChange={setLetterDate} />
      </FieldGrid>
      <div className="pt-4">
        <ProblemBox error={write.error} />
        <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={press}>
          {say(words['offer-field'])}
        </Button>
      </div>
    </Dialog>
  )
}
