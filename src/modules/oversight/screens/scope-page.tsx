import { useParams } from '@tanstack/react-router'
import { useRead } from '../../../platform/client.ts'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ReadPage } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { readScope, type ScopeWhole } from '../contract/scope.ts'
import { countTaken } from '../rules/deliverables.ts'
import { scopeWords as words } from '../words/scope.ts'
import { DeliverableTag } from './deliverable-tag.tsx'
import { NoticesCard } from './notices-card.tsx'
import { ScopeFigures } from './scopes-page.tsx'

/** One scope of work: its letter, its works with their milestones, and what is handed in at each. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readScope, { id })
  return (
    <ReadPage of={read}>
      {(scope) => (
        <>
          <PageHeader title={scope.title} facts={<ScopeFigures scope={scope} />} />
          <Card>
            <Facts
              facts={[
                [say(words.county), countyName(scope.countyCode)],
                [say(words.executor), scope.executorName],
                [say(words.letter), `${digits(scope.letterNumber, language)} · ${formatDate(scope.letterDate, language)}`],
                [say(words['starts-on']), formatDate(scope.startsOn, language)],
                [say(words['ends-on']), formatDate(scope.endsOn, language)],
              ]}
            />
          </Card>
          {scope.items.map((item) => (
            <ItemCard key={item.id} item={item} />
          ))}
          <NoticesCard scopeId={scope.id} />
        </>
      )}
    </ReadPage>
  )
}
function ItemCard({ item }: { readonly item: ScopeWhole['items'][number] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={`${item.title} · ${formatNumber(item.quantity, language)} ${item.unit}`}>
      <ul>
        {item.milestones.map((milestone) => (
          <li key={milestone.id} className="border-line border-b py-2">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">
                {say(words['milestone-line'], {
                  quantity: milestone.quantity,
                  unit: item.unit,
                  day: formatDate(milestone.dueOn, language),
                })}
              </span>
              {milestone.isReached ? <Tag meaning="done">{say(words['milestone-reached'])}</Tag> : null}
              {milestone.isReached || milestone.deliverables.length === 1 ? null : (
                <span className="text-ink-2 text-small">
                  {say(words['milestone-taken'], { taken: countTaken(milestone.deliverables), all: milestone.deliverables.length })}
                </span>
              )}
            </span>
            <ul>
              {milestone.deliverables.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center justify-between gap-2">
                  <TextLink to={`/staff/deliverables/${one.id}`}>{one.title}</TextLink>
                  <DeliverableTag deliverable={one} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}
