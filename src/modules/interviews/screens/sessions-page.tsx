import { useState } from 'react'
import { z } from 'zod'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { addDays, dayIn, TEHRAN } from '../../../platform/time.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useFilters } from '../../../ui/filters.tsx'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { listSessions, listWaiting } from '../contract/sessions.ts'
import { words } from '../words.ts'
import { CountyChoice } from './county-choice.tsx'
import { SessionCard } from './session-card.tsx'

const Search = z.object({ countyCode: z.coerce.string().optional().catch(undefined), past: z.literal('yes').optional().catch(undefined) })
/** How far back the page looks when it is asked for earlier sessions. */
const BACK_DAYS = 60
/** A county’s days of conversation: who waits for a time, and what is planned. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values, change } = filters
  const counties = useActing()?.counties ?? []
  const countyCode = values.countyCode ?? counties[0] ?? ''
  const mayPlan = useMay('interviews.plan-sessions')
  const mayDrift = useMay('interviews.read-drift')
  const mayReadAgain = useMay('interviews.read-second-readings')
  const [today] = useState(() => dayIn(TEHRAN, new Date()))
  const from = values.past === undefined ? today : addDays(today, -BACK_DAYS)
  const sessions = useRead(listSessions, { countyCode, from, limit: 100 }, { enabled: countyCode !== '' })
  return (
    <>
      <PageHeader
        title={say(words.sessions)}
        actions={
          <>
            {mayPlan ? <TextLink to={`/staff/interviews/plan?countyCode=${countyCode}`}>{say(words['plan-session'])}</TextLink> : null}
            {mayPlan ? <TextLink to={`/staff/interviews/members?countyCode=${countyCode}`}>{say(words.members)}</TextLink> : null}
            {mayReadAgain ? <TextLink to="/staff/interviews/second-readings">{say(words['second-readings'])}</TextLink> : null}
            {mayDrift ? <TextLink to="/staff/interviews/drift">{say(words.drift)}</TextLink> : null}
          </>
        }
      />
      <CountyChoice value={countyCode} counties={counties} onChange={(chosen) => change({ countyCode: chosen })} />
      {countyCode === '' ? (
        <EmptyState>{say(words['choose-county'])}</EmptyState>
      ) : (
        <>
          <Waiting countyCode={countyCode} />
          <Read of={sessions}>
            {(data) => (
              <>
                {data.sessions.length === 0 ? <EmptyState>{say(words['no-sessions'])}</EmptyState> : null}
                {data.sessions.map((session) => (
                  <SessionCard key={session.id} session={session} mayPlan={mayPlan} />
                ))}
              </>
            )}
          </Read>
          <Button look="quiet" onPress={() => change({ past: values.past === undefined ? 'yes' : undefined })}>
            {say(words[values.past === undefined ? 'show-past' : 'hide-past'])}
          </Button>
        </>
      )}
    </>
  )
}
const FIRST_SHOWN = 10
/** Who waits longest stands first; file numbers and days. */
function Waiting({ countyCode }: { readonly countyCode: string }) {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(listWaiting, { countyCode, limit: FIRST_SHOWN })
  return (
    <Card title={say(words.waiting)}>
      <Read of={read}>
        {({ count, waiting }) =>
          count === 0 ? (
            <EmptyState>{say(words['nobody-waits'])}</EmptyState>
          ) : (
            <>
              <p className="pb-3">{say(words['count-waiting'], { n: count })}</p>
              <DataTable
                label={say(words.waiting)}
                rows={waiting}
                keyOf={({ caseId }) => caseId}
                columns={[
                  { key: 'file', title: say(words['file-number']), cell: ({ fileNumber }) => <bdi>{digits(fileNumber, language)}</bdi> },
                  { key: 'round', title: say(words.round), cell: ({ round }) => say(words[round === 1 ? 'round-first' : 'round-second']) },
                  { key: 'since', title: say(words['waits-since']), cell: ({ since }) => formatDate(since, language) },
                  { key: 'days', title: say(words.days), cell: ({ days }) => formatNumber(days, language), isNumber: true },
                ]}
              />
            </>
          )
        }
      </Read>
    </Card>
  )
}
