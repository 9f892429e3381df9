import { Link, useNavigate } from '@tanstack/react-router'
import { download, newCommandId, useRead, useUpload } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { downloadSampleSheet, type Import, listImports, listSampleSheets, previewImport } from '../contract/imports.ts'
import { words } from '../words.ts'

const MEANING = { previewed: 'due', running: 'current', finished: 'done', cancelled: 'neutral' } as const

export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const imports = useRead(listImports, { limit: 50 })
  const title = (one: Import) => (
    <Link to={`/staff/imports/${one.id}`} className="font-semibold text-brand underline-offset-4 hover:underline">
      <bdi>{one.fileName}</bdi>
    </Link>
  )
  return (
    <>
      <PageHeader title={say(words.imports)} />
      <SendList />
      <SampleSheets />
      <Read of={imports}>
        {(data) =>
          data.imports.length === 0 ? (
            <EmptyState>{say(words['no-imports'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.imports)}
              rows={data.imports}
              keyOf={({ id }) => id}
              columns={[
                { key: 'file', title: say(words['list-file']), cell: title },
                {
                  key: 'state',
                  title: say(words.position),
                  cell: ({ state }) => <Tag meaning={MEANING[state]}>{say(wordFor(words, `state-${state}`))}</Tag>,
                },
                {
                  key: 'rows',
                  title: say(words['list-count']),
                  cell: ({ state, accepted, ready }) =>
                    state === 'finished' ? say(words['count-nominated'], { n: accepted }) : say(words['count-ready'], { n: ready }),
                },
                { key: 'at', title: say(words['list-sent-on']), cell: ({ createdAt }) => formatInstant(createdAt, language) },
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
function SendList() {
  const say = useSay()
  const navigate = useNavigate()
  const { send, ...uploading } = useUpload(previewImport)
  const choose = async (file: File): Promise<void> => {
    const made = await send({ id: newCommandId(), fileName: file.name }, file)
    if (made !== undefined) await navigate({ to: `/staff/imports/${made.id}` })
  }
  return (
    <Card>
      <FileUpload
        label={say(words['choose-file'])}
        hint={say(words['import-hint'])}
        accept={['.xlsx', '.csv', '.txt']}
        maxBytes={previewImport.upload?.maxBytes ?? 0}
        uploading={uploading}
        onChoose={(file) => void choose(file)}
      />
    </Card>
  )
}
/** In the demonstration only: lists to try the import with. */
function SampleSheets() {
  const say = useSay()
  const read = useRead(listSampleSheets, {})
  const sheets = read.data?.sheets ?? []
  if (sheets.length === 0) return null
  return (
    <Card title={say(words['sample-sheets'])}>
      <p className="pb-3 text-ink-2">{say(words['sample-sheets-hint'])}</p>
      <div className="flex flex-wrap gap-2">
        {sheets.map(({ number, fileName }) => (
          <Button key={number} onPress={() => void download(downloadSampleSheet, { number })}>
            <bdi>{fileName}</bdi>
          </Button>
        ))}
      </div>
    </Card>
  )
}
