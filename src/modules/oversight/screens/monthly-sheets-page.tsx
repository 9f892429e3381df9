import { useState } from 'react'
import { z } from 'zod'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { useFilters } from '../../../ui/filters.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { MonthField } from '../../../ui/month-field.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { listSheets, submitSheet } from '../contract/monthly-sheets.ts'
import type { SheetState } from '../contract/states.ts'
import { navWords } from '../nav-words.ts'
import { monthWords as words } from '../words/months.ts'
import { scopeWords } from '../words/scope.ts'

const MEANINGS = { submitted: 'current', accepted: 'done', returned: 'due' } as const satisfies Record<SheetState, Meaning>
export function SheetTag({ state }: { readonly state: SheetState }) {
  const say = useSay()
  return <Tag meaning={MEANINGS[state]}>{say(words[`sheet-state-${state}`])}</Tag>
}
const Search = z.object({ after: z.string().optional().catch(undefined) })
/** Months that were handed in, and where each stands. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { values, change } = useFilters(Search)
  const read = useRead(listSheets, { limit: 50, ...values })
  const maySubmit = useMay('oversight.submit-sheet')
  const [isSending, setSending] = useState(false)
  return (
    <>
      <PageHeader
        title={say(navWords['monthly-sheets'])}
        facts={say(words['monthly-sheets-hint'])}
        actions={
          maySubmit ? (
            <Button look="primary" onPress={() => setSending(true)}>
              {say(words['new-sheet'])}
            </Button>
          ) : undefined
        }
      />
      <Read of={read}>
        {({ sheets, next }) =>
          sheets.length === 0 ? (
            <EmptyState>{say(words['no-sheets'])}</EmptyState>
          ) : (
            <>
              <DataTable
                label={say(navWords['monthly-sheets'])}
                rows={sheets}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'month',
                    title: say(words.month),
                    cell: ({ id, month }) => (
                      <TextLink to={`/staff/monthly-sheets/${id}`}>{digits(month.replace('-', '/'), language)}</TextLink>
                    ),
                  },
                  { key: 'county', title: say(scopeWords.county), cell: ({ countyCode }) => countyName(countyCode) },
                  { key: 'executor', title: say(scopeWords.executor), cell: ({ executorName }) => executorName },
                  { key: 'since', title: say(scopeWords['paper-handed-in']), cell: ({ stateSince }) => formatDate(stateSince, language) },
                  { key: 'state', title: say(scopeWords.state), cell: ({ state }) => <SheetTag state={state} /> },
                ]}
              />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isSending ? <SendDialog onClose={() => setSending(false)} /> : null}
    </>
  )
}
function SendDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const own = useActing()?.counties ?? []
  const [countyCode, setCounty] = useState<string | undefined>(own.length === 1 ? own[0] : undefined)
  const [month, setMonth] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const write = useWrite(submitSheet)
  const send = (): void => {
    if (countyCode !== undefined && month !== null)
      write.mutate({ input: { id: newCommandId(), countyCode, month, note } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['new-sheet'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <CountyField label={say(scopeWords.county)} isRequired empty="—" value={countyCode} onChange={setCounty} among={own} />
        <MonthField label={say(words.month)} isRequired value={month} onChange={setMonth} />
        <LongTextField label={say(words['sheet-note'])} value={note} onChange={setNote} />
        <div>
          <Button look="primary" isDisabled={countyCode === undefined || month === null} isPending={write.isPending} onPress={send}>
            {say(words['submit-sheet'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
