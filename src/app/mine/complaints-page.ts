import type { z } from 'zod'
import { grievanceAbouts, type listOwnGrievances, type OwnGrievance } from '../../modules/oversight/contract/grievances.ts'
import { type Html, html } from '../public/html.ts'
import { part } from './page.ts'
import { back, day, line, press } from './pieces.ts'
import { say } from './say.ts'
import type { Form } from './typed.ts'

const nothingTyped: Form = () => ''
/** What she complains of, with what she typed before when it was refused; whom it is about decides who answers. */
export function complaintForm(typed: Form, newId: () => string): Html {
  const choice = (name: string, value: string, label: string, isChosen: boolean): Html =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}" required${isChosen ? html` checked` : null}>${label}</label>`
  const abouts = grievanceAbouts.map((one) => choice('about', one, say(`about-${one}`), typed('about') === one))
  const mayGuide = typed('isGuideAllowed') === 'yes'
  const area = (name: string, most: number): Html =>
    html`<textarea id="${name}" name="${name}" rows="4" maxlength="${String(most)}"${name === 'text' ? html` required minlength="5"` : null}>${typed(name)}</textarea>`
  return html`<form method="post" action="/mine/complaints" class="card" data-next="/mine/complaints?done"><input type="hidden" name="command" value="${newId()}"><input type="hidden" name="id" value="${newId()}"><h2>${say('complaint-title')}</h2><p>${say('complaint-lead')}</p><fieldset><legend>${say('complaint-about')}</legend>${abouts}</fieldset><label for="text">${say('complaint-text')}</label>${area('text', 2000)}<label for="privateText">${say('complaint-hidden')}</label><p class="quiet">${say('complaint-hidden-hint')}</p>${area('privateText', 1000)}<fieldset><legend>${say('complaint-guide')}</legend>${choice('isGuideAllowed', 'no', say('complaint-guide-no'), !mayGuide)}${choice('isGuideAllowed', 'yes', say('complaint-guide-yes'), mayGuide)}</fieldset><button type="submit">${say('complaint-send')}</button></form>`
}
/** Her complaints and where each one is, her word on an answer, and a new one. */
export function complaintsBody({ grievances }: z.output<typeof listOwnGrievances.output>, newId: () => string): Html {
  return html`<h1>${say('go-complaints')}</h1>${grievances.map((one) => complaint(one, newId))}${complaintForm(nothingTyped, newId)}${back()}`
}
type Complaint = z.output<typeof OwnGrievance>
function complaint({ id, number, about, state, receivedOn, dueOn, closedHow, words, mayAnswer }: Complaint, newId: () => string): Html {
  const where = state === 'closed' ? say(`complaint-closed-${closedHow ?? 'settled'}`) : say(`complaint-${state}`)
  const until = dueOn === null ? null : line(say(`complaint-until-${untilOf(state)}`, { day: day(dueOn) }))
  const said = words.map(({ by, on, text }) => html`<li><strong>${say(`complaint-by-${by}`, { day: day(on) })}</strong><br>${text}</li>`)
  const told = words.length === 0 ? line(say('complaint-words-gone')) : html`<ul>${said}</ul>`
  return part(
    say('complaint-of', { about: say(`about-${about}`), number }),
    html`${line(say('complaint-came', { day: day(receivedOn) }))}${line(where)}${until}${told}${mayAnswer ? herWord(id, newId) : null}`,
  )
}
const untilOf = (state: Complaint['state']) => (state === 'received' ? 'heard' : state === 'answered' ? 'word' : 'answer')
function herWord(id: string, newId: () => string): Html {
  const act = { to: `/mine/complaints/${id}`, next: '/mine/complaints?done', newId }
  return html`${press(say('complaint-settled'), act, { answer: 'yes' })}<form method="post" action="${act.to}" data-next="${act.next}"><input type="hidden" name="command" value="${newId()}"><input type="hidden" name="answer" value="no"><label for="why-${id}">${say('complaint-why')}</label><textarea id="why-${id}" name="text" rows="3" maxlength="1000" required></textarea><button class="other" type="submit">${say('complaint-unsettled')}</button></form>`
}
