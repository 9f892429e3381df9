import { useSay } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { PanelSeat } from '../contract/sessions.ts'
import { words } from '../words.ts'

/** Who sits and how: whoever speaks first, then who listens in the room, then who reads the sample elsewhere. */
export function PanelLines({ panel }: { readonly panel: readonly PanelSeat[] }) {
  const say = useSay()
  return (
    <ul className="flex flex-col gap-1 py-3" aria-label={say(words.panel)}>
      {panel.map((member) => (
        <li key={member.accountId} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-dense">
          <span className="font-semibold">{member.name}</span>
          <span className="text-ink-2">
            {member.organisationName} · {say(words[`part-${member.part}`])}
          </span>
          {member.isWoman ? <Tag meaning="neutral">{say(words.woman)}</Tag> : null}
          {member.isSupportBody ? <Tag meaning="waiting">{say(words['support-body'])}</Tag> : null}
        </li>
      ))}
    </ul>
  )
}
