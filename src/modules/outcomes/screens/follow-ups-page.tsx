import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type FollowUp, type FollowUpFigures, listFollowUps, readFollowUpFigures } from '../contract/follow-ups.ts'
import { words } from '../words.ts'
import { GiveDialog } from './give-dialog.tsx'
import { SnapshotsCard } from './snapshots-card.tsx'

/** What the office follows: how many were due and reached in each month, why the others are missing, and calls that wait for a caller. */
export function Screen() {
  const say = useSay()
  const figures = useRead(readFollowUpFigures, {})
  const open = useRead(listFollowUps, { limit: 100 })
  return (
    <>
      <PageHeader title={say(words['follow-ups'])} facts={say(words['follow-ups-hint'])} />
      <Read of={figures}>
        {({ figures: months }) =>
          months.length === 0 ? (
            <EmptyState>{say(words['no-figures'])}</EmptyState>
          ) : (
            <div className="grid gap-4 lg:grid-cols-2">
              {months.map((month) => (
                <Month key={month.month} figures={month} />
              ))}
            </div>
          )
        }
      </Read>
      <Card title={say(words['open-follow-ups'])}>
        <Read of={open}>
          {({ followUps }) =>
            followUps.length === 0 ? <EmptyState>{say(words['no-follow-ups'])}</EmptyState> : <Open followUps={followUps} />
          }
        </Read>
      </Card>
      <SnapshotsCard />
    </>
  )
}
function Month({ figures }: { readonly figures: FollowUpFigures }) {
  const say = useSay()
  const language = useLanguage()
  const number = (n: number): string => formatNumber(n, language)
  const { callBacks, compared, agreeing } = figures
  const isKnown = callBacks !== null && compared !== null && agreeing !== null
  return (
    <Card title={say(words['call-month'], { n: figures.month })}>
      <Facts
        facts={[
          [say(words['figures-due']), number(figures.due)],
          [say(words['figures-open']), number(figures.open)],
          [say(words['figures-answered']), number(figures.answered)],
          ...figures.missing
            .filter(({ count }) => count > 0)
            .map(({ reason, count }): [string, string] => [say(words[`missing-${reason}`]), number(count)]),
          [
            say(words['figures-agreement']),
            isKnown ? say(words['agreement-said'], { agreeing, compared, n: callBacks }) : say(words['agreement-few']),
          ],
        ]}
      />
    </Card>
  )
}
function Open({ followUps }: { readonly followUps: readonly FollowUp[] }) {
  const say = useSay()
  const language = useLanguage()
  const mayGive = useMay('outcomes.give-call')
  const { counties } = useCounties()
  const [giving, setGiving] = useState<FollowUp>()
  return (
    <>
      <DataTable
        label={say(words['open-follow-ups'])}
        rows={followUps}
        keyOf={({ id }) => id}
        columns={[
          { key: 'file', title: say(words['file-number']), cell: ({ fileNumber }) => <bdi>{digits(fileNumber, language)}</bdi> },
          {
            key: 'county',
            title: say(words.county),
            cell: ({ countyCode }) => counties.find(({ code }) => code === countyCode)?.name ?? '',
          },
          {
            key: 'month',
            title: say(words.month),
            cell: ({ month, kind }) => `${say(words['call-month'], { n: month })} · ${say(words[`kind-${kind}`])}`,
          },
          {
            key: 'days',
            title: say(words.days),
            cell: ({ opensOn, closesOn }) =>
              say(words['from-to'], { from: formatDate(opensOn, language), to: formatDate(closesOn, language) }),
          },
          {
            key: 'caller',
            title: say(words.caller),
            cell: (one) => (
              <span className="flex flex-wrap items-center gap-2">
                {one.callerName === null ? <Tag meaning="due">{say(words['nobody-calls'])}</Tag> : one.callerName}
                {mayGive ? (
                  <Button look="quiet" label={say(words['give-call-title'], { number: one.fileNumber })} onPress={() => setGiving(one)}>
                    {say(words['give-call'])}
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]}
      />
      {giving === undefined ? null : <GiveDialog followUp={giving} onClose={() => setGiving(undefined)} />}
    </>
  )
}
