import { useRead } from '../../../platform/client.ts'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { listOwnCalls } from '../contract/follow-ups.ts'
import { words } from '../words.ts'

/** One’s own calls: a first name, the days of the call, and nothing else. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(listOwnCalls, {})
  return (
    <>
      <PageHeader title={say(words.calls)} facts={say(words['calls-hint'])} />
      <Read of={read}>
        {({ calls }) =>
          calls.length === 0 ? (
            <EmptyState>{say(words['no-calls'])}</EmptyState>
          ) : (
            <Card title={say(words.calls)}>
              <ul className="flex flex-col divide-y divide-line">
                {calls.map(({ id, givenName, month, closesOn, tries }) => (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
                    <span className="min-w-0">
                      <span className="block font-semibold">{givenName}</span>
                      <span className="block text-ink-2 text-tag">
                        {say(words['call-month'], { n: month })} · {say(words['call-until'], { day: formatDate(closesOn, language) })} ·{' '}
                        {say(words['call-tries'], { n: tries })}
                      </span>
                    </span>
                    <TextLink to={`/staff/calls/${id}`}>{say(words['call-open'])}</TextLink>
                  </li>
                ))}
              </ul>
            </Card>
          )
        }
      </Read>
    </>
  )
}
