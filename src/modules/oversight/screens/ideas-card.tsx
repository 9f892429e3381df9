import { useState } from 'react'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { LongTextField, SelectField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { addIdea, answerIdea, type Idea, type MeetingWhole } from '../contract/meetings.ts'
import { meetingWords as words } from '../words/meetings.ts'

/** Ideas of a consultative meeting, each with the office that answers it. */
export function IdeasCard({ meeting }: { readonly meeting: MeetingWhole }) {
  const say = useSay()
  const mayRun = useMay('oversight.run-meeting')
  return (
    <Card title={say(words.ideas)}>
      {meeting.ideas.length === 0 ? <EmptyState>{say(words['no-ideas'])}</EmptyState> : null}
      <ul>
        {meeting.ideas.map((idea) => (
          <IdeaLine key={idea.id} idea={idea} />
        ))}
      </ul>
      {mayRun && meeting.status !== 'signed' ? <IdeaForm key={meeting.ideas.length} meeting={meeting} /> : null}
    </Card>
  )
}
function IdeaLine({ idea }: { readonly idea: Idea }) {
  const say = useSay()
  const mayAnswer = useMay('oversight.answer-idea')
  const acting = useActing()
  const mayRun = useMay('oversight.run-meeting')
  const isOwn = mayRun || acting?.organisationId === idea.organisationId
  const [answer, setAnswer] = useState('')
  const write = useWrite(answerIdea)
  const send = (): void => write.mutate({ input: { id: idea.id, version: idea.version, answer } })
  return (
    <li className="flex flex-col gap-1 border-line border-b py-2">
      <span className="flex flex-wrap items-center gap-2">
        <span>{idea.sentence}</span>
        <Tag meaning={idea.answer === null ? 'waiting' : 'done'}>{say(words[idea.answer === null ? 'idea-open' : 'idea-done'])}</Tag>
      </span>
      <span className="text-ink-2 text-meta">
        {say(words['idea-owner'])}: {idea.ownerName}
      </span>
      {idea.answer === null ? null : <p className="text-ink-2">{idea.answer}</p>}
      {idea.answer === null && mayAnswer && isOwn ? (
        <Form error={write.error} onSubmit={send}>
          <LongTextField label={say(words['idea-answer'])} value={answer} onChange={setAnswer} />
          <div>
            <Button isDisabled={answer.trim().length < 5} isPending={write.isPending} onPress={send}>
              {say(words['answer-idea'])}
            </Button>
          </div>
        </Form>
      ) : null}
    </li>
  )
}
/** The offices that sit there, once each. */
export function sittingOf({ seats }: MeetingWhole): readonly { readonly value: string; readonly label: string }[] {
  return [...new Map(seats.map(({ organisationId, organisationName }) => [organisationId, organisationName]))].map(([value, label]) => ({
    value,
    label,
  }))
}
function IdeaForm({ meeting }: { readonly meeting: MeetingWhole }) {
  const say = useSay()
  const [sentence, setSentence] = useState('')
  const [organisationId, setOwner] = useState<string>()
  const write = useWrite(addIdea)
  const send = (): void => {
    if (organisationId !== undefined) write.mutate({ input: { id: meeting.id, ideaId: newCommandId(), sentence, organisationId } })
  }
  return (
    <Form error={write.error} onSubmit={send}>
      <LongTextField label={say(words['add-idea'])} isRequired value={sentence} onChange={setSentence} />
      <SelectField
        label={say(words['idea-owner'])}
        isRequired
        empty="—"
        value={organisationId}
        onChange={setOwner}
        choices={sittingOf(meeting)}
      />
      <div>
        <Button isDisabled={sentence.trim().length < 5 || organisationId === undefined} isPending={write.isPending} onPress={send}>
          {say(words['keep-idea'])}
        </Button>
      </div>
    </Form>
  )
}
