import { useState } from 'react'
import type { z } from 'zod'
import { useSelf } from '../../../access/screens/self.tsx'
import { listOwnCases } from '../../../modules/enrolment/contract/cases.ts'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { asciiDigits } from '../../../platform/persian.ts'
import { AttendanceSheet } from '../../../ui/attendance-sheet.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { printRoster } from '../contract.ts'
import { words } from '../words.ts'

interface Meeting {
  readonly caseId: string
  readonly name: string
  readonly typed: string
}
/** Whom one meets today: chosen by name, each with a time; printed with first name, time and file number, and nothing else. */
export function Screen() {
  const say = useSay()
  const cases = useRead(listOwnCases, { limit: 100 })
  const [meetings, setMeetings] = useState<readonly Meeting[]>([])
  const write = useWrite(printRoster)
  const lines = meetings.flatMap(({ caseId, typed }) => {
    const time = timeOf(typed)
    return time === undefined ? [] : [{ caseId, time }]
  })
  if (write.data !== undefined) return <Roster roster={write.data} />
  const setTime = (caseId: string, typed: string): void =>
    setMeetings((before) => before.map((one) => (one.caseId === caseId ? { ...one, typed } : one)))
  return (
    <>
      <PageHeader title={say(words.roster)} />
      <Card>
        <p className="pb-4 text-ink-2">{say(words['roster-hint'])}</p>
        <Read of={cases}>
          {(data) =>
            data.cases.length === 0 ? (
              <EmptyState>{say(words['roster-none'])}</EmptyState>
            ) : (
              <SearchChoiceField
                label={say(words['roster-add'])}
                value={undefined}
                onChange={(caseId) => {
                  const name = data.cases.find(({ id }) => id === caseId)?.name
                  if (caseId !== undefined && name !== undefined) setMeetings((before) => [...before, { caseId, name, typed: '' }])
                }}
                choices={data.cases
                  .filter(({ id }) => !meetings.some(({ caseId }) => caseId === id))
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
            )
          }
        </Read>
        <ul className="flex flex-col gap-4 pt-4">
          {meetings.map(({ caseId, name, typed }) => (
            <li key={caseId} className="flex items-end gap-2">
              <div className="flex-1">
                <TextField isCode label={say(words['roster-time'], { name })} value={typed} onChange={(now) => setTime(caseId, now)} />
              </div>
              <Button onPress={() => setMeetings((before) => before.filter((one) => one.caseId !== caseId))}>
                {say(words['roster-take-off'])}
              </Button>
            </li>
          ))}
        </ul>
        <div className="pt-4">
          <ProblemBox error={write.error} />
          <Button
            look="primary"
            isDisabled={lines.length === 0 || lines.length < meetings.length}
            isPending={write.isPending}
            onPress={() => write.mutate({ input: { id: newCommandId(), lines } })}
          >
            {say(words['roster-make'])}
          </Button>
        </div>
      </Card>
    </>
  )
}
/** A time of day as people type it: «۹», «9:30», «۱۰۳۰». */
function timeOf(typed: string): string | undefined {
  const match = /^(\d{1,2})(?::?(\d{2}))?$/.exec(asciiDigits(typed).trim())
  const [hour, minute] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 0)]
  return hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
function Roster({ roster: { number, printedAt, lines } }: { readonly roster: z.infer<typeof printRoster.output> }) {
  const say = useSay()
  const printedBy = useSelf()?.name ?? ''
  return (
    <>
      <div className="no-print">
        <PageHeader title={say(words.roster)} />
      </div>
      <AttendanceSheet title={say(words.roster)} number={number} printedAt={printedAt} printedBy={printedBy} lines={lines} />
    </>
  )
}
