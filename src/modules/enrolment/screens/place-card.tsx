import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { answerPlace } from '../contract/queue.ts'
import { words } from '../words.ts'

const WISHES = ['take', 'queued', 'not-yet'] as const
type Wish = (typeof WISHES)[number]
/** Her answer to a place, as she says it to whoever carries her file. Taking it is one press; giving it back says first what becomes of it. */
export function PlaceCard({ caseId, isTaken }: { readonly caseId: string; readonly isTaken: boolean }) {
  const say = useSay()
  const [givingBack, setGivingBack] = useState<Exclude<Wish, 'take'>>()
  const answer = useWrite(answerPlace)
  const send = (wish: Wish): void => answer.mutate({ input: { caseId, wish } })
  return (
    <Card title={say(words['answer-place'])}>
      <ProblemBox error={answer.error} />
      {isTaken ? (
        <p role="status" className="pb-3">
          {say(words['place-taken'])}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {WISHES.filter((wish) => !isTaken || wish !== 'take').map((wish) => (
          <Button
            key={wish}
            look={wish === 'take' ? 'primary' : 'secondary'}
            isPending={answer.isPending}
            onPress={() => (wish === 'take' ? send(wish) : setGivingBack(wish))}
          >
            {say(wordFor(words, `wish-${wish}`))}
          </Button>
        ))}
      </div>
      {givingBack === undefined ? null : (
        <Dialog title={say(words[`wish-${givingBack}`])} isOpen onClose={() => setGivingBack(undefined)}>
          <p className="pb-4">{say(words[`wish-${givingBack}-explained`])}</p>
          <ProblemBox error={answer.error} />
          <Button look="danger" isPending={answer.isPending} onPress={() => send(givingBack)}>
            {say(words['give-place-back'])}
          </Button>
        </Dialog>
      )}
    </Card>
  )
}
