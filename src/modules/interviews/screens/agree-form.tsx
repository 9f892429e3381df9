import { useState } from 'react'
import { z } from 'zod'
import { useSelf } from '../../../access/screens/self.tsx'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { LongTextField, SelectField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, ReasonList } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Degree, type InstrumentItem } from '../contract/instrument.ts'
import { Recommendation } from '../contract/results.ts'
import { agree } from '../contract/seats.ts'
import { degrees, reasonsNotToAgree, spreadOf } from '../rules/marks.ts'
import { words } from '../words.ts'
import { gapsFirst, OfficeMarks, type Spread, type SpreadLine } from './spread-lines.tsx'

const Choice = z.object({ degree: Degree.nullable(), reason: z.string() })
type Choice = z.infer<typeof Choice>
const Draft = z.object({ choices: z.record(z.string(), Choice), recommendation: Recommendation.optional(), why: z.string() })
type Draft = z.infer<typeof Draft>
/** Whoever speaks writes down what all agree on: each item within what was marked, wide gaps with their reason, one proposal. */
export function AgreeForm({ spread }: { readonly spread: Spread }) {
  const say = useSay()
  const [draft, change, forget] = useAgreeDraft(spread)
  const write = useWrite(agree)
  const choiceOf = ({ itemCode, proposed }: SpreadLine): Choice => draft.choices[itemCode] ?? { degree: proposed, reason: '' }
  const choices = spread.items.map((line) => {
    const { degree, reason } = choiceOf(line)
    return { itemCode: line.itemCode, degree, reason: reason.trim() === '' ? null : reason }
  })
  const reasons = reasonsNotToAgree(spread.items.map(spreadFrom), choices).map((code) => say(wordFor(words, code.split('.')[1] ?? code)))
  const { recommendation, why } = draft
  const missing = recommendation === undefined || why.trim() === '' ? [...reasons, say(words['recommendation-missing'])] : reasons
  const press = (): void => {
    if (recommendation !== undefined)
      write.mutate({ input: { id: spread.seat.interviewId, choices, recommendation, recommendationReason: why } }, { onSuccess: forget })
  }
  const set = (line: SpreadLine, part: Partial<Choice>): void =>
    change({ ...draft, choices: { ...draft.choices, [line.itemCode]: { ...choiceOf(line), ...part } } })
  return (
    <>
      <p className="pb-4">{say(words['agree-hint'])}</p>
      {(['individual', 'craft'] as const).map((domain) => (
        <Card key={domain} title={say(words[`domain-${domain}`])}>
          <div className="flex flex-col gap-5">
            {gapsFirst(spread.items).map((line) => {
              const item = spread.instrument.items.find(({ code }) => code === line.itemCode)
              if (item?.domain !== domain) return null
              return <ItemChoice key={line.itemCode} line={line} item={item} choice={choiceOf(line)} onChange={(part) => set(line, part)} />
            })}
          </div>
        </Card>
      ))}
      <Card title={say(words.recommendation)}>
        <div className="flex flex-col gap-4">
          <SelectField
            label={say(words.recommendation)}
            isRequired
            value={recommendation}
            onChange={(chosen) => change({ ...draft, recommendation: chosen })}
            choices={Recommendation.options.map((one) => ({ value: one, label: say(words[`recommendation-${one}`]) }))}
          />
          <LongTextField
            label={say(words['recommendation-why'])}
            isRequired
            rows={3}
            value={why}
            onChange={(typed) => change({ ...draft, why: typed })}
          />
          <ReasonList reasons={missing} />
          <ProblemBox error={write.error} />
          <div>
            <Button look="primary" isDisabled={missing.length > 0} isPending={write.isPending} onPress={press}>
              {say(words['agree-save'])}
            </Button>
          </div>
        </div>
      </Card>
    </>
  )
}
/** The rule looks at the marks themselves. */
const spreadFrom = ({ itemCode, marks }: SpreadLine) =>
  spreadOf(
    itemCode,
    marks.map(({ office, degree }) => ({ accountId: office, itemCode, degree })),
  )
interface ItemProps {
  readonly line: SpreadLine
  readonly item: InstrumentItem
  readonly choice: Choice
  readonly onChange: (part: Partial<Choice>) => void
}
function ItemChoice({ line, item, choice, onChange }: ItemProps) {
  const say = useSay()
  const language = useLanguage()
  const { lowest, highest } = line
  const within = degrees.filter((degree) => lowest !== null && highest !== null && degree >= lowest && degree <= highest)
  return (
    <div className="flex flex-col gap-2 border-line border-b pb-4 last:border-b-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {item.title}
        {line.needsReason ? <Tag meaning="due">{say(words['wide-gap'])}</Tag> : null}
      </p>
      <OfficeMarks line={line} item={item} />
      {within.length < 2 ? (
        <p className="text-ink-2 text-dense">{say(words[within.length === 0 ? 'nobody-saw' : 'all-the-same'])}</p>
      ) : (
        <SelectField
          label={say(words['agreed-degree'], { item: item.title })}
          isRequired
          value={choice.degree === null ? undefined : String(choice.degree)}
          onChange={(value) => onChange({ degree: degrees.find((one) => String(one) === value) ?? null })}
          choices={within.map((degree) => ({
            value: String(degree),
            label: digits(`${degree} · ${item.anchors[degree - 1] ?? ''}`, language),
          }))}
        />
      )}
      {line.needsReason ? (
        <LongTextField
          label={say(words['gap-reason'], { item: item.title })}
          isRequired
          rows={2}
          value={choice.reason}
          onChange={(reason) => onChange({ reason })}
        />
      ) : null}
    </div>
  )
}
/** What is being agreed stays on this device until it is sent: a reason is never typed twice. */
function useAgreeDraft({ seat }: Spread): readonly [Draft, (draft: Draft) => void, () => void] {
  const name = `kariz-agreement/${useSelf()?.current ?? ''}/${seat.interviewId}`
  const [draft, setDraft] = useState<Draft>(() => {
    const text = sessionStorage.getItem(name)
    const read = Draft.safeParse(text === null ? undefined : JSON.parse(text))
    return read.success ? read.data : { choices: {}, why: '' }
  })
  const change = (next: Draft): void => {
    setDraft(next)
    sessionStorage.setItem(name, JSON.stringify(next))
  }
  return [draft, change, () => sessionStorage.removeItem(name)]
}
