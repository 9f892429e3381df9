import { useSay } from '../../../ui/language.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import type { Meeting } from '../contract/meetings.ts'
import type { Resolution } from '../contract/resolutions.ts'
import type { MeetingStatus, ResolutionState } from '../contract/states.ts'
import { meetingWords as words } from '../words/meetings.ts'
import { scopeWords } from '../words/scope.ts'

const MEETINGS = { called: 'waiting', held: 'current', signed: 'done' } as const satisfies Record<MeetingStatus, Meaning>
/** Where a meeting stands, and whether enough members were there to decide. */
export function MeetingTag({ meeting: { status, hasQuorum } }: { readonly meeting: Meeting }) {
  const say = useSay()
  return (
    <span className="flex flex-wrap gap-1">
      <Tag meaning={MEETINGS[status]}>{say(words[`meeting-status-${status}`])}</Tag>
      {hasQuorum === false ? <Tag meaning="overdue">{say(words['no-quorum-tag'])}</Tag> : null}
    </span>
  )
}
const RESOLUTIONS = {
  draft: 'neutral',
  adopted: 'current',
  signed: 'waiting',
  notified: 'waiting',
  acknowledged: 'current',
  'in-progress': 'current',
  reported: 'waiting',
  confirmed: 'done',
  returned: 'due',
} as const satisfies Record<ResolutionState, Meaning>
/** Who has the next step; a day that has passed, later days and a successor stand beside it. */
export function ResolutionTag({ resolution }: { readonly resolution: Resolution }) {
  const say = useSay()
  const { state, isOverdue, extended, supersededBy, blockedBy } = resolution
  return (
    <span className="flex flex-wrap gap-1">
      {supersededBy === null ? (
        <Tag meaning={RESOLUTIONS[state]}>{say(words[`resolution-state-${state}`])}</Tag>
      ) : (
        <Tag meaning="neutral">{say(words['superseded-tag'])}</Tag>
      )}
      {isOverdue ? <Tag meaning="overdue">{say(scopeWords.overdue)}</Tag> : null}
      {blockedBy === null ? null : <Tag meaning="due">{say(words['blocked-tag'])}</Tag>}
      {extended === 0 ? null : <Tag meaning="neutral">{say(words['extended-tag'], { n: extended })}</Tag>}
    </span>
  )
}
