import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { tell } from '../../../ui/toast.tsx'
import { listMembers, replaceMember, type Session } from '../contract/sessions.ts'
import { words } from '../words.ts'

/** A member falls out before the day: who goes, who comes. */
export function ReplaceDialog({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const say = useSay()
  const [accountId, setLeaving] = useState<string>()
  const [byAccountId, setComing] = useState<string>()
  const members = useRead(listMembers, { countyCode: session.countyCode })
  const write = useWrite(replaceMember)
  const sits = new Set(session.panel.map((member) => member.accountId))
  const done = ({ kept, freed }: { readonly kept: number; readonly freed: number }): void => {
    tell({ text: say(words.replaced, { kept, freed }) })
    onClose()
  }
  const press = (): void => {
    if (accountId !== undefined && byAccountId !== undefined)
      write.mutate({ input: { id: session.id, accountId, byAccountId } }, { onSuccess: done })
  }
  return (
    <Dialog title={say(words['replace-member'])} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{say(words['replace-explained'])}</p>
        <SelectField
          label={say(words['who-goes'])}
          isRequired
          value={accountId}
          onChange={setLeaving}
          choices={session.panel.map((member) => ({ value: member.accountId, label: `${member.name} · ${member.organisationName}` }))}
        />
        <Read of={members}>
          {(data) => (
            <SelectField
              label={say(words['who-comes'])}
              isRequired
              value={byAccountId}
              onChange={setComing}
              choices={data.members
                .filter((member) => !sits.has(member.accountId))
                .map((member) => ({ value: member.accountId, label: `${member.name} · ${member.organisationName}` }))}
            />
          )}
        </Read>
        <ProblemBox error={write.error} />
        <Button
          look="primary"
          isDisabled={accountId === undefined || byAccountId === undefined}
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['replace-member'])}
        </Button>
      </div>
    </Dialog>
  )
}
