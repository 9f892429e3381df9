import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { answerNotice, listNotices, type Notice, sendNotice } from '../contract/notices.ts'
import { scopeWords as words } from '../words/scope.ts'
import { emptyLetter, LetterFields, wholeLetter } from './letter-fields.tsx'

/** Notices of the client by letter, each with the executor's answer by letter. */
export function NoticesCard({ scopeId }: { readonly scopeId: string }) {
  const say = useSay()
  const read = useRead(listNotices, { id: scopeId })
  const maySend = useMay('oversight.send-notice')
  const [isSending, setSending] = useState(false)
  return (
    <Card
      title={say(words.notices)}
      actions={maySend ? <Button onPress={() => setSending(true)}>{say(words['new-notice'])}</Button> : undefined}
    >
      <Read of={read}>
        {({ notices }) =>
          notices.length === 0 ? (
            <EmptyState>{say(words['no-notices'])}</EmptyState>
          ) : (
            <ul>
              {notices.map((one) => (
                <NoticeLine key={one.id} notice={one} />
              ))}
            </ul>
          )
        }
      </Read>
      {isSending ? <SendDialog scopeId={scopeId} onClose={() => setSending(false)} /> : null}
    </Card>
  )
}
function NoticeLine({ notice }: { readonly notice: Notice }) {
  const say = useSay()
  const language = useLanguage()
  const mayAnswer = useMay('oversight.answer-notice')
  const [isAnswering, setAnswering] = useState(false)
  const { answer } = notice
  return (
    <li className="flex flex-col gap-1 border-line border-b py-2">
      <span className="flex flex-wrap items-center gap-2 text-meta">
        <bdi>{digits(notice.letterNumber, language)}</bdi> · {formatDate(notice.letterDate, language)}
        <Tag meaning={answer === null ? 'waiting' : 'done'}>{say(words[answer === null ? 'notice-open' : 'notice-done'])}</Tag>
        {notice.isOverdue ? <Tag meaning="overdue">{say(words.overdue)}</Tag> : null}
      </span>
      <p>{notice.sentence}</p>
      <p className="text-ink-2 text-meta">
        {say(words['answer-by'])} {formatDate(notice.answerBy, language)}
      </p>
      {answer === null ? (
        mayAnswer ? (
          <div>
            <Button onPress={() => setAnswering(true)}>{say(words['answer-notice'])}</Button>
          </div>
        ) : null
      ) : (
        <p className="text-ink-2">
          {say(words['notice-answer'])} <bdi>{digits(answer.letterNumber, language)}</bdi> · {formatDate(answer.letterDate, language)}:{' '}
          {answer.sentence}
        </p>
      )}
      {isAnswering ? <AnswerDialog notice={notice} onClose={() => setAnswering(false)} /> : null}
    </li>
  )
}
function SendDialog({ scopeId, onClose }: { readonly scopeId: string; readonly onClose: () => void }) {
  const say = useSay()
  const [letter, setLetter] = useState(emptyLetter)
  const [sentence, setSentence] = useState('')
  const [answerBy, setAnswerBy] = useState<string | null>(null)
  const write = useWrite(sendNotice)
  const whole = wholeLetter(letter)
  const send = (): void => {
    if (whole !== undefined && answerBy !== null)
      write.mutate({ input: { id: scopeId, noticeId: newCommandId(), sentence, answerBy, ...whole } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['new-notice'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <LetterFields letter={letter} onChange={setLetter} />
        <LongTextField label={say(words['notice-sentence'])} name="sentence" isRequired value={sentence} onChange={setSentence} />
        <DateField label={say(words['answer-by'])} name="answerBy" isRequired value={answerBy} onChange={setAnswerBy} />
        <div>
          <Button
            look="primary"
            isDisabled={whole === undefined || answerBy === null || sentence.trim().length < 10}
            isPending={write.isPending}
            onPress={send}
          >
            {say(words['send-notice'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
function AnswerDialog({ notice: { id, version }, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  const say = useSay()
  const [letter, setLetter] = useState(emptyLetter)
  const [answer, setAnswer] = useState('')
  const write = useWrite(answerNotice)
  const whole = wholeLetter(letter)
  const send = (): void => {
    if (whole !== undefined) write.mutate({ input: { id, version, answer, ...whole } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['answer-notice'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <LetterFields letter={letter} onChange={setLetter} />
        <LongTextField label={say(words['notice-answer'])} name="answer" isRequired value={answer} onChange={setAnswer} />
        <div>
          <Button look="primary" isDisabled={whole === undefined || answer.trim().length < 5} isPending={write.isPending} onPress={send}>
            {say(words['answer-notice'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
