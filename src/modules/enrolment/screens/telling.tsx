import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { fileAppeal, Plea, readOwnAppeal } from '../contract/appeals.ts'
import { readDecision, TellingManner, tellDecision } from '../contract/eligibility.ts'
import { words } from '../words.ts'
import { Spoken } from './spoken.tsx'

/** What is read to her: the answer, where else to turn, and how to ask again; a refusal can be printed for her. */
export function Telling({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const decision = useRead(readDecision, { caseId })
  return (
    <Read of={decision}>
      {(data) => (
        <>
          <Spoken sentences={data.spoken} />
          {data.mayAppealUntil === null ? null : (
            <p className="pt-3 text-ink-2 text-tag">{say(words['appeal-until'], { day: formatDate(data.mayAppealUntil, language) })}</p>
          )}
          <Told caseId={caseId} decisionId={data.id} told={data.told} />
          {data.outcome === 'ineligible' ? (
            <Link
              to={`/staff/cases/${caseId}/letter`}
              className="inline-flex min-h-11 items-center font-semibold text-brand underline-offset-4 hover:underline"
            >
              {say(words['refusal-letter-print'])}
            </Link>
          ) : null}
          {data.appeal !== null ? <OwnAppeal caseId={caseId} /> : data.outcome === 'ineligible' ? <FileAppeal caseId={caseId} /> : null}
        </>
      )}
    </Read>
  )
}
interface ToldProps {
  readonly caseId: string
  readonly decisionId: string
  readonly told: { readonly on: string; readonly manner: TellingManner } | null
}
/** Whether she was told; until then how to say that she was. */
function Told({ caseId, decisionId, told }: ToldProps) {
  const say = useSay()
  const language = useLanguage()
  const [manner, setManner] = useState<TellingManner>()
  const write = useWrite(tellDecision)
  if (told !== null)
    return (
      <p className="flex flex-wrap items-center gap-2 pt-3">
        <Tag meaning="done">{say(words['told-on'], { day: formatDate(told.on, language) })}</Tag>
        <span className="text-ink-2 text-tag">{say(wordFor(words, `telling-${told.manner}`))}</span>
      </p>
    )
  const press = (): void => {
    if (manner !== undefined) write.mutate({ input: { caseId, id: newCommandId(), decisionId, manner } })
  }
  return (
    <div className="pt-4">
      <p className="pb-3 text-due">{say(words['tell-her'])}</p>
      <ChoiceField
        label={say(words['told-how'])}
        value={manner}
        onChange={setManner}
        choices={TellingManner.options.map((one) => ({ value: one, label: say(wordFor(words, `telling-${one}`)) }))}
      />
      <div className="pt-3">
        <ProblemBox error={write.error} />
        <Button look="primary" isDisabled={manner === undefined} isPending={write.isPending} onPress={press}>
          {say(words['i-told-her'])}
        </Button>
      </div>
    </div>
  )
}
function FileAppeal({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const [plea, setPlea] = useState<Plea>()
  const write = useWrite(fileAppeal)
  const press = (): void => {
    if (plea !== undefined) write.mutate({ input: { caseId, id: newCommandId(), plea } })
  }
  return (
    <div className="pt-4">
      <ChoiceField
        label={say(words.plea)}
        value={plea}
        onChange={setPlea}
        choices={Plea.options.map((one) => ({ value: one, label: say(wordFor(words, `plea-${one}`)) }))}
      />
      <div className="pt-3">
        <ProblemBox error={write.error} />
        <Button isDisabled={plea === undefined} isPending={write.isPending} onPress={press}>
          {say(words['file-appeal'])}
        </Button>
      </div>
    </div>
  )
}
function OwnAppeal({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(readOwnAppeal, { caseId })
  return (
    <Read of={read}>
      {({ appeal }) =>
        appeal === null ? null : (
          <div className="pt-4">
            <p className="flex flex-wrap items-center gap-2">
              {say(words['file-appeal'])}
              <Tag meaning={appeal.answeredOn === null ? 'waiting' : 'neutral'}>{say(wordFor(words, `appeal-${appeal.state}`))}</Tag>
              <span className="text-ink-2 text-tag">
                {say(words['appeal-due'])}: {formatDate(appeal.answerDueOn, language)}
              </span>
            </p>
            {appeal.reasons === null ? null : <Spoken sentences={[appeal.reasons]} />}
          </div>
        )
      }
    </Read>
  )
}
