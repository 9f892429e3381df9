import { useState } from 'react'
import type { z } from 'zod'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { ProblemBox, Read, ReasonList } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { sendBack } from '../contract/completing.ts'
import { decide, previewDecision } from '../contract/eligibility.ts'
import { askedOf } from '../rules/completing.ts'
import { words } from '../words.ts'
import { AskEnquiry } from './ask-enquiry.tsx'
import { Spoken } from './spoken.tsx'

type Preview = z.infer<typeof previewDecision.output>
interface Props {
  readonly caseId: string
  readonly personId: string
}
const MEANING = { met: 'done', 'not-met': 'overdue', unknown: 'due' } as const

/** Opening the file is an act of its own: it is logged with its purpose, and she sees it. So it needs a press. */
export function Deciding({ caseId, personId }: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const preview = useRead(previewDecision, { caseId, personId, purpose: 'decide' }, { enabled: isOpen })
  return (
    <Card title={say(words.decision)}>
      {isOpen ? (
        <Read of={preview}>{(data) => <Verdict preview={data} caseId={caseId} personId={personId} />}</Read>
      ) : (
        <Button look="primary" onPress={() => setOpen(true)}>
          {say(words['open-decision'])}
        </Button>
      )}
    </Card>
  )
}
function Verdict({ preview, caseId, personId }: Props & { readonly preview: Preview }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      <p className="pb-2 text-ink-2 text-tag">{say(words['only-doubts'])}</p>
      <ul className="flex flex-col gap-2">
        {preview.rules.map((rule) => (
          <li key={rule.rule}>
            <RuleLine rule={rule}>
              {rule.rule === 'not-covered' && rule.outcome === 'unknown' ? (
                <AskEnquiry caseId={caseId} personId={personId} bodies={preview.bodies.filter(({ id }) => rule.bodies.includes(id))} />
              ) : null}
            </RuleLine>
          </li>
        ))}
      </ul>
      <div className="pt-4">
        <Facts
          facts={[
            [say(words['rule-set']), <bdi key="set">{preview.ruleSet}</bdi>],
            [say(words.tier), `${say(words['tier-number'], { n: preview.tier.tier })}: ${preview.tier.sentence}`],
            ...(preview.countsApart ? [['—', say(words['counts-apart'])] as const] : []),
            ...preview.earlier.map(
              ({ decidedOn, outcome }) =>
                [say(words['earlier-decision']), `${formatDate(decidedOn, language)}: ${say(words[outcome])}`] as const,
            ),
          ]}
        />
      </div>
      <Spoken sentences={preview.spoken} />
      <Decide preview={preview} caseId={caseId} personId={personId} />
    </>
  )
}
/** A condition: met ones are closed, what is in doubt is open. */
function RuleLine({ rule, children }: { readonly rule: Preview['rules'][number]; readonly children: React.ReactNode }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <details open={rule.outcome !== 'met'} className="rounded-control border border-line px-3 py-2">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-2 font-semibold text-dense">
        {say(wordFor(words, `rule-${rule.rule}`))}
        <Tag meaning={MEANING[rule.outcome]}>{say(wordFor(words, `outcome-${rule.outcome}`))}</Tag>
      </summary>
      <p>{rule.sentence}</p>
      <p className="text-ink-2 text-tag">
        {say(wordFor(words, `source-${rule.source}`))}
        {rule.letterNumber === null || rule.letterDate === null ? null : (
          <>
            {' · '}
            {say(words['letter-of-limit'])} <bdi>{rule.letterNumber}</bdi> · {formatDate(rule.letterDate, language, 'short')}
          </>
        )}
      </p>
      {children}
    </details>
  )
}
function Decide({ preview, caseId, personId }: Props & { readonly preview: Preview }) {
  const say = useSay()
  const write = useWrite(decide)
  const { outcome, facts, isChanged } = preview
  const reasons = [
    ...(outcome === 'more-needed' ? [say(words['facts-missing'])] : []),
    ...(isChanged ? [] : [say(words['nothing-changed'])]),
  ]
  return (
    <div className="pt-4">
      {preview.earlier.length > 0 && isChanged ? <p className="pb-3 text-due">{say(words['facts-are-new'])}</p> : null}
      <ProblemBox error={write.error} />
      {write.isSuccess ? <p role="status">{say(words['decision-kept'])}</p> : null}
      <Button
        look="primary"
        isDisabled={reasons.length > 0}
        isPending={write.isPending}
        onPress={() => write.mutate({ input: { caseId, personId, purpose: 'decide', id: newCommandId(), facts } })}
      >
        {say(outcome === 'eligible' ? words['decide-eligible'] : outcome === 'ineligible' ? words['decide-ineligible'] : words.decide)}
      </Button>
      <ReasonList reasons={reasons} />
      {askedOf(preview.rules).length > 0 && preview.case.position === 'registered' ? (
        <SendBack preview={preview} caseId={caseId} personId={personId} />
      ) : null}
    </div>
  )
}
/** What is missing is hers to bring: the file goes back to her guide, who sees what is asked. */
function SendBack({ preview, caseId, personId }: Props & { readonly preview: Preview }) {
  const say = useSay()
  const write = useWrite(sendBack)
  const press = (): void => write.mutate({ input: { caseId, personId, purpose: 'decide', facts: preview.facts } })
  return (
    <div className="pt-4">
      <p className="pb-2 text-ink-2 text-tag">{say(words['send-back-explained'])}</p>
      <ProblemBox error={write.error} />
      {write.isSuccess ? <p role="status">{say(words['sent-back'])}</p> : null}
      <Button isPending={write.isPending} onPress={press}>
        {say(words['send-back'])}
      </Button>
    </div>
  )
}
