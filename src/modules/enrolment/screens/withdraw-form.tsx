import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { WithdrawalReason, withdrawCase } from '../contract/cases.ts'
import { words } from '../words.ts'

/** What cannot be undone by a press: says what happens, and asks the reason in her words of five. */
export function WithdrawForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const say = useSay()
  const [reason, setReason] = useState<(typeof WithdrawalReason.options)[number]>()
  const write = useWrite(withdrawCase)
  const press = (): void => {
    if (reason !== undefined) write.mutate({ input: { caseId, reason } }, { onSuccess: onDone })
  }
  return (
    <div className="grid gap-4">
      <p>{say(words['withdraw-explained'])}</p>
      <ChoiceField
        label={say(words['withdraw-reason'])}
        value={reason}
        onChange={setReason}
        choices={WithdrawalReason.options.map((one) => ({ value: one, label: say(wordFor(words, `reason-${one}`)) }))}
      />
      <ProblemBox error={write.error} />
      <Button look="danger" isDisabled={reason === undefined} isPending={write.isPending} onPress={press}>
        {say(words.withdraw)}
      </Button>
    </div>
  )
}
