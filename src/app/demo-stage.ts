import { AsyncLocalStorage } from 'node:async_hooks'
import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { demoAccounts } from '../access/demo.ts'
import { buildApp } from '../platform/app.ts'
import type { House } from '../platform/house.ts'
import { sentences } from './all-words.ts'
import { demoId, demoPlanId } from './demo.ts'
import { constraints, handled, jobs } from './rooms.ts'

export interface Act {
  /** Names the command: the same name is done once, however often the script runs. */
  readonly name: string
  readonly who: string
  /** Day of the plan and minutes of that day. */
  readonly day: number
  readonly minute?: number
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly body?: object
  readonly upload?: { readonly bytes: Uint8Array; readonly mediaType: string }
}
export interface Stage {
  /** Today, counted in days of the plan. */
  readonly today: number
  readonly dateOf: (day: number) => string
  /** Whether it was done; a refusal is part of life. */
  readonly act: (act: Act) => Promise<boolean>
  /** The answer, in the shape its route promises; undefined when it was refused. */
  readonly ask: <T>(shape: z.ZodType<T>, act: Act) => Promise<T | undefined>
  readonly runJob: (name: string, day: number) => Promise<void>
  readonly close: () => Promise<void>
}
const DAY = 86_400_000

/**
 * A stage on which the demonstration's people act through the routes of the house, each on her day: nothing is there that the house would not have
 * let happen. Commands are named, so that a script broken off goes on where it was: what was done answers from its receipt.
 */
export async function openStage(house: House, startedOn: string): Promise<Stage> {
  const time = new AsyncLocalStorage<Date>()
  const clock = (): Date => time.getStore() ?? house.clock()
  const then: House = { ...house, clock }
  const actors = new Map(demoAccounts.map((account) => [account.email.replace('@kariz.example', ''), actorOf(account)]))
  const app = await buildApp({
    house: then,
    handled,
    sentences,
    constraints,
    logLevel: 'silent',
    actorOf: async (request) => actors.get(String(request.headers['kariz-assignment'])) ?? never(),
  })
  const start = Date.parse(`${startedOn}T04:00:00Z`)
  const instant = (day: number, minute = 0): Date => new Date(start + day * DAY + minute * 60_000)
  const play = ({ name, who, day, minute, method = 'POST', url, body, upload }: Act) =>
    time.run(instant(day, minute), async () => {
      const answer = await app.inject({
        method,
        url: `/api${url}`,
        headers: {
          'kariz-assignment': who,
          ...(method === 'GET' ? {} : { 'idempotency-key': demoId(`command/${name}`) }),
          ...(upload === undefined ? {} : { 'content-type': upload.mediaType }),
        },
        ...(upload === undefined ? (method === 'GET' ? {} : { payload: body ?? {} }) : { payload: Buffer.from(upload.bytes) }),
      })
      if (answer.statusCode >= 500 || answer.statusCode === 400) throw new Error(`the demonstration stumbles at ${url}: ${answer.payload}`)
      return answer
    })
  return {
    today: Math.floor((house.clock().getTime() - start) / DAY),
    dateOf: (day) => instant(day).toISOString().slice(0, 10),
    act: async (act) => (await play(act)).statusCode === 200,
    ask: async (shape, act) => {
      const answer = await play(act)
      return answer.statusCode === 200 ? shape.parse(answer.json()) : undefined
    },
    runJob: (name, day) =>
      time.run(instant(day, 30), async () => {
        const job = jobs.find((one) => one.name === name) ?? never()
        await job.run(then, demoPlanId)
      }),
    close: async () => {
      await app.close()
    },
  }
}
function actorOf(account: (typeof demoAccounts)[number]): Actor {
  return {
    planId: demoPlanId,
    accountId: demoId(`account/${account.email}`),
    assignmentId: demoId(`assignment/${account.email}`),
    role: account.role,
    duties: account.duties,
    counties: account.counties,
    organisationId: account.organisation === null ? null : demoId(`organisation/${account.organisation}`),
    personId: null,
  }
}
function never(): never {
  throw new Error('the script of the demonstration names what is not there')
}
