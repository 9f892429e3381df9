import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldGrid, LongTextField, NumberField, SelectField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { MeetingWhole } from '../contract/meetings.ts'
import { adoptResolution, draftResolution, type Resolution } from '../contract/resolutions.ts'
import { navWords } from '../nav-words.ts'
import { meetingWords as words } from '../words/meetings.ts'
import { sittingOf } from './ideas-card.tsx'
import { ResolutionTag } from './meeting-tags.tsx'

/** What the meeting resolved: drafts, votes, and where each stands since. */
export function MeetingResolutionsCard({ meeting }: { readonly meeting: MeetingWhole }) {
  const say = useSay()
  const mayRun = useMay('oversight.run-meeting')
  return (
    <Card title={say(navWords.resolutions)}>
      {meeting.resolutions.length === 0 ? <EmptyState>{say(words['no-resolutions'])}</EmptyState> : null}
      <ul>
        {meeting.resolutions.map((one) => (
          <Line key={one.id} resolution={one} mayAdopt={mayRun && meeting.status === 'held'} />
        ))}
      </ul>
      {mayRun && meeting.status !== 'signed' ? <DraftForm key={meeting.resolutions.length} meeting={meeting} /> : null}
    </Card>
  )
}
function Line({ resolution, mayAdopt }: { readonly resolution: Resolution; readonly mayAdopt: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const [votesFor, setVotes] = useState<number>()
  const write = useWrite(adoptResolution)
  const send = (): void => {
    if (votesFor !== undefined)
      write.mutate({ input: { id: resolution.id, version: resolution.version, moveId: newCommandId(), votesFor } })
  }
  return (
    <li className="flex flex-col gap-1 border-line border-b py-2">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <TextLink to={`/staff/resolutions/${resolution.id}`}>{say(words['resolution-n'], { n: resolution.place })}</TextLink>
        <ResolutionTag resolution={resolution} />
      </span>
      <p>{resolution.sentence}</p>
      <span className="text-ink-2 text-meta">
        {resolution.agencyName} · {formatDate(resolution.dueOn, language)}
      </span>
      {mayAdopt && resolution.state === 'draft' ? (
        <Form error={write.error} onSubmit={send}>
          <NumberField label={say(words['votes-for'])} hint={say(words['adopt-hint'])} value={votesFor} onChange={setVotes} />
          <div>
            <Button isDisabled={votesFor === undefined} isPending={write.isPending} onPress={send}>
              {say(words.adopt)}
            </Button>
          </div>
        </Form>
      ) : null}
    </li>
  )
}
function DraftForm({ meeting }: { readonly meeting: MeetingWhole }) {
  const say = useSay()
  const [agendaPlace, setAgendaPlace] = useState<string>()
  const [sentence, setSentence] = useState('')
  const [organisationId, setAgency] = useState<string>()
  const [dueOn, setDueOn] = useState<string | null>(null)
  const write = useWrite(draftResolution)
  const isWhole = agendaPlace !== undefined && organisationId !== undefined && dueOn !== null && sentence.trim().length >= 10
  const send = (): void => {
    if (agendaPlace === undefined || organisationId === undefined || dueOn === null) return
    const input = { id: meeting.id, resolutionId: newCommandId(), agendaPlace: Number(agendaPlace), sentence, organisationId, dueOn }
    write.mutate({ input })
  }
  return (
    <Form error={write.error} onSubmit={send}>
      <h3 className="pt-3 font-semibold">{say(words['new-resolution'])}</h3>
      <LongTextField label={say(words['resolution-sentence'])} isRequired value={sentence} onChange={setSentence} />
      <FieldGrid>
        <SelectField
          label={say(words['agenda-place'])}
          isRequired
          empty="—"
          value={agendaPlace}
          onChange={setAgendaPlace}
          choices={meeting.agenda.map((item, index) => ({ value: String(index + 1), label: item }))}
        />
        <SelectField
          label={say(words.agency)}
          isRequired
          empty="—"
          value={organisationId}
          onChange={setAgency}
          choices={sittingOf(meeting)}
        />
        <DateField label={say(words['new-due'])} isRequired value={dueOn} onChange={setDueOn} />
      </FieldGrid>
      <div>
        <Button isDisabled={!isWhole} isPending={write.isPending} onPress={send}>
          {say(words['new-resolution'])}
        </Button>
      </div>
    </Form>
  )
}
