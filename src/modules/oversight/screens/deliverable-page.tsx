import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { download, newCommandId, useRead, useUpload } from '../../../platform/client.ts'
import { MOST_PAPER_BYTES } from '../../../platform/fields.ts'
import { Button } from '../../../ui/button.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, ProblemBox, ReadPage } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { addPaper, type DeliverableWhole, readDeliverable, readPaper } from '../contract/deliverables.ts'
import { reasonsNotToMoveDeliverable } from '../rules/deliverables.ts'
import { scopeWords as words } from '../words/scope.ts'
import { AnswerForm, PayForm, SubmitForm } from './deliverable-forms.tsx'
import { DeliverableTag } from './deliverable-tag.tsx'

/** One deliverable: what was handed in, what the client said to it, and who has the next step. */
export function Screen() {
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readDeliverable, { id })
  const maySubmit = useMay('oversight.submit')
  const mayAccept = useMay('oversight.accept')
  return (
    <ReadPage of={read}>
      {(deliverable) => (
        <>
          <PageHeader title={deliverable.title} facts={<DeliverableTag deliverable={deliverable} />} />
          <DeliverableFacts deliverable={deliverable} />
          {mayAccept && deliverable.state === 'submitted' ? <AnswerForm key={deliverable.version} deliverable={deliverable} /> : null}
          {mayAccept && deliverable.state === 'accepted' ? <PayForm key={deliverable.version} deliverable={deliverable} /> : null}
          <PapersCard deliverable={deliverable} />
          {maySubmit && reasonsNotToMoveDeliverable(deliverable.state, 'submitted').length === 0 ? (
            <SubmitForm key={deliverable.version} deliverable={deliverable} />
          ) : null}
          <HistoryCard deliverable={deliverable} />
        </>
      )}
    </ReadPage>
  )
}
function DeliverableFacts({ deliverable }: { readonly deliverable: DeliverableWhole }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { paidNumber, paidDate, returnReason } = deliverable
  return (
    <Card>
      <Facts
        facts={[
          [say(words.county), countyName(deliverable.countyCode)],
          [say(words['due-on']), formatDate(deliverable.dueOn, language)],
          ...(returnReason === null ? [] : [[say(words['last-return']), returnReason] as const]),
          ...(paidNumber === null || paidDate === null
            ? []
            : [[say(words['paid-by']), `${digits(paidNumber, language)} · ${formatDate(paidDate, language)}`] as const]),
        ]}
      />
      <TextLink to={`/staff/scopes/${deliverable.scopeId}`}>{say(words.scope)}</TextLink>
    </Card>
  )
}
function PapersCard({ deliverable: { id, papers, state } }: { readonly deliverable: DeliverableWhole }) {
  const say = useSay()
  const language = useLanguage()
  const mayAdd = useMay('oversight.submit')
  const upload = useUpload(addPaper)
  const [error, setError] = useState<Error | null>(null)
  const take = (paperId: string): void => {
    setError(null)
    download(readPaper, { id: paperId }).catch((thrown: unknown) => setError(thrown instanceof Error ? thrown : new Error('unknown')))
  }
  return (
    <Card title={say(words.papers)}>
      <ProblemBox error={error} />
      {papers.length === 0 ? <EmptyState>{say(words['no-papers'])}</EmptyState> : null}
      <ul>
        {papers.map((paper, index) => (
          <li key={paper.id} className="flex flex-wrap items-center justify-between gap-2 border-line border-b py-1">
            <span className="flex flex-wrap items-center gap-2">
              {say(words['paper-n'], { n: index + 1 })} · {formatDate(paper.addedOn, language)}
              <Tag meaning={paper.isHandedIn ? 'done' : 'waiting'}>{say(words[paper.isHandedIn ? 'paper-handed-in' : 'paper-fresh'])}</Tag>
            </span>
            <Button look="quiet" onPress={() => take(paper.id)}>
              {say(words['paper-open'])}
            </Button>
          </li>
        ))}
      </ul>
      {mayAdd && reasonsNotToMoveDeliverable(state, 'submitted').length === 0 ? (
        <FileUpload
          label={say(words['paper-add'])}
          hint={say(words['paper-hint'])}
          accept={['.pdf', '.jpg', '.jpeg', '.png']}
          maxBytes={MOST_PAPER_BYTES}
          uploading={upload}
          onChoose={(file) => void upload.send({ id, paperId: newCommandId() }, file)}
        />
      ) : null}
    </Card>
  )
}
function HistoryCard({ deliverable: { moves } }: { readonly deliverable: DeliverableWhole }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={say(words.history)}>
      {moves.length === 0 ? <EmptyState>{say(words['no-history'])}</EmptyState> : null}
      <ul>
        {moves.map(({ id, to, note, movedOn }) => (
          <li key={id} className="border-line border-b py-1">
            {formatDate(movedOn, language)} · {say(words[`deliverable-state-${to}`])}
            {note === null ? null : <span className="block text-ink-2">{note}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
