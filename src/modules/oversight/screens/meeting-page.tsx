import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { download, useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { ProblemBox, ReadPage } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { downloadMinutes, type MeetingWhole, readMeeting } from '../contract/meetings.ts'
import { meetingWords as words } from '../words/meetings.ts'
import { AttendanceCard } from './attendance-card.tsx'
import { IdeasCard } from './ideas-card.tsx'
import { MeetingResolutionsCard } from './meeting-resolutions-card.tsx'
import { MeetingTag } from './meeting-tags.tsx'
import { MinutesForm } from './minutes-form.tsx'

/** One meeting: agenda, who came, what was said or resolved, and its minutes. */
export function Screen() {
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readMeeting, { id })
  const mayRun = useMay('oversight.run-meeting')
  return (
    <ReadPage of={read}>
      {(meeting) => (
        <>
          <PageHeader title={meeting.title} facts={<MeetingTag meeting={meeting} />} />
          <MeetingFacts meeting={meeting} />
          <AttendanceCard key={meeting.version} meeting={meeting} />
          {meeting.kind === 'consultative' ? <IdeasCard meeting={meeting} /> : <MeetingResolutionsCard meeting={meeting} />}
          {mayRun && meeting.status === 'held' ? <MinutesForm key={`minutes ${meeting.version}`} meeting={meeting} /> : null}
        </>
      )}
    </ReadPage>
  )
}
function MeetingFacts({ meeting }: { readonly meeting: MeetingWhole }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const [error, setError] = useState<Error | null>(null)
  const { countyCode, quorum, minutes, minutesNumber, minutesDate, agenda } = meeting
  const take = (): void => {
    setError(null)
    download(downloadMinutes, { id: meeting.id }).catch((thrown: unknown) =>
      setError(thrown instanceof Error ? thrown : new Error('unknown')),
    )
  }
  return (
    <Card
      title={say(words.meeting)}
      actions={
        <Button look="quiet" onPress={take}>
          {say(words['minutes-download'])}
        </Button>
      }
    >
      <ProblemBox error={error} />
      <Facts
        facts={[
          [say(words['meeting-body']), meeting.body],
          [say(words.scale), countyCode === null ? say(words['whole-province']) : countyName(countyCode)],
          [say(words['meeting-kind']), say(words[`meeting-kind-${meeting.kind}`])],
          [say(words['meets-on']), `${formatDate(meeting.meetsOn, language)} · ${digits(meeting.meetsAt, language)}`],
          [say(words['meeting-place']), meeting.place],
          ...(quorum === null ? [] : [[say(words.members), say(words['quorum-asked'], quorum)] as const]),
          ...(minutesNumber === null || minutesDate === null
            ? []
            : [[say(words.minutes), `${digits(minutesNumber, language)} · ${formatDate(minutesDate, language)}`] as const]),
        ]}
      />
      {agenda.length === 0 ? null : (
        <>
          <h3 className="pt-3 font-semibold">{say(words.agenda)}</h3>
          <ol className="ps-6 [list-style-type:persian] [html[lang=en]_&]:list-decimal">
            {agenda.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </>
      )}
      {minutes === null ? null : <p className="whitespace-pre-line pt-3">{minutes}</p>}
    </Card>
  )
}
