import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { ProblemBox, ReadPage } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type Finding, keepTasks, readStudy, type Study } from '../contract/studies.ts'
import { ONE_BUYER } from '../rules/cell.ts'
import { studyTasks } from '../rules/study.ts'
import { words } from '../words.ts'
import { useGap } from './board-page.tsx'
import { StandingTags, useAmount, useNameOf } from './parts.tsx'
import { STUDY_MEANINGS } from './studies-page.tsx'
import { ConcludeDialog, FindingDialog, WithdrawDialog } from './study-dialogs.tsx'

type Found = z.output<typeof Finding>
/** One study: under which letter, what was done, what was found of each occupation, and what was offered because of it. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false })
  const { countyName } = useCounties()
  const read = useRead(readStudy, { id })
  const may = { study: useMay('amayesh.study'), conclude: useMay('amayesh.conclude') }
  const [open, setOpen] = useState<'conclude' | 'withdraw'>()
  const close = (): void => setOpen(undefined)
  return (
    <ReadPage of={read}>
      {({ study, findings }) => (
        <>
          <PageHeader
            title={study.title}
            facts={
              <>
                <Tag meaning={STUDY_MEANINGS[study.state]}>{say(words[`state-${study.state}`])}</Tag>
                <span>{countyName(study.countyCode)}</span>
              </>
            }
            actions={
              may.conclude && study.state === 'under-way' ? (
                <>
                  <Button look="primary" onPress={() => setOpen('conclude')}>
                    {say(words.conclude)}
                  </Button>
                  <Button look="quiet" onPress={() => setOpen('withdraw')}>
                    {say(words.withdraw)}
                  </Button>
                </>
              ) : undefined
            }
          />
          <Card>
            <Facts
              facts={[
                [say(words.number), <bdi key="number">{digits(study.number, language)}</bdi>],
                [say(words.executor), study.organisationName],
                [say(words.letter), `${digits(study.letterNumber, language)} · ${formatDate(study.letterDate, language)}`],
                ...(study.reason === null ? [] : [[say(words.reason), study.reason] as const]),
              ]}
            />
          </Card>
          <FindingsCard study={study} findings={findings} mayWrite={may.study && study.state === 'under-way'} />
          <TasksCard study={study} mayWrite={may.study && study.state === 'under-way'} />
          {open === 'conclude' ? <ConcludeDialog study={study} onClose={close} /> : null}
          {open === 'withdraw' ? <WithdrawDialog study={study} onClose={close} /> : null}
        </>
      )}
    </ReadPage>
  )
}
function FindingsCard({
  study,
  findings,
  mayWrite,
}: {
  readonly study: Study
  readonly findings: readonly Found[]
  readonly mayWrite: boolean
}) {
  const say = useSay()
  const nameOf = useNameOf()
  const [isWriting, setWriting] = useState(false)
  return (
    <Card
      title={say(words.findings)}
      actions={mayWrite ? <Button onPress={() => setWriting(true)}>{say(words['keep-finding'])}</Button> : undefined}
    >
      {findings.length === 0 ? <p className="text-ink-2">{say(words['no-findings-yet'])}</p> : null}
      <ul className="flex flex-col gap-4">
        {findings.map((finding) => (
          <li key={finding.fieldCode}>
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {nameOf(finding)}
              <Tag meaning={finding.verdict === 'offer' ? 'done' : 'neutral'}>{say(words[`verdict-${finding.verdict}`])}</Tag>
              {finding.isOffered ? <Tag meaning="current">{say(words.offered)}</Tag> : null}
            </p>
            <p>{finding.says}</p>
            {finding.figures === null ? null : <Frozen figures={finding.figures} />}
          </li>
        ))}
      </ul>
      {isWriting ? <FindingDialog study={study} onClose={() => setWriting(false)} /> : null}
    </Card>
  )
}
function Frozen({ figures }: { readonly figures: NonNullable<Found['figures']> }) {
  const say = useSay()
  const language = useLanguage()
  const gapOf = useGap()
  const amount = useAmount()
  const isOneBuyer = (figures.concentration ?? 0) > ONE_BUYER
  // What was frozen before units were told apart has figures without one.
  const { demand, capacity, gap } = figures
  const lines = figures.lines.length > 0 ? figures.lines : [{ unit: '', demand: { total: demand }, capacity, gap }]
  return (
    <div className="pt-1 text-ink-2 text-dense">
      {lines.map((line) => (
        <p key={line.unit}>
          {say(words['figures-on'], { day: formatDate(figures.on, language) })}: {say(words.demand)} {amount(line.demand.total, line.unit)}{' '}
          · {say(words.capacity)} {amount(line.capacity, line.unit)} · {gapOf(line.gap, line.unit)}
        </p>
      ))}
      <StandingTags cell={{ standing: figures.standing, isOneBuyer }} />
    </div>
  )
}
function TasksCard({ study, mayWrite }: { readonly study: Study; readonly mayWrite: boolean }) {
  const say = useSay()
  const write = useWrite(keepTasks)
  const choices = studyTasks.map((one) => ({ value: one, label: say(words[`task-${one}`]) }))
  return (
    <Card title={say(words.tasks)}>
      <p className="pb-3 text-ink-2 text-dense">{say(words['tasks-done'], { done: study.tasksDone.length, all: studyTasks.length })}</p>
      <ProblemBox error={write.error} />
      {mayWrite ? (
        <CheckField
          label={say(words.tasks)}
          value={study.tasksDone}
          onChange={(tasksDone) => write.mutate({ input: { id: study.id, version: study.version, tasksDone: [...tasksDone] } })}
          choices={choices}
        />
      ) : (
        <ul className="list-disc ps-5">
          {choices
            .filter(({ value }) => study.tasksDone.includes(value))
            .map(({ value, label }) => (
              <li key={value}>{label}</li>
            ))}
        </ul>
      )}
    </Card>
  )
}
