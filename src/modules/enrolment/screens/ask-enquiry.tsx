import { useState } from 'react'
import type { z } from 'zod'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import type { previewDecision } from '../contract/eligibility.ts'
import { askEnquiry } from '../contract/support.ts'
import { words } from '../words.ts'

type Body = z.infer<typeof previewDecision.output>['bodies'][number]
interface Props {
  readonly caseId: string
  readonly personId: string
  readonly bodies: readonly Body[]
}
/** Bodies that have not spoken. Keyed rows are the default; a question by name says first what it tells the body. */
export function AskEnquiry({ caseId, personId, bodies }: Props) {
  const say = useSay()
  const [asked, setAsked] = useState<Body>()
  const write = useWrite(askEnquiry)
  const press = (): void => {
    if (asked === undefined) return
    const input = { caseId, personId, purpose: 'enquiry' as const, id: newCommandId(), organisationId: asked.id }
    write.mutate({ input }, { onSuccess: () => setAsked(undefined) })
  }
  return (
    <>
      <ul className="flex flex-col gap-2 pt-2">
        {bodies.map((body) => (
          <li key={body.id} className="flex flex-wrap items-center justify-between gap-2">
            <span>{body.name}</span>
            {body.isWaiting ? (
              <span className="text-ink-2 text-tag">{say(words['enquiry-is-waiting'])}</span>
            ) : body.mayBeAsked ? (
              <Button onPress={() => setAsked(body)} label={`${say(words['ask-enquiry'])}: ${body.name}`}>
                {say(words['ask-enquiry'])}
              </Button>
            ) : (
              <span className="text-ink-2 text-tag">{say(words['ask-enquiry-not-consented'])}</span>
            )}
          </li>
        ))}
      </ul>
      <Dialog title={say(words['ask-enquiry'])} isOpen={asked !== undefined} onClose={() => setAsked(undefined)}>
        <p className="pb-4">{say(words['ask-enquiry-consequence'], { body: asked?.name ?? '' })}</p>
        <ProblemBox error={write.error} />
        <Button look="primary" isPending={write.isPending} onPress={press}>
          {say(words['ask-enquiry'])}
        </Button>
      </Dialog>
    </>
  )
}
