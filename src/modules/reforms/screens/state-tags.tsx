import { useSay, wordFor } from '../../../ui/language.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import type { Arrangement } from '../contract/arrangements.ts'
import type { ObstacleState } from '../contract/obstacles.ts'
import { words } from '../words.ts'

const MEANINGS = {
  reported: 'due',
  verified: 'current',
  proposed: 'current',
  sent: 'waiting',
  'in-deliberation': 'waiting',
  'partly-reformed': 'current',
  'reformed-not-applied': 'due',
  reformed: 'done',
  refused: 'neutral',
  duplicate: 'neutral',
  returned: 'due',
  escalated: 'waiting',
  obsolete: 'neutral',
  reopened: 'due',
} as const satisfies Record<ObstacleState, Meaning>
export function ObstacleStateTag({ state }: { readonly state: ObstacleState }) {
  const say = useSay()
  return <Tag meaning={MEANINGS[state]}>{say(wordFor(words, `state-${state}`))}</Tag>
}
const ARRANGED = {
  proposed: 'neutral',
  authorised: 'waiting',
  'in-force': 'done',
  extended: 'done',
  expired: 'overdue',
  revoked: 'neutral',
} as const satisfies Record<Arrangement['state'], Meaning>
/** How an arrangement stands today; near its end it says how many days are left. */
export function ArrangementTags({ arrangement: { state, daysLeft, isInForce } }: { readonly arrangement: Arrangement }) {
  const say = useSay()
  return (
    <>
      <Tag meaning={ARRANGED[state]}>{say(wordFor(words, `arrangement-state-${state}`))}</Tag>
      {isInForce && daysLeft !== null && daysLeft <= NEAR ? (
        <Tag meaning="due">{daysLeft === 0 ? say(words['last-day']) : say(words['days-left'], { n: daysLeft })}</Tag>
      ) : null}
    </>
  )
}
const NEAR = 30
/** How many women: as it is, or that it is too few to be told to whoever sees numbers alone. */
export function useBlocked(): (blocked: number | null) => string {
  const say = useSay()
  return (blocked) =>
    blocked === null ? say(words['blocked-few']) : blocked === 0 ? say(words['blocked-none']) : say(words['blocked-count'], { n: blocked })
}
