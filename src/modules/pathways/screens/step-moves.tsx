import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { moveStep, type Step, type StepState } from '../contract/work-plan.ts'
import { reasonsNotToMoveStep } from '../rules/work-plan.ts'
import { words } from '../words.ts'

const MEANINGS = {
  proposed: 'waiting',
  refused: 'due',
  planned: 'waiting',
  'under-way': 'current',
  done: 'done',
  cancelled: 'neutral',
} as const
export function StepStateTag({ state }: { readonly state: StepState }) {
  const say = useSay()
  return <Tag meaning={MEANINGS[state]}>{say(words[`step-state-${state}`])}</Tag>
}
type Moved = Exclude<StepState, 'proposed' | 'planned' | 'refused'>
interface Props {
  readonly step: Pick<Step, 'id' | 'kind' | 'state' | 'version'>
  readonly moves: readonly Moved[]
}
/** What may come next of a step; a refusal says what is missing first. */
export function StepMoves({ step, moves }: Props) {
  const say = useSay()
  const write = useWrite(moveStep)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {moves
          .filter((to) => reasonsNotToMoveStep(step.state, to).length === 0)
          .map((to) => (
            <Button
              key={to}
              look="quiet"
              label={`${say(words[`step-to-${to}`])}: ${say(words[`step-${step.kind}`])}`}
              isPending={write.isPending}
              onPress={() => write.mutate({ input: { id: step.id, to, version: step.version } })}
            >
              {say(words[`step-to-${to}`])}
            </Button>
          ))}
      </div>
      <ProblemBox error={write.error} />
    </div>
  )
}
