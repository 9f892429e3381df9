import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { holdCase } from '../contract/side-roads.ts'
import type { Position } from '../rules/case-moves.ts'
import { type HoldReason, holdReasonsAt } from '../rules/side-roads.ts'
import { words } from '../words.ts'

interface Props {
  readonly caseId: string
  readonly position: Position
  readonly onDone: () => void
}
/** A pause: why, in one tap, and until when; for her safety without an end. */
export function HoldForm({ caseId, position, onDone }: Props) {
  const say = useSay()
  const [reason, setReason] = useState<HoldReason>()
  const [until, setUntil] = useState<string | null>(null)
  const write = useWrite(holdCase)
  const isReady = reason !== undefined && (reason === 'safety' || until !== null)
  const press = (): void => {
    if (reason !== undefined) write.mutate({ input: { caseId, reason, until: reason === 'safety' ? null : until } }, { onSuccess: onDone })
  }
  return (
    <div className="grid gap-4">
      <p>{say(words['pause-explained'])}</p>
      <ChoiceField
        label={say(words['pause-reason'])}
        value={reason}
        onChange={setReason}
        choices={holdReasonsAt(position).map((one) => ({ value: one, label: say(wordFor(words, `hold-${one}`)) }))}
      />
      {reason === 'safety' ? (
        <p>{say(words['pause-safety-explained'])}</p>
      ) : (
        <DateField label={say(words['pause-until'])} isRequired value={until} onChange={setUntil} />
      )}
      <ProblemBox error={write.error} />
      <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={press}>
        {say(words.pause)}
      </Button>
    </div>
  )
}
