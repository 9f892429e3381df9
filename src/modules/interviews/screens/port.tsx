import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { formatDate, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { Read } from '../../../ui/states.tsx'
import { readInterviews } from '../contract/interviews.ts'
import { words } from '../words.ts'
import { StateTag } from './state-tag.tsx'

/** On her case page: where her conversation about work stands, and the way there; nothing before her place is taken. */
export function InterviewSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('interviews.read-interviews')
  const read = useRead(readInterviews, { caseId }, { enabled: may })
  if (!may || (read.data !== undefined && !read.data.isWaiting && read.data.interviews.length === 0)) return null
  return (
    <Card title={say(words.interview)}>
      <Read of={read}>
        {({ interviews: [last] }) => (
          <>
            <p className="flex flex-wrap items-center gap-2 pb-2">
              {last === undefined ? say(words['no-time-yet']) : <StateTag state={last.state} />}
              {last === undefined || last.startsAt === null || last.state === 'told' ? null : formatInstant(last.startsAt, language)}
              {last?.state === 'told' && last.toldOn !== null ? say(words['told-on'], { day: formatDate(last.toldOn, language) }) : null}
              {last?.state === 'agreed' && last.tellBy !== null ? say(words['tell-by'], { day: formatDate(last.tellBy, language) }) : null}
            </p>
            <TextLink to={`/staff/cases/${caseId}/interview`}>{say(words.interview)}</TextLink>
          </>
        )}
      </Read>
    </Card>
  )
}
