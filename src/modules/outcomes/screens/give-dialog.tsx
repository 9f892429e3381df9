import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { type FollowUp, giveCall, listCallers } from '../contract/follow-ups.ts'
import { words } from '../words.ts'

/** A call to somebody who fits; those who do not are not in the list. */
export function GiveDialog({ followUp, onClose }: { readonly followUp: FollowUp; readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(listCallers, { id: followUp.id }, { isFresh: true })
  const write = useWrite(giveCall)
  const [accountId, setAccount] = useState<string>()
  const { id, version } = followUp
  return (
    <Dialog title={say(words['give-call-title'], { number: digits(followUp.fileNumber, language) })} isOpen onClose={onClose}>
      <Read of={read}>
        {({ callers }) =>
          callers.length === 0 ? (
            <EmptyState>{say(words['nobody-fits'])}</EmptyState>
          ) : (
            <div className="flex flex-col gap-4">
              <SelectField
                label={say(words.caller)}
                isRequired
                value={accountId}
                onChange={setAccount}
                choices={callers.map((one) => ({
                  value: one.accountId,
                  label: say(words['caller-open'], { name: one.name, n: one.open }),
                }))}
              />
              <ProblemBox error={write.error} />
              <div>
                <Button
                  look="primary"
                  isDisabled={accountId === undefined}
                  isPending={write.isPending}
                  onPress={() => {
                    if (accountId !== undefined) write.mutate({ input: { id, accountId, version } }, { onSuccess: onClose })
                  }}
                >
                  {say(words['give-call'])}
                </Button>
              </div>
            </div>
          )
        }
      </Read>
    </Dialog>
  )
}
