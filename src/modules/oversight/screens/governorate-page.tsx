import { useState } from 'react'
import { useActing } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { type CountyFacts, readCounty } from '../contract/county.ts'
import { listDeliverables } from '../contract/deliverables.ts'
import { navWords } from '../nav-words.ts'
import { monthWords as words } from '../words/months.ts'
import { scopeWords } from '../words/scope.ts'
import { OverdueCard } from './resolutions-page.tsx'

/** The first page of a governorate: what waits for it, quota and progress, who is late. Figures alone. */
export function Screen() {
  const say = useSay()
  const { countyName } = useCounties()
  const own = useActing()?.counties ?? []
  const [chosen, setChosen] = useState<string>()
  const countyCode = chosen ?? own[0] ?? ''
  const read = useRead(readCounty, { countyCode }, { enabled: countyCode !== '' })
  return (
    <>
      <PageHeader title={`${say(navWords.governorate)} · ${countyName(countyCode)}`} facts={say(words['governorate-hint'])} />
      {own.length < 2 ? null : <CountyField label={say(scopeWords.county)} value={countyCode} onChange={setChosen} among={own} />}
      <Read of={read}>
        {(facts) => (
          <>
            <WaitingCard facts={facts} />
            <ProgressCard facts={facts} />
            <OverdueCard />
          </>
        )}
      </Read>
    </>
  )
}
/** What the governorate has to answer, each a way to where it is answered. */
function WaitingCard({ facts: { countyCode, deliverables, resolutions, waitingSheet, nextVisitOn } }: { readonly facts: CountyFacts }) {
  const say = useSay()
  const language = useLanguage()
  const waiting = useRead(listDeliverables, { countyCode, state: 'submitted', limit: 5 })
  const isEmpty = deliverables.toAnswer === 0 && resolutions.reported === 0 && waitingSheet === null
  return (
    <Card title={say(words['waits-for-you'])}>
      {isEmpty ? <EmptyState>{say(words['nothing-waits'])}</EmptyState> : null}
      <ul className="flex flex-col gap-2">
        {deliverables.toAnswer === 0 ? null : (
          <li>
            <Line label={say(words['deliverables-to-answer'])} count={deliverables.toAnswer} />
            <ul className="ps-4">
              {(waiting.data?.deliverables ?? []).map(({ id, title }) => (
                <li key={id}>
                  <TextLink to={`/staff/deliverables/${id}`}>{title}</TextLink>
                </li>
              ))}
            </ul>
          </li>
        )}
        {waitingSheet === null ? null : (
          <li>
            <TextLink to={`/staff/monthly-sheets/${waitingSheet.id}`}>
              {say(words['sheet-to-answer'])} · {digits(waitingSheet.month.replace('-', '/'), language)}
            </TextLink>
          </li>
        )}
        {nextVisitOn === null ? null : (
          <li>
            <TextLink to="/staff/visits">{say(words['next-visit'], { day: formatDate(nextVisitOn, language) })}</TextLink>
          </li>
        )}
        {resolutions.reported === 0 ? null : (
          <li>
            <TextLink to="/staff/resolutions?state=reported">
              {say(words['reports-to-confirm'])} · {formatNumber(resolutions.reported, language)}
            </TextLink>
          </li>
        )}
      </ul>
    </Card>
  )
}
function Line({ label, count }: { readonly label: string; readonly count: number }) {
  const language = useLanguage()
  return (
    <span className="flex flex-wrap items-center gap-2 font-semibold">
      {label} <Tag meaning="current">{formatNumber(count, language)}</Tag>
    </span>
  )
}
function ProgressCard({ facts: { quota, progress, deliverables, notices, resolutions } }: { readonly facts: CountyFacts }) {
  const say = useSay()
  const language = useLanguage()
  const number = (value: number): string => formatNumber(value, language)
  const { placesHeld } = progress
  return (
    <Card title={say(words['progress-title'])}>
      <Facts
        facts={[
          [
            say(words['progress-places']),
            quota === null ? number(placesHeld) : say(words['progress-places-of'], { held: placesHeld, quota }),
          ],
          [say(words['progress-registered']), number(progress.registered)],
          [say(words['progress-talks']), number(progress.talks)],
          [say(words['progress-work-plans']), number(progress.workPlans)],
          [say(words['progress-earning']), number(progress.earning)],
          [say(scopeWords.deliverables), say(scopeWords['scope-figures'], { taken: deliverables.taken, all: deliverables.all })],
          [say(scopeWords.overdue), number(deliverables.overdue)],
          ...(deliverables.nextDueOn === null ? [] : [[say(words['next-due']), formatDate(deliverables.nextDueOn, language)] as const]),
          [say(words['open-notices']), number(notices.open)],
          [say(words['open-resolutions']), number(resolutions.open)],
        ]}
      />
    </Card>
  )
}
