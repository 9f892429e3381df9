import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField, SelectField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { addStep, StepKind, StepOwner } from '../contract/work-plan.ts'
import { words } from '../words.ts'

interface Props {
  readonly caseId: string
  readonly countyCode: string
  readonly onDone: () => void
}
/** One step: what, who owes it, until when. */
export function StepForm({ caseId, countyCode, onDone }: Props) {
  const say = useSay()
  const [kind, setKind] = useState<StepKind>()
  const [what, setWhat] = useState('')
  const [owner, setOwner] = useState<StepOwner>('her')
  const [agency, setAgency] = useState<string>()
  const [dueOn, setDueOn] = useState<string | null>(null)
  const agencies = useRead(listOrganisations, { kind: 'agency', countyCode }, { enabled: owner === 'agency' })
  const write = useWrite(addStep)
  const organisationId = owner === 'agency' ? (agency ?? null) : null
  const press = (): void => {
    if (kind === undefined || dueOn === null) return
    write.mutate({ input: { caseId, id: newCommandId(), kind, what, owner, organisationId, dueOn } }, { onSuccess: onDone })
  }
  return (
    <div className="mt-3 flex flex-col gap-4 rounded-control bg-sunken p-3">
      <SelectField
        label={say(words['step-kind'])}
        isRequired
        value={kind}
        onChange={setKind}
        choices={StepKind.options.map((one) => ({ value: one, label: say(words[`step-${one}`]) }))}
      />
      <TextField label={say(words['step-what'])} value={what} onChange={setWhat} />
      <ChoiceField
        label={say(words['step-owner'])}
        value={owner}
        onChange={setOwner}
        choices={StepOwner.options.map((one) => ({ value: one, label: say(words[`owner-${one}`]) }))}
      />
      {owner === 'agency' ? (
        <SelectField
          label={say(words['step-agency'])}
          isRequired
          value={agency}
          onChange={setAgency}
          choices={(agencies.data?.organisations ?? []).map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
        />
      ) : null}
      <DateField label={say(words['step-due'])} isRequired value={dueOn} onChange={setDueOn} />
      <ProblemBox error={write.error} />
      <Button
        look="primary"
        isDisabled={kind === undefined || dueOn === null || (owner === 'agency' && agency === undefined)}
        isPending={write.isPending}
        onPress={press}
      >
        {say(words['add-step'])}
      </Button>
    </div>
  )
}
