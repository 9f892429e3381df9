import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read, ReasonList } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { completeCase, readAsked } from '../contract/completing.ts'
import { words } from '../words.ts'

/** A file sent back: what is asked of her, what of it is there by now, and the way back to the decider. */
export function CompletingCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(readAsked, { caseId })
  const write = useWrite(completeCase)
  return (
    <Card title={say(words.completing)}>
      <Read of={read}>
        {({ asked, deadlineOn }) => {
          const isOpen = asked.some(({ isThere }) => !isThere)
          return (
            <>
              {deadlineOn === null ? null : <p>{say(words['asked-until'], { day: formatDate(deadlineOn, language) })}</p>}
              <ul className="py-3">
                {asked.map(({ rule, sentence, isThere }) => (
                  <li key={rule} className="flex flex-wrap items-center justify-between gap-2 py-1">
                    <span>{sentence}</span>
                    <Tag meaning={isThere ? 'done' : 'due'}>{say(words[isThere ? 'asked-there' : 'asked-missing'])}</Tag>
                  </li>
                ))}
              </ul>
              <ProblemBox error={write.error} />
              <Button look="primary" isDisabled={isOpen} isPending={write.isPending} onPress={() => write.mutate({ input: { caseId } })}>
                {say(words['complete-file'])}
              </Button>
              <ReasonList reasons={isOpen ? [say(words['still-incomplete'])] : []} />
            </>
          )
        }}
      </Read>
    </Card>
  )
}
