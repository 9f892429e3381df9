import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, LongTextField } from '../../../ui/fields.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { words as ui } from '../../../ui/words.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { type Appeal, answerAppeal, assignAppeal, listAppeals, listReadingBodies, readAppeal } from '../contract/appeals.ts'
import { words } from '../words.ts'
import { DaysTag } from './days-tag.tsx'
import { Spoken } from './spoken.tsx'

const Search = z.object({ after: z.string().optional().catch(undefined) })
/** Second readings: the office gives each to another body, and a reader of that body answers with reasons. */
export function Screen() {
  const say = useSay()
  const search = Search.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const appeals = useRead(listAppeals, { limit: 50, isOpen: 'true', ...search })
  return (
    <>
      <PageHeader title={say(words.appeals)} />
      <Read of={appeals}>
        {(data) =>
          data.appeals.length === 0 ? (
            <EmptyState>{say(words['no-appeals'])}</EmptyState>
          ) : (
            <>
              {data.appeals.map((appeal) => (
                <AppealCard key={appeal.id} appeal={appeal} />
              ))}
              {data.next === null ? null : (
                <Button onPress={() => void navigate({ to: '/staff/appeals', search: () => ({ after: data.next }) })}>
                  {say(ui.more)}
                </Button>
              )}
            </>
          )
        }
      </Read>
    </>
  )
}
function AppealCard({ appeal }: { readonly appeal: Appeal }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const mayAssign = useMay('enrolment.assign-appeal')
  const mayAnswer = useMay('enrolment.answer-appeal')
  const [open, setOpen] = useState<'assigning' | 'reading'>()
  const number = digits(appeal.fileNumber, language)
  const facts = [
    say(wordFor(words, `plea-${appeal.plea}`)),
    countyName(appeal.countyCode),
    appeal.organisationName,
    `${say(words['appeal-due'])}: ${formatDate(appeal.answerDueOn, language)}`,
  ].filter((fact) => fact !== null)
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 font-bold text-body">
            {say(words['appeal-of-file'], { number })}
            <Tag meaning={appeal.state === 'filed' ? 'due' : 'waiting'}>{say(wordFor(words, `appeal-${appeal.state}`))}</Tag>
            {appeal.daysLeft === null ? null : <DaysTag days={appeal.daysLeft} />}
          </h2>
          <p className="text-dense text-ink-2">{facts.join(' · ')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {mayAssign ? (
            <Button label={`${say(words['assign-appeal'])}: ${number}`} onPress={() => setOpen('assigning')}>
              {say(words['assign-appeal'])}
            </Button>
          ) : null}
          {mayAnswer && appeal.state === 'assigned' && open !== 'reading' ? (
            <Button look="primary" label={`${say(words['read-appeal'])}: ${number}`} onPress={() => setOpen('reading')}>
              {say(words['read-appeal'])}
            </Button>
          ) : null}
        </div>
      </div>
      {open === 'assigning' ? <Assigning appeal={appeal} onClose={() => setOpen(undefined)} /> : null}
      {open === 'reading' ? <Reading appeal={appeal} /> : null}
    </Card>
  )
}
function Assigning({ appeal, onClose }: { readonly appeal: Appeal; readonly onClose: () => void }) {
  const say = useSay()
  const bodies = useRead(listReadingBodies, { id: appeal.id })
  const [organisationId, setOrganisation] = useState<string>()
  const write = useWrite(assignAppeal)
  const press = (): void => {
    if (organisationId === undefined) return
    write.mutate({ input: { id: appeal.id, organisationId, version: appeal.version } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['assign-appeal'])} isOpen onClose={onClose}>
      <p className="pb-4">{say(words['assign-appeal-explained'], { number: appeal.fileNumber })}</p>
      <Read of={bodies}>
        {(data) =>
          data.bodies.length === 0 ? (
            <p>{say(words['no-reading-body'])}</p>
          ) : (
            <>
              <ChoiceField
                label={say(words.body)}
                value={organisationId}
                onChange={setOrganisation}
                choices={data.bodies.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <div className="pt-4">
                <ProblemBox error={write.error} />
                <Button look="primary" isDisabled={organisationId === undefined} isPending={write.isPending} onPress={press}>
                  {say(words['assign-appeal'])}
                </Button>
              </div>
            </>
          )
        }
      </Read>
    </Dialog>
  )
}
const OUTCOMES = ['upheld', 'overturned'] as const
/** The file is opened with the purpose of the second reading; she sees that it was. Neither name nor ground nor support status is shown. */
function Reading({ appeal }: { readonly appeal: Appeal }) {
  const say = useSay()
  const language = useLanguage()
  const opened = { id: appeal.id, personId: appeal.personId, purpose: 'appeal' as const }
  const reading = useRead(readAppeal, opened)
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>()
  const [reasons, setReasons] = useState('')
  const write = useWrite(answerAppeal)
  return (
    <div className="pt-4">
      <p className="pb-3 text-ink-2 text-tag">{say(words['read-appeal-hint'])}</p>
      <Read of={reading}>
        {(data) => (
          <>
            <ul className="flex flex-col gap-2">
              {data.rules.map((rule) => (
                <li key={rule.rule} className="rounded-control border border-line px-3 py-2">
                  <p className="flex flex-wrap items-center justify-between gap-2 font-semibold text-dense">
                    {say(wordFor(words, `rule-${rule.rule}`))}
                    <Tag meaning={rule.outcome === 'met' ? 'done' : rule.outcome === 'not-met' ? 'overdue' : 'due'}>
                      {say(wordFor(words, `outcome-${rule.outcome}`))}
                    </Tag>
                  </p>
                  <p>{rule.sentence}</p>
                  {rule.letterNumber === null || rule.letterDate === null ? null : (
                    <p className="text-ink-2 text-tag">
                      {say(words['letter-of-limit'])} <bdi>{rule.letterNumber}</bdi> · {formatDate(rule.letterDate, language, 'short')}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            <Spoken sentences={data.spoken} />
            <div className="flex flex-col gap-4 pt-4">
              <ChoiceField
                label={say(words['answer-appeal'])}
                value={outcome}
                onChange={setOutcome}
                choices={OUTCOMES.map((one) => ({ value: one, label: say(wordFor(words, `appeal-${one}`)) }))}
              />
              <LongTextField
                label={say(words['appeal-reasons'])}
                hint={say(words['appeal-reasons-hint'])}
                isRequired
                value={reasons}
                onChange={setReasons}
              />
              <ProblemBox error={write.error} />
              <Button
                look="primary"
                isDisabled={outcome === undefined || reasons.trim().length < 10}
                isPending={write.isPending}
                onPress={() =>
                  outcome === undefined ? undefined : write.mutate({ input: { ...opened, outcome, reasons, version: appeal.version } })
                }
              >
                {say(words['answer-appeal'])}
              </Button>
            </div>
          </>
        )}
      </Read>
    </div>
  )
}
