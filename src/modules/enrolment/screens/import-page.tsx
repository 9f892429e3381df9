import { useParams } from '@tanstack/react-router'
import { download, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { ProblemBox, Read, ReadPage } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { cancelImport, commitImport, downloadRejected, type Import, listImportRows, readImport } from '../contract/imports.ts'
import { words } from '../words.ts'
import { Columns } from './sheet-columns.tsx'

/** One list: how its columns were read, what is ready, what needs mending and why, and how far the nomination is. */
export function Screen() {
  const say = useSay()
  const { importId = '' } = useParams({ strict: false })
  const one = useRead(readImport, { id: importId }, { every: 2_000 })
  return (
    <ReadPage of={one}>
      {(data) => (
        <>
          <PageHeader
            title={data.fileName}
            facts={
              <Tag meaning={data.state === 'finished' ? 'done' : data.state === 'running' ? 'current' : 'due'}>
                {say(wordFor(words, `state-${data.state}`))}
              </Tag>
            }
          />
          <Progress one={data} />
          <Columns one={data} />
          {data.rejected > 0 ? <Rejected id={data.id} /> : null}
        </>
      )}
    </ReadPage>
  )
}
function Progress({ one }: { readonly one: Import }) {
  const say = useSay()
  const commit = useWrite(commitImport)
  const cancel = useWrite(cancelImport)
  const counts = [
    say(words['count-ready'], { n: one.ready }),
    say(words['count-rejected'], { n: one.rejected }),
    say(words['count-skipped'], { n: one.skipped }),
    say(words['count-dropped'], { n: one.droppedColumns }),
  ]
  return (
    <Card
      actions={
        one.state === 'previewed' ? (
          <>
            <Button
              look="primary"
              isPending={commit.isPending}
              isDisabled={one.ready === 0}
              onPress={() => commit.mutate({ input: { id: one.id } })}
            >
              {say(words['commit-import'])}
            </Button>
            <Button isPending={cancel.isPending} onPress={() => cancel.mutate({ input: { id: one.id } })}>
              {say(words['cancel-import'])}
            </Button>
          </>
        ) : undefined
      }
    >
      <ProblemBox error={commit.error ?? cancel.error} />
      <ul className="list-disc ps-5">
        {counts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {one.state === 'running' || one.state === 'finished' ? (
        <div className="pt-3">
          <progress
            className="w-full accent-brand"
            max={Math.max(1, one.ready)}
            value={one.done}
            aria-label={say(words['state-running'])}
          />
          <p role="status">{say(words['import-progress'], { done: one.accepted, total: one.ready })}</p>
        </div>
      ) : null}
    </Card>
  )
}
function Rejected({ id }: { readonly id: string }) {
  const say = useSay()
  const language = useLanguage()
  const rows = useRead(listImportRows, { id })
  return (
    <Card
      title={say(words['rejected-file'])}
      actions={<Button onPress={() => void download(downloadRejected, { id })}>{say(words['download-rejected'])}</Button>}
    >
      <Read of={rows}>
        {(data) => (
          <DataTable
            label={say(words['rejected-file'])}
            rows={data.rows}
            keyOf={({ sheet, number }) => `${sheet} ${number}`}
            columns={[
              { key: 'row', title: say(words['row-number']), cell: ({ number, sheet }) => `${sheet} ${digits(String(number), language)}` },
              {
                key: 'reasons',
                title: say(words['row-reasons']),
                cell: ({ reasons }) => reasons.map((reason) => say(wordFor(words, reason.replace('enrolment.', '')))).join(' — '),
              },
            ]}
          />
        )}
      </Read>
    </Card>
  )
}
