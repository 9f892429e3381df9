import { useMay } from '../../../access/screens/self.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { navWords } from '../nav-words.ts'
import { grievanceWords as words } from '../words/grievances.ts'

/** On her case page: the way to write a complaint down for her. What she filed stands on its own page, where she allows it. */
export function GrievanceSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  if (!useMay('oversight.file-for-her')) return null
  return (
    <Card title={say(navWords.grievances)}>
      <TextLink to={`/staff/cases/${caseId}/grievances`}>{say(words['file-grievance'])}</TextLink>
    </Card>
  )
}
