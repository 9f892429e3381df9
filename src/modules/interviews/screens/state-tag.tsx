import { useSay } from '../../../ui/language.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import type { InterviewState } from '../contract/sessions.ts'
import { words } from '../words.ts'

const MEANINGS: Readonly<Record<InterviewState, Meaning>> = {
  'to-plan': 'waiting',
  proposed: 'waiting',
  invited: 'waiting',
  accepted: 'current',
  held: 'current',
  scored: 'current',
  agreed: 'due',
  told: 'done',
  declined: 'neutral',
  stopped: 'due',
  cancelled: 'neutral',
}
/** How far a conversation is; a no and a day she did not come look like nothing else. */
export function StateTag({ state }: { readonly state: InterviewState }) {
  const say = useSay()
  return <Tag meaning={MEANINGS[state]}>{say(words[`state-${state}`])}</Tag>
}
