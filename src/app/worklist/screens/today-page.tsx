import { useState } from 'react'
import { PositionTag } from '../../../modules/enrolment/screens/case-lines.tsx'
import { NoteForm, useHasDraft } from '../../../modules/pathways/screens/port.tsx'
import { words as pathways } from '../../../modules/pathways/words.ts'
import { CallSection } from '../../../modules/people/screens/call-section.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { readToday, type Today } from '../contract.ts'
import { words } from '../words.ts'
import { DueTag, TaskLink } from './task.tsx'

const FIRST = 5
/** The day of a guide on her phone: five women, why, what comes next, a safe call and a note. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const day = useRead(readToday, {})
  const [isAll, setAll] = useState(false)
  const count = day.data?.women.length
  return (
    <>
      <PageHeader title={say(words.today)} facts={count === undefined ? undefined : say(words['today-count'], { n: count })} />
      <Read of={day}>
        {({ women, nextOn }) => (
          <>
            {women.length === 0 ? (
              <EmptyState>
                {nextOn === null
                  ? say(words['today-none'])
                  : `${say(words['today-none'])} ${say(words['today-next'], { day: formatDate(nextOn, language) })}`}
              </EmptyState>
            ) : null}
            {(isAll ? women : women.slice(0, FIRST)).map((woman) => (
              <Woman key={woman.caseId} woman={woman} />
            ))}
            {isAll || women.length <= FIRST ? null : (
              <Button onPress={() => setAll(true)}>{say(words['today-all'], { n: women.length })}</Button>
            )}
          </>
        )}
      </Read>
    </>
  )
}
function Woman({ woman }: { readonly woman: Today }) {
  const say = useSay()
  const language = useLanguage()
  const { caseId, name, fileNumber, position, tasks, spokeOn, isTried } = woman
  return (
    <Card title={name ?? digits(fileNumber, language)}>
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-center gap-2 text-ink-2">
          <bdi>{digits(fileNumber, language)}</bdi> <PositionTag position={position} />
          {isTried ? <Tag meaning="neutral">{say(words['tried-today'])}</Tag> : null}
        </p>
        <ul className="flex flex-col gap-2">
          {tasks.map(({ kind, daysLeft }) => (
            <li key={kind} className="flex flex-wrap items-center justify-between gap-2">
              <TaskLink kind={kind} subjectId={caseId} /> <DueTag daysLeft={daysLeft} />
            </li>
          ))}
        </ul>
        <NextStep woman={woman} />
        {mayBeNoted(woman) ? (
          <p className="text-dense text-ink-2">
            {spokeOn === null ? say(words['never-spoke']) : say(words['spoke-on'], { day: formatDate(spokeOn, language) })}
          </p>
        ) : null}
        <Acts woman={woman} />
      </div>
    </Card>
  )
}
/** Before she has said yes to a file nothing of a talk is kept. */
function mayBeNoted({ position }: Today): boolean {
  return position !== 'nominated' && position !== 'contacted'
}
function NextStep({ woman: { nextStep } }: { readonly woman: Today }) {
  const say = useSay()
  const language = useLanguage()
  if (nextStep === null) return null
  const { kind, owner, dueOn } = nextStep
  return (
    <p>
      {say(words['next-step'], {
        step: say(pathways[`step-${kind}`]),
        owner: say(pathways[`owner-${owner}`]),
        day: formatDate(dueOn, language),
      })}
    </p>
  )
}
/** What a thumb finds under her name: calling her by her own rule, a note once she allowed a file, and the file. One of them is open at a time. */
function Acts({ woman }: { readonly woman: Today }) {
  const say = useSay()
  const { caseId, personId, position } = woman
  const hasDraft = useHasDraft(caseId)
  const [open, setOpen] = useState<'call' | 'note' | undefined>(hasDraft ? 'note' : undefined)
  const toggle = (one: 'call' | 'note'): void => setOpen(open === one ? undefined : one)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button onPress={() => toggle('call')}>{say(words['today-call'])}</Button>
        {mayBeNoted(woman) ? <Button onPress={() => toggle('note')}>{say(pathways['note-short'])}</Button> : null}
        <TextLink to={`/staff/cases/${caseId}`}>{say(pathways['her-file'])}</TextLink>
      </div>
      {open === 'note' ? <NoteForm caseId={caseId} onDone={() => setOpen(undefined)} /> : null}
      {open === 'call' ? <CallSection personId={personId} isFirst={position === 'nominated'} /> : null}
    </>
  )
}
