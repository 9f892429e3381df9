import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listQuotas } from '../contract.ts'
import { words } from '../words.ts'
import { SetQuotaDialog } from './dialogs.tsx'

/** Places of each county today, with the letter that gave them. */
export function QuotasCard() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const quotas = useRead(listQuotas, {})
  const maySet = useMay('plan.set-quota')
  const [isSetting, setSetting] = useState(false)
  return (
    <Card
      title={say(words.quotas)}
      actions={maySet ? <Button onPress={() => setSetting(true)}>{say(words['set-quota'])}</Button> : undefined}
    >
      <Read of={quotas}>
        {(data) =>
          data.quotas.length === 0 ? (
            <EmptyState>{say(words['no-quotas'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.quotas)}
              rows={data.quotas}
              keyOf={({ id }) => id}
              columns={[
                { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
                {
                  key: 'places',
                  title: say(words.places),
                  cell: ({ places }) => formatNumber(places, language),
                  isNumber: true,
                  sortBy: ({ places }) => places,
                },
                { key: 'from', title: say(words['valid-from']), cell: ({ validFrom }) => formatDate(validFrom, language, 'short') },
                { key: 'letter', title: say(words['letter-number']), cell: ({ letterNumber }) => <bdi>{letterNumber}</bdi> },
              ]}
            />
          )
        }
      </Read>
      {isSetting ? <SetQuotaDialog onClose={() => setSetting(false)} /> : null}
    </Card>
  )
}
