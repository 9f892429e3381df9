import { useState } from 'react'
import { useMay, useSelf } from '../../../access/screens/self.tsx'
import { words as access } from '../../../access/words.ts'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, TextField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { BarringReason, barOfficer, findOfficers, liftBar, listBarredOfficers } from '../contract/protection.ts'
import { words } from '../words.ts'

/** Officers she named who must not see her file. Why is written and sealed, and shown to nobody. */
export function BarredSection({ personId }: { readonly personId: string }) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('people.read-barred-officers')
  const [isNaming, setNaming] = useState(false)
  const barred = useRead(listBarredOfficers, { personId }, { enabled: may })
  const lift = useWrite(liftBar)
  if (!may) return null
  return (
    <Card title={say(words['barred-officers'])} isFolded>
      <p className="pb-3 text-ink-2">{say(words['barred-hint'])}</p>
      <ProblemBox error={lift.error} />
      <Read of={barred}>
        {({ officers }) =>
          officers.length === 0 ? (
            <EmptyState>{say(words['no-barred-officers'])}</EmptyState>
          ) : (
            <ul>
              {officers.map(({ accountId, name, since }) => (
                <li key={accountId} className="flex items-center justify-between gap-2 border-line border-b py-1">
                  <span>
                    {name} · {say(words['barred-since'], { day: formatDate(since.slice(0, 10), language) })}
                  </span>
                  <Button look="quiet" isPending={lift.isPending} onPress={() => lift.mutate({ input: { personId, accountId } })}>
                    {say(words['lift-bar'])}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      <div className="pt-4">
        {isNaming ? (
          <Naming personId={personId} onDone={() => setNaming(false)} />
        ) : (
          <Button onPress={() => setNaming(true)}>{say(words['bar-officer'])}</Button>
        )}
      </div>
    </Card>
  )
}
function Naming({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) {
  const say = useSay()
  const self = useSelf()
  const [name, setName] = useState('')
  const [accountId, setAccount] = useState<string>()
  const [reason, setReason] = useState<(typeof BarringReason.options)[number]>('not-said')
  const found = useRead(findOfficers, { personId, name }, { enabled: name.trim().length >= 2 })
  const write = useWrite(barOfficer)
  const press = (): void => {
    if (accountId !== undefined) write.mutate({ input: { personId, accountId, reason } }, { onSuccess: onDone })
  }
  const officers = found.data?.officers ?? []
  const chosen = officers.find((one) => one.accountId === accountId)
  return (
    <div className="flex flex-col gap-4">
      <TextField label={say(words['officer-name'])} value={name} onChange={setName} />
      {found.data !== undefined && officers.length === 0 ? <p className="text-ink-2">{say(words['officer-none'])}</p> : null}
      {officers.length === 0 ? null : (
        <ChoiceField
          label={say(words['barred-officers'])}
          value={accountId}
          onChange={setAccount}
          choices={officers.map((one) => ({
            value: one.accountId,
            label: [one.name, say(wordFor(access, `role-${one.role}`)), one.office].filter((part) => part !== null).join(' · '),
          }))}
        />
      )}
      <ChoiceField
        label={say(words['bar-reason'])}
        value={reason}
        onChange={setReason}
        choices={BarringReason.options.map((one) => ({ value: one, label: say(words[`bar-${one}`]) }))}
      />
      {chosen !== undefined && chosen.name === self?.name ? <p className="text-overdue">{say(words['bar-yourself'])}</p> : null}
      <ProblemBox error={write.error} />
      <div>
        <Button look="danger" isDisabled={accountId === undefined} isPending={write.isPending} onPress={press}>
          {say(words['bar-officer'])}
        </Button>
      </div>
    </div>
  )
}
