import { useMay } from '../../../access/screens/self.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { words } from '../words.ts'

/** On her case page: the way to what became of her work. Nothing is read here, since every look at it is written down. */
export function OutcomeSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('outcomes.read-outcome')
  if (!may) return null
  return (
    <Card title={say(words.outcome)}>
      <p className="pb-2 text-ink-2">{say(words['outcome-hint'])}</p>
      <TextLink to={`/staff/cases/${caseId}/outcome`}>{say(words['outcome-open'])}</TextLink>
    </Card>
  )
}
