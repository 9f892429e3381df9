import { useState } from 'react'
import { z } from 'zod'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField, NumberField, SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, More, ProblemBox, Read } from '../../../ui/states.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { adoptLesson, declineLesson, type Lesson, listLessons, noteLesson } from '../contract/lessons.ts'
import { type LessonState, lessonStates, lessonSteps, plannedActs } from '../contract/states.ts'
import { navWords } from '../nav-words.ts'
import { lessonWords as words } from '../words/lessons.ts'
import { monthWords } from '../words/months.ts'
import { scopeWords } from '../words/scope.ts'

const MEANINGS = { noted: 'waiting', adopted: 'done', 'not-adopted': 'neutral' } as const satisfies Record<LessonState, Meaning>
const Search = z.object({ state: z.enum(lessonStates).optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** What the pilot taught, each with its figure and what became of it in the plan. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values, change } = filters
  const read = useRead(listLessons, { limit: 50, ...values })
  const mayNote = useMay('oversight.note-lesson')
  const [isNoting, setNoting] = useState(false)
  return (
    <>
      <PageHeader
        title={say(navWords.lessons)}
        facts={say(words['lessons-hint'])}
        actions={
          mayNote ? (
            <Button look="primary" onPress={() => setNoting(true)}>
              {say(words['new-lesson'])}
            </Button>
          ) : undefined
        }
      />
      <FilterBar filters={filters}>
        <SelectField
          label={say(scopeWords.state)}
          empty="—"
          value={values.state}
          onChange={(state) => change({ state })}
          choices={lessonStates.map((one) => ({ value: one, label: say(words[`lesson-state-${one}`]) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ lessons, next }) =>
          lessons.length === 0 ? (
            <EmptyState>{say(words['no-lessons'])}</EmptyState>
          ) : (
            <>
              {lessons.map((lesson) => (
                <LessonCard key={lesson.id} lesson={lesson} />
              ))}
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isNoting ? <NoteDialog onClose={() => setNoting(false)} /> : null}
    </>
  )
}
function LessonCard({ lesson }: { readonly lesson: Lesson }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const maySettle = useMay('oversight.settle-lesson')
  return (
    <Card title={`${say(words[`lesson-step-${lesson.step}`])} · ${countyName(lesson.countyCode)}`}>
      <p>{lesson.learned}</p>
      <p className="text-ink-2">
        {say(words['lesson-change'])}: {lesson.change}
      </p>
      <p className="flex flex-wrap items-center gap-2 pt-1 text-meta">
        <span>
          {say(monthWords[`act-${lesson.figure}`])}:{' '}
          {say(words['figure-said'], { n: lesson.figureValue, day: formatDate(lesson.figureOn, language) })}
        </span>
        <Tag meaning={MEANINGS[lesson.state]}>{say(words[`lesson-state-${lesson.state}`])}</Tag>
      </p>
      {lesson.reason === null ? null : <p className="text-ink-2">{lesson.reason}</p>}
      {maySettle && lesson.state === 'noted' ? <SettleForm lesson={lesson} /> : null}
    </Card>
  )
}
function SettleForm({ lesson: { id, version } }: { readonly lesson: Lesson }) {
  const say = useSay()
  const [edition, setEdition] = useState<number>()
  const [reason, setReason] = useState('')
  const [adopting, declining] = [useWrite(adoptLesson), useWrite(declineLesson)]
  return (
    <div className="flex flex-col gap-2 pt-3">
      <ProblemBox error={adopting.error ?? declining.error} />
      <NumberField label={say(words['lesson-edition'])} value={edition} onChange={setEdition} />
      <LongTextField label={say(words['lesson-reason'])} value={reason} onChange={setReason} rows={2} />
      <div className="flex flex-wrap gap-2">
        <Button
          isDisabled={edition === undefined || reason.trim() !== ''}
          isPending={adopting.isPending}
          onPress={() => {
            if (edition !== undefined) adopting.mutate({ input: { id, version, edition } })
          }}
        >
          {say(words['adopt-lesson'])}
        </Button>
        <Button
          look="quiet"
          isDisabled={reason.trim().length < 5}
          isPending={declining.isPending}
          onPress={() => declining.mutate({ input: { id, version, reason } })}
        >
          {say(words['decline-lesson'])}
        </Button>
      </div>
    </div>
  )
}
interface Draft {
  readonly countyCode?: string | undefined
  readonly step?: (typeof lessonSteps)[number] | undefined
  readonly figure?: (typeof plannedActs)[number] | undefined
  readonly learned: string
  readonly change: string
}
function NoteDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const own = useActing()?.counties ?? []
  const [draft, setDraft] = useState<Draft>({ learned: '', change: '' })
  const change = (more: Partial<Draft>): void => setDraft((before) => ({ ...before, ...more }))
  const write = useWrite(noteLesson)
  const countyCode = draft.countyCode ?? (own.length === 1 ? own[0] : undefined)
  const { step, figure } = draft
  const isWhole =
    countyCode !== undefined &&
    step !== undefined &&
    figure !== undefined &&
    draft.learned.trim().length >= 10 &&
    draft.change.trim().length >= 5
  const send = (): void => {
    if (countyCode === undefined || step === undefined || figure === undefined) return
    const input = { id: newCommandId(), countyCode, step, figure, learned: draft.learned, change: draft.change }
    write.mutate({ input }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['new-lesson'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <CountyField
          label={say(scopeWords.county)}
          isRequired
          empty="—"
          value={countyCode}
          onChange={(code) => change({ countyCode: code })}
          among={own}
        />
        <SelectField
          label={say(words['lesson-step'])}
          isRequired
          empty="—"
          value={step}
          onChange={(chosen) => change({ step: chosen })}
          choices={lessonSteps.map((one) => ({ value: one, label: say(words[`lesson-step-${one}`]) }))}
        />
        <LongTextField
          label={say(words['lesson-learned'])}
          name="learned"
          isRequired
          value={draft.learned}
          onChange={(learned) => change({ learned })}
        />
        <LongTextField
          label={say(words['lesson-change'])}
          name="change"
          isRequired
          value={draft.change}
          onChange={(changed) => change({ change: changed })}
        />
        <SelectField
          label={say(words['lesson-figure'])}
          hint={say(words['lesson-figure-hint'])}
          isRequired
          empty="—"
          value={figure}
          onChange={(chosen) => change({ figure: chosen })}
          choices={plannedActs.map((one) => ({ value: one, label: say(monthWords[`act-${one}`]) }))}
        />
        <div>
          <Button look="primary" isDisabled={!isWhole} isPending={write.isPending} onPress={send}>
            {say(words['note-lesson'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
