import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { WithdrawalReason, withdrawCase } from '../contract/cases.ts'
import { words } from '../words.ts'

/** What cannot be undone by a press: says what happens, and asks the reason in her words of five. */
export function WithdrawDialog({
  caseId,
  isOpen,
  onClose,
}: {
  readonly caseId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const say = useSay()
  const [reason, setReason] = useState<(typeof WithdrawalReason.options)[number]>()
  const write = useWrite(withdrawCase)
  const press = (): void => {
    if (reason !== undefined) write.mutate({ input: { caseId, reason } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words.withdraw)} isOpen={isOpen} onClose={onClose}>
      <p className="pb-4">{say(words['withdraw-explained'])}</p>
      <ChoiceField
        label={say(words.withdraw)}
        value={reason}
        onChange={setReason}
        choices={WithdrawalReason.options.map((one) => ({ value: one, label: say(wordFor(words, `reason-${one}`)) }))}
      />
      <ProblemBox error={write.error} />
      <div className="pt-4">
        <Button look="danger" isDisabled={reason === undefined} isPending={write.isPending} onPress={press}>
          {say(words.withdraw)}
        </Button>
      </div>
    </Dialog>
  )
}
