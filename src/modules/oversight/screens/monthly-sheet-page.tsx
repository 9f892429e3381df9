import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { digits, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { ProblemBox, ReadPage } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { acceptSheet, type MonthlySheet, readSheet, returnSheet, submitSheetAgain } from '../contract/monthly-sheets.ts'
import { monthWords as words } from '../words/months.ts'
import { scopeWords } from '../words/scope.ts'
import { SheetTag } from './monthly-sheets-page.tsx'

/** One month as it was handed in: planned and done, places, deliverables; accepted or returned by the client. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readSheet, { id })
  const mayAnswer = useMay('oversight.answer-sheet')
  const maySubmit = useMay('oversight.submit-sheet')
  return (
    <ReadPage of={read}>
      {(sheet) => (
        <>
          <PageHeader
            title={`${say(words.sheet)} ${digits(sheet.month.replace('-', '/'), language)} · ${countyName(sheet.countyCode)}`}
            facts={<SheetTag state={sheet.state} />}
          />
          {mayAnswer && sheet.state === 'submitted' ? <AnswerForm key={sheet.version} sheet={sheet} /> : null}
          {maySubmit && sheet.state === 'returned' ? <AgainForm key={sheet.version} sheet={sheet} /> : null}
          <FiguresCard sheet={sheet} />
        </>
      )}
    </ReadPage>
  )
}
function FiguresCard({ sheet: { figures, executorName, note, returnReason } }: { readonly sheet: MonthlySheet }) {
  const say = useSay()
  const language = useLanguage()
  const number = (value: number | null): string => (value === null ? '—' : formatNumber(value, language))
  const { all, taken, toAnswer, overdue } = figures.deliverables
  return (
    <Card title={say(words['sheet-frozen'])}>
      <DataTable
        label={say(words.sheet)}
        rows={figures.acts}
        keyOf={({ act }) => act}
        columns={[
          { key: 'act', title: say(words.act), cell: ({ act }) => say(words[`act-${act}`]) },
          { key: 'planned', title: say(words.planned), cell: ({ planned }) => number(planned), isNumber: true },
          { key: 'done', title: say(words.done), cell: ({ done }) => number(done), isNumber: true },
        ]}
      />
      <Facts
        facts={[
          [say(words.quota), number(figures.quota)],
          [say(words['places-given']), number(figures.placesGiven)],
          [say(scopeWords.deliverables), say(scopeWords['scope-figures'], { taken, all })],
          [say(scopeWords['deliverable-state-submitted']), number(toAnswer)],
          [say(scopeWords.overdue), number(overdue)],
          [say(scopeWords.executor), executorName],
          ...(note === null ? [] : [[say(words['sheet-note']), note] as const]),
          ...(returnReason === null ? [] : [[say(scopeWords['last-return']), returnReason] as const]),
        ]}
      />
    </Card>
  )
}
function AnswerForm({ sheet: { id, version } }: { readonly sheet: MonthlySheet }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [accepting, returning] = [useWrite(acceptSheet), useWrite(returnSheet)]
  const isPending = accepting.isPending || returning.isPending
  return (
    <Card title={say(scopeWords['accept-title'])}>
      <div className="flex flex-col gap-3">
        <LongTextField
          label={say(scopeWords['return-reason'])}
          hint={say(scopeWords['return-reason-hint'])}
          value={reason}
          onChange={setReason}
        />
        <ProblemBox error={accepting.error ?? returning.error} />
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            isDisabled={reason.trim() !== ''}
            isPending={isPending}
            onPress={() => accepting.mutate({ input: { id, version } })}
          >
            {say(words['accept-sheet'])}
          </Button>
          <Button
            isDisabled={reason.trim().length < 5}
            isPending={isPending}
            onPress={() => returning.mutate({ input: { id, version, reason } })}
          >
            {say(words['return-sheet'])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
function AgainForm({ sheet: { id, version } }: { readonly sheet: MonthlySheet }) {
  const say = useSay()
  const [note, setNote] = useState('')
  const write = useWrite(submitSheetAgain)
  return (
    <Card title={say(words['submit-sheet'])}>
      <div className="flex flex-col gap-3">
        <LongTextField label={say(words['sheet-note'])} value={note} onChange={setNote} />
        <ProblemBox error={write.error} />
        <div>
          <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input: { id, version, note } })}>
            {say(words['submit-sheet'])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
