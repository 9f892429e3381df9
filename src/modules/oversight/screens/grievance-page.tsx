import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ProblemBox, ReadPage } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { acknowledgeGrievance, answerGrievance, type GrievanceRead, readGrievance, takeOverGrievance } from '../contract/grievances.ts'
import { navWords } from '../nav-words.ts'
import { grievanceWords as words } from '../words/grievances.ts'
import { GrievanceTags } from './grievance-tags.tsx'
import { GrievanceThread } from './grievance-thread.tsx'
import { PassForm } from './pass-form.tsx'

/** One complaint as a desk reads it, with what is to be done there. */
export function Screen() {
  const { id = '' } = useParams({ strict: false })
  return <ReadPage of={useRead(readGrievance, { id })}>{(one) => <Shown key={one.version} one={one} />}</ReadPage>
}
function Shown({ one }: { readonly one: GrievanceRead }) {
  const say = useSay()
  const language = useLanguage()
  const closed = one.closedHow === null ? '' : ` (${say(words[`closed-${one.closedHow}`])})`
  return (
    <>
      <PageHeader
        title={say(words['grievance-number'], { number: digits(one.number, language) })}
        facts={<GrievanceTags state={one.state} isOverdue={one.isOverdue} />}
        actions={<TextLink to="/staff/grievances">{say(navWords.grievances)}</TextLink>}
      />
      <div className="flex flex-col gap-4">
        <Card title={`${say(words['grievance-about'])} ${say(words[`about-${one.about}`])}`}>
          <Facts
            facts={[
              [say(words['received-on']), formatDate(one.receivedOn, language)],
              [say(words['grievance-desk']), say(words[`desk-${one.desk}`])],
              [say(words['grievance-state']), `${say(words[`grievance-state-${one.state}`])}${closed}`],
              ...(one.dueOn === null ? [] : [[say(words['grievance-due']), formatDate(one.dueOn, language)] as const]),
            ]}
          />
          <div className="pt-4">
            <GrievanceThread said={one.words} />
          </div>
          {one.privateText === null ? null : (
            <section className="pt-4">
              <h3 className="font-semibold">{say(words['private-text'])}</h3>
              <p className="whitespace-pre-wrap rounded-control border border-line p-3">{one.privateText}</p>
            </section>
          )}
        </Card>
        <Acts one={one} />
        {one.intake === null ? null : <IntakeCard intake={one.intake} />}
      </div>
    </>
  )
}
function IntakeCard({ intake }: { readonly intake: NonNullable<GrievanceRead['intake']> }) {
  const say = useSay()
  const { countyName } = useCounties()
  const { channel, paperNumber, countyCode, organisationName } = intake
  return (
    <Card title={say(words['private-text'])}>
      <Facts
        facts={[
          [say(words.channel), say(words[`channel-${channel}`])],
          ...(paperNumber === null ? [] : [[say(words['grievance-paper-number']), <bdi key="paper">{paperNumber}</bdi>] as const]),
          ...(countyCode === null ? [] : [[say(words['grievance-county']), countyName(countyCode)] as const]),
          ...(organisationName === null ? [] : [[say(words['grievance-organisation']), organisationName] as const]),
        ]}
      />
    </Card>
  )
}
function Acts({ one }: { readonly one: GrievanceRead }) {
  const { acts } = one
  return (
    <>
      {acts.includes('acknowledge') ? <Acknowledge one={one} /> : null}
      {acts.includes('pass') ? <PassForm one={one} /> : null}
      {acts.includes('answer') ? <Answer one={one} /> : null}
      {acts.includes('take-over') ? <TakeOver one={one} /> : null}
    </>
  )
}
function Acknowledge({ one: { id, version } }: { readonly one: GrievanceRead }) {
  const say = useSay()
  const write = useWrite(acknowledgeGrievance)
  return (
    <div className="flex flex-col items-start gap-2">
      <ProblemBox error={write.error} />
      <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input: { id, version } })}>
        {say(words['acknowledge-grievance'])}
      </Button>
    </div>
  )
}
function Answer({ one: { id, version } }: { readonly one: GrievanceRead }) {
  const say = useSay()
  const [text, setText] = useState('')
  const write = useWrite(answerGrievance)
  return (
    <Card title={say(words.answer)}>
      <div className="flex flex-col gap-3">
        <LongTextField label={say(words.answer)} hint={say(words['answer-hint'])} isRequired rows={5} value={text} onChange={setText} />
        <ProblemBox error={write.error} />
        <div>
          <Button
            look="primary"
            isDisabled={text.trim().length < 5}
            isPending={write.isPending}
            onPress={() => write.mutate({ input: { id, version, text } })}
          >
            {say(words['send-answer'])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
function TakeOver({ one: { id, version } }: { readonly one: GrievanceRead }) {
  const say = useSay()
  const write = useWrite(takeOverGrievance)
  return (
    <Card title={say(words['take-over'])}>
      <p className="pb-3 text-ink-2">{say(words['take-over-hint'])}</p>
      <ProblemBox error={write.error} />
      <Button isPending={write.isPending} onPress={() => write.mutate({ input: { id, version } })}>
        {say(words['take-over'])}
      </Button>
    </Card>
  )
}
