import { Link, useNavigate } from '@tanstack/react-router'
import { newCommandId, useRead, useUpload } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { words as ui } from '../../../ui/words.ts'
import { type Import, listImports, previewImport } from '../contract/imports.ts'
import { words } from '../words.ts'

const MEANING = { previewed: 'due', running: 'current', finished: 'done', cancelled: 'neutral' } as const

export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const imports = useRead(listImports, { limit: 50 })
  const title = (one: Import) => (
    <Link to={`/staff/imports/${one.id}`} className="text-brand hover:underline">
      <bdi>{one.fileName}</bdi>
    </Link>
  )
  return (
    <>
      <PageHeader title={say(words.imports)} />
      <SendList />
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
                { key: 'file', title: say(ui['choose-file']), cell: title },
                {
                  key: 'state',
                  title: say(words.position),
                  cell: ({ state }) => <Tag meaning={MEANING[state]}>{say(wordFor(words, `state-${state}`))}</Tag>,
                },
                {
                  key: 'ready',
                  title: say(words['commit-import']),
                  cell: ({ accepted, ready }) => say(words['count-ready'], { n: Math.max(ready, accepted) }),
                },
                { key: 'at', title: say(ui.date), cell: ({ createdAt }) => formatInstant(createdAt, language) },
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
