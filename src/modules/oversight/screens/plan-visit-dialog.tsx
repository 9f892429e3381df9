import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useActing } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay } from '../../../ui/language.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { CountyField } from '../../territory/screens/port.ts'
import { PlaceKind } from '../contract/checklists.ts'
import { listVisitPlaces, planVisit, VisitPurpose } from '../contract/visits.ts'
import { visitWords as words } from '../words/visits.ts'

const CONDITIONS = ['woman-visitor', 'unmarked-car'] as const
type Condition = (typeof CONDITIONS)[number]
/** Where, what for and when; for a dwelling the two conditions without which nobody goes. */
export function PlanVisitDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const acting = useActing()
  const own = acting?.counties ?? []
  const [id] = useState(newCommandId)
  const [countyCode, setCounty] = useState<string | undefined>(own.length === 1 ? own[0] : undefined)
  const [placeKind, setKind] = useState<PlaceKind>('hub')
  const [hubId, setHub] = useState<string>()
  const [organisationId, setOrganisation] = useState<string>()
  const [placeName, setName] = useState('')
  const [fileNumber, setNumber] = useState('')
  const [purpose, setPurpose] = useState<VisitPurpose>('regular')
  const [plannedOn, setDay] = useState<string | null>(null)
  const [conditions, setConditions] = useState<readonly Condition[]>([])
  const places = useRead(listVisitPlaces, {}, { enabled: placeKind === 'hub' })
  const bodies = useRead(listOrganisations, { limit: 250 }, { enabled: placeKind === 'class' })
  const write = useWrite(planVisit)
  const county = countyCode ?? (own.length === 1 ? own[0] : undefined)
  const send = (): void => {
    if (county === undefined || plannedOn === null) return
    write.mutate(
      {
        input: {
          id,
          countyCode: county,
          placeKind,
          hubId: placeKind === 'hub' ? (hubId ?? null) : null,
          placeName: placeKind === 'class' ? placeName : null,
          organisationId: placeKind === 'class' ? (organisationId ?? null) : null,
          fileNumber: placeKind === 'dwelling' ? fileNumber : null,
          purpose,
          plannedOn,
          isWomanVisitor: conditions.includes('woman-visitor'),
          isUnmarkedCar: conditions.includes('unmarked-car'),
        },
      },
      { onSuccess: () => void navigate({ to: `/staff/visits/${id}` }) },
    )
  }
  return (
    <Dialog title={say(words['plan-visit'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <CountyField label={say(words['visit-county'])} isRequired empty="—" value={county} onChange={setCounty} among={own} />
        <ChoiceField
          label={say(words['visit-place'])}
          isRequired
          value={placeKind}
          onChange={setKind}
          choices={PlaceKind.options.map((one) => ({ value: one, label: say(words[`place-${one}`]) }))}
        />
        {placeKind === 'hub' ? (
          <SelectField
            label={say(words['place-hub'])}
            isRequired
            empty="—"
            value={hubId}
            onChange={setHub}
            choices={(places.data?.hubs ?? [])
              .filter((one) => one.countyCode === county)
              .map((one) => ({ value: one.id, label: one.name }))}
          />
        ) : null}
        {placeKind === 'class' ? (
          <>
            <TextField label={say(words['class-name'])} name="placeName" isRequired value={placeName} onChange={setName} />
            <SelectField
              label={say(words['visit-organisation'])}
              empty="—"
              value={organisationId}
              onChange={setOrganisation}
              choices={(bodies.data?.organisations ?? []).map((one) => ({ value: one.id, label: one.nameFa }))}
            />
          </>
        ) : null}
        {placeKind === 'dwelling' ? (
          <>
            <p className="text-ink-2">{say(words['dwelling-hint'])}</p>
            <TextField
              label={say(words['visit-file-number'])}
              name="fileNumber"
              isCode
              isRequired
              value={fileNumber}
              onChange={setNumber}
            />
            <CheckField
              label={say(words['place-dwelling'])}
              value={conditions}
              onChange={setConditions}
              choices={CONDITIONS.map((one) => ({ value: one, label: say(words[one]) }))}
            />
          </>
        ) : null}
        <SelectField
          label={say(words['visit-purpose'])}
          isRequired
          value={purpose}
          onChange={(next) => setPurpose(next ?? 'regular')}
          choices={VisitPurpose.options.map((one) => ({ value: one, label: say(words[`purpose-${one}`]) }))}
        />
        <DateField label={say(words['visit-day'])} name="plannedOn" isRequired value={plannedOn} onChange={setDay} />
        <div>
          <Button look="primary" isDisabled={county === undefined || plannedOn === null} isPending={write.isPending} onPress={send}>
            {say(words['plan-visit'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
