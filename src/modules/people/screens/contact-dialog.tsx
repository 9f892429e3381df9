import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, FieldGrid, NumberField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { PhoneField } from '../../../ui/identity-fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { type Contact, changeContact, WhosePhone } from '../contract.ts'
import { words } from '../words.ts'

/** The contact rule as she says it: which number, whose phone, when, message or not, and the word that ends a call. */
export function ContactDialog({
  personId,
  contact,
  onClose,
}: {
  readonly personId: string
  readonly contact: Contact
  readonly onClose: () => void
}) {
  const say = useSay()
  const [rule, setRule] = useState(contact)
  const write = useWrite(changeContact)
  const set = (change: Partial<Contact>): void => setRule((before) => ({ ...before, ...change }))
  const isOwn = rule.whosePhone === 'own'
  const press = (): void => {
    const phone = rule.phone === '' ? null : rule.phone
    write.mutate({ input: { ...rule, personId, phone, mayMessage: isOwn && rule.mayMessage } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words.contact)} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <PhoneField label={say(words.phone)} value={rule.phone ?? ''} onChange={(phone) => set({ phone })} />
        <ChoiceField
          label={say(words['whose-phone'])}
          value={rule.whosePhone ?? undefined}
          onChange={(whosePhone) => set({ whosePhone })}
          choices={WhosePhone.options.map((one) => ({ value: one, label: say(words[`whose-${one}`]) }))}
        />
        <FieldGrid>
          <NumberField
            label={say(words['call-from'])}
            hint={say(words['call-hours-hint'])}
            value={rule.callFrom ?? undefined}
            onChange={(hour) => set({ callFrom: hour ?? null })}
          />
          <NumberField label={say(words['call-to'])} value={rule.callTo ?? undefined} onChange={(hour) => set({ callTo: hour ?? null })} />
        </FieldGrid>
        {isOwn ? (
          <YesNoField
            label={say(words['may-message'])}
            hint={say(words['may-message-hint'])}
            value={rule.mayMessage}
            onChange={(mayMessage) => set({ mayMessage })}
          />
        ) : (
          <p className="text-clay">{say(words['not-own-phone'])}</p>
        )}
        <TextField
          label={say(words['safe-word'])}
          hint={say(words['safe-word-hint'])}
          value={rule.safeWord ?? ''}
          onChange={(safeWord) => set({ safeWord: safeWord === '' ? null : safeWord })}
        />
        <ProblemBox error={write.error} />
        <Button look="primary" isPending={write.isPending} onPress={press}>
          {say(ui.save)}
        </Button>
      </div>
    </Dialog>
  )
}
