import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { PermitClass } from '../../occupations/contract.ts'
import {
  answerReview,
  type PermitReason,
  type PermitState,
  ReviewAnswer,
  type ReviewKind,
  type ReviewState,
  Specialist,
} from '../contract/permits.ts'
import { reasonsNotToAnswer, specialistOf } from '../rules/permit.ts'
import { words } from '../words.ts'
import { LetterFields, NO_LETTER } from './letter-fields.tsx'
import { ReasonField } from './reason-field.tsx'

interface Props {
  readonly review: { readonly id: string; readonly kind: ReviewKind; readonly state: ReviewState; readonly version: number }
  /** Where the permit stands, as far as whoever answers knows it. */
  readonly permit: PermitState
  readonly permitClass: string
  readonly beside: readonly { readonly kind: ReviewKind; readonly state: ReviewState }[]
  readonly onDone: () => void
}
/** An answer of a body, with its letter: given at its desk, or copied by her guide. */
export function AnswerForm({ review, permit, permitClass, beside, onDone }: Props) {
  const say = useSay()
  const wanted = specialistOf(PermitClass.safeParse(permitClass).data)
  const [answer, setAnswer] = useState<ReviewAnswer>()
  const [specialists, setSpecialists] = useState<readonly Specialist[]>(wanted === undefined ? [] : [wanted])
  const [letter, setLetter] = useState(NO_LETTER)
  const [reason, setReason] = useState<PermitReason>()
  const [expiresOn, setExpires] = useState<string | null>(null)
  const write = useWrite(answerReview)
  const isAllowed = (one: ReviewAnswer): boolean => {
    const kinds = one === 'ask-specialists' ? Specialist.options : []
    return reasonsNotToAnswer({ permit, review, beside, answer: one, specialists: kinds, wanted }).length === 0
  }
  const press = (): void => {
    if (answer === undefined) return
    const asked = answer === 'ask-specialists' ? [...specialists] : []
    const input = { id: review.id, answer, specialists: asked, ...letter, reason: reason ?? null, expiresOn, version: review.version }
    write.mutate({ input }, { onSuccess: onDone })
  }
  const hasLetter = answer === 'approve' || answer === 'return' || answer === 'reject'
  const isIssue = review.kind === 'labour' && answer === 'approve'
  return (
    <div className="flex flex-col gap-4 rounded-control bg-sunken p-3">
      <ChoiceField
        label={say(words.answer)}
        isRequired
        value={answer}
        onChange={setAnswer}
        choices={ReviewAnswer.options.filter(isAllowed).map((one) => ({ value: one, label: say(words[`answer-${one}`]) }))}
      />
      {answer === 'ask-specialists' ? (
        <CheckField
          label={say(words.specialists)}
          value={specialists}
          onChange={setSpecialists}
          choices={Specialist.options.map((one) => ({ value: one, label: say(words[`review-${one}`]) }))}
        />
      ) : null}
      {hasLetter ? <LetterFields of={isIssue ? 'permit' : 'letter'} value={letter} onChange={setLetter} /> : null}
      {isIssue ? <DateField label={say(words['expires-on'])} isRequired value={expiresOn} onChange={setExpires} /> : null}
      {answer === 'return' || answer === 'reject' ? <ReasonField value={reason} onChange={setReason} /> : null}
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" isDisabled={answer === undefined} isPending={write.isPending} onPress={press}>
          {say(words['keep-answer'])}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {say(words.cancel)}
        </Button>
      </div>
    </div>
  )
}
