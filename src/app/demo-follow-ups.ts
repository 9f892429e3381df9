import { listOwnCalls, readCall } from '../modules/outcomes/contract/follow-ups.ts'
import { demoId } from './demo.ts'
import { eachOf, type Stage } from './demo-stage.ts'

/** Interviewers who are not of the executor: the house gives the calls to them. */
const CALLERS: readonly string[] = [
  'goftogu-kar',
  'goftogu-sanaye',
  'goftogu-keshavarzi',
  'goftogu-samt',
  'goftogu-behzisti',
  'goftogu-emdad',
]
/** Days before today: the day the job looked, the day on which they called, and the day on which it looked again. */
const [GIVEN, CALLED, FROZEN] = [7, 6, 2]
const SAID = [
  { 'work-now': 'orders', 'money-came': 'all', 'own-sales': 0 },
  { 'work-now': 'orders', 'money-came': 'some', 'own-sales': 24_000_000, hardest: 'money', 'guide-calls': 'yes' },
  { 'work-now': 'own', 'money-came': 'nothing-owed', 'own-sales': 31_000_000, 'work-before': 'stood-still', hardest: 'material' },
]
const REST = {
  'work-before': 'none',
  load: 'fits',
  'may-refuse': 'yes',
  decides: 'herself',
  hardest: 'nothing',
  'guide-calls': 'no',
  'household-income': 'under-one',
} as const

/** Month three of the women who began to work first: most answered, one was not found, one did not wish to, and the calls of one caller are open. */
export async function askHowItWent(stage: Stage): Promise<void> {
  await stage.runJob('outcomes.follow-up', stage.today - GIVEN)
  await eachOf(CALLERS, async (who) => {
    const act = { name: `calls/${who}`, who, day: stage.today - CALLED, method: 'GET', url: '/outcomes/own-calls' } as const
    const mine = await stage.ask(listOwnCalls.output, act)
    const calls = (mine?.calls ?? []).toSorted((one, other) => one.id.localeCompare(other.id))
    for (const [place, { id }] of calls.entries()) await call(stage, { who, id, place })
  })
  // What was true on the day each ended is frozen.
  await stage.runJob('outcomes.follow-up', stage.today - FROZEN)
}
async function call(
  stage: Stage,
  { who, id, place }: { readonly who: string; readonly id: string; readonly place: number },
): Promise<void> {
  const nth = CALLERS.indexOf(who)
  const act = (step: string, body: object, later = 0): Promise<boolean> =>
    stage.act({
      name: `call/${id}/${step}`,
      who,
      day: stage.today - CALLED + later,
      url: `/outcomes/own-calls/${id}/${step.split('#')[0]}`,
      body,
    })
  await act('kinship', { isKin: false })
  const tried = (turn: number, result: string): Promise<boolean> =>
    act(`tries#${turn}`, { tryId: demoId(`call/${id}/try/${turn}`), result }, turn)
  // The first caller has only tried so far; of the second one nobody was found, of the third one she did not wish to answer.
  if (nth === 0) {
    await tried(1, 'no-answer')
    return
  }
  if (place === 1 && nth === 1) {
    for (const turn of [1, 2, 3]) await tried(turn, 'no-answer')
    return
  }
  if (place === 1 && nth === 2) {
    await tried(1, 'not-wished')
    return
  }
  const asked = await stage.ask(readCall.output, {
    name: `call/${id}/read`,
    who,
    day: stage.today - CALLED,
    method: 'GET',
    url: `/outcomes/own-calls/${id}`,
  })
  const said: Readonly<Record<string, string | number>> = { ...REST, ...SAID[(nth + place) % SAID.length] }
  const answers = Object.fromEntries((asked?.questions ?? []).map(({ code }) => [code, said[code] ?? null]))
  await act('answers', { answers })
}
