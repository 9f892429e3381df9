import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { answerStep, type Step } from '../contract/work-plan.ts'
import { reasonsNotToMoveStep } from '../rules/work-plan.ts'
import { words } from '../words.ts'
import { GivenFields, SPOKEN } from './given-fields.tsx'

/** Her own word on one step, written down by her guide where she says it to him and not on her own pages. */
export function StepAnswer({ step: { id, kind, state, version } }: { readonly step: Step }) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  const [given, setGiven] = useState(SPOKEN)
  const write = useWrite(answerStep)
  const may = (isYes: boolean): boolean => reasonsNotToMoveStep(state, isYes ? 'planned' : 'refused').length === 0
  if (!may(false)) return null
  const what = say(words[`step-${kind}`])
  if (!isAsking)
    return (
      <div>
        <Button look="quiet" label={`${say(words['step-answer'])}: ${what}`} onPress={() => setAsking(true)}>
          {say(words['step-answer'])}
        </Button>
      </div>
    )
  const answers = ([true, false] as const).filter(may)
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <GivenFields value={given} onChange={setGiven} />
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        {answers.map((isYes) => (
          <Button
            key={String(isYes)}
            look={isYes ? 'primary' : 'quiet'}
            label={`${say(words[isYes ? 'step-yes' : 'step-no'])}: ${what}`}
            isPending={write.isPending}
            onPress={() => write.mutate({ input: { id, isYes, version, ...given } }, { onSuccess: () => setAsking(false) })}
          >
            {say(words[isYes ? 'step-yes' : 'step-no'])}
          </Button>
        ))}
      </div>
    </div>
  )
}
