import { useState } from 'react'
import { useActing } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { asciiDigits } from '../../../platform/persian.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, FieldGrid, LongTextField, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { CountyField } from '../../territory/screens/port.ts'
import { callMeeting, callProvinceMeeting } from '../contract/meetings.ts'
import { type MeetingKind, meetingKinds } from '../contract/states.ts'
import { meetingWords as words } from '../words/meetings.ts'
import { scopeWords } from '../words/scope.ts'

interface Seat {
  readonly id: string
  readonly organisationId?: string | undefined
  readonly title: string
  readonly deputy: string
}
interface Draft {
  readonly countyCode?: string | undefined
  readonly kind: MeetingKind
  readonly body: string
  readonly title: string
  readonly agenda: string
  readonly meetsOn: string | null
  readonly meetsAt: string
  readonly place: string
  readonly seats: readonly Seat[]
}
const emptySeat = (): Seat => ({ id: newCommandId(), title: '', deputy: '' })
const emptyDraft = (): Draft => ({
  kind: 'deciding',
  body: '',
  title: '',
  agenda: '',
  meetsOn: null,
  meetsAt: '10:00',
  place: '',
  seats: [emptySeat(), emptySeat(), emptySeat()],
})
/** The draft as the routes take it; undefined while something is missing. */
function whole({ kind, body, title, agenda, meetsOn, meetsAt, place, seats }: Draft) {
  const members = seats.flatMap(({ id, organisationId, title: office, deputy }) =>
    organisationId === undefined || office.trim().length < 2 ? [] : [{ id, organisationId, title: office, deputy }],
  )
  const items = agenda
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isWhole = body.trim().length > 2 && title.trim().length > 2 && place.trim().length > 1 && members.length === seats.length
  if (!isWhole || meetsOn === null) return undefined
  return { kind, body, title, agenda: items, meetsOn, meetsAt: asciiDigits(meetsAt), place, members }
}
/** Who is invited, about what, when and where. */
export function MeetingDialog({ isOfProvince, onClose }: { readonly isOfProvince: boolean; readonly onClose: () => void }) {
  const say = useSay()
  const own = useActing()?.counties ?? []
  const [draft, setDraft] = useState(emptyDraft)
  const [ofCounty, ofProvince] = [useWrite(callMeeting), useWrite(callProvinceMeeting)]
  const change = (more: Partial<Draft>): void => setDraft((before) => ({ ...before, ...more }))
  const countyCode = draft.countyCode ?? (own.length === 1 ? own[0] : undefined)
  const input = whole(draft)
  const send = (): void => {
    if (input === undefined) return
    const done = { onSuccess: onClose }
    if (isOfProvince) ofProvince.mutate({ input: { id: newCommandId(), ...input } }, done)
    else if (countyCode !== undefined) ofCounty.mutate({ input: { id: newCommandId(), countyCode, ...input } }, done)
  }
  return (
    <Dialog title={say(words['new-meeting'])} isOpen onClose={onClose}>
      <Form error={ofCounty.error ?? ofProvince.error} onSubmit={send}>
        <ChoiceField
          label={say(words['meeting-kind'])}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          choices={meetingKinds.map((one) => ({ value: one, label: say(words[`meeting-kind-${one}`]) }))}
        />
        <FieldGrid>
          {isOfProvince || own.length === 1 ? null : (
            <CountyField
              label={say(scopeWords.county)}
              isRequired
              empty="—"
              value={countyCode}
              onChange={(code) => change({ countyCode: code })}
              among={own}
            />
          )}
          <TextField label={say(words['meeting-body'])} name="body" isRequired value={draft.body} onChange={(body) => change({ body })} />
          <TextField
            label={say(words['meeting-title'])}
            name="title"
            isRequired
            value={draft.title}
            onChange={(title) => change({ title })}
          />
          <DateField
            label={say(words['meets-on'])}
            name="meetsOn"
            isRequired
            value={draft.meetsOn}
            onChange={(meetsOn) => change({ meetsOn })}
          />
          <TextField
            label={say(words['meets-at'])}
            hint={say(words['meets-at-hint'])}
            name="meetsAt"
            isRequired
            value={draft.meetsAt}
            onChange={(meetsAt) => change({ meetsAt })}
          />
          <TextField
            label={say(words['meeting-place'])}
            name="place"
            isRequired
            value={draft.place}
            onChange={(place) => change({ place })}
          />
        </FieldGrid>
        <LongTextField
          label={say(words.agenda)}
          hint={say(words['agenda-hint'])}
          name="agenda"
          value={draft.agenda}
          onChange={(agenda) => change({ agenda })}
        />
        <SeatsFields seats={draft.seats} onChange={(seats) => change({ seats })} />
        <div>
          <Button
            look="primary"
            isDisabled={input === undefined || (!isOfProvince && countyCode === undefined)}
            isPending={ofCounty.isPending || ofProvince.isPending}
            onPress={send}
          >
            {say(words['call-meeting'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
function SeatsFields({ seats, onChange }: { readonly seats: readonly Seat[]; readonly onChange: (seats: readonly Seat[]) => void }) {
  const say = useSay()
  const organisations = useRead(listOrganisations, { limit: 250 }).data?.organisations ?? []
  const set = (id: string, more: Partial<Seat>): void => onChange(seats.map((seat) => (seat.id === id ? { ...seat, ...more } : seat)))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-semibold">{say(words.members)}</legend>
      <p className="text-ink-2 text-meta">{say(words['members-explained'])}</p>
      {seats.map((seat, index) => (
        <fieldset key={seat.id} className="flex flex-col gap-2 border-line border-t pt-2">
          <legend className="text-ink-2 text-meta">{say(words['member-n'], { n: index + 1 })}</legend>
          <FieldGrid>
            <SelectField
              label={say(words['member-organisation'])}
              isRequired
              empty="—"
              value={seat.organisationId}
              onChange={(organisationId) => set(seat.id, { organisationId })}
              choices={organisations.map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
            />
            <TextField label={say(words['member-title'])} isRequired value={seat.title} onChange={(title) => set(seat.id, { title })} />
            <TextField label={say(words['member-deputy'])} value={seat.deputy} onChange={(deputy) => set(seat.id, { deputy })} />
          </FieldGrid>
          {seats.length > 2 ? (
            <div>
              <Button look="quiet" onPress={() => onChange(seats.filter(({ id }) => id !== seat.id))}>
                {say(words['remove-member'])}
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button isDisabled={seats.length >= 40} onPress={() => onChange([...seats, emptySeat()])}>
          {say(words['add-member'])}
        </Button>
      </div>
    </fieldset>
  )
}
