import { useSay, wordFor } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { PledgeState } from '../contract/pledges.ts'
import { words } from '../words.ts'

const MEANINGS = {
  announced: 'neutral',
  'in-writing': 'waiting',
  vetted: 'waiting',
  signed: 'waiting',
  open: 'current',
  fulfilled: 'done',
  lapsed: 'neutral',
  withdrawn: 'neutral',
} as const
export function PledgeStateTag({ state }: { readonly state: PledgeState }) {
  const say = useSay()
  return <Tag meaning={MEANINGS[state]}>{say(wordFor(words, `pledge-state-${state}`))}</Tag>
}
