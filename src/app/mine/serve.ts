import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { herTokenIn } from '../../access/sign-in/hers/session.ts'
import { listOwnGrievances } from '../../modules/oversight/contract/grievances.ts'
import type { House } from '../../platform/house.ts'
import { UUID } from '../../platform/ids.ts'
import type { Route } from '../../platform/route.ts'
import { type Html, html } from '../public/html.ts'
import { asking } from './asking.ts'
import { complaintsBody } from './complaints-page.ts'
import { readHerMoney } from './contract/money.ts'
import * as contract from './contract/pages.ts'
import { readHerSteps } from './contract/steps.ts'
import { forms, show } from './form.ts'
import * as pages from './her-pages.ts'
import { moneyBody, moneyDoor } from './money-page.ts'
import { page, told, wrong } from './page.ts'
import { say } from './say.ts'
import { stepsBody } from './steps-page.ts'
import { formIn } from './typed.ts'

export interface Serving {
  readonly house: House
  /** What stands there when her pages are shut. */
  readonly shut: (reply: FastifyReply, isOver: boolean) => Promise<FastifyReply>
}
/** Her pages, each made of one answer of the house; a form leads back to its page, so that nothing is sent twice by going back. */
export function servePages(scope: FastifyInstance, app: FastifyInstance, { house, shut }: Serving): void {
  const ask = asking(app)
  const isDemo = house.mode === 'demo'
  const open = (reply: FastifyReply, body: Html): FastifyReply => show(reply, page({ isDemo, isOpen: true }, body))
  const over = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    shut(reply, herTokenIn(request.headers.cookie) !== undefined)
  const problem = (reply: FastifyReply, sentences: readonly string[], backTo: string, again?: Html): FastifyReply =>
    open(reply.status(422), html`${wrong(sentences)}${again ?? null}<a class="go" href="${backTo}">${say('go-back')}</a>`)
  const doneIn = ({ url }: FastifyRequest): Html | null => (/[?&]done\b/.test(url) ? told(say('done')) : null)

  const serve = <I extends z.ZodType, O extends z.ZodType>(
    path: string,
    route: Route<I, O>,
    body: (answer: z.output<O>, newId: () => string) => Html,
  ): void => {
    scope.get(path, async (request, reply) => {
      if (herTokenIn(request.headers.cookie) === undefined) return over(request, reply)
      const answer = await ask.read(request, route)
      if ('isOver' in answer) return over(request, reply)
      if ('sentences' in answer) return problem(reply, answer.sentences, '/mine')
      return open(reply, html`${doneIn(request)}${body(answer.told, house.newId)}`)
    })
  }
  serve('/mine', contract.readMine, pages.homeBody)
  serve('/mine/readers', contract.readHerReaders, pages.readersBody)
  serve('/mine/consents', contract.readHerConsents, pages.consentsBody)
  serve('/mine/work', contract.readHerWork, pages.workBody)
  serve('/mine/steps', readHerSteps, stepsBody)
  serve('/mine/goods', contract.readHerGoods, pages.goodsBody)
  serve('/mine/asking', contract.readMine, pages.askingBody)
  serve('/mine/complaints', listOwnGrievances, complaintsBody)
  scope.get('/mine/money', async (request, reply) => {
    if (herTokenIn(request.headers.cookie) === undefined) return over(request, reply)
    const answer = await ask.read(request, readHerMoney)
    if ('isOver' in answer) return over(request, reply)
    // Shut again by any other step: whoever comes back is asked for her number.
    const isOpen = 'told' in answer && /[?&]open\b/.test(request.url)
    return open(reply, isOpen ? moneyBody(answer.told, house.newId) : moneyDoor())
  })
  for (const { path, route, next, body, again, isAskedOnce = false } of forms)
    scope.post<{ Params: { id?: string } }>(path, async (request, reply) => {
      const form = formIn(request.body)
      const command = UUID.test(form('command')) ? form('command') : house.newId()
      const { id } = request.params
      const sent = { parts: id === undefined ? {} : { id }, body: body(form, house), command }
      const first = await ask.send(request, route, sent)
      // Of two presses at once the second is refused for what the first did: under the same command it is told by now that it is done.
      const isPressedTwice = first !== 'done' && !('isOver' in first) && !isAskedOnce
      const answer = isPressedTwice ? await ask.send(request, route, sent) : first
      if (answer === 'done') return reply.status(303).header('cache-control', 'no-store').header('location', next).send()
      if ('isOver' in answer) return over(request, reply)
      return problem(reply, answer.sentences, next.replace(/\?.*/, ''), again?.(form, house.newId))
    })
}
