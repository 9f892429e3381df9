import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { dayIn, TEHRAN } from '../../../platform/time.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { planAgain, remind } from '../contract/interviews.ts'
import { words } from '../words.ts'
import type { Open } from './open-interview.ts'

type Reason = 'did-not-come' | 'her-wish' | 'panel-missing' | 'after-stop'
/** Why a conversation may go back to be planned, as it stands: nothing of it is counted and her place stays. */
function reasonsFor({ state, heldOn }: Open['interview'], today: string): readonly Reason[] {
  if (state === 'stopped') return ['after-stop']
  if (state === 'declined') return ['her-wish']
  const hasCome = heldOn !== null && heldOn <= today
  if (state === 'accepted') return [...(hasCome ? (['did-not-come', 'panel-missing'] as const) : []), 'her-wish']
  return ['her-wish']
}
export function PlanAgain({ open }: { readonly open: Open }) {
  const say = useSay()
  const { interview: one } = open
  const [today] = useState(() => dayIn(TEHRAN, new Date()))
  const again = useWrite(planAgain)
  const reminder = useWrite(remind)
  return (
    <Card title={say(words[one.state === 'declined' ? 'way-back' : 'other-time'])}>
      <p className="pb-3 text-ink-2">{say(words[one.state === 'declined' ? 'way-back-hint' : 'other-time-hint'])}</p>
      <ProblemBox error={again.error ?? reminder.error} />
      {reminder.data === undefined ? null : (
        <p role="status" className="pb-2">
          {say(words.reminded)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {one.state === 'accepted' && open.reach === 'message' && (one.heldOn ?? '') >= today ? (
          <Button isPending={reminder.isPending} onPress={() => reminder.mutate({ input: { id: one.id } })}>
            {say(words.remind)}
          </Button>
        ) : null}
        {reasonsFor(one, today).map((reason) => (
          <Button key={reason} isPending={again.isPending} onPress={() => again.mutate({ input: { id: one.id, reason } })}>
            {say(one.state === 'declined' ? words['again-wanted-now'] : words[`again-${reason}`])}
          </Button>
        ))}
      </div>
    </Card>
  )
}
