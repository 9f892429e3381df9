import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { NumberField } from '../../../ui/fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { type HomeForward, listHomes, type Order, offerLots, proposeSplit } from '../contract/orders.ts'
import { words } from '../words.ts'
import { LotStateTag } from './state-tags.tsx'

/** The homes guides put forward, and for the operator the split of what is left over them. */
export function HomesCard({ order }: { readonly order: Order }) {
  const say = useSay()
  const language = useLanguage()
  const maySplit = useMay('market.split')
  const read = useRead(listHomes, { id: order.id })
  const [isSplitting, setSplitting] = useState(false)
  return (
    <Card title={say(words.homes)}>
      <Read of={read}>
        {({ homes }) =>
          homes.length === 0 ? (
            <EmptyState>{say(words['no-homes'])}</EmptyState>
          ) : (
            <>
              <DataTable
                label={say(words.homes)}
                rows={homes}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'name', title: say(words.home), cell: ({ name }) => name ?? '—' },
                  { key: 'hub', title: say(words.hub), cell: ({ hub }) => hub ?? '—' },
                  {
                    key: 'weekly',
                    title: say(words.weekly),
                    cell: ({ weekly, basis, loweredTo }) =>
                      basis === null
                        ? say(words['basis-none'])
                        : `${formatNumber(weekly, language)} (${say(loweredTo === null ? words[`basis-${basis}`] : words['basis-lowered'])})`,
                  },
                  { key: 'capacity', title: say(words.capacity), cell: ({ capacity }) => formatNumber(capacity, language), isNumber: true },
                  { key: 'turn', title: say(words.turn), cell: ({ turn }) => formatNumber(turn, language), isNumber: true },
                  {
                    key: 'lot',
                    title: say(words.lot),
                    cell: ({ lotState }) => (lotState === null ? '—' : <LotStateTag state={lotState} />),
                  },
                ]}
              />
              {maySplit && order.state === 'ordered' && order.left > 0 ? (
                isSplitting ? (
                  <Splitting order={order} homes={homes} onDone={() => setSplitting(false)} />
                ) : (
                  <div className="pt-3">
                    <Button look="primary" onPress={() => setSplitting(true)}>
                      {say(words['split-propose'])}
                    </Button>
                  </div>
                )
              ) : null}
            </>
          )
        }
      </Read>
    </Card>
  )
}
interface Props {
  readonly order: Order
  readonly homes: readonly HomeForward[]
  readonly onDone: () => void
}
function Splitting({ order, homes, onDone }: Props) {
  const say = useSay()
  const read = useRead(proposeSplit, { id: order.id })
  return (
    <div className="mt-3 flex flex-col gap-3 rounded-control bg-sunken p-3">
      <p className="text-ink-2">{say(words['split-hint'])}</p>
      <Read of={read}>
        {({ shares, placed, unplaced }) =>
          shares.length === 0 ? (
            <EmptyState>{say(words['split-nothing'])}</EmptyState>
          ) : (
            <>
              <p role="status" className="font-semibold">
                {say(words['split-placed'], { placed, quantity: order.left, unit: order.unit, n: shares.length })}
              </p>
              {unplaced === 0 ? null : <p>{say(words['split-unplaced'], { n: unplaced, unit: order.unit })}</p>}
              <Shares
                key={order.version}
                order={order}
                homes={homes}
                proposed={new Map(shares.map(({ homeId, quantity }) => [homeId, quantity]))}
                onDone={onDone}
              />
            </>
          )
        }
      </Read>
    </div>
  )
}
/** The proposal as the operator may change it; an emptied share is left out. */
function Shares({ order, homes, proposed, onDone }: Props & { readonly proposed: ReadonlyMap<string, number> }) {
  const say = useSay()
  const [shares, setShares] = useState<ReadonlyMap<string, number | undefined>>(proposed)
  const write = useWrite(offerLots)
  const wished = [...shares].flatMap(([homeId, quantity]) => (quantity === undefined || quantity === 0 ? [] : [{ homeId, quantity }]))
  const send = (): void => {
    const offered = wished.map((share) => ({ lotId: newCommandId(), ...share }))
    write.mutate({ input: { id: order.id, version: order.version, shares: offered } }, { onSuccess: onDone })
  }
  return (
    <div className="flex flex-col gap-3">
      {homes
        .filter(({ id }) => proposed.has(id))
        .map(({ id, name }) => (
          <NumberField
            key={id}
            label={say(words['share-of'], { name: name ?? '—' })}
            unit={order.unit}
            value={shares.get(id)}
            onChange={(quantity) => setShares((before) => new Map([...before, [id, quantity]]))}
          />
        ))}
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={wished.length === 0} isPending={write.isPending} onPress={send}>
          {say(words.offer)}
        </Button>
      </div>
    </div>
  )
}
