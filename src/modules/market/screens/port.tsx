import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox } from '../../../ui/states.tsx'
import { listOrders, putForward } from '../contract/orders.ts'
import { words } from '../words.ts'
import { LotsTable } from './lots-table.tsx'

/** On her case page: her lots, and the way to put her forward for an open order of her county. */
export function MarketSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('market.put-forward')
  const [isOpen, setOpen] = useState(false)
  if (!may) return null
  return (
    <Card title={say(words['her-market'])}>
      <LotsTable filter={{ caseId }} />
      <div className="pt-3">
        {isOpen ? (
          <PutForward caseId={caseId} onDone={() => setOpen(false)} />
        ) : (
          <Button onPress={() => setOpen(true)}>{say(words['put-forward'])}</Button>
        )}
      </div>
    </Card>
  )
}
function PutForward({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const say = useSay()
  const orders = useRead(listOrders, { limit: 250, state: 'ordered' })
  const [id, setOrder] = useState<string>()
  const [weekly, setWeekly] = useState<number>()
  const [blockedWeeks, setBlocked] = useState<number | undefined>(0)
  const [hub, setHub] = useState('')
  const write = useWrite(putForward)
  const open = (orders.data?.orders ?? []).filter(({ left }) => left > 0)
  const send = (): void => {
    if (id === undefined || weekly === undefined || blockedWeeks === undefined) return
    write.mutate({ input: { id, homeId: newCommandId(), caseId, weekly, blockedWeeks, hub } }, { onSuccess: onDone })
  }
  if (orders.data !== undefined && open.length === 0) return <EmptyState>{say(words['no-open-order'])}</EmptyState>
  return (
    <div className="flex flex-col gap-4 rounded-control bg-sunken p-3">
      <p className="text-ink-2">{say(words['put-forward-hint'])}</p>
      <SelectField
        label={say(words['choose-order'])}
        isRequired
        empty="—"
        value={id}
        onChange={setOrder}
        choices={open.map((order) => ({ value: order.id, label: `${order.title} · ${order.buyerName}` }))}
      />
      <NumberField label={say(words.weekly)} isRequired value={weekly} onChange={setWeekly} />
      <NumberField label={say(words['blocked-weeks'])} isRequired value={blockedWeeks} onChange={setBlocked} />
      <TextField label={say(words.hub)} value={hub} onChange={setHub} />
      <ProblemBox error={write.error} />
      <div>
        <Button
          look="primary"
          isDisabled={id === undefined || weekly === undefined || blockedWeeks === undefined}
          isPending={write.isPending}
          onPress={send}
        >
          {say(words['put-forward'])}
        </Button>
      </div>
    </div>
  )
}
