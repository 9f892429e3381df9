import { useState } from 'react'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listSecondReadings, readAnswers, type SecondReading } from '../contract/second-reading.ts'
import { words } from '../words.ts'
import { ExampleLines } from './example-lines.tsx'
import { StateTag } from './state-tag.tsx'

/** Conversations of which a woman asked for a second reading, for the second person of the office: what was said, and no mark. */
export function Screen() {
  const say = useSay()
  const read = useRead(listSecondReadings, {})
  return (
    <>
      <PageHeader title={say(words['second-readings'])} facts={say(words['second-readings-hint'])} />
      <Read of={read}>
        {({ readings }) =>
          readings.length === 0 ? (
            <EmptyState>{say(words['no-second-readings'])}</EmptyState>
          ) : (
            readings.map((reading) => <ReadingCard key={reading.interviewId} reading={reading} />)
          )
        }
      </Read>
    </>
  )
}
function ReadingCard({ reading }: { readonly reading: SecondReading }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const [isOpen, setOpen] = useState(false)
  const { interviewId, personId, fileNumber, countyCode, heldOn, toldOn, state } = reading
  const number = digits(fileNumber, language)
  return (
    <Card title={number}>
      <p className="flex flex-wrap items-center gap-2 pb-2">
        {countyName(countyCode)}
        {heldOn === null ? null : <span>{say(words['held-on-day'], { day: formatDate(heldOn, language) })}</span>}
        {toldOn === null ? null : <span>{say(words['told-on'], { day: formatDate(toldOn, language) })}</span>}
      </p>
      <p className="flex flex-wrap items-center gap-2 pb-3 text-ink-2">
        {say(words['ask-second'])}: <StateTag state={state} />
      </p>
      {isOpen ? (
        <Answers interviewId={interviewId} personId={personId} />
      ) : (
        <Button label={`${say(words['read-answers'])}: ${number}`} onPress={() => setOpen(true)}>
          {say(words['read-answers'])}
        </Button>
      )}
    </Card>
  )
}
function Answers({ interviewId, personId }: { readonly interviewId: string; readonly personId: string }) {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(readAnswers, { id: interviewId, personId, purpose: 'appeal' }, { isFresh: true })
  const separator = language === 'en' ? ', ' : '، '
  return (
    <Read of={read}>
      {({ wish, fieldName, needs, examples, recommendation, reason }) => (
        <div className="flex flex-col gap-3">
          {wish === null ? null : <p className="text-phone">{say(words['her-wish'], { wish })}</p>}
          {fieldName === null ? null : <p>{say(words['her-field'], { field: fieldName })}</p>}
          {needs.length === 0 ? null : (
            <p>
              <span className="font-semibold">{say(words.needs)}:</span> {needs.map((need) => say(words[`need-${need}`])).join(separator)}
            </p>
          )}
          <ul className="flex flex-col divide-y divide-line">
            {examples.map((example) => (
              <li key={`${example.title} ${example.words}`} className="py-2">
                <p className="font-semibold text-dense">{example.title}</p>
                <ExampleLines examples={[example]} />
              </li>
            ))}
          </ul>
          <p>
            <span className="font-semibold">{say(words.recommendation)}:</span> {say(words[`recommendation-${recommendation}`])}
          </p>
          <p className="text-ink-2 text-dense">{say(words['panel-reason'], { reason })}</p>
        </div>
      )}
    </Read>
  )
}
