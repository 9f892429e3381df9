import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { askForCode, enter, leave } from '../../access/sign-in/hers/entry.ts'
import { HER_PATH, herCookie, herTokenIn } from '../../access/sign-in/hers/session.ts'
import { Phone } from '../../platform/fields.ts'
import type { House } from '../../platform/house.ts'
import { asciiDigits } from '../../platform/persian.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'
import { calendarPage } from './calendar-page.ts'
import { listDemoChoices } from './demo-choices.ts'
import { codeBody, phoneBody } from './entry-page.ts'
import { show } from './form.ts'
import { page } from './page.ts'
import { say } from './say.ts'
import { servePages } from './serve.ts'
import { findCodeWait } from './store.ts'
import { formIn } from './typed.ts'

const fileOf = (name: string): Buffer => readFileSync(join(import.meta.dirname, name))
const style = fileOf('style.css')
const files = [
  ['/mine/style.css', 'text/css; charset=utf-8', style],
  ['/calendar.css', 'text/css; charset=utf-8', style],
  ['/mine/page.js', 'text/javascript; charset=utf-8', fileOf('page.js')],
  ['/mine/icon.svg', 'image/svg+xml', fileOf('icon.svg')],
] as const
const digitsIn = (text: string): string => asciiDigits(text).replaceAll(/\D/g, '')
export interface HerHouse {
  readonly house: House
  readonly openPlan: () => Promise<string | null>
  readonly isSecure: boolean
}
interface Asking {
  readonly problem?: string
  readonly isOver?: boolean
  readonly status?: number
}
/** The doors of her pages: which phone, then code and number together, and the quick way out. */
export async function mountMine(app: FastifyInstance, { house, openPlan, isSecure }: HerHouse): Promise<void> {
  const isDemo = house.mode === 'demo'
  const shut = (reply: FastifyReply, body: Parameters<typeof page>[1], status = 200) =>
    show(reply.status(status), page({ isDemo, isOpen: false }, body))
  const choices = async () => listDemoChoices(house, await openPlan())
  const askPhone = async (reply: FastifyReply, { problem, isOver = false, status = 200 }: Asking) =>
    shut(reply, phoneBody({ problem: problem ?? null, isOver, choices: await choices() }), status)
  const askFor = async (planId: string, phone: string, address: string) =>
    askForCode(house, { planId, phone }, { address, longestWait: await findCodeWait(house, planId) })
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 32_768 }, (_request, body, done) => {
      done(null, body)
    })
    // Browsers say where a request comes from: what another site sends is not hers.
    scope.addHook('preHandler', async (request, reply) => {
      const site = request.headers['sec-fetch-site']
      if (request.method === 'POST' && site !== undefined && site !== 'same-origin')
        return askPhone(reply, { problem: say('other-site'), status: 403 })
    })
    for (const [url, type, bytes] of files)
      scope.get(url, async (_request, reply) => reply.type(type).header('cache-control', 'max-age=3600').send(bytes))
    scope.get('/calendar', async (_request, reply) => show(reply, calendarPage(dayIn(TEHRAN, house.clock()))))
    servePages(scope, app, {
      house,
      shut: (reply, isOver) => askPhone(reply.header('set-cookie', herCookie('', isSecure)), { isOver }),
    })
    scope.post('/mine/phone', async (request, reply) => {
      const phone = Phone.safeParse(formIn(request.body)('phone'))
      if (!phone.success) return askPhone(reply, { problem: say('phone-wrong'), status: 422 })
      const planId = await openPlan()
      const asked = planId === null ? { demoCode: null } : await askFor(planId, phone.data, request.ip)
      if (typeof asked === 'string')
        return shut(reply, codeBody({ phone: phone.data, problem: say(asked), demoCode: null, choices: [] }), 429)
      return shut(reply, codeBody({ phone: phone.data, problem: null, demoCode: asked.demoCode, choices: await choices() }))
    })
    scope.post('/mine/enter', async (request, reply) => {
      const form = formIn(request.body)
      const phone = Phone.safeParse(form('phone'))
      const planId = await openPlan()
      if (!phone.success || planId === null) return askPhone(reply, { problem: say('phone-wrong'), status: 422 })
      const entered = await enter(house, {
        planId,
        phone: phone.data,
        address: request.ip,
        code: digitsIn(form('code')),
        pin: digitsIn(form('pin')),
      })
      if (entered === undefined || entered === 'resting') {
        const problem = say(entered === 'resting' ? 'resting' : 'not-entered')
        return shut(reply, codeBody({ phone: phone.data, problem, demoCode: null, choices: [] }), 422)
      }
      return reply.status(303).header('set-cookie', herCookie(entered.token, isSecure)).header('location', HER_PATH).send()
    })
    scope.post('/mine/leave', async (request, reply) => {
      const token = herTokenIn(request.headers.cookie)
      if (token !== undefined) await leave(house, token)
      void reply.header('set-cookie', herCookie('', isSecure)).header('clear-site-data', '"cache"')
      return reply.status(303).header('cache-control', 'no-store').header('location', '/calendar').send()
    })
  })
}
