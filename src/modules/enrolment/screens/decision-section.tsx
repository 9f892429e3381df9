import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read, ReasonList } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { fileAppeal } from '../contract/appeals.ts'
import { type Decision, decide, previewDecision, readDecision } from '../contract/eligibility.ts'
import type { Position } from '../rules/case-moves.ts'
import { words } from '../words.ts'

interface Props {
  readonly caseId: string
  readonly personId: string
  readonly position: Position
}
/** For the decider the rules over today's facts; for her guide what to read to her. */
export function DecisionSection(props: Props) {
  const mayDecide = useMay('enrolment.decide')
  const mayRead = useMay('enrolment.read-decision')
  if (mayDecide && (props.position === 'registered' || props.position === 'ineligible')) return <Deciding {...props} />
  return mayRead && ['ineligible', 'queued', 'place-granted'].includes(props.position) ? <Telling {...props} /> : null
}
const MEANING = { met: 'done', 'not-met': 'overdue', unknown: 'due' } as const

function Deciding({ caseId, personId }: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const preview = useRead(previewDecision, { caseId, personId, purpose: 'decide' }, { enabled: isOpen })
  return (
    <Card title={say(words.decision)}>
      {isOpen ? (
        <Read of={preview}>{(data) => <Verdict decision={data} caseId={caseId} personId={personId} />}</Read>
      ) : (
        <Button look="primary" onPress={() => setOpen(true)}>
          {say(words.decision)}
        </Button>
      )}
    </Card>
  )
}
function Verdict({ decision, caseId, personId }: { readonly decision: Decision; readonly caseId: string; readonly personId: string }) {
  const say = useSay()
  const language = useLanguage()
  const write = useWrite(decide)
  const isOpen = decision.outcome === 'more-needed'
  return (
    <>
      <DataTable
        label={say(words.decision)}
        rows={decision.rules}
        keyOf={({ rule }) => rule}
        columns={[
          { key: 'rule', title: say(words.decision), cell: ({ rule }) => say(wordFor(words, `rule-${rule}`)) },
          {
            key: 'outcome',
            title: say(words.position),
            cell: ({ outcome }) => <Tag meaning={MEANING[outcome]}>{say(wordFor(words, `outcome-${outcome}`))}</Tag>,
          },
          {
            key: 'value',
            title: say(words.queue),
            cell: ({ rule, value }) =>
              value === null ? '' : rule === 'not-covered' ? say(wordFor(words, `support-${value}`)) : digits(value, language),
          },
        ]}
      />
      <Spoken sentences={decision.spoken} />
      <ProblemBox error={write.error} />
      <div className="pt-3">
        <Button
          look="primary"
          isDisabled={isOpen}
          isPending={write.isPending}
          onPress={() => write.mutate({ input: { caseId, personId, purpose: 'decide', id: newCommandId(), facts: decision.facts } })}
        >
          {say(words.decide)} — {say(wordFor(words, decision.outcome === 'more-needed' ? 'more-needed' : decision.outcome))}
        </Button>
        <ReasonList reasons={isOpen ? [say(words['facts-missing'])] : []} />
      </div>
    </>
  )
}
function Spoken({ sentences }: { readonly sentences: readonly string[] }) {
  const say = useSay()
  if (sentences.length === 0) return null
  return (
    <section className="mt-3 rounded-card bg-brand-soft p-4">
      <h3 className="font-semibold text-dense">{say(words['read-aloud'])}</h3>
      {sentences.map((sentence) => (
        <p key={sentence} className="text-phone">
          {sentence}
        </p>
      ))}
    </section>
  )
}
function Telling({ caseId }: Props) {
  const say = useSay()
  const language = useLanguage()
  const decision = useRead(readDecision, { caseId })
  const write = useWrite(fileAppeal)
  return (
    <Card title={say(words.decision)}>
      <Read of={decision}>
        {(data) => (
          <>
            <Spoken sentences={data.spoken} />
            {data.mayAppealUntil !== null && data.appeal === null ? (
              <div className="pt-3">
                <ProblemBox error={write.error} />
                <Button
                  isPending={write.isPending}
                  onPress={() => write.mutate({ input: { caseId, id: newCommandId(), plea: 'ask-again' } })}
                >
                  {say(words['file-appeal'])}
                </Button>
                <p className="text-ink-2 text-tag">{formatDate(data.mayAppealUntil, language)}</p>
              </div>
            ) : null}
          </>
        )}
      </Read>
    </Card>
  )
}
