import { answerStep as answerOfRoom, readWorkPlan, type Step } from '../../modules/pathways/contract/work-plan.ts'
import { type Call, type Handled, handle } from '../../platform/http.ts'
import { refuse } from '../../platform/refusal.ts'
import { asShe, SAID } from './as-she.ts'
import type { HerStep } from './contract/steps.ts'
import * as contract from './contract/steps.ts'
import { requireMoney } from './money-door.ts'
import { isOpenStep, type StepPlace, stepPlace } from './rules.ts'
import { aboutHerCase } from './store.ts'

const done = { isDone: true } as const
/** Steps of the plan she agreed to, as the room has them; none while it is being written. */
async function stepsOf(call: Call<unknown>, caseId: string): Promise<readonly Step[]> {
  const { plan, steps } = await asShe(call, readWorkPlan, { caseId })
  return plan?.agreedOn == null ? [] : steps
}
/** Those that are open and read in one place of her pages, in her own shape. */
export function stepsAt(steps: readonly Step[], place: StepPlace): HerStep[] {
  return steps.flatMap(({ id, kind, what, owner, dueOn, state, version }) =>
    isOpenStep(state) && stepPlace(kind) === place ? [{ id, kind, what, owner, dueOn, state, version }] : [],
  )
}
const countWaiting = (steps: readonly Step[], place: StepPlace): number =>
  stepsAt(steps, place).filter(({ state }) => state === 'proposed').length
export const moneySteps = async (call: Call<unknown>, caseId: string): Promise<HerStep[]> => stepsAt(await stepsOf(call, caseId), 'money')

type Answering = Call<{ readonly id: string; readonly version: number; readonly isYes: boolean }>
/** Hers, and read in this place; behind her number where it is about money. */
async function answer(call: Answering, place: StepPlace) {
  const file = await aboutHerCase(call)
  const { id, version, isYes } = call.input
  if (!(await stepsOf(call, file.id)).some((one) => one.id === id && stepPlace(one.kind) === place)) refuse('platform.not-found')
  if (place === 'money') await requireMoney(call)
  await asShe(call, answerOfRoom, { id, version, isYes, ...SAID })
  return done
}
export const stepsApi: readonly Handled[] = [
  handle(contract.readHerSteps, async (call) => {
    const steps = await stepsOf(call, (await aboutHerCase(call)).id)
    return {
      steps: stepsAt(steps, 'steps'),
      waiting: { money: countWaiting(steps, 'money'), guide: countWaiting(steps, 'guide') },
    }
  }),
  handle(contract.answerStep, (call) => answer(call, 'steps')),
  handle(contract.answerMoneyStep, (call) => answer(call, 'money')),
]
