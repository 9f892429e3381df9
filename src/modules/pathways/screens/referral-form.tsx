import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { refer } from '../contract/referrals.ts'
import type { StepKind } from '../contract/work-plan.ts'
import { words } from '../words.ts'
import { type Body, BodyFields } from './body-fields.tsx'
import { KindField } from './kind-field.tsx'

interface Props {
  readonly caseId: string
  readonly countyCode: string
  readonly onDone: () => void
}
/** One thing, one agency; out of what it has, where it said so. */
export function ReferralForm({ caseId, countyCode, onDone }: Props) {
  const say = useSay()
  const [kind, setKind] = useState<StepKind>()
  const [body, setBody] = useState<Body>({ organisationId: undefined, capacityId: undefined })
  const write = useWrite(refer)
  const { organisationId, capacityId } = body
  const press = (): void => {
    if (kind === undefined || organisationId === undefined) return
    const input = { caseId, id: newCommandId(), kind, organisationId, capacityId: capacityId ?? null }
    write.mutate({ input }, { onSuccess: onDone })
  }
  return (
    <div className="flex flex-col gap-4 rounded-control bg-sunken p-3">
      <KindField value={kind} onChange={setKind} />
      <BodyFields label={say(words['refer-agency'])} countyCode={countyCode} value={body} onChange={setBody} />
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={kind === undefined || organisationId === undefined} isPending={write.isPending} onPress={press}>
          {say(words['refer-send'])}
        </Button>
      </div>
    </div>
  )
}
