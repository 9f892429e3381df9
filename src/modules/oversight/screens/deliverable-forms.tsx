import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, ReasonList } from '../../../ui/states.tsx'
import { acceptDeliverable, type DeliverableWhole, payDeliverable, returnDeliverable, submitDeliverable } from '../contract/deliverables.ts'
import { reasonsNotToSubmit } from '../rules/deliverables.ts'
import { scopeWords as words } from '../words/scope.ts'
import { emptyLetter, LetterFields, wholeLetter } from './letter-fields.tsx'

interface Props {
  readonly deliverable: DeliverableWhole
}
/** The executor hands it in; why it cannot yet stands beside the button. */
export function SubmitForm({ deliverable: { id, version, state, papers } }: Props) {
  const say = useSay()
  const [note, setNote] = useState('')
  const write = useWrite(submitDeliverable)
  const reasons = reasonsNotToSubmit(state, papers.filter(({ isHandedIn }) => !isHandedIn).length)
  return (
    <Card title={say(words['submit-title'])}>
      <div className="flex flex-col gap-3">
        <LongTextField label={say(words['submit-note'])} value={note} onChange={setNote} />
        <ProblemBox error={write.error} />
        <ReasonList
          reasons={reasons.map((code) =>
            say(words[code === 'oversight.nothing-handed-in' ? 'nothing-handed-in' : 'no-such-deliverable-move']),
          )}
        />
        <div>
          <Button
            look="primary"
            isDisabled={reasons.length > 0}
            isPending={write.isPending}
            onPress={() => write.mutate({ input: { id, version, moveId: newCommandId(), note } })}
          >
            {say(words.submit)}
          </Button>
        </div>
      </div>
    </Card>
  )
}
/** The client accepts, or gives it back and says what is missing. */
export function AnswerForm({ deliverable: { id, version } }: Props) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [accepting, returning] = [useWrite(acceptDeliverable), useWrite(returnDeliverable)]
  const isPending = accepting.isPending || returning.isPending
  return (
    <Card title={say(words['accept-title'])}>
      <div className="flex flex-col gap-3">
        <LongTextField label={say(words['return-reason'])} hint={say(words['return-reason-hint'])} value={reason} onChange={setReason} />
        <ProblemBox error={accepting.error ?? returning.error} />
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            isDisabled={reason.trim() !== ''}
            isPending={isPending}
            onPress={() => accepting.mutate({ input: { id, version, moveId: newCommandId(), note: null } })}
          >
            {say(words.accept)}
          </Button>
          <Button
            isDisabled={reason.trim().length < 5}
            isPending={isPending}
            onPress={() => returning.mutate({ input: { id, version, moveId: newCommandId(), reason } })}
          >
            {say(words.return)}
          </Button>
        </div>
      </div>
    </Card>
  )
}
/** The client writes down by which paper it paid; no money moves here. */
export function PayForm({ deliverable: { id, version } }: Props) {
  const say = useSay()
  const [letter, setLetter] = useState(emptyLetter)
  const write = useWrite(payDeliverable)
  const whole = wholeLetter(letter)
  return (
    <Card title={say(words['pay-title'])}>
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{say(words['pay-hint'])}</p>
        <LetterFields letter={letter} onChange={setLetter} />
        <ProblemBox error={write.error} />
        <div>
          <Button
            look="primary"
            isDisabled={whole === undefined}
            isPending={write.isPending}
            onPress={() => {
              if (whole !== undefined) write.mutate({ input: { id, version, moveId: newCommandId(), ...whole } })
            }}
          >
            {say(words.pay)}
          </Button>
        </div>
      </div>
    </Card>
  )
}
