import { useState } from 'react'
import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { digits, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { tell } from '../../../ui/toast.tsx'
import { expirePlace, type readQueue } from '../contract/queue.ts'
import { words } from '../words.ts'
import { CaseLink } from './case-lines.tsx'

type Offer = z.infer<typeof readQueue.output>['offers'][number]
/** Places offered and not yet answered; one past its day may be taken back. */
export function Offers({ offers }: { readonly offers: readonly Offer[] }) {
  const say = useSay()
  const language = useLanguage()
  const mayGrant = useMay('enrolment.grant-place')
  const [chosen, setChosen] = useState<Offer>()
  return (
    <Card title={say(words.offers)}>
      {offers.length === 0 ? (
        <p className="text-ink-2">{say(words['no-offers'])}</p>
      ) : (
        <DataTable
          label={say(words.offers)}
          rows={offers}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'number',
              title: say(words['file-number']),
              cell: ({ id, fileNumber }) => <CaseLink id={id}>{digits(fileNumber, language)}</CaseLink>,
            },
            {
              key: 'state',
              title: say(words.position),
              cell: ({ isOverdue }) => (
                <Tag meaning={isOverdue ? 'overdue' : 'waiting'}>{say(isOverdue ? words['offer-overdue'] : words['offer-open'])}</Tag>
              ),
            },
            { key: 'days', title: say(words.days), cell: ({ days }) => formatNumber(days, language), isNumber: true },
            ...(mayGrant && offers.some(({ isOverdue }) => isOverdue)
              ? [
                  {
                    key: 'act',
                    title: say(words['offer-act']),
                    cell: (offer: Offer) =>
                      offer.isOverdue ? (
                        <Button
                          look="quiet"
                          label={`${say(words['expire-place'])}: ${digits(offer.fileNumber, language)}`}
                          onPress={() => setChosen(offer)}
                        >
                          {say(words['expire-place'])}
                        </Button>
                      ) : null,
                  },
                ]
              : []),
          ]}
        />
      )}
      {chosen === undefined ? null : <TakeBack offer={chosen} onClose={() => setChosen(undefined)} />}
    </Card>
  )
}
/** It cannot be undone, so it names the file and what happens to it. */
function TakeBack({ offer: { id, fileNumber }, onClose }: { readonly offer: Offer; readonly onClose: () => void }) {
  const say = useSay()
  const expire = useWrite(expirePlace)
  const done = (): void => {
    tell({ text: say(words['place-taken-back'], { number: fileNumber }) })
    onClose()
  }
  return (
    <Dialog title={say(words['expire-place'])} isOpen onClose={onClose}>
      <p className="pb-4">{say(words['expire-place-explained'], { number: fileNumber })}</p>
      <ProblemBox error={expire.error} />
      <Button look="danger" isPending={expire.isPending} onPress={() => expire.mutate({ input: { caseId: id } }, { onSuccess: done })}>
        {say(words['expire-place'])}
      </Button>
    </Dialog>
  )
}
