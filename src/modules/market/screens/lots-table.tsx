import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { type Lot, listLots } from '../contract/lots.ts'
import type { LotState } from '../contract/states.ts'
import { words } from '../words.ts'
import { LotStateTag } from './state-tags.tsx'

interface Filter {
  readonly orderId?: string
  readonly caseId?: string
  readonly state?: LotState
  readonly code?: string
}
/** Lots with code, whose they are as far as the reader is told, and what they wait for. */
export function LotsTable({ filter }: { readonly filter: Filter }) {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(listLots, { limit: 250, ...filter })
  return (
    <Read of={read}>
      {({ lots }) =>
        lots.length === 0 ? (
          <EmptyState>{say(words['no-lots'])}</EmptyState>
        ) : (
          <DataTable
            label={say(words.lots)}
            rows={lots}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'code',
                title: say(words.code),
                cell: ({ id, code }) => <TextLink to={`/staff/lots/${id}`}>{digits(code, language)}</TextLink>,
              },
              // On her own page every lot is hers.
              ...(filter.caseId === undefined ? [{ key: 'name', title: say(words.home), cell: ({ name }: Lot) => name ?? '—' }] : []),
              { key: 'title', title: say(words.order), cell: ({ terms }) => terms.title },
              {
                key: 'quantity',
                title: say(words.quantity),
                cell: ({ terms }) => `${formatNumber(terms.quantity, language)} ${terms.unit}`,
                isNumber: true,
              },
              { key: 'state', title: say(words['lot-state']), cell: ({ state, isLate }) => <LotStateTag state={state} isLate={isLate} /> },
              { key: 'due', title: say(words['due-on']), cell: ({ dueOn }) => (dueOn === null ? '—' : formatDate(dueOn, language)) },
            ]}
          />
        )
      }
    </Read>
  )
}
