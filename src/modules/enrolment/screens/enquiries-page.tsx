import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldGrid, SelectField, TextField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { answerEnquiries, type Enquiry, listEnquiries, SupportStatus } from '../contract/support.ts'
import { words } from '../words.ts'
import { DaysTag } from './days-tag.tsx'

/** «در انتظار ادارهٔ شما»: nine lines, one letter, answered at once. What is left out stays for later. */
export function Screen() {
  const say = useSay()
  const waiting = useRead(listEnquiries, { limit: 9 })
  const write = useWrite(answerEnquiries)
  return (
    <>
      <PageHeader
        title={say(words.enquiries)}
        facts={waiting.data === undefined ? undefined : say(words['count-enquiries'], { n: waiting.data.waiting })}
      />
      <ProblemBox error={write.error} />
      {write.data === undefined ? null : (
        <div role="status" className="pb-3">
          <p>{say(words['answers-kept'], { n: write.data.kept.length })}</p>
          {write.data.refused.map(({ id, reason }) => (
            <p key={id} className="text-overdue">
              {waiting.data?.enquiries.find((one) => one.id === id)?.name}: {say(wordFor(words, reason.replace('enrolment.', '')))}
            </p>
          ))}
        </div>
      )}
      <Read of={waiting}>
        {(data) =>
          data.enquiries.length === 0 ? (
            <EmptyState>{say(words['no-enquiries'])}</EmptyState>
          ) : (
            <Sheet key={data.enquiries.map(({ id }) => id).join()} enquiries={data.enquiries} write={write} />
          )
        }
      </Read>
    </>
  )
}
interface SheetProps {
  readonly enquiries: readonly Enquiry[]
  readonly write: ReturnType<typeof useWrite<typeof answerEnquiries.input, typeof answerEnquiries.output>>
}
function Sheet({ enquiries, write }: SheetProps) {
  const say = useSay()
  const language = useLanguage()
  const [answers, setAnswers] = useState<Readonly<Record<string, SupportStatus | undefined>>>({})
  const [dates, setDates] = useState<Readonly<Record<string, string | null>>>({})
  const [letterNumber, setLetterNumber] = useState('')
  const [letterDate, setLetterDate] = useState<string | null>(null)
  const ready = enquiries.flatMap(({ id, version }) => {
    const answer = answers[id]
    return answer === undefined ? [] : [{ id, version, answer, since: dates[id] ?? null }]
  })
  return (
    <Card>
      <FieldGrid>
        <TextField label={say(words['letter-number'])} value={letterNumber} onChange={setLetterNumber} />
        <DateField label={say(words['letter-date'])} value={letterDate} onChange={setLetterDate} />
      </FieldGrid>
      <div aria-hidden className="mt-5 hidden gap-3 bg-sunken px-3 py-1 font-semibold text-tag lg:grid lg:grid-cols-3">
        <span>{say(words.name)}</span>
        <span>{say(words['support-status'])}</span>
        <span>{say(words.since)}</span>
      </div>
      <ul className="max-lg:pt-4">
        {enquiries.map((one) => (
          <li
            key={one.id}
            className="grid items-end gap-3 border-line border-t py-3 sm:grid-cols-3 lg:items-center lg:px-3 lg:py-1.5 lg:first:border-t-0 lg:[&_.field-label]:sr-only"
          >
            <div className="flex flex-wrap items-center gap-x-3">
              <p className="font-semibold">{one.name}</p>
              <p className="text-ink-2 text-tag">
                <bdi dir="ltr">{one.nationalId === null ? '—' : digits(one.nationalId, language)}</bdi>
              </p>
              <DaysTag days={one.daysLeft} />
            </div>
            <SelectField
              label={say(words['support-status'])}
              value={answers[one.id]}
              onChange={(answer) => setAnswers({ ...answers, [one.id]: answer })}
              choices={SupportStatus.options.map((status) => ({ value: status, label: say(wordFor(words, `support-${status}`)) }))}
            />
            <DateField
              label={say(words.since)}
              value={dates[one.id] ?? null}
              onChange={(since) => setDates({ ...dates, [one.id]: since })}
            />
          </li>
        ))}
      </ul>
      <div className="pt-4">
        <Button
          look="primary"
          isDisabled={ready.length === 0}
          isPending={write.isPending}
          onPress={() => write.mutate({ input: { letterNumber: letterNumber === '' ? null : letterNumber, letterDate, answers: ready } })}
        >
          {say(words['answer-all'])}
        </Button>
      </div>
    </Card>
  )
}
