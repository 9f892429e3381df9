import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, LongTextField, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { keepLetter, type ObstacleLetter } from '../contract/obstacles.ts'
import { words } from '../words.ts'

interface Props {
  readonly obstacleId: string
  readonly letters: readonly ObstacleLetter[]
}
/** What was written to whom and what came back, by number and date. */
export function LettersCard({ obstacleId, letters }: Props) {
  const say = useSay()
  const language = useLanguage()
  const mayKeep = useMay('reforms.move')
  const [isOpen, setOpen] = useState(false)
  const numberOf = (id: string | null): string | undefined => letters.find((one) => one.id === id)?.letterNumber
  return (
    <Card
      title={say(words.letters)}
      actions={mayKeep ? <Button onPress={() => setOpen(true)}>{say(words['keep-letter'])}</Button> : undefined}
    >
      {letters.length === 0 ? <p className="text-ink-2">{say(words['no-letters'])}</p> : null}
      <ul className="flex flex-col gap-3">
        {letters.map(({ id, direction, correspondent, letterNumber, letterDate, answers, says }) => {
          const answered = numberOf(answers)
          return (
            <li key={id}>
              <p className="font-semibold text-dense">
                {say(wordFor(words, `direction-${direction}`))} · {correspondent} · <bdi>{digits(letterNumber, language)}</bdi> ·{' '}
                {formatDate(letterDate, language)}
              </p>
              {answered === undefined ? null : (
                <p className="text-ink-2 text-meta">
                  {say(words.answers)}: <bdi>{digits(answered, language)}</bdi>
                </p>
              )}
              <p>{says}</p>
            </li>
          )
        })}
      </ul>
      {isOpen ? <LetterDialog obstacleId={obstacleId} letters={letters} onClose={() => setOpen(false)} /> : null}
    </Card>
  )
}
function LetterDialog({ obstacleId, letters, onClose }: Props & { readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const [letterId] = useState(newCommandId)
  const [direction, setDirection] = useState<'out' | 'in'>('out')
  const [correspondent, setCorrespondent] = useState('')
  const [letterNumber, setNumber] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const [answers, setAnswers] = useState<string>()
  const [says, setSays] = useState('')
  const write = useWrite(keepLetter, { onDone: onClose })
  const isReady = letterDate !== null && letterNumber.trim() !== '' && correspondent.trim().length >= 3 && says.trim().length >= 5
  const send = (): void => {
    if (letterDate === null) return
    write.mutate({
      input: { id: obstacleId, letterId, direction, correspondent, letterNumber, letterDate, answers: answers ?? null, says },
    })
  }
  return (
    <Dialog title={say(words['keep-letter'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <ChoiceField
          label={say(words.direction)}
          value={direction}
          onChange={setDirection}
          choices={(['out', 'in'] as const).map((one) => ({ value: one, label: say(wordFor(words, `direction-${one}`)) }))}
        />
        <TextField
          label={say(direction === 'out' ? words['to-whom'] : words['from-whom'])}
          name="correspondent"
          isRequired
          value={correspondent}
          onChange={setCorrespondent}
        />
        <TextField label={say(words['letter-number'])} name="letterNumber" isRequired value={letterNumber} onChange={setNumber} />
        <DateField label={say(words['letter-date'])} name="letterDate" isRequired value={letterDate} onChange={setDate} />
        {letters.length === 0 ? null : (
          <SelectField
            label={say(words.answers)}
            empty="—"
            value={answers}
            onChange={setAnswers}
            choices={letters.map((one) => ({ value: one.id, label: `${digits(one.letterNumber, language)} · ${one.correspondent}` }))}
          />
        )}
        <LongTextField label={say(words['letter-says'])} name="says" isRequired value={says} onChange={setSays} rows={3} />
        <div>
          <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={send}>
            {say(words['keep-letter'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
