import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type MeetingWhole, type Member, takeAttendance } from '../contract/meetings.ts'
import { type Attendance, attendances } from '../contract/states.ts'
import { meetingWords as words } from '../words/meetings.ts'

/** Who sits there and who came; whoever runs the meeting writes it down until the minutes are signed. */
export function AttendanceCard({ meeting }: { readonly meeting: MeetingWhole }) {
  const say = useSay()
  const mayRun = useMay('oversight.run-meeting')
  const isOpen = mayRun && meeting.status !== 'signed'
  const [chosen, setChosen] = useState<Readonly<Record<string, Attendance>>>(
    Object.fromEntries(meeting.seats.flatMap(({ id, attendance }) => (attendance === null ? [] : [[id, attendance]]))),
  )
  const write = useWrite(takeAttendance)
  const seats = meeting.seats.flatMap(({ id }) => {
    const attendance = chosen[id]
    return attendance === undefined ? [] : [{ id, attendance }]
  })
  return (
    <Card title={say(words.members)}>
      {meeting.present === null ? null : (
        <p className="flex flex-wrap items-center gap-2 pb-2">
          {say(words['present-of'], { present: meeting.present, members: meeting.members })}
          {meeting.hasQuorum === null ? null : (
            <Tag meaning={meeting.hasQuorum ? 'done' : 'overdue'}>{say(words[meeting.hasQuorum ? 'has-quorum' : 'no-quorum-tag'])}</Tag>
          )}
        </p>
      )}
      <ul>
        {meeting.seats.map((seat) => (
          <li key={seat.id} className="flex flex-wrap items-center justify-between gap-2 border-line border-b py-2">
            <SeatName seat={seat} />
            {isOpen ? (
              <SelectField
                label={`${say(words.attendance)}: ${seat.title}`}
                empty="—"
                value={chosen[seat.id]}
                onChange={(attendance) => {
                  if (attendance !== undefined) setChosen((before) => ({ ...before, [seat.id]: attendance }))
                }}
                choices={attendances.map((one) => ({ value: one, label: say(words[`attendance-${one}`]) }))}
              />
            ) : seat.attendance === null ? null : (
              <span>{say(words[`attendance-${seat.attendance}`])}</span>
            )}
          </li>
        ))}
      </ul>
      {isOpen ? (
        <div className="flex flex-col gap-2 pt-3">
          <ProblemBox error={write.error} />
          <div>
            <Button
              isDisabled={seats.length < meeting.seats.length}
              isPending={write.isPending}
              onPress={() => write.mutate({ input: { id: meeting.id, version: meeting.version, seats } })}
            >
              {say(words['take-attendance'])}
            </Button>
          </div>
        </div>
      ) : null}
    </Card>
  )
}
function SeatName({ seat: { title, organisationName, deputy } }: { readonly seat: Member }) {
  const say = useSay()
  return (
    <span>
      <span className="block font-semibold">{title}</span>
      <span className="block text-ink-2 text-meta">
        {organisationName}
        {deputy === null ? null : ` · ${say(words['member-deputy'])}: ${deputy}`}
      </span>
    </span>
  )
}
