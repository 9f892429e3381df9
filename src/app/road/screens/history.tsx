import type { z } from 'zod'
import { words as access } from '../../../access/words.ts'
import { words as enrolment } from '../../../modules/enrolment/words.ts'
import { formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Timeline } from '../../../ui/layout.tsx'
import type { RoadEvent } from '../contract.ts'
import { words } from '../words.ts'

type Event = z.infer<typeof RoadEvent>
/** What one sees without asking for more. */
const FIRST = 5
/** What happened on her road, newest first; the rest behind a press. */
export function History({ events }: { readonly events: readonly Event[] }) {
  const say = useSay()
  const older = events.slice(FIRST)
  return (
    <Card title={say(enrolment.timeline)}>
      <Lines events={events.slice(0, FIRST)} label={say(enrolment.timeline)} />
      {older.length === 0 ? null : (
        <details>
          <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-brand">
            {say(words.earlier, { n: older.length })}
          </summary>
          <Lines events={older} label={say(words.earlier, { n: older.length })} />
        </details>
      )}
    </Card>
  )
}
function Lines({ events, label }: { readonly events: readonly Event[]; readonly label: string }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Timeline
      label={label}
      events={events.map(({ id, at, to, action, role }) => ({
        id,
        what: to === null ? say(wordFor(words, `act-${(action ?? '').replace('.', '-')}`)) : say(wordFor(enrolment, `position-${to}`)),
        who: role === null ? say(words.moved) : say(wordFor(access, `role-${role}`)),
        when: formatInstant(at, language),
      }))}
    />
  )
}
