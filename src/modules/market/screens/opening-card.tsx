import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { type AsksDraft, AsksFields, NOTHING_ASKED, wholeAsks } from '../../matching/screens/port.tsx'
import { openOrderToWomen, readOpening, takeAccepted } from '../contract/opening.ts'
import type { Order } from '../contract/orders.ts'
import { words } from '../words.ts'

/** Places of an order opened to women through matching, and those who said yes put forward as homes. */
export function OpeningCard({ order }: { readonly order: Order }) {
  const say = useSay()
  const read = useRead(readOpening, { id: order.id })
  const take = useWrite(takeAccepted)
  const [isOpening, setOpening] = useState(false)
  return (
    <Card title={say(words.opening)}>
      <p className="pb-3 text-ink-2">{say(words['opening-hint'])}</p>
      <Read of={read}>
        {({ opportunityId, places, taken, waiting }) =>
          opportunityId === null ? (
            isOpening ? (
              <Opening order={order} onDone={() => setOpening(false)} />
            ) : (
              <Button onPress={() => setOpening(true)}>{say(words['open-to-women'])}</Button>
            )
          ) : (
            <div className="flex flex-col gap-3">
              <p role="status">
                {say(words['opening-figures'], { places, taken })}{' '}
                <TextLink to={`/staff/opportunities/${opportunityId}`}>{say(words['opening-link'])}</TextLink>
              </p>
              <ProblemBox error={take.error} />
              {waiting === 0 ? null : (
                <div>
                  <Button look="primary" isPending={take.isPending} onPress={() => take.mutate({ input: { id: order.id } })}>
                    {say(words['take-accepted'], { n: waiting })}
                  </Button>
                </div>
              )}
            </div>
          )
        }
      </Read>
    </Card>
  )
}
function Opening({ order, onDone }: { readonly order: Order; readonly onDone: () => void }) {
  const say = useSay()
  const [draft, setDraft] = useState<AsksDraft>({ ...NOTHING_ASKED, endsOn: order.deliverBy })
  const write = useWrite(openOrderToWomen)
  const asks = wholeAsks(draft)
  const send = (): void => {
    if (asks !== undefined) write.mutate({ input: { id: order.id, opportunityId: newCommandId(), ...asks } }, { onSuccess: onDone })
  }
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <AsksFields draft={draft} change={(more) => setDraft((before) => ({ ...before, ...more }))} />
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={asks === undefined} isPending={write.isPending} onPress={send}>
          {say(words['open-to-women'])}
        </Button>
      </div>
    </div>
  )
}
