import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, LongTextField, NumberField, SelectField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { listDivisions } from '../../territory/contract.ts'
import { addGround, changeAddress, changeHousehold, endGround, seeGround } from '../contract/groups.ts'
import { listDocuments } from '../contract/papers.ts'
import { type File, PreciseGround } from '../contract.ts'
import { words } from '../words.ts'

interface Part<T> {
  readonly personId: string
  readonly value: T
  readonly onClose: () => void
}
/** Who lives with her now. */
export function HouseholdDialog({ personId, value, onClose }: Part<NonNullable<File['household']>>) {
  const say = useSay()
  const [household, setHousehold] = useState(value)
  const write = useWrite(changeHousehold)
  const set = (change: Partial<typeof value>): void => setHousehold((before) => ({ ...before, ...change }))
  const press = (): void => write.mutate({ input: { ...household, personId } }, { onSuccess: onClose })
  return (
    <Dialog title={say(words.household)} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <FieldGrid>
          <NumberField label={say(words['household-size'])} value={household.size} onChange={(size) => set({ size: size ?? 0 })} />
          <NumberField
            label={say(words.dependants)}
            value={household.dependants}
            onChange={(dependants) => set({ dependants: dependants ?? 0 })}
          />
          <NumberField
            label={say(words['dependants-under-seven'])}
            value={household.dependantsUnderSeven}
            onChange={(count) => set({ dependantsUnderSeven: count ?? 0 })}
          />
          <NumberField
            label={say(words['care-hours'])}
            value={household.careHours ?? undefined}
            onChange={(careHours) => set({ careHours: careHours ?? null })}
          />
        </FieldGrid>
        <YesNoField
          label={say(words['has-disability'])}
          value={household.hasDisability}
          onChange={(hasDisability) => set({ hasDisability })}
        />
        <ProblemBox error={write.error} />
        <Button look="primary" isPending={write.isPending} onPress={press}>
          {say(ui.save)}
        </Button>
      </div>
    </Dialog>
  )
}
/** Where she lives; the exact address only if she says it. */
export function AddressDialog({ personId, value, onClose }: Part<NonNullable<File['address']>>) {
  const say = useSay()
  const language = useLanguage()
  const districts = useRead(listDivisions, { level: 'district' })
  const [place, setPlace] = useState(value)
  const write = useWrite(changeAddress)
  const set = (change: Partial<typeof value>): void => setPlace((before) => ({ ...before, ...change }))
  const press = (): void => write.mutate({ input: { ...place, personId } }, { onSuccess: onClose })
  return (
    <Dialog title={say(words.address)} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <SelectField
          label={say(words.district)}
          value={place.districtCode ?? undefined}
          onChange={(code) => set({ districtCode: code ?? null })}
          choices={(districts.data?.divisions ?? []).map(({ code, nameFa, nameEn }) => ({
            value: code,
            label: language === 'en' ? (nameEn ?? nameFa) : nameFa,
          }))}
        />
        <TextField label={say(words.settlement)} value={place.settlement ?? ''} onChange={(settlement) => set({ settlement })} />
        <LongTextField label={say(words['full-address'])} rows={3} value={place.address ?? ''} onChange={(address) => set({ address })} />
        <ProblemBox error={write.error} />
        <Button look="primary" isPending={write.isPending} onPress={press}>
          {say(ui.save)}
        </Button>
      </div>
    </Dialog>
  )
}
/** A new ground with its validity and the document that shows it. */
export function GroundDialog({ personId, onClose }: Omit<Part<never>, 'value'>) {
  const say = useSay()
  const documents = useRead(listDocuments, { personId })
  const [precise, setPrecise] = useState<(typeof PreciseGround.options)[number]>()
  const [validFrom, setFrom] = useState<string | null>(null)
  const [validTo, setTo] = useState<string | null>(null)
  const [documentId, setDocument] = useState<string>()
  const [isSeen, setSeen] = useState(false)
  const write = useWrite(addGround)
  const press = (): void => {
    if (precise === undefined || validFrom === null) return
    const ground = { personId, id: newCommandId(), precise, validFrom, validTo, documentId: documentId ?? null, isSeen }
    write.mutate({ input: ground }, { onSuccess: onClose })
  }
  const shown = (documents.data?.documents ?? []).filter(({ kind }) => kind === 'ground')
  return (
    <Dialog title={say(words['ground-add'])} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <SelectField
          label={say(words.ground)}
          isRequired
          value={precise}
          onChange={setPrecise}
          choices={PreciseGround.options.map((one) => ({ value: one, label: say(wordFor(words, `ground-precise-${one}`)) }))}
        />
        <FieldGrid>
          <DateField label={say(words['ground-valid-from'])} isRequired value={validFrom} onChange={setFrom} />
          <DateField label={say(words['ground-valid-to'])} value={validTo} onChange={setTo} />
        </FieldGrid>
        <SelectField
          label={say(words['ground-document'])}
          empty={say(words['ground-no-document'])}
          value={documentId}
          onChange={setDocument}
          choices={shown.map(({ id }, place) => ({ value: id, label: `${say(words['document-ground'])} ${place + 1}` }))}
        />
        <YesNoField label={say(words['ground-seen'])} value={isSeen} onChange={setSeen} />
        <ProblemBox error={write.error} />
        <Button look="primary" isDisabled={precise === undefined || validFrom === null} isPending={write.isPending} onPress={press}>
          {say(words['ground-add'])}
        </Button>
      </div>
    </Dialog>
  )
}
/** The paper of the ground that stands in the file was seen: nothing of it is asked again. */
export function SeeGroundDialog({ personId, value, onClose }: Part<NonNullable<File['ground']>>) {
  const say = useSay()
  const documents = useRead(listDocuments, { personId })
  const [documentId, setDocument] = useState<string>()
  const write = useWrite(seeGround)
  const shown = (documents.data?.documents ?? []).filter(({ kind }) => kind === 'ground')
  const input = { personId, id: value.id, documentId: documentId ?? null, version: value.version }
  return (
    <Dialog title={say(words['ground-see'])} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <SelectField
          label={say(words['ground-document'])}
          empty={say(words['ground-no-document'])}
          value={documentId}
          onChange={setDocument}
          choices={shown.map(({ id }, place) => ({ value: id, label: `${say(words['document-ground'])} ${place + 1}` }))}
        />
        <ProblemBox error={write.error} />
        <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input }, { onSuccess: onClose })}>
          {say(words['ground-see'])}
        </Button>
      </div>
    </Dialog>
  )
}
/** Since when her ground no longer holds; says that nothing is taken from her by it. */
export function EndGroundDialog({ personId, value, onClose }: Part<NonNullable<File['ground']>>) {
  const say = useSay()
  const [endedOn, setEnded] = useState<string | null>(null)
  const write = useWrite(endGround)
  const press = (): void => {
    if (endedOn !== null) write.mutate({ input: { personId, id: value.id, endedOn, version: value.version } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['ground-end'])} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{say(words['ground-ended-explained'])}</p>
        <DateField label={say(words['ground-ended-on'])} isRequired value={endedOn} onChange={setEnded} />
        <ProblemBox error={write.error} />
        <Button look="primary" isDisabled={endedOn === null} isPending={write.isPending} onPress={press}>
          {say(words['ground-end'])}
        </Button>
      </div>
    </Dialog>
  )
}
