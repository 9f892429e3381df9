import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { askSecond, SecondReason } from '../contract/interviews.ts'
import { words } from '../words.ts'

/** Another conversation, with other members; the first stays as it was agreed. */
export function AskSecond({ interviewId }: { readonly interviewId: string }) {
  const say = useSay()
  const [reason, setReason] = useState<(typeof SecondReason.options)[number]>()
  const write = useWrite(askSecond)
  const press = (): void => {
    if (reason !== undefined) write.mutate({ input: { id: interviewId, newId: newCommandId(), reason } })
  }
  return (
    <Card title={say(words['ask-second'])} isFolded>
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{say(words['ask-second-hint'])}</p>
        <ChoiceField
          label={say(words['second-reason'])}
          isRequired
          value={reason}
          onChange={setReason}
          choices={SecondReason.options.map((one) => ({ value: one, label: say(words[`second-${one}`]) }))}
        />
        <ProblemBox error={write.error} />
        <div>
          <Button isDisabled={reason === undefined} isPending={write.isPending} onPress={press}>
            {say(words['ask-second'])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
