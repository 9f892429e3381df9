import { useNavigate } from '@tanstack/react-router'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { acceptTransfer, listTransfers } from '../contract/side-roads.ts'
import { words } from '../words.ts'

/** Files on their way to one's county, the longest waiting first; nothing is drawn while none is. */
export function TransfersCard() {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const { countyName } = useCounties()
  const transfers = useRead(listTransfers, {})
  const accept = useWrite(acceptTransfer)
  const waiting = transfers.data?.transfers ?? []
  if (waiting.length === 0) return <ProblemBox error={transfers.error} />
  return (
    <Card title={say(words.transfers)}>
      <ProblemBox error={accept.error} />
      <ul>
        {waiting.map(({ id, fileNumber, fromCounty, days }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 border-line border-t py-2">
            <span>
              <bdi>{digits(fileNumber, language)}</bdi> · {say(words['transfer-waits'], { county: countyName(fromCounty), n: days })}
            </span>
            <Button
              isPending={accept.isPending}
              onPress={() => accept.mutate({ input: { id } }, { onSuccess: (taken) => void navigate({ to: `/staff/cases/${taken.id}` }) })}
            >
              {say(words['accept-transfer'])}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
