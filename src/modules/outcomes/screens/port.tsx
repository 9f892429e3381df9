import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { Read } from '../../../ui/states.tsx'
import { readNeeds } from '../contract/outcomes.ts'
import { words } from '../words.ts'

/** On her case page: what her last follow-up asks of her guide, and the way to what became of her work, of which every look is written down. */
export function OutcomeSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('outcomes.read-outcome')
  if (!may) return null
  return (
    <>
      <Needs caseId={caseId} />
      <Card title={say(words.outcome)}>
        <p className="pb-2 text-ink-2">{say(words['outcome-hint'])}</p>
        <TextLink to={`/staff/cases/${caseId}/outcome`}>{say(words['outcome-open'])}</TextLink>
      </Card>
    </>
  )
}
function Needs({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(readNeeds, { caseId })
  return (
    <Card title={say(words.needs)}>
      <Read of={read}>
        {({ last }) =>
          last === null ? (
            <p className="text-ink-2">{say(words['needs-never'])}</p>
          ) : (
            <>
              {last.needs.length === 0 ? (
                <p>{say(words['needs-none'])}</p>
              ) : (
                <ul className="flex list-disc flex-col gap-2 ps-5">
                  {last.needs.map((need) => (
                    <li key={need}>{say(words[`need-${need}`])}</li>
                  ))}
                </ul>
              )}
              <p className="pt-2 text-ink-2 text-tag">
                {say(words['needs-said-on'], { day: formatDate(last.saidOn, language) })} · {say(words['needs-hint'])}
              </p>
            </>
          )
        }
      </Read>
    </Card>
  )
}
