import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listOrders, type Order } from '../contract/orders.ts'
import { orderStates } from '../contract/states.ts'
import { words } from '../words.ts'
import { CallDialog } from './call-dialog.tsx'
import { OrderStateTag } from './state-tags.tsx'

const Search = z.object({ state: z.enum(orderStates).optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** Every order with its buyer and what is left of it; a buyer sees its own. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listOrders, { limit: 50, ...filter })
  const mayCall = useMay('market.call')
  const isBuyer = useMay('market.read-own-lots')
  const [isCalling, setCalling] = useState(false)
  return (
    <>
      <PageHeader
        title={say(isBuyer ? words['own-orders'] : words.orders)}
        facts={say(words['orders-hint'])}
        actions={
          mayCall ? (
            <Button look="primary" onPress={() => setCalling(true)}>
              {say(words['new-call'])}
            </Button>
          ) : undefined
        }
      />
      <FilterBar filters={filters}>
        <SelectField
          label={say(words['order-state'])}
          empty="—"
          value={filter.state}
          onChange={(state) => change({ state })}
          choices={orderStates.map((one) => ({ value: one, label: say(words[`order-state-${one}`]) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ orders, next }) =>
          orders.length === 0 ? (
            <EmptyState>{say(mayCall ? words['no-orders'] : words['no-orders-here'])}</EmptyState>
          ) : (
            <>
              <Orders orders={orders} />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isCalling ? <CallDialog onClose={() => setCalling(false)} /> : null}
    </>
  )
}
function Orders({ orders }: { readonly orders: readonly Order[] }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  return (
    <DataTable
      label={say(words.orders)}
      rows={orders}
      keyOf={({ id }) => id}
      columns={[
        { key: 'title', title: say(words.order), cell: ({ id, title }) => <TextLink to={`/staff/orders/${id}`}>{title}</TextLink> },
        { key: 'buyer', title: say(words.buyer), cell: ({ buyerName }) => buyerName },
        { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
        {
          key: 'quantity',
          title: say(words.quantity),
          cell: ({ quantity, unit }) => `${formatNumber(quantity, language)} ${unit}`,
          isNumber: true,
        },
        { key: 'left', title: say(words.left), cell: ({ left }) => formatNumber(left, language), isNumber: true },
        { key: 'by', title: say(words['deliver-by']), cell: ({ deliverBy }) => formatDate(deliverBy, language) },
        { key: 'state', title: say(words['order-state']), cell: ({ state }) => <OrderStateTag state={state} /> },
      ]}
    />
  )
}
