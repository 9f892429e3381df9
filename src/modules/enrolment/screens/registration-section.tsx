import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { listConsents } from '../../people/contract.ts'
import { recordConsent } from '../contract/cases.ts'
import { readRegistration } from '../contract/registration.ts'
import type { Position } from '../rules/case-moves.ts'
import { words } from '../words.ts'
import { CompletingCard } from './completing-card.tsx'
import { Registering } from './registering.tsx'

interface Props {
  readonly caseId: string
  readonly personId: string
  readonly position: Position
  readonly countyCode: string
}
/** Registration opens with her consent and not before. */
export function RegistrationSection({ caseId, personId, position, countyCode }: Props) {
  const may = useMay('enrolment.register')
  if (!may) return null
  if (position === 'contacted') return <OpenRegistration caseId={caseId} personId={personId} />
  if (position === 'incomplete') return <CompletingCard caseId={caseId} />
  return position === 'consented' ? <Opened caseId={caseId} countyCode={countyCode} /> : null
}
/** After the talk: the way on if she said yes and the step was not taken with it, what to do if she said no; before it, nothing. */
function OpenRegistration({ caseId, personId }: { readonly caseId: string; readonly personId: string }) {
  const say = useSay()
  const write = useWrite(recordConsent)
  const consents = useRead(listConsents, { personId })
  const last = consents.data?.consents.filter(({ purpose }) => purpose === 'keep-file').at(-1)
  if (last === undefined) return null
  if (!last.answer || last.withdrawnOn !== null)
    return (
      <Card title={say(words.registration)}>
        <p>{say(words['keep-file-refused'])}</p>
      </Card>
    )
  return (
    <Card title={say(words.registration)}>
      <ProblemBox error={write.error} />
      <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input: { caseId } })}>
        {say(words['record-consent'])}
      </Button>
    </Card>
  )
}
function Opened({ caseId, countyCode }: Pick<Props, 'caseId' | 'countyCode'>) {
  const draft = useRead(readRegistration, { caseId }, { isFresh: true })
  return <Read of={draft}>{(data) => <Registering key={caseId} caseId={caseId} countyCode={countyCode} stored={data.draft} />}</Read>
}
