import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { listRuns, runMatching } from '../contract/runs.ts'
import { words } from '../words.ts'
import { useOwnCounty } from './open-dialog.tsx'

/** Runs of matching, the newest first; whoever runs the market of a county starts one. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const mayRun = useMay('matching.run')
  const read = useRead(listRuns, { limit: 50 })
  return (
    <>
      <PageHeader title={say(words.runs)} facts={say(words['runs-hint'])} />
      {mayRun ? <RunNow /> : null}
      <Read of={read}>
        {({ runs }) =>
          runs.length === 0 ? (
            <EmptyState>{say(words['no-runs'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.runs)}
              rows={runs}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'day',
                  title: say(words['run-on-day']),
                  cell: ({ id, ranOn }) => <TextLink to={`/staff/runs/${id}`}>{formatDate(ranOn, language)}</TextLink>,
                },
                { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
                { key: 'women', title: say(words.women), cell: ({ women }) => formatNumber(women, language), isNumber: true },
                { key: 'pairs', title: say(words.pairs), cell: ({ pairs }) => formatNumber(pairs, language), isNumber: true },
                { key: 'proposed', title: say(words.proposed), cell: ({ proposed }) => formatNumber(proposed, language), isNumber: true },
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
function RunNow() {
  const say = useSay()
  const navigate = useNavigate()
  const { own, countyCode, setCounty } = useOwnCounty()
  const write = useWrite(runMatching)
  const start = (): void => {
    if (countyCode === undefined) return
    write.mutate({ input: { id: newCommandId(), countyCode } }, { onSuccess: ({ id }) => void navigate({ to: `/staff/runs/${id}` }) })
  }
  return (
    <Card title={say(words['run-now'])}>
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{say(words['run-explained'])}</p>
        {own.length < 2 ? null : (
          <CountyField label={say(words.county)} isRequired empty="—" value={countyCode} onChange={setCounty} among={own} />
        )}
        <ProblemBox error={write.error} />
        {write.isPending ? <p role="status">{say(words['run-going'])}</p> : null}
        <div>
          <Button look="primary" isDisabled={countyCode === undefined} isPending={write.isPending} onPress={start}>
            {say(words['run-now'])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
