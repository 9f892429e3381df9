import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { download, newCommandId, useRead, useUpload } from '../../../platform/client.ts'
import { MOST_PAPER_BYTES } from '../../../platform/fields.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { formatInstant, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { addDocument, type Document, DocumentKind, listDocuments, readDocument } from '../contract/papers.ts'
import { words } from '../words.ts'

/** Her papers: sent once, sealed, and every look written down. */
export function DocumentsSection({ personId, isReadOnly = false }: { readonly personId: string; readonly isReadOnly?: boolean }) {
  const say = useSay()
  const may = useMay('people.read-documents')
  const mayAdd = useMay('people.add-document')
  const documents = useRead(listDocuments, { personId }, { enabled: may })
  if (!may) return null
  return (
    <Card title={say(words.documents)} isFolded>
      <Read of={documents}>
        {(data) =>
          data.documents.length === 0 ? (
            <EmptyState>{say(words[isReadOnly ? 'not-recorded' : 'no-documents'])}</EmptyState>
          ) : (
            <Lines personId={personId} documents={data.documents} />
          )
        }
      </Read>
      {mayAdd && !isReadOnly ? <Sending personId={personId} /> : null}
    </Card>
  )
}
function Lines({ personId, documents }: { readonly personId: string; readonly documents: readonly Document[] }) {
  const say = useSay()
  const language = useLanguage()
  const [error, setError] = useState<Error | null>(null)
  const take = (id: string): void => {
    setError(null)
    download(readDocument, { personId, id }).catch((thrown: unknown) => setError(thrown instanceof Error ? thrown : new Error('unknown')))
  }
  return (
    <>
      <ProblemBox error={error} />
      <ul>
        {documents.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 border-line border-b py-2">
            <span>
              <span className="block font-semibold">{say(words[`document-${one.kind}`])}</span>
              <span className="block text-ink-2 text-meta">
                {formatInstant(one.addedAt, language)} ·{' '}
                {say(words['document-size'], { size: formatNumber(Math.ceil(one.bytes / 1024), language) })}
              </span>
            </span>
            <Button look="quiet" onPress={() => take(one.id)}>
              {say(words['document-download'])}
            </Button>
          </li>
        ))}
      </ul>
      <p className="pt-2 text-ink-2 text-meta">{say(words['document-logged'])}</p>
    </>
  )
}
function Sending({ personId }: { readonly personId: string }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [kind, setKind] = useState<Document['kind']>('ground')
  const upload = useUpload(addDocument)
  if (!isOpen)
    return (
      <div className="pt-4">
        <Button onPress={() => setOpen(true)}>{say(words['document-add'])}</Button>
      </div>
    )
  return (
    <div className="flex flex-col gap-4 pt-4">
      <ChoiceField
        label={say(words['document-kind'])}
        value={kind}
        onChange={setKind}
        choices={DocumentKind.options.map((one) => ({ value: one, label: say(words[`document-${one}`]) }))}
      />
      <FileUpload
        label={say(words['document-choose'])}
        hint={say(words['document-hint'])}
        accept={['.pdf', '.jpg', '.jpeg', '.png']}
        maxBytes={MOST_PAPER_BYTES}
        uploading={upload}
        onChoose={(file) => void upload.send({ personId, id: newCommandId(), kind }, file)}
      />
    </div>
  )
}
