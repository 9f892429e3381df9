export { GuideSection } from './guide-section.tsx'
export { useHasDraft } from './note-draft.ts'
export { NoteForm } from './note-form.tsx'
export { NotesSection } from './notes-section.tsx'

import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { Read } from '../../../ui/states.tsx'
import { readHerExitTable } from '../contract/exit-table.ts'
import { readSupport } from '../contract/referrals.ts'
import { readWorkPlan } from '../contract/work-plan.ts'

export { GivenFields, SPOKEN } from './given-fields.tsx'
export { HerHeader } from './her-header.tsx'

import { words } from '../words.ts'

/** On her case page: whether the table in force was read to her, and the way there. */
export function ExitTableSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('pathways.show-exit-table')
  const table = useRead(readHerExitTable, { caseId }, { enabled: may })
  if (!may) return null
  return (
    <Card title={say(words['exit-table'])}>
      <Read of={table}>
        {({ editionId, shownOn, isChanged }) => (
          <>
            <p className="pb-2">
              {editionId === null
                ? say(words['no-edition'])
                : isChanged
                  ? say(words['changed-since'])
                  : shownOn === null
                    ? say(words['not-shown'])
                    : say(words['shown-on'], { day: formatDate(shownOn, language) })}
            </p>
            <TextLink to={`/staff/cases/${caseId}/exit-table`}>{say(words['read-aloud'])}</TextLink>
          </>
        )}
      </Read>
    </Card>
  )
}
/** On her case page: whether her plan of work is agreed, and the way there. */
export function WorkPlanSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('pathways.read-work-plan')
  const read = useRead(readWorkPlan, { caseId }, { enabled: may })
  if (!may) return null
  return (
    <Card title={say(words['work-plan'])}>
      <Read of={read}>
        {({ plan, steps }) => (
          <>
            <p className="pb-2">
              {plan === null
                ? say(words['no-work-plan'])
                : plan.agreedOn === null
                  ? say(words['not-agreed'])
                  : say(words['agreed-on'], { day: formatDate(plan.agreedOn, language) })}
            </p>
            {(['proposed', 'refused'] as const).map((state) => {
              const n = steps.filter((step) => step.state === state).length
              return n === 0 ? null : <p key={state}>{say(words[state === 'proposed' ? 'steps-wait-for-her' : 'steps-refused'], { n })}</p>
            })}
            <TextLink to={`/staff/cases/${caseId}/work-plan`}>{say(words['work-plan'])}</TextLink>
          </>
        )}
      </Read>
    </Card>
  )
}
/** On her case page: how many referrals wait and what was done last, and the way there. */
export function SupportSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('pathways.read-support')
  const read = useRead(readSupport, { caseId }, { enabled: may })
  if (!may) return null
  return (
    <Card title={say(words['her-support'])}>
      <Read of={read}>
        {({ referrals, interventions }) => {
          const waiting = referrals.filter(({ state }) => state === 'sent' || state === 'accepted').length
          const [last] = interventions
          return (
            <>
              <p>{waiting === 0 ? say(words['no-referral-waits']) : say(words['referrals-wait'], { n: waiting })}</p>
              {last === undefined ? null : (
                <p className="text-ink-2">
                  {say(words[`step-${last.kind}`])}، {formatDate(last.happenedOn, language)}: {say(words[`result-${last.result}`])}
                </p>
              )}
              <p className="flex flex-wrap gap-x-5">
                <TextLink to={`/staff/cases/${caseId}/support`}>{say(words['her-support'])}</TextLink>
                <TextLink to={`/staff/cases/${caseId}/loans`}>{say(words.loans)}</TextLink>
                <TextLink to={`/staff/cases/${caseId}/insurances`}>{say(words.insurances)}</TextLink>
              </p>
            </>
          )
        }}
      </Read>
    </Card>
  )
}
