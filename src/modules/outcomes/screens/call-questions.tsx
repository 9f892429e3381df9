import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { MoneyField } from '../../../ui/identity-fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Answers, Question } from '../contract/follow-ups.ts'
import { reasonsNotToTake } from '../rules/answers.ts'
import { words } from '../words.ts'
import { useCallDraft, type Whereabouts } from './call-draft.ts'

/** The questions as they are asked, one tap each; whatever she does not wish to say is a tap as well. */
export function CallQuestions({ id, questions }: { readonly id: string; readonly questions: readonly Question[] }) {
  const say = useSay()
  const navigate = useNavigate()
  const { answers, where, error, set, send } = useCallDraft(id, () => void navigate({ to: '/staff/calls' }))
  const isWhole = reasonsNotToTake(answers, questions).length === 0
  return (
    <Card title={say(words.questions)}>
      <p className="pb-3 text-ink-2">{say(words['questions-hint'])}</p>
      <div className="flex flex-col gap-5">
        {questions.map((question) => (
          <Field key={question.code} question={question} answers={answers} onAnswer={(answer) => set(question.code, answer)} />
        ))}
      </div>
      <ProblemBox error={error} />
      <div className="flex flex-wrap items-center gap-3 pt-4">
        <Button look="primary" isDisabled={!isWhole} isPending={where === 'sending'} onPress={send}>
          {say(words['save-answers'])}
        </Button>
        <Where where={where} isEmpty={Object.keys(answers).length === 0} />
      </div>
    </Card>
  )
}
const NOT_TOLD = 'not-told'
interface FieldProps {
  readonly question: Question
  readonly answers: Answers
  readonly onAnswer: (answer: Answers[string] | undefined) => void
}
function Field({ question, answers, onAnswer }: FieldProps) {
  const say = useSay()
  if (question.kind === 'rial') return <Sold question={question} answers={answers} onAnswer={onAnswer} />
  const answer = answers[question.code]
  return (
    <ChoiceField
      label={question.sentence}
      isRequired
      value={answer === null ? NOT_TOLD : typeof answer === 'string' ? answer : undefined}
      onChange={(code) => onAnswer(code === NOT_TOLD ? null : code)}
      choices={[
        ...question.choices.map(({ code, sentence }) => ({ value: code, label: sentence })),
        { value: NOT_TOLD, label: say(words['not-told']) },
      ]}
    />
  )
}
/** Rial of one month: nothing, something with its amount, or not told. */
function Sold({ question, answers, onAnswer }: FieldProps) {
  const say = useSay()
  const answer = answers[question.code]
  const [isSold, setSold] = useState(typeof answer === 'number' && answer > 0)
  const chosen = isSold ? 'something' : answer === null ? NOT_TOLD : answer === 0 ? 'nothing' : undefined
  return (
    <div className="flex flex-col gap-3">
      <ChoiceField
        label={question.sentence}
        isRequired
        value={chosen}
        onChange={(code: 'something' | 'nothing' | typeof NOT_TOLD) => {
          setSold(code === 'something')
          onAnswer(code === 'something' ? undefined : code === 'nothing' ? 0 : null)
        }}
        choices={[
          { value: 'nothing', label: say(words['sold-nothing']) },
          { value: 'something', label: say(words['sold-something']) },
          { value: NOT_TOLD, label: say(words['not-told']) },
        ]}
      />
      {isSold ? (
        <MoneyField
          label={say(words['sold-rial'])}
          isRequired
          value={typeof answer === 'number' ? answer : undefined}
          onChange={(rial) => onAnswer(rial)}
        />
      ) : null}
    </div>
  )
}
const MEANINGS = { device: 'neutral', sending: 'waiting', look: 'overdue' } as const
function Where({ where, isEmpty }: { readonly where: Whereabouts; readonly isEmpty: boolean }) {
  const say = useSay()
  if (isEmpty) return null
  return (
    <span role="status">
      {where === 'waiting' ? (
        <span className="text-due">{say(words['where-waiting'])}</span>
      ) : (
        <Tag meaning={MEANINGS[where]}>{say(words[`where-${where}`])}</Tag>
      )}
    </span>
  )
}
