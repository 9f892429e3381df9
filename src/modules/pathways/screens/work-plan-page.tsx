import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { agreeWorkPlan, readWorkPlan, type Step } from '../contract/work-plan.ts'
import { words } from '../words.ts'
import { GivenFields, SPOKEN } from './given-fields.tsx'
import { HerHeader } from './her-header.tsx'
import { StepAnswer } from './step-answer.tsx'
import { StepForm } from './step-form.tsx'
import { StepMoves, StepStateTag } from './step-moves.tsx'
import { WorkPlanForm } from './work-plan-form.tsx'

/** One woman's plan of work, written with her: what she wants, its steps, and her agreement. */
export function Screen() {
  const say = useSay()
  const { caseId = '' } = useParams({ strict: false })
  const read = useRead(readWorkPlan, { caseId })
  return (
    <>
      <HerHeader title={say(words['work-plan'])} hint={say(words['work-plan-hint'])} caseId={caseId} whose={read.data?.whose} />
      <p className="pb-3">
        <TextLink to={`/staff/cases/${caseId}/exit-table`}>{say(words['exit-table'])}</TextLink>
      </p>
      <Read of={read}>
        {({ plan, steps, countyCode }) => (
          <>
            <Card title={say(words['work-plan-content'])}>
              <WorkPlanForm key={plan?.version ?? 0} caseId={caseId} plan={plan} countyCode={countyCode} />
            </Card>
            {plan === null ? null : (
              <>
                <Steps caseId={caseId} countyCode={countyCode} steps={steps} />
                <Agreement key={plan.version} caseId={caseId} version={plan.version} agreedOn={plan.agreedOn} />
              </>
            )}
          </>
        )}
      </Read>
    </>
  )
}
function Steps({ caseId, countyCode, steps }: { readonly caseId: string; readonly countyCode: string; readonly steps: readonly Step[] }) {
  const say = useSay()
  const language = useLanguage()
  const [isAdding, setAdding] = useState(false)
  return (
    <Card title={say(words.steps)}>
      {steps.length === 0 ? <EmptyState>{say(words['no-steps'])}</EmptyState> : null}
      <ul className="flex flex-col divide-y divide-line">
        {steps.map((step) => (
          <li key={step.id} className="flex flex-col gap-1 py-3">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {say(words[`step-${step.kind}`])} <StepStateTag state={step.state} />
            </p>
            {step.what === null ? null : <p>{step.what}</p>}
            <p className="text-ink-2">
              {say(words['step-owner'])}: {step.organisationName ?? say(words[`owner-${step.owner}`])} — {say(words['step-due'])}:{' '}
              {formatDate(step.dueOn, language)}
            </p>
            {step.answeredOn === null ? null : (
              <p className="text-ink-2">{say(words['step-answered-on'], { day: formatDate(step.answeredOn, language) })}</p>
            )}
            {step.state === 'refused' ? <p role="status">{say(words['step-refused-hint'])}</p> : null}
            <StepAnswer step={step} />
            <StepMoves step={step} moves={['under-way', 'done', 'cancelled']} />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <StepForm caseId={caseId} countyCode={countyCode} onDone={() => setAdding(false)} />
      ) : (
        <Button onPress={() => setAdding(true)}>{say(words['add-step'])}</Button>
      )}
    </Card>
  )
}
interface AgreementProps {
  readonly caseId: string
  readonly version: number
  readonly agreedOn: string | null
}
function Agreement({ caseId, version, agreedOn }: AgreementProps) {
  const say = useSay()
  const language = useLanguage()
  const [given, setGiven] = useState(SPOKEN)
  const write = useWrite(agreeWorkPlan)
  if (agreedOn !== null)
    return (
      <Card title={say(words['agree-work-plan'])}>
        <p role="status">{say(words['agreed-on'], { day: formatDate(agreedOn, language) })}</p>
      </Card>
    )
  return (
    <Card title={say(words['agree-work-plan'])}>
      <div className="flex flex-col gap-3">
        <p>{say(words['not-agreed'])}</p>
        <GivenFields value={given} onChange={setGiven} />
        <ProblemBox error={write.error} />
        <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input: { caseId, version, ...given } })}>
          {say(words['agree-work-plan'])}
        </Button>
      </div>
    </Card>
  )
}
