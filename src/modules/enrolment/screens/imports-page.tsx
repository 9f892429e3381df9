import { Link, useNavigate } from '@tanstack/react-router'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
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
  const send = useWrite(previewImport)
  const choose = (file: File | undefined): void => {
    if (file === undefined) return
    send.mutate(
      { input: { id: newCommandId(), fileName: file.name }, file },
      { onSuccess: (made) => void navigate({ to: `/staff/imports/${made.id}` }) },
    )
  }
  return (
    <Card>
      <p className="pb-3 text-ink-2">{say(words['import-hint'])}</p>
      <ProblemBox error={send.error} />
      <FileTrigger acceptedFileTypes={['.xlsx', '.csv', '.txt']} onSelect={(files) => choose(files?.[0])}>
        <Button look="primary" isPending={send.isPending}>
          {say(words['choose-file'])}
        </Button>
      </FileTrigger>
      {send.isPending ? (
        <p role="status" className="pt-2">
          {say(ui.sending)}
        </p>
      ) : null}
    </Card>
  )
}
