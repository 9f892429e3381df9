import { useState } from 'react'
import { useActing } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { CountyField } from '../../territory/screens/port.ts'
import { openScope } from '../contract/scope.ts'
import { scopeWords as words } from '../words/scope.ts'
import { emptyItem, type ItemDraft, ItemFields, wholeItem } from './scope-item-fields.tsx'

interface Draft {
  readonly countyCode?: string | undefined
  readonly organisationId?: string | undefined
  readonly title: string
  readonly letterNumber: string
  readonly letterDate: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly items: readonly ItemDraft[]
}
const emptyDraft = (): Draft => ({ title: '', letterNumber: '', letterDate: null, startsOn: null, endsOn: null, items: [emptyItem()] })
/** The draft as the route takes it; undefined while something is missing. */
function whole(draft: Draft, countyCode: string | undefined) {
  const { organisationId, title, letterNumber, letterDate, startsOn, endsOn } = draft
  if (countyCode === undefined || organisationId === undefined || letterDate === null || startsOn === null || endsOn === null)
    return undefined
  const items = draft.items.flatMap((item) => wholeItem(item) ?? [])
  if (title.trim().length < 3 || letterNumber.trim() === '' || items.length < draft.items.length) return undefined
  return { countyCode, organisationId, title, letterNumber, letterDate, startsOn, endsOn, items }
}
/** What the governorate asks of the executor: letter, period, works, and by when how much of each. */
export function ScopeDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const own = useActing()?.counties ?? []
  const [draft, setDraft] = useState(emptyDraft)
  const write = useWrite(openScope)
  const change = (more: Partial<Draft>): void => setDraft((before) => ({ ...before, ...more }))
  const countyCode = draft.countyCode ?? (own.length === 1 ? own[0] : undefined)
  const executors = useRead(listOrganisations, { kind: 'executor', limit: 50 })
  const input = whole(draft, countyCode)
  const send = (): void => {
    if (input !== undefined) write.mutate({ input: { id: newCommandId(), ...input } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['new-scope'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <FieldGrid>
          {own.length === 1 ? null : (
            <CountyField
              label={say(words.county)}
              isRequired
              empty="—"
              value={countyCode}
              onChange={(code) => change({ countyCode: code })}
              among={own}
            />
          )}
          <SelectField
            label={say(words.executor)}
            name="organisationId"
            isRequired
            empty={say(words['choose-executor'])}
            value={draft.organisationId}
            onChange={(organisationId) => change({ organisationId })}
            choices={(executors.data?.organisations ?? []).map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
          />
          <TextField
            label={say(words['scope-title'])}
            name="title"
            isRequired
            value={draft.title}
            onChange={(title) => change({ title })}
          />
          <TextField
            label={say(words['letter-number'])}
            name="letterNumber"
            isRequired
            value={draft.letterNumber}
            onChange={(letterNumber) => change({ letterNumber })}
          />
          <DateField
            label={say(words['letter-date'])}
            name="letterDate"
            isRequired
            value={draft.letterDate}
            onChange={(letterDate) => change({ letterDate })}
          />
          <DateField
            label={say(words['starts-on'])}
            name="startsOn"
            isRequired
            value={draft.startsOn}
            onChange={(startsOn) => change({ startsOn })}
          />
          <DateField
            label={say(words['ends-on'])}
            name="endsOn"
            isRequired
            value={draft.endsOn}
            onChange={(endsOn) => change({ endsOn })}
          />
        </FieldGrid>
        {draft.items.map((item, index) => (
          <ItemFields
            key={item.id}
            item={item}
            place={index + 1}
            onChange={(changed) => change({ items: draft.items.map((one) => (one.id === item.id ? changed : one)) })}
            onRemove={draft.items.length === 1 ? undefined : () => change({ items: draft.items.filter((one) => one.id !== item.id) })}
          />
        ))}
        <div className="flex flex-wrap gap-2">
          <Button isDisabled={draft.items.length >= 20} onPress={() => change({ items: [...draft.items, emptyItem()] })}>
            {say(words['add-item'])}
          </Button>
          <Button look="primary" isDisabled={input === undefined} isPending={write.isPending} onPress={send}>
            {say(words['open-scope'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
