import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { type MeetingWhole, signMinutes } from '../contract/meetings.ts'
import { meetingWords as words } from '../words/meetings.ts'
import { emptyLetter, LetterFields, wholeLetter } from './letter-fields.tsx'

/** The minutes as they were signed, by number and date. */
export function MinutesForm({ meeting: { id, version } }: { readonly meeting: MeetingWhole }) {
  const say = useSay()
  const [minutes, setMinutes] = useState('')
  const [letter, setLetter] = useState(emptyLetter)
  const write = useWrite(signMinutes)
  const whole = wholeLetter(letter)
  const send = (): void => {
    if (whole !== undefined) write.mutate({ input: { id, version, minutes, ...whole } })
  }
  return (
    <Card title={say(words.minutes)}>
      <p className="pb-3 text-ink-2">{say(words['minutes-explained'])}</p>
      <Form error={write.error} onSubmit={send}>
        <LongTextField label={say(words['minutes-text'])} name="minutes" isRequired value={minutes} onChange={setMinutes} rows={6} />
        <LetterFields letter={letter} onChange={setLetter} />
        <div>
          <Button look="primary" isDisabled={whole === undefined || minutes.trim().length < 10} isPending={write.isPending} onPress={send}>
            {say(words['sign-minutes'])}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
