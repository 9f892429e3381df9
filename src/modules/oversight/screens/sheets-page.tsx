import { useState } from 'react'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { download, newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { downloadSheet, issueSheet, listSheets, previewSheet, type SheetBlock, type SheetLine } from '../contract/sheets.ts'
import { navWords } from '../nav-words.ts'
import { sheetWords as words } from '../words/sheets.ts'

/** The province stands in the list of counties under this name. */
const PROVINCE = 'province'
/** What a sheet says today, its issuing, and the sheets issued so far. */
export function Screen() {
  const say = useSay()
  const acting = useActing()
  const { counties } = useCounties()
  const [chosen, choose] = useState<string>()
  const sees = acting?.role === 'PO' || acting?.role === 'AU'
  const own = counties.filter(({ code }) => acting !== undefined && (acting.counties.length === 0 || acting.counties.includes(code)))
  const of = chosen ?? (sees ? PROVINCE : own[0]?.code)
  return (
    <>
      <PageHeader title={say(navWords.sheets)} facts={say(words['sheets-hint'])} />
      <Card>
        <SelectField
          label={say(words['sheet-which'])}
          value={of}
          onChange={choose}
          choices={[
            ...(sees ? [{ value: PROVINCE, label: say(words['sheet-kind-province']) }] : []),
            ...own.map(({ code, name }) => ({ value: code, label: say(words['sheet-county'], { county: name }) })),
          ]}
        />
      </Card>
      {of === undefined ? null : <Now key={of} of={of} />}
      <Issued />
    </>
  )
}
function Now({ of }: { readonly of: string }) {
  const say = useSay()
  const mayIssue = useMay('oversight.issue-sheet')
  const asked = of === PROVINCE ? ({ kind: 'province' } as const) : ({ kind: 'county', countyCode: of } as const)
  const read = useRead(previewSheet, asked)
  const issue = useWrite(issueSheet)
  return (
    <Card
      title={say(words['sheet-now'])}
      actions={
        mayIssue && read.data !== undefined ? (
          <Button look="primary" isPending={issue.isPending} onPress={() => issue.mutate({ input: { ...asked, id: newCommandId() } })}>
            {say(words['sheet-issue'])}
          </Button>
        ) : undefined
      }
    >
      <ProblemBox error={issue.error} />
      <Read of={read}>{({ blocks }) => <Blocks blocks={blocks} />}</Read>
    </Card>
  )
}
function Blocks({ blocks }: { readonly blocks: readonly SheetBlock[] }) {
  return (
    <div className="flex flex-col gap-4">
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a sheet are a fixed order, replaced whole
        <Block key={place} block={block} title={titleBefore(blocks, place)} />
      ))}
    </div>
  )
}
function titleBefore(blocks: readonly SheetBlock[], place: number): string {
  const heading = blocks.slice(0, place).findLast(({ kind }) => kind === 'heading')
  return heading?.kind === 'heading' ? heading.text : ''
}
function Block({ block, title }: { readonly block: SheetBlock; readonly title: string }) {
  if (block.kind === 'lines')
    return (
      <DataTable
        label={title === '' ? (block.head[0] ?? '') : title}
        rows={block.rows.map((cells, place) => ({ cells, key: String(place) }))}
        keyOf={({ key }) => key}
        columns={block.head.map((head, place) => ({
          key: String(place),
          title: head,
          cell: ({ cells }: { readonly cells: readonly string[] }) => cells[place],
        }))}
      />
    )
  if (block.kind === 'facts')
    return (
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {block.rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    )
  return block.kind === 'heading' ? (
    <h3 className="pt-2 font-bold text-body">{block.text}</h3>
  ) : (
    <p className="text-dense text-ink-2">{block.text}</p>
  )
}
function Issued() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const [error, setError] = useState<Error | null>(null)
  const read = useRead(listSheets, {})
  const print = ({ id }: SheetLine): void => {
    setError(null)
    download(downloadSheet, { id }).catch((thrown: unknown) => setError(thrown instanceof Error ? thrown : new Error('unknown')))
  }
  return (
    <Card title={say(words['sheet-issued'])}>
      <ProblemBox error={error} />
      <Read of={read}>
        {({ sheets }) =>
          sheets.length === 0 ? (
            <EmptyState>{say(words['sheet-none-issued'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words['sheet-issued'])}
              rows={sheets}
              keyOf={({ id }) => id}
              columns={[
                { key: 'number', title: say(words['sheet-number']), cell: (one) => <bdi>{digits(one.number, language)}</bdi> },
                {
                  key: 'which',
                  title: say(words['sheet-which']),
                  cell: ({ countyCode }) =>
                    countyCode === null
                      ? say(words['sheet-kind-province'])
                      : say(words['sheet-county'], { county: countyName(countyCode) }),
                },
                { key: 'date', title: say(words['sheet-date']), cell: (one) => formatDate(one.issuedOn, language) },
                {
                  key: 'print',
                  title: say(words['sheet-print']),
                  cell: (one) => <Button onPress={() => print(one)}>{say(words['sheet-print'])}</Button>,
                },
              ]}
            />
          )
        }
      </Read>
    </Card>
  )
}
