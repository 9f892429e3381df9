import { useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDate, formatMoney, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type Outcome, readOutcome } from '../contract/outcomes.ts'
import { words } from '../words.ts'
import { useMonthSaid } from './months-said.ts'

/** What became of her work, in sentences, for her guide: what each part rests on stands beside it. */
export function Screen() {
  const say = useSay()
  const { caseId = '' } = useParams({ strict: false })
  const read = useRead(readOutcome, { caseId })
  return (
    <>
      <PageHeader
        title={say(words.outcome)}
        facts={say(words['outcome-hint'])}
        actions={<TextLink to={`/staff/cases/${caseId}`}>{say(words['her-file'])}</TextLink>}
      />
      <Read of={read}>
        {({ outcome, baseline, snapshots, bands }) => (
          <>
            <Sentences outcome={outcome} />
            <Months outcome={outcome} />
            <Before baseline={baseline} />
            {bands === null ? null : <HouseholdBands bands={bands} />}
            <Frozen snapshots={snapshots} />
          </>
        )}
      </Read>
    </>
  )
}
function Sentences({ outcome }: { readonly outcome: Outcome }) {
  const say = useSay()
  const language = useLanguage()
  const { standing, job, hourlyRial, hasTerms, orderedUntil, isInsured, support } = outcome
  const sentences = [
    ...(job === null ? [] : [say(words[`job-${job}`])]),
    ...(standing === 'not-yet'
      ? []
      : [hourlyRial === null ? say(words['hourly-unknown']) : say(words['hourly-said'], { amount: formatMoney(hourlyRial, language) })]),
    say(words[hasTerms ? 'terms-yes' : 'terms-no']),
    orderedUntil === null ? say(words['ordered-none']) : say(words['ordered-until-said'], { day: formatDate(orderedUntil, language) }),
    say(words[isInsured ? 'insured-yes' : 'insured-no']),
    `${say(words[`support-before-${support.before}`])} ${say(words[`support-since-${support.since}`])}`,
  ]
  return (
    <Card title={say(words[`standing-${standing}`])}>
      <ul className="flex flex-col gap-2">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}
function Months({ outcome: { months, baseMonth } }: { readonly outcome: Outcome }) {
  const say = useSay()
  const language = useLanguage()
  const monthSaid = useMonthSaid()
  return (
    <Card title={say(words['income-months'])}>
      {months.length === 0 ? (
        <EmptyState>{say(words['no-income-months'])}</EmptyState>
      ) : (
        <DataTable
          label={say(words['income-months'])}
          rows={months.toReversed()}
          keyOf={({ month }) => month}
          columns={[
            { key: 'month', title: say(words.month), cell: ({ month }) => monthSaid(month) },
            { key: 'net', title: say(words['net-income']), isNumber: true, cell: ({ netRial }) => formatMoney(netRial, language) },
            {
              key: 'real',
              title: say(words['real-income'], { month: monthSaid(baseMonth) }),
              isNumber: true,
              cell: ({ realRial }) => (realRial === null ? say(words['real-unknown']) : formatMoney(realRial, language)),
            },
          ]}
        />
      )}
    </Card>
  )
}
type Answered = z.infer<typeof readOutcome.output>
/** What she did before the plan: asked once by a caller, never by her guide. */
function Before({ baseline }: { readonly baseline: Answered['baseline'] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={say(words['before-plan'])}>
      {baseline === null ? (
        <p className="text-ink-2">{say(words['before-unknown'])}</p>
      ) : (
        <p>
          {say(words[`work-before-${baseline.work}`])}{' '}
          <span className="text-ink-2">({say(words['asked-on'], { day: formatDate(baseline.askedOn, language) })})</span>
        </p>
      )}
    </Card>
  )
}
/** How her household lived before and lives now, in bands; frozen at each follow-up. */
function HouseholdBands({ bands: { before, later } }: { readonly bands: NonNullable<Answered['bands']> }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={say(words['household-bands'])}>
      <p className="pb-2 text-ink-2">{say(words['household-bands-hint'])}</p>
      <ol className="flex flex-col gap-1">
        <li>
          {say(words['before-plan'])}: {before === null ? say(words['bands-unknown']) : say(words[`band-${before}`])}
        </li>
        {later.map(({ month, band }) => (
          <li key={month}>
            {say(words['bands-month'], { n: formatNumber(month, language) })}: {say(words[`band-${band}`])}
          </li>
        ))}
      </ol>
      {later.length === 0 ? <p className="pt-2 text-ink-2">{say(words['bands-none-later'])}</p> : null}
    </Card>
  )
}
function Frozen({ snapshots }: { readonly snapshots: Answered['snapshots'] }) {
  const say = useSay()
  const language = useLanguage()
  const corrected = new Set(snapshots.map(({ replaces }) => replaces))
  return (
    <Card title={say(words.frozen)}>
      {snapshots.length === 0 ? (
        <EmptyState>{say(words['no-frozen'])}</EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {snapshots.map(({ id, month, until, reason, standing, job }) => (
            <li key={id} className="flex flex-col gap-1 py-2">
              <span className="flex flex-wrap items-center gap-2 font-semibold">
                {say(words['frozen-said'], { n: month, day: formatDate(until, language) })}
                {corrected.has(id) ? <Tag meaning="neutral">{say(words['was-corrected'])}</Tag> : null}
              </span>
              <span>
                {say(words[`standing-${standing}`])} {job === null ? null : say(words[`job-${job}`])}
              </span>
              {reason === null ? null : <span>{say(words.corrects, { reason })}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
