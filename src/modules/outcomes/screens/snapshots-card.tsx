import { useState } from 'react'
import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { correctSnapshot, listSnapshots } from '../contract/outcomes.ts'
import { words } from '../words.ts'

type Listed = z.infer<typeof listSnapshots.output>['snapshots'][number]
/** What was frozen, by file number, day and hash; the office corrects with a reason, and both rows stay. */
export function SnapshotsCard() {
  const say = useSay()
  const language = useLanguage()
  const mayCorrect = useMay('outcomes.correct-snapshot')
  const read = useRead(listSnapshots, { limit: 50 })
  const [open, setOpen] = useState<Listed>()
  return (
    <Card title={say(words.snapshots)}>
      <p className="pb-3 text-ink-2">{say(words['snapshots-hint'])}</p>
      <Read of={read}>
        {({ snapshots }) =>
          snapshots.length === 0 ? (
            <EmptyState>{say(words['no-snapshots'])}</EmptyState>
          ) : (
            <ul className="flex flex-col divide-y divide-line">
              {snapshots.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
                  <span className="flex min-w-0 flex-col">
                    <span className="flex flex-wrap items-center gap-2">
                      <bdi className="font-semibold">{digits(one.fileNumber, language)}</bdi>
                      {say(words['frozen-said'], { n: one.month, day: formatDate(one.until, language) })}
                      {one.isCorrected ? <Tag meaning="neutral">{say(words['was-corrected'])}</Tag> : null}
                    </span>
                    {one.reason === null ? null : <span>{say(words.corrects, { reason: one.reason })}</span>}
                    <span className="text-ink-2 text-tag">
                      {say(words['hash-said'])} <bdi dir="ltr">{one.hash.slice(0, 12)}</bdi>
                    </span>
                  </span>
                  {mayCorrect && !one.isCorrected ? (
                    <Button
                      look="quiet"
                      label={say(words['correct-snapshot-title'], { number: one.fileNumber })}
                      onPress={() => setOpen(one)}
                    >
                      {say(words['correct-snapshot'])}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      {open === undefined ? null : <Correcting of={open} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}
function Correcting({ of, onClose }: { readonly of: Listed; readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const write = useWrite(correctSnapshot)
  return (
    <Dialog title={say(words['correct-snapshot-title'], { number: digits(of.fileNumber, language) })} isOpen onClose={onClose}>
      <p className="pb-3 text-ink-2">{say(words['correct-snapshot-hint'])}</p>
      <LongTextField label={say(words['correction-reason'])} isRequired rows={2} value={reason} onChange={setReason} />
      <div className="pt-4">
        <ProblemBox error={write.error} />
        <Button
          look="primary"
          isDisabled={reason.trim().length < 5}
          isPending={write.isPending}
          onPress={() => write.mutate({ input: { id: of.id, correctionId: newCommandId(), reason } }, { onSuccess: onClose })}
        >
          {say(words['correct-snapshot'])}
        </Button>
      </div>
    </Dialog>
  )
}
