import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useActing } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { dayIn, TEHRAN } from '../../../platform/time.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldGrid, NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read, ReasonList } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listMembers, type Part, planSession } from '../contract/sessions.ts'
import { words } from '../words.ts'
import { type Chosen, MemberRows } from './member-rows.tsx'
import { type Planned, useReasons } from './plan-reasons.ts'
import { RoomFields } from './room-fields.tsx'

const Search = z.object({ countyCode: z.coerce.string().optional().catch(undefined) })
/** A new day of conversation: county first, then everything of it on one page. */
export function Screen() {
  const say = useSay()
  const { countyName } = useCounties()
  const counties = useActing()?.counties ?? []
  const asked = Search.parse(useSearch({ strict: false })).countyCode
  const [countyCode, setCounty] = useState(asked ?? counties[0])
  return (
    <>
      <PageHeader title={say(words['plan-session'])} facts={say(words['plan-hint'])} />
      <Card>
        <SelectField
          label={say(words.county)}
          isRequired
          value={countyCode}
          onChange={setCounty}
          choices={counties.map((code) => ({ value: code, label: countyName(code) }))}
        />
      </Card>
      {countyCode === undefined ? (
        <EmptyState>{say(words['choose-county'])}</EmptyState>
      ) : (
        <Planning key={countyCode} countyCode={countyCode} />
      )}
    </>
  )
}
const USUAL: Planned = { roomId: undefined, heldOn: null, startsAt: '09:00', slots: 4, minutes: 40, rest: 5 }
function Planning({ countyCode }: { readonly countyCode: string }) {
  const say = useSay()
  const navigate = useNavigate()
  const [planned, setPlanned] = useState(USUAL)
  const [parts, setParts] = useState<Readonly<Record<string, Part>>>({})
  const members = useRead(listMembers, { countyCode })
  const write = useWrite(planSession)
  const chosen: readonly Chosen[] = (members.data?.members ?? []).flatMap((member) => {
    const part = parts[member.accountId]
    return part === undefined ? [] : [{ ...member, part }]
  })
  const { missing, clashes, hints } = useReasons({ countyCode, planned, chosen })
  const press = (): void => {
    const { roomId, heldOn, startsAt, slots, minutes, rest } = planned
    if (roomId === undefined || heldOn === null || slots === undefined || minutes === undefined) return
    const seats = chosen.map(({ accountId, part }) => ({ accountId, part }))
    const input = { id: newCommandId(), roomId, heldOn, startsAt, slots, minutes, rest: rest ?? 0, members: seats }
    write.mutate({ input }, { onSuccess: () => void navigate({ to: '/staff/interviews', search: () => ({ countyCode }) }) })
  }
  return (
    <Form error={write.error} onSubmit={press}>
      <Card title={say(words['when-and-where'])}>
        <div className="flex flex-col gap-4">
          <RoomFields countyCode={countyCode} value={planned.roomId} onChange={(roomId) => setPlanned({ ...planned, roomId })} />
          <TimeFields planned={planned} onChange={setPlanned} />
        </div>
      </Card>
      <Card title={say(words.panel)}>
        <p className="pb-3 text-ink-2">{say(words['panel-hint'])}</p>
        <Read of={members}>
          {(data) =>
            data.members.length === 0 ? (
              <EmptyState>{say(words['no-members'])}</EmptyState>
            ) : (
              <MemberRows members={data.members} parts={parts} onChange={setParts} />
            )
          }
        </Read>
      </Card>
      <div aria-live="polite" className="flex flex-col gap-2">
        <ReasonList reasons={missing} />
        {clashes.length === 0 ? null : (
          <ul className="list-disc ps-5 text-overdue">
            {clashes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {hints.map((sentence) => (
          <p key={sentence} className="text-clay">
            {sentence}
          </p>
        ))}
      </div>
      <div>
        <Button type="submit" look="primary" isDisabled={missing.length > 0 || clashes.length > 0} isPending={write.isPending}>
          {say(words['plan-session-save'])}
        </Button>
      </div>
    </Form>
  )
}
function TimeFields({ planned, onChange }: { readonly planned: Planned; readonly onChange: (planned: Planned) => void }) {
  const say = useSay()
  const language = useLanguage()
  const [today] = useState(() => dayIn(TEHRAN, new Date()))
  return (
    <>
      <FieldGrid>
        <DateField
          label={say(words['held-on'])}
          isRequired
          name="heldOn"
          min={today}
          value={planned.heldOn}
          onChange={(heldOn) => onChange({ ...planned, heldOn })}
        />
        <TextField
          label={say(words['starts-at'])}
          hint={say(words['starts-at-hint'])}
          isRequired
          isCode
          name="startsAt"
          value={digits(planned.startsAt, language)}
          onChange={(startsAt) => onChange({ ...planned, startsAt })}
        />
      </FieldGrid>
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField
          label={say(words['count-slots'])}
          isRequired
          name="slots"
          value={planned.slots}
          onChange={(slots) => onChange({ ...planned, slots })}
        />
        <NumberField
          label={say(words.minutes)}
          unit={say(words.minute)}
          isRequired
          name="minutes"
          value={planned.minutes}
          onChange={(minutes) => onChange({ ...planned, minutes })}
        />
        <NumberField
          label={say(words.rest)}
          unit={say(words.minute)}
          name="rest"
          value={planned.rest}
          onChange={(rest) => onChange({ ...planned, rest })}
        />
      </div>
    </>
  )
}
