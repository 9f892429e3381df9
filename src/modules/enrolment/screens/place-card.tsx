import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { answerPlace } from '../contract/queue.ts'
import { words } from '../words.ts'

const WISHES = ['take', 'queued', 'not-yet'] as const
/** Her answer to a place, as she says it to whoever carries her file. */
export function PlaceCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const answer = useWrite(answerPlace)
  return (
    <Card title={say(words['answer-place'])}>
      <ProblemBox error={answer.error} />
      {answer.isSuccess ? <p role="status">{say(words.kept)}</p> : null}
      <div className="flex flex-wrap gap-2">
        {WISHES.map((wish) => (
          <Button
            key={wish}
            look={wish === 'take' ? 'primary' : 'secondary'}
            isPending={answer.isPending}
            onPress={() => answer.mutate({ input: { caseId, wish } })}
          >
            {say(wordFor(words, `wish-${wish}`))}
          </Button>
        ))}
      </div>
    </Card>
  )
}
