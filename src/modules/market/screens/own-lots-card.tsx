import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits, formatDate, formatMoney, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import type { Order } from '../contract/orders.ts'
import { acceptOwnCollection, listOwnLots, type OwnLot } from '../contract/own.ts'
import { words } from '../words.ts'
import { LotStateTag } from './state-tags.tsx'

/** The buyer's side of its order: what was delivered and waits for its word, and what it owes for what it took. */
export function OwnLotsCard({ order }: { readonly order: Order }) {
  const say = useSay()
  const read = useRead(listOwnLots, { id: order.id })
  const [taking, setTaking] = useState<OwnLot>()
  return (
    <Card title={say(words['own-lots'])}>
      <Read of={read}>
        {({ lots }) =>
          lots.length === 0 ? (
            <EmptyState>{say(words['no-own-lots'])}</EmptyState>
          ) : (
            <>
              <Sums lots={lots} unit={order.unit} />
              <Lots lots={lots} onTake={setTaking} />
            </>
          )
        }
      </Read>
      {taking === undefined ? null : <Taking lot={taking} unit={order.unit} onClose={() => setTaking(undefined)} />}
    </Card>
  )
}
interface Many {
  readonly lots: readonly OwnLot[]
}
function Sums({ lots, unit }: Many & { readonly unit: string }) {
  const say = useSay()
  const language = useLanguage()
  const payable = lots.reduce((sum, { payableRial }) => sum + payableRial, 0)
  const taken = lots.reduce((sum, { pieces, state }) => sum + (state === 'delivered' ? 0 : (pieces ?? 0)), 0)
  const late = Math.max(0, ...lots.map(({ daysLate }) => daysLate))
  return (
    <div className="pb-3">
      <Facts
        facts={[
          [say(words['taken-pieces']), `${formatNumber(taken, language)} ${unit}`],
          [say(words.payable), formatMoney(payable, language)],
        ]}
      />
      {late === 0 ? null : <Tag meaning="overdue">{say(words['days-late'], { n: late })}</Tag>}
    </div>
  )
}
function Lots({ lots, onTake }: Many & { readonly onTake: (lot: OwnLot) => void }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  return (
    <DataTable
      label={say(words['own-lots'])}
      rows={lots}
      keyOf={({ code }) => code}
      columns={[
        { key: 'code', title: say(words.code), cell: ({ code }) => <bdi>{digits(code, language)}</bdi> },
        { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
        {
          key: 'quantity',
          title: say(words.quantity),
          cell: ({ quantity, pieces }) => formatNumber(pieces ?? quantity, language),
          isNumber: true,
        },
        {
          key: 'state',
          title: say(words['lot-state']),
          cell: ({ state, daysLate }) => <LotStateTag state={state} isLate={daysLate > 0} />,
        },
        {
          key: 'payable',
          title: say(words.payable),
          cell: ({ payableRial }) => (payableRial === 0 ? '—' : formatMoney(payableRial, language)),
          isNumber: true,
        },
        { key: 'by', title: say(words['pay-by']), cell: ({ payBy }) => (payBy === null ? '—' : formatDate(payBy, language)) },
        ...(lots.some(({ state }) => state === 'delivered')
          ? [
              {
                key: 'take',
                title: say(words['take-lot']),
                cell: (lot: OwnLot) => <TakeButton lot={lot} onTake={onTake} />,
              },
            ]
          : []),
      ]}
    />
  )
}
function TakeButton({ lot, onTake }: { readonly lot: OwnLot; readonly onTake: (lot: OwnLot) => void }) {
  const say = useSay()
  const language = useLanguage()
  if (lot.state !== 'delivered') return <>—</>
  return (
    <Button label={say(words['take-lot-of'], { code: digits(lot.code, language) })} onPress={() => onTake(lot)}>
      {say(words['take-lot'])}
    </Button>
  )
}
function Taking({ lot, unit, onClose }: { readonly lot: OwnLot; readonly unit: string; readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const [paperNumber, setNumber] = useState('')
  const write = useWrite(acceptOwnCollection)
  const { orderId, code, version } = lot
  const send = (): void =>
    write.mutate({ input: { id: orderId, code, version, entryId: newCommandId(), paperNumber } }, { onSuccess: onClose })
  return (
    <Dialog title={say(words['take-lot-of'], { code: digits(code, language) })} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <p>{say(words['take-lot-hint'], { n: lot.pieces ?? 0, unit })}</p>
        <TextField label={say(words['own-receipt'])} name="paperNumber" value={paperNumber} onChange={setNumber} />
        <div>
          <Button look="primary" isPending={write.isPending} onPress={send}>
            {say(words['take-lot'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
