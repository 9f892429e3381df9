import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { type GrievanceRead, passGrievance } from '../contract/grievances.ts'
import { reasonsNotToPass } from '../rules/grievances.ts'
import { grievanceWords as words } from '../words/grievances.ts'
import { AboutFields } from './about-fields.tsx'

/** Brings a complaint to whoever must answer; what it is about can be put right on the way. */
export function PassForm({ one: { id, version, about, intake } }: { readonly one: GrievanceRead }) {
  const say = useSay()
  const navigate = useNavigate()
  const [where, setWhere] = useState({ about, countyCode: intake?.countyCode ?? null, organisationId: intake?.organisationId ?? null })
  const write = useWrite(passGrievance)
  const press = (): void =>
    write.mutate({ input: { id, version, ...where } }, { onSuccess: () => void navigate({ to: '/staff/grievances' }) })
  return (
    <Card title={say(words.pass)}>
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{say(words['pass-hint'])}</p>
        <AboutFields value={where} onChange={setWhere} needsAll />
        <ProblemBox error={write.error} />
        <div>
          <Button look="primary" isDisabled={reasonsNotToPass(where).length > 0} isPending={write.isPending} onPress={press}>
            {say(words.pass)}
          </Button>
        </div>
      </div>
    </Card>
  )
}
