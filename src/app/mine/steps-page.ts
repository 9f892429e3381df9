import type { z } from 'zod'
import { english as pathwaysEnglish } from '../../modules/pathways/words.en.ts'
import { words as pathways } from '../../modules/pathways/words.ts'
import { speaker } from '../../platform/speech.ts'
import { type Html, html } from '../public/html.ts'
import type { HerStep, readHerSteps } from './contract/steps.ts'
import { part } from './page.ts'
import { back, day, go, line, press } from './pieces.ts'
import { say } from './say.ts'

const sayPathways = speaker(pathways, pathwaysEnglish)
/** One step with what she may say to it: yes or no where it waits for her, and her yes taken back until it begins. */
export function stepPart(
  { id, kind, what, owner, dueOn, state, version }: HerStep,
  { at, next, newId }: { readonly at: string; readonly next: string; readonly newId: () => string },
): Html {
  const act = { to: `${at}/${id}`, next, newId }
  const fields = { version: String(version) }
  const yes = press(say('want'), act, { ...fields, answer: 'yes' })
  const no = press(say('want-not'), act, { ...fields, answer: 'no' }, 'other')
  return part(
    sayPathways(`step-${kind}`, 'fa'),
    html`${what === null ? null : line(what)}${line(say('step-when', { owner: say(`step-of-${owner}`), day: day(dueOn) }))}${line(say(`step-${state}`))}${state === 'proposed' ? yes : null}${state === 'under-way' ? null : no}`,
  )
}
/** What waits for her word comes first. */
export function stepsBody({ steps, waiting }: z.output<typeof readHerSteps.output>, newId: () => string): Html {
  const open = steps.toSorted((a, b) => Number(b.state === 'proposed') - Number(a.state === 'proposed'))
  const money = waiting.money === 0 ? null : html`${line(say('steps-at-money'))}${go('/mine/money', say('go-money'))}`
  const guide = waiting.guide === 0 ? null : line(say('steps-with-guide'))
  return html`<h1>${say('go-steps')}</h1>${line(say('steps-lead'))}${open.length === 0 ? line(say('steps-open-none')) : open.map((one) => stepPart(one, { at: '/mine/steps', next: '/mine/steps?done', newId }))}${money}${guide}${back()}`
}
