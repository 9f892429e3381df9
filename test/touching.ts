import { AsyncLocalStorage } from 'node:async_hooks'
import { tracingChannel } from 'node:diagnostics_channel'
import pg from 'pg'
import { z } from 'zod'
import { handled } from '../src/app/rooms.ts'
import { isDeclared, type Touch } from './laws/touches.ts'

/**
 * Holds every request of the tests to `laws/touches.ts`: the tables it reads and writes as its actor are those its action names. What the house does
 * beyond the reach of the actor is not looked at. One watch for a worker; it listens to the framework and to the driver, no code of ours knows it.
 */
let isWatching = false
export function watchTouches(): void {
  if (isWatching) return
  isWatching = true
  const actions = new Map(handled.map(({ route }) => [`${route.method} /api${route.path}`, route.action]))
  const asked = new AsyncLocalStorage<{ readonly action: string | undefined }>()
  const Handling = z.object({ route: z.object({ method: z.string(), url: z.string() }) })
  tracingChannel('fastify.request.handler').start.bindStore(asked, (message: unknown) => {
    const { data } = Handling.safeParse(message)
    return { action: data === undefined ? undefined : actions.get(`${data.route.method} ${data.route.url}`) }
  })
  const acting = new WeakMap<pg.Client, Acting>()
  const original: unknown = Reflect.get(pg.Client.prototype, 'query')
  if (typeof original !== 'function') throw new Error('the driver has no query')
  Object.defineProperty(pg.Client.prototype, 'query', {
    configurable: true,
    writable: true,
    value(this: pg.Client, ...args: readonly unknown[]): unknown {
      const text = textOf(args[0])
      const now = actingAfter(text, acting.get(this))
      acting.set(this, now)
      const action = asked.getStore()?.action
      if (action !== undefined && now.isBound) refuseUndeclared(action, now.role, touchesIn(text))
      return Reflect.apply(original, this, args)
    },
  })
}
/** As whom a connection speaks: bound by the law of rows, or as the owner. */
interface Acting {
  readonly isBound: boolean
  readonly role: string
}
function actingAfter(text: string, before: Acting = { isBound: false, role: '' }): Acting {
  if (/^(?:commit|rollback)/.test(text)) return { isBound: false, role: '' }
  const database = [...text.matchAll(/set local role (\w+)/g)].at(-1)?.[1]
  return {
    isBound: database === undefined ? before.isBound : database === 'kariz_app' || database === 'kariz_blind',
    role: /"kariz\.role" = '(\w+)'/.exec(text)?.[1] ?? before.role,
  }
}
function refuseUndeclared(action: string, role: string, touched: readonly Touch[]): void {
  for (const one of touched) {
    if (isDeclared(action, role, one)) continue
    const sentence = `${action} as ${role} touches ${one.table} (${one.verb}), which test/laws/touches.ts does not name`
    console.error(sentence)
    throw new Error(sentence)
  }
}
function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : ''
}

const READS = /\b(?:from|join|using) (?:only |lateral )?(\w+\.\w+)(?: as)?(?: (\w+))?/g
/** Tables of a statement with what is done to them; a row locked needs the right to change it, and so does one that is met on insertion. */
export function touchesIn(statement: string): readonly Touch[] {
  const text = statement.replaceAll('"', '').replaceAll(/\s+/g, ' ')
  const found: Touch[] = []
  for (const [, table = ''] of text.matchAll(/\binsert into (\w+\.\w+)/gi)) {
    found.push({ table, verb: 'i' })
    if (/ on conflict .*do update/i.test(text)) found.push({ table, verb: 'u' })
  }
  for (const [, table = ''] of text.matchAll(/\bupdate (\w+\.\w+)/gi)) found.push({ table, verb: 'u' })
  const lock = / for (?:no key )?(?:update|share)(?: of (\w+))?/i.exec(text)
  for (const [, table = '', alias] of text.matchAll(READS)) {
    found.push({ table, verb: 's' })
    if (lock !== null && (lock[1] === undefined || lock[1] === alias || table.endsWith(`.${lock[1]}`))) found.push({ table, verb: 'u' })
  }
  return found
}
