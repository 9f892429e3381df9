import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { NumberField, SelectField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, ProblemBox } from '../../../ui/states.tsx'
import { readHerBusiness } from '../../businesses/contract/businesses.ts'
import { type HerProducts, readHerProducts } from '../../businesses/contract/products.ts'
import { listOrders, putForward } from '../contract/orders.ts'
import { type LoweredReason, loweredReasons, weeklyOf } from '../rules/capacity.ts'
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
/** Her goods that the market may ask for: of a business that works, and offered. */
function useGoods(caseId: string) {
  const hers = useRead(readHerBusiness, { caseId })
  const business = hers.data?.business ?? null
  const works = business !== null && (business.state === 'trial' || business.state === 'active')
  const read = useRead(readHerProducts, { businessId: business?.id ?? '' }, { enabled: works })
  return { isKnown: hers.data !== undefined && (!works || read.data !== undefined), goods: works ? offered(read.data) : [] }
}
function offered(hers: HerProducts | undefined) {
  return (hers?.products ?? []).filter(({ isOffered }) => isOffered).map(({ id, name, weekly }) => ({ id, name, weekly: weeklyOf(weekly) }))
}
function PutForward({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const orders = useRead(listOrders, { limit: 250, state: 'ordered' })
  const { isKnown, goods } = useGoods(caseId)
  const [id, setOrder] = useState<string>()
  const [chosen, setProduct] = useState<string>()
  const [hub, setHub] = useState('')
  const [lowered, setLowered] = useState<Lowered>({ isLower: false })
  const write = useWrite(putForward)
  const open = (orders.data?.orders ?? []).filter(({ left }) => left > 0)
  const product = goods.find((one) => one.id === chosen) ?? (goods.length === 1 ? goods[0] : undefined)
  const lower = lowered.isLower ? { loweredTo: lowered.to ?? null, loweredReason: lowered.reason ?? null } : NOT_LOWERED
  const isReady =
    id !== undefined && product !== undefined && lowered.isLower === (lower.loweredTo !== null && lower.loweredReason !== null)
  const send = (): void => {
    if (id !== undefined && product !== undefined)
      write.mutate({ input: { id, homeId: newCommandId(), caseId, productId: product.id, ...lower, hub } }, { onSuccess: onDone })
  }
  if (orders.data !== undefined && open.length === 0) return <EmptyState>{say(words['no-open-order'])}</EmptyState>
  if (isKnown && goods.length === 0)
    return (
      <p>
        {say(words['no-goods'])} <TextLink to={`/staff/cases/${caseId}/business`}>{say(words['to-goods'])}</TextLink>
      </p>
    )
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
      <SelectField
        label={say(words['choose-goods'])}
        isRequired
        empty="—"
        value={product?.id}
        onChange={setProduct}
        choices={goods.map((one) => ({ value: one.id, label: one.name }))}
      />
      {product === undefined ? null : (
        <p role="status">
          {say(words.weekly)}: {formatNumber(product.weekly.pieces, language)} ({say(words[`basis-${product.weekly.basis}`])})
        </p>
      )}
      <LowerFields lowered={lowered} onChange={setLowered} />
      <TextField label={say(words.hub)} hint={say(words['hub-hint'])} value={hub} onChange={setHub} />
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={send}>
          {say(words['put-forward'])}
        </Button>
      </div>
    </div>
  )
}
const NOT_LOWERED = { loweredTo: null, loweredReason: null }
interface Lowered {
  readonly isLower: boolean
  readonly to?: number | undefined
  readonly reason?: LoweredReason | undefined
}
/** A guide takes what is known down and never up, and says why. */
function LowerFields({ lowered, onChange }: { readonly lowered: Lowered; readonly onChange: (next: Lowered) => void }) {
  const say = useSay()
  return (
    <>
      <YesNoField label={say(words['is-lower'])} value={lowered.isLower} onChange={(isLower) => onChange({ ...lowered, isLower })} />
      {lowered.isLower ? (
        <>
          <NumberField label={say(words['lowered-to'])} isRequired value={lowered.to} onChange={(to) => onChange({ ...lowered, to })} />
          <SelectField
            label={say(words.reason)}
            isRequired
            empty="—"
            value={lowered.reason}
            onChange={(reason) => onChange({ ...lowered, reason })}
            choices={loweredReasons.map((one) => ({ value: one, label: say(words[`lowered-${one}`]) }))}
          />
        </>
      ) : null}
    </>
  )
}
