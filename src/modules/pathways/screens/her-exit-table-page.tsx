import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { download, newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import {
  answerExitTable,
  downloadExitTable,
  type ExitAct,
  ExitAnswer,
  exitActs,
  readHerExitTable,
  type ShownTable,
  showExitTable,
} from '../contract/exit-table.ts'
import { words } from '../words.ts'
import { ExitRows } from './exit-rows.tsx'
import { GivenFields, SPOKEN } from './given-fields.tsx'
import { HerHeader } from './her-header.tsx'

/** What is read to one woman before the first permit, insurance, loan or order, and what she says to each. */
export function Screen() {
  const say = useSay()
  const { caseId = '' } = useParams({ strict: false })
  const table = useRead(readHerExitTable, { caseId })
  return (
    <>
      <HerHeader title={say(words['exit-table'])} hint={say(words['exit-table-hint'])} caseId={caseId} whose={table.data?.whose} />
      <Read of={table}>
        {(shown) =>
          shown.editionId === null ? (
            <EmptyState>{say(words['no-edition'])}</EmptyState>
          ) : (
            <>
              <Reading caseId={caseId} editionId={shown.editionId} shown={shown} />
              <Card title={say(words['exit-rows'])} isFolded>
                <ExitRows rows={shown.rows} />
              </Card>
              {shown.shownOn === null ? null : <Answers caseId={caseId} editionId={shown.editionId} shown={shown} />}
            </>
          )
        }
      </Read>
    </>
  )
}
interface Props {
  readonly caseId: string
  readonly editionId: string
  readonly shown: ShownTable
}
function Reading({ caseId, editionId, shown }: Props) {
  const say = useSay()
  const language = useLanguage()
  const [given, setGiven] = useState(SPOKEN)
  const write = useWrite(showExitTable)
  const press = (): void => write.mutate({ input: { caseId, editionId, id: newCommandId(), ...given } })
  return (
    <Card title={say(words['read-aloud'])}>
      {shown.isChanged ? (
        <p role="status" className="pb-3 font-semibold">
          {say(words['changed-since'])}
        </p>
      ) : null}
      <div className="pb-3 text-phone">
        {shown.spoken.map((sentence) => (
          <p key={sentence} className="pb-2">
            {sentence}
          </p>
        ))}
      </div>
      <div className="flex flex-col gap-3">
        <div>
          <Button onPress={() => void download(downloadExitTable, { caseId })}>{say(words['paper-download'])}</Button>
        </div>
        {shown.shownOn === null ? (
          <>
            <GivenFields value={given} onChange={setGiven} />
            <ProblemBox error={write.error} />
            <Button look="primary" isPending={write.isPending} onPress={press}>
              {say(words['show-exit-table'])}
            </Button>
          </>
        ) : (
          <p role="status">{say(words['shown-on'], { day: formatDate(shown.shownOn, language) })}</p>
        )}
      </div>
    </Card>
  )
}
function Answers({ caseId, editionId, shown }: Props) {
  const say = useSay()
  const language = useLanguage()
  const [act, setAct] = useState<ExitAct>()
  const saidOf = (one: ExitAct): string => {
    const said = shown.answers.find((answer) => answer.act === one)
    if (said === undefined) return say(words['not-answered'])
    return say(words['answered-on'], { answer: say(words[`answer-${said.answer}`]), day: formatDate(said.answeredOn, language) })
  }
  return (
    <Card title={say(words['her-answers'])}>
      <ul className="flex flex-col divide-y divide-line">
        {exitActs.map((one) => (
          <li key={one} className="flex flex-col gap-2 py-3">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span>
                <span className="font-semibold">{say(words[`act-${one}`])}</span>: {saidOf(one)}
              </span>
              <Button
                look="quiet"
                label={`${say(words['ask-answer'])}: ${say(words[`act-${one}`])}`}
                onPress={() => setAct(act === one ? undefined : one)}
              >
                {say(words['ask-answer'])}
              </Button>
            </div>
            {act === one ? <AnswerForm caseId={caseId} editionId={editionId} act={one} onDone={() => setAct(undefined)} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
interface AnswerProps {
  readonly caseId: string
  readonly editionId: string
  readonly act: ExitAct
  readonly onDone: () => void
}
function AnswerForm({ caseId, editionId, act, onDone }: AnswerProps) {
  const say = useSay()
  const [answer, setAnswer] = useState<(typeof ExitAnswer.options)[number]>()
  const [given, setGiven] = useState(SPOKEN)
  const write = useWrite(answerExitTable)
  const press = (): void => {
    if (answer !== undefined) write.mutate({ input: { caseId, editionId, act, answer, ...given } }, { onSuccess: onDone })
  }
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <ChoiceField
        label={say(words['her-answers'])}
        value={answer}
        onChange={setAnswer}
        choices={ExitAnswer.options.map((one) => ({ value: one, label: say(words[`answer-${one}`]) }))}
      />
      <GivenFields value={given} onChange={setGiven} />
      <ProblemBox error={write.error} />
      <Button look="primary" isDisabled={answer === undefined} isPending={write.isPending} onPress={press}>
        {say(words['ask-answer'])}
      </Button>
    </div>
  )
}
