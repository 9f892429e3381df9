import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Result, writeIntervention } from '../contract/referrals.ts'
import type { StepKind } from '../contract/work-plan.ts'
import { words } from '../words.ts'
import { type Body, BodyFields } from './body-fields.tsx'
import { KindField } from './kind-field.tsx'

interface Props {
  readonly caseId: string
  readonly countyCode: string
  readonly onDone: () => void
}
/** What was done for her: what, by whom, on which day, and what came of it. */
export function InterventionForm({ caseId, countyCode, onDone }: Props) {
  const say = useSay()
  const [kind, setKind] = useState<StepKind>()
  const [body, setBody] = useState<Body>({ organisationId: undefined, capacityId: undefined })
  const [happenedOn, setHappenedOn] = useState<string | null>(null)
  const [result, setResult] = useState<Result>()
  const write = useWrite(writeIntervention)
  const press = (): void => {
    if (kind === undefined || happenedOn === null || result === undefined) return
    const { organisationId = null, capacityId = null } = body
    const input = { caseId, id: newCommandId(), kind, organisationId, capacityId, happenedOn, result }
    write.mutate({ input }, { onSuccess: onDone })
  }
  return (
    <div className="flex flex-col gap-4 rounded-control bg-sunken p-3">
      <KindField value={kind} onChange={setKind} />
      <BodyFields
        label={say(words['intervention-by'])}
        empty={say(words['intervention-by-guide'])}
        countyCode={countyCode}
        value={body}
        onChange={setBody}
      />
      <DateField label={say(words['intervention-on'])} isRequired value={happenedOn} onChange={setHappenedOn} />
      <ChoiceField
        label={say(words['intervention-result'])}
        isRequired
        value={result}
        onChange={setResult}
        choices={Result.options.map((one) => ({ value: one, label: say(words[`result-${one}`]) }))}
      />
      <ProblemBox error={write.error} />
      <div>
        <Button
          look="primary"
          isDisabled={kind === undefined || happenedOn === null || result === undefined}
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['intervention-new'])}
        </Button>
      </div>
    </div>
  )
}
