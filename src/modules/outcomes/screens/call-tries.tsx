import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { recordTry, TryResult } from '../contract/follow-ups.ts'
import { words } from '../words.ts'

/** Why there was no conversation, in one tap; none of it costs her anything. */
export function CallTries({ id }: { readonly id: string }) {
  const say = useSay()
  const write = useWrite(recordTry)
  return (
    <Card title={say(words['no-conversation'])}>
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        {TryResult.options.map((result) => (
          <Button key={result} isPending={write.isPending} onPress={() => write.mutate({ input: { id, tryId: newCommandId(), result } })}>
            {say(words[`try-${result}`])}
          </Button>
        ))}
      </div>
      {write.data?.state === 'given' ? (
        <p role="status" className="pt-2">
          {say(words['try-kept'])}
        </p>
      ) : null}
    </Card>
  )
}
