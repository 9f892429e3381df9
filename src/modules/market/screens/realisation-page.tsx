import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { formatDate, formatMoney, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type Realisation, readRealisation } from '../contract/work.ts'
import { words } from '../words.ts'

/** What became of each promise to buy until today: one line for each stage, and how late a payment is. */
export function Screen() {
  const say = useSay()
  const isBuyer = useMay('market.read-own-lots')
  const read = useRead(readRealisation, {})
  return (
    <>
      <PageHeader title={say(isBuyer ? words['realisation-own'] : words['realisation-office'])} facts={say(words['realisation-hint'])} />
      <Read of={read}>
        {({ pledges }) =>
          pledges.length === 0 ? (
            <EmptyState>{say(words['no-realisation'])}</EmptyState>
          ) : (
            <div className="flex flex-col gap-4">
              {pledges.map((pledge) => (
                <OnePledge key={pledge.pledgeId} pledge={pledge} />
              ))}
            </div>
          )
        }
      </Read>
    </>
  )
}
function OnePledge({ pledge }: { readonly pledge: Realisation }) {
  const say = useSay()
  const language = useLanguage()
  const inUnit = (n: number): string => `${formatNumber(n, language)} ${pledge.unit}`
  const number = (n: number): string => formatNumber(n, language)
  return (
    <Card title={pledge.title}>
      <p className="flex flex-wrap items-center gap-2 pb-3">
        <span>{pledge.organisationName}</span>
        {pledge.daysLate > 0 ? (
          <Tag meaning="overdue">{say(words['days-late'], { n: pledge.daysLate })}</Tag>
        ) : (
          <Tag meaning="done">{say(words['on-time'])}</Tag>
        )}
      </p>
      <Facts
        facts={[
          [say(words.promised), inUnit(pledge.promised)],
          [say(words.called), inUnit(pledge.called)],
          [say(words.refused), inUnit(pledge.refused)],
          [say(words.ordered), number(pledge.ordered)],
          [say(words.delivered), number(pledge.delivered)],
          [say(words.accepted), number(pledge.accepted)],
          [say(words.owed), formatMoney(pledge.owedRial, language)],
          [say(words.paid), formatMoney(pledge.paidRial, language)],
          [say(words['deliver-by']), formatDate(pledge.dueOn, language)],
        ]}
      />
    </Card>
  )
}
