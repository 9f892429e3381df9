import type { ReactNode } from 'react'
import { formatInstant } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../ui/language.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { SessionRow } from '../contract/accounts.ts'
import { words } from '../words.ts'

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'] as const
/** Browser and system as a person knows them; the rest of what a browser says of itself tells nobody anything. */
function deviceOf(agent: string | null): string | undefined {
  const browser = BROWSERS.find(([sign]) => agent?.includes(sign) === true)?.[1]
  const system = SYSTEMS.find((sign) => agent?.includes(sign) === true)
  const parts = [browser, system].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' · ')
}
export function SessionsList({
  sessions,
  actions,
}: {
  readonly sessions: readonly SessionRow[]
  readonly actions?: (row: SessionRow) => ReactNode
}) {
  const say = useSay()
  const language = useLanguage()
  if (sessions.length === 0) return <p className="text-ink-2">{say(words['no-sessions'])}</p>
  return (
    <ul aria-label={say(words.sessions)}>
      {sessions.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-3 first:border-t-0">
          <span>
            <span className="flex items-center gap-2 font-semibold">
              <bdi>{deviceOf(row.device) ?? say(words['unknown-device'])}</bdi>
              {row.isThis ? <Tag meaning="current">{say(words['this-session'])}</Tag> : null}
            </span>
            <span className="block text-ink-2 text-meta">
              {say(words['opened-at'])} {formatInstant(row.openedAt, language)} · {say(words['seen-at'])}{' '}
              {formatInstant(row.seenAt, language)}
            </span>
          </span>
          {actions?.(row)}
        </li>
      ))}
    </ul>
  )
}
