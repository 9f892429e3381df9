import type { z } from 'zod'
import { english as businessesEnglish } from '../../modules/businesses/words.en.ts'
import { words as businesses } from '../../modules/businesses/words.ts'
import { english as enrolmentEnglish } from '../../modules/enrolment/words.en.ts'
import { words as enrolment } from '../../modules/enrolment/words.ts'
import { dayAndTime } from '../../modules/interviews/api/speech.ts'
import { english as pathwaysEnglish } from '../../modules/pathways/words.en.ts'
import { words as pathways } from '../../modules/pathways/words.ts'
import { RequestPart } from '../../modules/people/contract/requests.ts'
import { english as peopleEnglish } from '../../modules/people/words.en.ts'
import { words as people } from '../../modules/people/words.ts'
import { shownDigits, speaker } from '../../platform/speech.ts'
import { type Html, html } from '../public/html.ts'
import type * as contract from './contract/pages.ts'
import { part } from './page.ts'
import { back, day, go, line, press } from './pieces.ts'
import { say } from './say.ts'

type Told<R extends { readonly output: z.ZodType }> = z.output<R['output']>
const sayEnrolment = speaker(enrolment, enrolmentEnglish)
const sayPathways = speaker(pathways, pathwaysEnglish)
const sayBusinesses = speaker(businesses, businessesEnglish)
const sayPeople = speaker(people, peopleEnglish)
/** What is next in her plan of work, and on whom it lies. */
function nextSteps(steps: NonNullable<Told<typeof contract.readMine>['steps']>, toAnswer: number): Html {
  const lines = steps.map(
    ({ kind, owner, dueOn }) =>
      html`<li>${say('step', { step: sayPathways(`step-${kind}`, 'fa'), owner: say(`step-of-${owner}`), day: day(dueOn) })}</li>`,
  )
  const asked = toAnswer === 0 ? null : line(say('steps-to-answer', { n: toAnswer }))
  const listed = lines.length === 0 ? line(say('steps-none')) : html`<ul>${lines}</ul>`
  return html`${asked}${listed}${toAnswer === 0 ? go('/mine/steps', say('steps-all')) : go('/mine/steps', say('steps-answer'), 'go now')}`
}
export function homeBody({ wells, talk, guides, phone, steps, stepsToAnswer }: Told<typeof contract.readMine>, newId: () => string): Html {
  const where = { done: 'road-done', current: 'road-here', ahead: 'road-ahead' } as const
  const looks = { done: 'done', current: 'here', ahead: '' } as const
  const road = html`<ol class="wells">${wells.map(({ well, state }) => html`<li class="${looks[state]}">${say(where[state], { well: sayEnrolment(`well-${well}`, 'fa') })}</li>`)}</ol>`
  const called =
    phone === null
      ? null
      : html`<p>${say('guide-call')} <a class="number" dir="ltr" href="tel:${phone}">${shownDigits(phone, 'fa')}</a></p>`
  const guide = guides.length === 0 ? line(say('guide-none')) : html`${guides.map((name) => line(say('guide-name', { name })))}`
  const more = [
    go('/mine/work', say('go-work')),
    go('/mine/money', say('go-money')),
    go('/mine/goods', say('go-goods')),
    go('/mine/readers', say('go-readers')),
    go('/mine/consents', say('go-consents')),
    go('/mine/asking', say('go-asking')),
    go('/mine/complaints', say('go-complaints')),
  ]
  return html`<h1>${say('enter-title')}</h1>${part(say('talk-title'), talk === null ? line(say('talk-none')) : talkBody(talk, newId))}${part(say('road-title'), road)}${steps === null ? null : part(say('steps-title'), nextSteps(steps, stepsToAnswer))}${part(say('guide-title'), html`${guide}${called}`)}<nav aria-label="${say('more-title')}">${more}</nav>`
}
type Talk = NonNullable<Told<typeof contract.readMine>['talk']>
function talkBody({ id, isAccepted, startsAt, room, supportBodies }: Talk, newId: () => string): Html {
  const act = { to: `/mine/talks/${id}`, next: '/mine?done', newId }
  const yes =
    supportBodies.length === 0
      ? press(say('talk-yes'), act, { answer: 'yes' })
      : html`${supportBodies.map((office) => line(say('talk-support', { office })))}${press(say('talk-yes-with'), act, { answer: 'yes', supportBodies: 'agreed' })}${press(say('talk-yes-without'), act, { answer: 'yes', supportBodies: 'refused' })}`
  return html`<p class="number">${say('talk-when', dayAndTime(new Date(startsAt), 'fa'))}</p>${line(say('talk-where', { room }))}${line(say('talk-what'))}${line(say(isAccepted ? 'talk-accepted' : 'talk-free'))}${isAccepted ? null : yes}${press(say('talk-other'), act, { answer: 'another-time' }, 'other')}${press(say('talk-no'), act, { answer: 'no' }, 'other')}`
}
export function readersBody({ readers }: Told<typeof contract.readHerReaders>): Html {
  const lines = readers.map(({ on, role, office, purpose, times }) => {
    const who = say(`role-${roleOf(role)}`)
    return html`<li><strong>${office === null ? who : say('reader', { office, role: who })}</strong><br>${say('reader-purpose', { purpose: purpose === null ? say('purpose-none') : sayPeople(`purpose-${purpose}`, 'fa') })}<br>${say('reader-day', { day: day(on), times })}</li>`
  })
  return html`<h1>${say('go-readers')}</h1><section class="card" data-aloud>${line(say('readers-lead'))}${lines.length === 0 ? line(say('readers-none')) : html`<ul>${lines}</ul>`}</section>${back()}`
}
const ROLES = ['GD', 'PO', 'AG', 'IN', 'MO', 'CA', 'EX', 'OR', 'AU', 'AD'] as const
const roleOf = (role: string) => ROLES.find((one) => one === role) ?? ('service' as const)

export function consentsBody({ consents }: Told<typeof contract.readHerConsents>, newId: () => string): Html {
  const newest = [...new Map(consents.map((one) => [one.purpose, one])).values()]
  const shown = newest.map(({ id, purpose, answer, givenOn, withdrawnOn }) => {
    const isOpen = answer && withdrawnOn === null
    const state =
      withdrawnOn === null
        ? say(answer ? 'consent-yes' : 'consent-no', { day: day(givenOn) })
        : say('consent-back', { day: day(withdrawnOn) })
    const act = { to: `/mine/consents/${id}`, next: '/mine/consents?done', newId }
    return part(
      say(`consent-${purpose}`),
      html`${line(state)}${isOpen ? html`${line(say(`effect-${purpose}`))}${press(say('consent-withdraw'), act, {}, 'other')}` : null}`,
    )
  })
  return html`<h1>${say('go-consents')}</h1>${line(say('consents-lead'))}${shown.length === 0 ? line(say('consents-none')) : shown}${back()}`
}
export function workBody({ proposals, lots }: Told<typeof contract.readHerWork>, newId: () => string): Html {
  const offers = proposals.map(({ id, title, organisationName, isAccepted, dueOn, version }) => {
    const act = { to: `/mine/proposals/${id}`, next: '/mine/work?done', newId }
    const fields = { version: String(version) }
    const until = dueOn === null ? null : line(say('answer-by', { day: day(dueOn) }))
    return part(
      say('proposal', { title, organisation: organisationName }),
      html`${isAccepted ? line(say('proposal-accepted')) : html`${until}${press(say('want'), act, { ...fields, answer: 'yes' })}`}${press(say('want-not'), act, { ...fields, answer: 'no' }, 'other')}`,
    )
  })
  const work = lots.map(({ id, title, quantity, unit, stage, mayDecline, dueOn, version }) => {
    const act = { to: `/mine/lots/${id}`, next: '/mine/work?done', newId }
    const until = dueOn === null ? null : line(say(stage === 'offered' ? 'answer-by' : 'lot-due', { day: day(dueOn) }))
    const terms = stage === 'offered' ? go('/mine/money', say('lot-read-terms'), 'go now') : go('/mine/money', say('lot-see-terms'))
    return part(
      title,
      html`${line(say('lot-how-many', { quantity, unit }))}${line(say(`lot-${stage}`))}${until}${stage === 'delivered' ? null : terms}${mayDecline ? press(say('want-not'), act, { version: String(version) }, 'other') : null}`,
    )
  })
  const none = offers.length + work.length === 0 ? line(say('work-none')) : null
  return html`<h1>${say('go-work')}</h1>${line(say('work-lead'))}${none}${offers}${work}${back()}`
}
/** What she does, and how far the permit of it is. */
function businessPart({ business, permit }: Told<typeof contract.readHerGoods>): Html | null {
  if (business === null) return null
  const stands = say('business-stands', { state: sayBusinesses(`state-${business.state}`, 'fa'), day: day(business.since) })
  const lines = [business.fieldName, stands]
  if (permit === null) lines.push(say('permit-none'))
  else lines.push(say('permit-stands', { state: sayBusinesses(`permit-state-${permit.state}`, 'fa'), day: day(permit.since) }))
  if (permit?.number != null) lines.push(say('permit-number', { number: shownDigits(permit.number, 'fa') }))
  if (permit?.expiresOn != null) lines.push(say('permit-until', { day: day(permit.expiresOn) }))
  return part(say('business-title'), html`${lines.map(line)}`)
}
export function goodsBody(told: Told<typeof contract.readHerGoods>, newId: () => string): Html {
  const { goods } = told
  const shown = goods.map(({ id, name, shownOn, version }) => {
    const act = { to: `/mine/goods/${id}`, next: '/mine/goods?done', newId }
    const state =
      shownOn === null
        ? line(say('goods-hidden'))
        : html`${line(say('goods-shown', { day: day(shownOn) }))}${press(say('goods-hide'), act, { version: String(version) }, 'other')}`
    return part(name, state)
  })
  return html`<h1>${say('go-goods')}</h1>${businessPart(told)}${line(say('goods-lead'))}${shown.length === 0 ? line(say('goods-none')) : shown}${back()}`
}
export function askingBody({ secondReading, requests }: Told<typeof contract.readMine>, newId: () => string): Html {
  const next = '/mine/asking?done'
  const asked = requests.map(({ kind, part: which, answer, answeredOn }) => {
    const what = kind === 'correction' ? say('asked-correction', { part: say(`part-${which ?? 'other'}`) }) : say(`asked-${kind}`)
    const state = answer === null || answeredOn === null ? say('asked-waiting') : say(`asked-${answer}`, { day: day(answeredOn) })
    return html`<li><strong>${what}</strong><br>${state}</li>`
  })
  const again =
    secondReading === null
      ? null
      : part(
          say('again-title'),
          secondReading.mayAsk
            ? html`${line(say('again-lead'))}${press(say('again-ask'), { to: '/mine/second-reading', next, newId })}`
            : line(secondReading.answerBy === null ? say('again-answered') : say('again-waiting', { day: day(secondReading.answerBy) })),
        )
  const parts = RequestPart.options.map((one) =>
    press(say(`part-${one}`), { to: '/mine/requests', next, newId }, { kind: 'correction', part: one }, 'other'),
  )
  return html`<h1>${say('go-asking')}</h1>${asked.length === 0 ? null : html`<section class="card" data-aloud><ul>${asked}</ul></section>`}${again}${part(say('correct-title'), html`${line(say('correct-lead'))}${parts}`)}${part(say('see-title'), html`${line(say('see-lead'))}${press(say('see-ask'), { to: '/mine/requests', next, newId }, { kind: 'see' }, 'other')}`)}${part(say('leave-title'), html`${line(say('leave-lead'))}${press(say('leave-ask'), { to: '/mine/requests', next, newId }, { kind: 'leave' }, 'other')}`)}${back()}`
}
