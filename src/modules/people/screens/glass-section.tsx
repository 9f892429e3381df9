import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, LongTextField, YesNoField } from '../../../ui/fields.tsx'
import { digits, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { breakGlass, GlassReason, readBehindGlass } from '../contract/protection.ts'
import { words } from '../words.ts'

/** The safety officer opens a file in danger: says which, says why, and sees it for three hours. */
export function GlassSection({ personId }: { readonly personId: string }) {
  const say = useSay()
  const may = useMay('people.break-glass')
  const [isOpen, setOpen] = useState(false)
  if (!may) return null
  return (
    <Card title={say(words.glass)}>
      <p className="pb-3 text-ink-2">{say(words['glass-hint'])}</p>
      {isOpen ? <Behind personId={personId} /> : <Breaking personId={personId} onOpen={() => setOpen(true)} />}
    </Card>
  )
}
function Breaking({ personId, onOpen }: { readonly personId: string; readonly onOpen: () => void }) {
  const say = useSay()
  const [reason, setReason] = useState<(typeof GlassReason.options)[number]>()
  const [note, setNote] = useState('')
  const [isUnsafeToTell, setUnsafe] = useState<boolean>()
  const write = useWrite(breakGlass)
  const press = (): void => {
    if (reason === undefined || isUnsafeToTell === undefined) return
    write.mutate({ input: { personId, purpose: 'break-glass', id: newCommandId(), reason, note, isUnsafeToTell } }, { onSuccess: onOpen })
  }
  const isReady = reason !== undefined && isUnsafeToTell !== undefined && note.trim().length >= 10
  return (
    <div className="flex flex-col gap-4">
      <ChoiceField
        label={say(words['glass-reason'])}
        isRequired
        value={reason}
        onChange={setReason}
        choices={GlassReason.options.map((one) => ({ value: one, label: say(words[`glass-${one}`]) }))}
      />
      <LongTextField
        label={say(words['glass-note'])}
        hint={say(words['glass-note-hint'])}
        isRequired
        rows={3}
        value={note}
        onChange={setNote}
      />
      <YesNoField label={say(words['glass-unsafe'])} isRequired value={isUnsafeToTell} onChange={setUnsafe} />
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="danger" isDisabled={!isReady} isPending={write.isPending} onPress={press}>
          {say(words['glass-break'])}
        </Button>
        <Button look="quiet" onPress={onOpen}>
          {say(words['glass-see'])}
        </Button>
      </div>
    </div>
  )
}
function Behind({ personId }: { readonly personId: string }) {
  const say = useSay()
  const language = useLanguage()
  const behind = useRead(readBehindGlass, { personId, purpose: 'break-glass' })
  const none = say(words['not-recorded'])
  return (
    <Read of={behind}>
      {({ identity, contact, address, deliveryRule, note, until }) => (
        <>
          <p className="pb-3 font-semibold text-clay">{say(words['glass-until'], { at: formatInstant(until, language) })}</p>
          <Facts
            facts={[
              [say(words['given-name']), `${identity.givenName} ${identity.familyName}`],
              [
                say(words.phone),
                <bdi key="phone" dir="ltr">
                  {contact?.phone == null ? none : digits(contact.phone.replace(/^\+98/, '0'), language)}
                </bdi>,
              ],
              [say(words['whose-phone']), contact?.whosePhone == null ? none : say(words[`whose-${contact.whosePhone}`])],
              [say(words['safe-word']), contact?.safeWord ?? none],
              [say(words.settlement), address?.settlement ?? none],
              [say(words['full-address']), address?.address ?? none],
              [say(words['delivery-rule']), deliveryRule === null ? none : say(words[`delivery-${deliveryRule}`])],
              [say(words['safety-note']), note ?? none],
            ]}
          />
        </>
      )}
    </Read>
  )
}
