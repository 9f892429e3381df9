import { demoId } from './demo.ts'
import type { Stage } from './demo-stage.ts'

export const organisation = (key: string): string => demoId(`organisation/${key}`)
export interface Step {
  readonly who: string
  /** Days before today. */
  readonly ago: number
  readonly url: string
  readonly body: object
  readonly method?: 'POST' | 'PUT'
}
/** Each step by whom it belongs to and on its day; a step that is refused would leave an empty page, and is said loudly. */
export async function take(stage: Stage, name: string, { who, ago, url, body, method = 'POST' }: Step): Promise<void> {
  const done = await stage.act({ name: `oversight/${name}`, who, day: stage.today - ago, method, url: `/oversight${url}`, body })
  if (!done) throw new Error(`the demonstration is refused ${url} as ${who}`)
}
export const dayAgo = (stage: Stage, ago: number): string => stage.dateOf(stage.today - ago)
export const letterOf = (stage: Stage, letterNumber: string, ago: number) => ({ letterNumber, letterDate: dayAgo(stage, ago) })
