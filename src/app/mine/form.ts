import type { FastifyReply } from 'fastify'
import { fileOwnGrievance, sayWhetherSettled } from '../../modules/oversight/contract/grievances.ts'
import type { House } from '../../platform/house.ts'
import { asciiDigits } from '../../platform/persian.ts'
import type { Route } from '../../platform/route.ts'
import type { Html } from '../public/html.ts'
import { complaintForm } from './complaints-page.ts'
import { acceptLot, confirmMoney, openMoney } from './contract/money.ts'
import * as contract from './contract/pages.ts'
import { answerMoneyStep, answerStep } from './contract/steps.ts'
import { moneyForm } from './money-page.ts'
import type { Form } from './typed.ts'

/** Nothing of hers stays in the phone: no cache, no store, and no page kept for going back. */
export const show = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)

/** A form of her pages: which route it asks, with what of it, and the page that follows. */
export interface HerForm {
  readonly path: string
  readonly route: Pick<Route, 'method' | 'path'>
  readonly next: string
  readonly body: (form: Form, outside: Pick<House, 'newId' | 'randomBytes'>) => object
  /** Asked once however it is answered: a wrong number counts. Everything else is asked again when it is refused, under the same command. */
  readonly isAskedOnce?: true
  /** What stands there when it was refused, with what she typed, where that was more than a button. */
  readonly again?: (form: Form, newId: () => string) => Html
}
const isYes = (form: Form): boolean => form('answer') === 'yes'
const version = (form: Form): number => Number(form('version'))
const orNull = (text: string): string | null => (text === '' ? null : text)
export const forms: readonly HerForm[] = [
  {
    path: '/mine/talks/:id',
    route: contract.answerTalk,
    next: '/mine?done',
    body: (form) => ({ answer: form('answer'), supportBodies: orNull(form('supportBodies')) }),
  },
  { path: '/mine/consents/:id', route: contract.withdrawHerConsent, next: '/mine/consents?done', body: () => ({}) },
  {
    path: '/mine/proposals/:id',
    route: contract.answerProposal,
    next: '/mine/work?done',
    body: (form) => ({ version: version(form), answerId: form('id'), isYes: isYes(form) }),
  },
  {
    path: '/mine/steps/:id',
    route: answerStep,
    next: '/mine/steps?done',
    body: (form) => ({ version: version(form), isYes: isYes(form) }),
  },
  {
    path: '/mine/money/steps/:id',
    route: answerMoneyStep,
    next: '/mine/money?open',
    body: (form) => ({ version: version(form), isYes: isYes(form) }),
  },
  {
    path: '/mine/lots/:id',
    route: contract.declineLot,
    next: '/mine/work?done',
    body: (form) => ({ version: version(form) }),
  },
  {
    path: '/mine/money/lots/:id',
    route: acceptLot,
    next: '/mine/work?done',
    body: (form) => ({ version: version(form) }),
  },
  {
    path: '/mine/goods/:id',
    route: contract.hideGoods,
    next: '/mine/goods?done',
    body: (form) => ({ version: version(form), showingId: form('id') }),
  },
  {
    path: '/mine/money',
    route: openMoney,
    isAskedOnce: true,
    again: () => moneyForm(),
    next: '/mine/money?open',
    body: (form, { newId, randomBytes }) => ({
      pin: asciiDigits(form('pin')),
      blind: `${newId()}${Buffer.from(randomBytes(12)).toString('hex')}`,
    }),
  },
  {
    path: '/mine/payments/:id',
    route: confirmMoney,
    next: '/mine/money?open',
    body: (form) => ({ version: version(form), entryId: form('id'), hasReceived: isYes(form) }),
  },
  { path: '/mine/second-reading', route: contract.askAgain, next: '/mine/asking?done', body: (form) => ({ id: form('id') }) },
  {
    path: '/mine/requests',
    route: contract.ask,
    next: '/mine/asking?done',
    body: (form) => ({ id: form('id'), kind: form('kind'), part: orNull(form('part')) }),
  },
  {
    path: '/mine/complaints',
    route: fileOwnGrievance,
    next: '/mine/complaints?done',
    body: (form) => ({
      id: form('id'),
      about: form('about'),
      countyCode: null,
      organisationId: null,
      text: form('text'),
      privateText: orNull(form('privateText').trim()),
      isGuideAllowed: form('isGuideAllowed') === 'yes',
    }),
    again: (form, newId) => complaintForm(form, newId),
  },
  {
    path: '/mine/complaints/:id',
    route: sayWhetherSettled,
    next: '/mine/complaints?done',
    body: (form) => ({ isSettled: isYes(form), text: orNull(form('text').trim()) }),
  },
]
