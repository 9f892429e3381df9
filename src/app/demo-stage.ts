import { AsyncLocalStorage } from 'node:async_hooks'
import type { z } from 'zod'
import { seededRandom } from '../../db/seed/random.ts'
import { type Actor, anonymous } from '../access/actor.ts'
import { demoAccounts } from '../access/demo.ts'
import { buildApp } from '../platform/app.ts'
import type { House } from '../platform/house.ts'
import type { NewId } from '../platform/ids.ts'
import { dayIn, daysBetween, TEHRAN } from '../platform/time.ts'
import { sentences } from './all-words.ts'
import { demoId, demoPlanId } from './demo.ts'
import { constraints, handled, jobs } from './rooms.ts'

/** Who guides in which county of the demonstration. */
export const guides = [
  ['1801', 'rahyar-bushehr'],
  ['1802', 'rahyar-tangestan'],
  ['1803', 'rahyar-dashtestan'],
  ['1803', 'rahyar2-dashtestan'],
  ['1804', 'rahyar-dashti'],
] as const
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
const AT_ONCE = 8
/** Lets several people of the stage act at once, as they do in life; in groups, so that the house is never crowded. */
export async function eachOf<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) await Promise.all(all.slice(at, at + AT_ONCE).map(act))
}

/**
 * A stage on which the demonstration's people act through the routes of the house, each on her day: nothing is there that the house would not have
 * let happen. Commands are named, so that a script broken off goes on where it was: what was done answers from its receipt.
 */
export async function openStage(house: House, startedOn: string): Promise<Stage> {
  const time = new AsyncLocalStorage<Date>()
  const clock = (): Date => time.getStore() ?? house.clock()
  const then: House = { ...house, clock, newId: risingIds(house), randomBytes: seededRandom('kariz/file-numbers').bytes }
  const actors = new Map(demoAccounts.map((account) => [account.email.replace('@kariz.example', ''), actorOf(account)]))
  actors.set('anyone', anonymous(demoPlanId))
  const app = await buildApp({
    house: then,
    handled,
    sentences,
    constraints,
    logLevel: 'silent',
    actorOf: async (request) => actors.get(String(request.headers['kariz-assignment'])) ?? never(),
  })
  const { today, dateOf, instant } = calendarOf(startedOn, house.clock())
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
    today,
    dateOf,
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
/** Days of the plan, each beginning at half past seven in Tehran. What belongs to this very day is done by now, at whatever hour the house was started. */
export function calendarOf(startedOn: string, now: Date) {
  const start = Date.parse(`${startedOn}T04:00:00Z`)
  return {
    today: daysBetween(startedOn, dayIn(TEHRAN, now)),
    dateOf: (day: number): string => new Date(start + day * DAY).toISOString().slice(0, 10),
    instant: (day: number, minute = 0): Date => new Date(Math.min(start + day * DAY + minute * 60_000, now.getTime())),
  }
}
/**
 * Ids that rise from one to the next: UUIDv7 whose twelve bits behind the millisecond count. A list is then called in its own order and, with file
 * numbers from a seed, the same cast lives the same lives on every machine and at every hour.
 */
function risingIds(house: House): NewId {
  let last = 0n
  return () => {
    const least = BigInt(house.clock().getTime()) << 12n
    last = least > last ? least : last + 1n
    const [time, rest] = [last.toString(16).padStart(15, '0'), Buffer.from(house.randomBytes(8)).toString('hex')]
    return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${time.slice(12)}-8${rest.slice(1, 4)}-${rest.slice(4)}`
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
