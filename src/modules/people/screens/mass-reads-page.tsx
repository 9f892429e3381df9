import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { words as access } from '../../../access/words.ts'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatInstant, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { listMassReads, type MassRead, reviewMassRead } from '../contract/mass-reads.ts'
import { words } from '../words.ts'

/** Hours in which somebody was at far more files than work asks for, for whoever guards them, and what was found of each. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(listMassReads, {})
  const [reviewing, setReviewing] = useState<MassRead>()
  return (
    <>
      <PageHeader title={say(words['mass-reads'])} facts={say(words['mass-reads-hint'])} />
      <Read of={read}>
        {({ above, open, reads }) =>
          reads.length === 0 ? (
            <EmptyState>{say(words['no-mass-reads'], { above })}</EmptyState>
          ) : (
            <>
              <p className="pb-3">{say(words['mass-reads-open'], { n: open })}</p>
              <DataTable
                label={say(words['mass-reads'])}
                rows={reads}
                keyOf={({ accountId, role, hour }) => `${accountId} ${role} ${hour}`}
                columns={[
                  { key: 'who', title: say(words['mass-read-who']), cell: ({ accountName }) => accountName },
                  { key: 'role', title: say(words['mass-read-role']), cell: ({ role }) => say(wordFor(access, `role-${role}`)) },
                  { key: 'hour', title: say(words['mass-read-hour']), cell: ({ hour }) => formatInstant(hour, language) },
                  {
                    key: 'files',
                    title: say(words['mass-read-files'], { above }),
                    cell: ({ files }) => formatNumber(files, language),
                    isNumber: true,
                  },
                  {
                    key: 'review',
                    title: say(words['mass-read-review']),
                    cell: (one) => <Reviewed read={one} onReview={() => setReviewing(one)} />,
                  },
                ]}
              />
            </>
          )
        }
      </Read>
      {reviewing === undefined ? null : <ReviewDialog read={reviewing} onClose={() => setReviewing(undefined)} />}
    </>
  )
}
/** Who looked at it and what she found, or the way to say so; never to whom it is about. */
function Reviewed({ read: { review, isOwn }, onReview }: { readonly read: MassRead; readonly onReview: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('people.review-mass-read')
  if (review !== null)
    return (
      <span className="flex flex-col items-start gap-1">
        <Tag meaning="done">{say(words['mass-read-mark'])}</Tag>
        <span>{review.reason}</span>
        <span className="text-ink-2 text-small">
          {say(words['mass-read-by'], { name: review.by, at: formatInstant(review.at, language) })}
        </span>
      </span>
    )
  if (isOwn) return <span className="text-ink-2">{say(words['mass-read-own'])}</span>
  return may ? <Button onPress={onReview}>{say(words['mass-read-mark'])}</Button> : null
}
function ReviewDialog({
  read: { accountId, accountName, role, hour },
  onClose,
}: {
  readonly read: MassRead
  readonly onClose: () => void
}) {
  const say = useSay()
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const write = useWrite(reviewMassRead)
  const send = (): void => write.mutate({ input: { accountId, role, hour, reason } }, { onSuccess: onClose })
  return (
    <Dialog title={`${say(words['mass-read-mark'])}: ${accountName} · ${formatInstant(hour, language)}`} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <LongTextField
          label={say(words['mass-read-reason'])}
          hint={say(words['mass-read-reason-hint'])}
          name="reason"
          isRequired
          rows={3}
          value={reason}
          onChange={setReason}
        />
        <div>
          <Button look="primary" isDisabled={reason.trim().length < 5} isPending={write.isPending} onPress={send}>
            {say(words['mass-read-mark'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
