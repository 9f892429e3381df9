import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError, type z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { reasonsNotTo } from '../access/policy.ts'
import { openGate } from './addresses.ts'
import { type StoredReceipt, sql, type Tx, writeLast } from './db.ts'
import { type Facts, rowOf } from './history.ts'
import type { House } from './house.ts'
import { UUID } from './ids.ts'
import { refuse, refuseIf } from './refusal.ts'
import type { Purpose, Route, Subject } from './route.ts'
import { dayIn, TEHRAN } from './time.ts'
import { touchedWrite } from './touched.ts'
import { seal, unseal } from './vault.ts'
import type { Language } from './words.ts'

/** What a handler is given: the parsed input, the unit of work, who acts, and the injected outside. */
export interface Call<I> {
  readonly input: I
  readonly tx: Tx
  readonly actor: Actor & { readonly planId: string }
  readonly house: House
  readonly now: Date
  /** Today in Tehran, as an ISO date. */
  readonly today: string
  readonly requestId: string
  /** The reader's language, for sentences that are read aloud. */
  readonly language: Language
  readonly purpose: Purpose | undefined
  /** Adds coded facts to the history entry of this request. */
  readonly note: (facts: Facts) => void
  /** Names whom the entry is about, where the output does not: her file, her case. */
  readonly about: (subject: Partial<Subject>) => void
  /** The file of an upload route. */
  readonly upload: Upload | undefined
  /** Runs after commit and before the answer; for waking workers only. */
  readonly afterCommit: (task: () => void) => void
}
export interface Upload {
  readonly bytes: Buffer
  readonly mediaType: string
}
/** The output of a route marked `download`. */
export interface Download {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}
type Outside = Omit<Call<unknown>, 'input'>
/** What a unit of work gathers on its way to its history entry and its answer. */
interface Gathered {
  readonly facts: Record<string, Facts[string]>
  readonly about: Record<string, string | undefined>
  readonly tasks: (() => void)[]
}
/** A route with its handler; its types are closed inside. */
export interface Handled {
  readonly route: Route
  readonly parse: (raw: unknown) => Prepared
}
interface Prepared {
  readonly opened: { readonly personId: string; readonly purpose: Purpose | undefined } | undefined
  readonly input: unknown
  readonly run: (outside: Outside) => Promise<Answer>
}
interface Answer {
  readonly output: unknown
  readonly subject: Subject | undefined
}

/** Joins a route to the sentence that answers it. */
export function handle<I extends z.ZodType, O extends z.ZodType>(
  route: Route<I, O>,
  work: (call: Call<z.output<I>>) => Promise<z.input<O>>,
): Handled {
  return {
    route: plain(route),
    parse: (raw) => {
      const input = route.input.parse(raw)
      return {
        input,
        opened: route.opens?.(input),
        run: async (outside) => {
          const output = route.output.parse(await work({ ...outside, input }))
          return { output, subject: route.subject?.(input, output) }
        },
      }
    },
  }
}
/** A route without its types, for lists of routes: subject and opens stay inside the closure above. */
function plain<I extends z.ZodType, O extends z.ZodType>({ subject: _subject, opens: _opens, ...rest }: Route<I, O>): Route {
  return rest
}

export interface Mounting {
  readonly house: House
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>
}
export function mount(app: FastifyInstance, handled: Handled, mounting: Mounting): void {
  const { method, path, mostFromOneAddress } = handled.route
  const passes = mostFromOneAddress === undefined ? undefined : openGate(mostFromOneAddress)
  app.route({
    method,
    url: `/api${path}`,
    handler: (request, reply) => {
      if (passes?.(request.ip, mounting.house.clock()) === false) refuse('platform.too-many-from-here')
      return serve(handled, request, reply, mounting)
    },
  })
}

async function serve(handled: Handled, request: FastifyRequest, reply: FastifyReply, { house, actorOf }: Mounting): Promise<FastifyReply> {
  const { route } = handled
  const actor = await actorOf(request)
  refuseIf(reasonsNotTo(route.action, actor).filter((reason) => reason !== 'access.purpose-missing'))
  const upload = route.upload === undefined ? undefined : uploadOf(request, route.upload)
  const prepared = handled.parse(rawInputOf(request, upload !== undefined))
  refuseIf(reasonsNotTo(route.action, actor, prepared.opened?.purpose))
  const { planId } = actor
  if (planId === null) refuse('access.no-plan')
  const one: One = { handled, prepared, request, actor: { ...actor, planId }, house, upload }
  const { output, tasks } = await (route.method === 'GET' ? read(one) : write(one)).catch(raiseDefect)
  for (const task of tasks) task()
  return route.download === true ? sendDownload(reply, output) : reply.type('application/json; charset=utf-8').send(output)
}

/** What does not match a shape once the input has been accepted is our mistake, never the sender's. */
function raiseDefect(error: unknown): never {
  if (!(error instanceof ZodError)) throw error
  const places = error.issues.map(({ path, code }) => `${path.filter((part) => typeof part !== 'number').join('.')} ${code}`)
  throw Object.assign(new Error('what was made does not match its contract'), {
    name: [...new Set(places)].slice(0, 5).join(', '),
    code: 'KARIZ_SHAPE',
  })
}

interface One {
  readonly handled: Handled
  readonly prepared: Prepared
  readonly request: FastifyRequest
  readonly actor: Actor & { readonly planId: string }
  readonly house: House
  readonly upload: Upload | undefined
}
interface Served {
  readonly output: unknown
  readonly tasks: readonly (() => void)[]
}
function outsideOf({ house, actor, request, prepared, upload }: One, tx: Tx, gathered: Gathered): Outside {
  const now = house.clock()
  return {
    tx,
    actor,
    house,
    now,
    today: dayIn(TEHRAN, now),
    requestId: request.id,
    language: languageOf(request),
    purpose: prepared.opened?.purpose,
    upload,
    note: (more) => Object.assign(gathered.facts, more),
    about: (subject) => Object.assign(gathered.about, subject),
    afterCommit: (task) => gathered.tasks.push(task),
  }
}

async function read(one: One): Promise<Served> {
  const { prepared, actor, handled, house } = one
  const isLogged = handled.route.logged === true
  return house.door.asActor(
    actor,
    async (tx) => {
      const gathered: Gathered = { facts: {}, about: {}, tasks: [] }
      const answer = await prepared.run(outsideOf(one, tx, gathered))
      if (isLogged) writeLast(tx, sql`insert into platform.history ${entryOf(rowFor(one, answer, gathered))}`)
      return { output: answer.output, tasks: [] }
    },
    { ...prepared.opened, today: dayIn(TEHRAN, house.clock()), readOnly: !isLogged },
  )
}

async function write(one: One): Promise<Served> {
  const { prepared, actor, handled, house, request } = one
  const commandId = commandOf(request)
  const inputHash = hashOf(prepared.input, one.upload)
  const key = house.vault.keyFor('receipt')
  const place = `${actor.planId}/${commandId}`
  const name = `${handled.route.method} ${handled.route.path}`
  return house.door.asActor(
    actor,
    async (tx, receipt) => {
      if (receipt !== undefined) return { output: replay(receipt, { actor, name, inputHash, key, place }), tasks: [] }
      const gathered: Gathered = { facts: {}, about: {}, tasks: [] }
      const answer = await prepared.run(outsideOf(one, tx, gathered))
      const text = JSON.stringify(answer.output)
      const row = rowFor(one, answer, gathered)
      const touched = touchedWrite([row])
      writeLast(
        tx,
        sql`with kept as (insert into platform.receipt (plan_id, command_id, account_id, route, input_hash, sealed_answer, at)
        values (${actor.planId}, ${commandId}, ${actor.accountId}, ${name}, ${inputHash}, ${seal(key, place, text)}, ${house.clock()}))${touched === undefined ? sql`` : sql`, touched as (${touched})`}
        insert into platform.history ${entryOf(row)}`,
      )
      return { output: text, tasks: gathered.tasks }
    },
    { ...prepared.opened, today: dayIn(TEHRAN, house.clock()), commandId },
  )
}

interface Expected {
  readonly actor: Actor
  readonly name: string
  readonly inputHash: Buffer
  readonly key: Buffer
  readonly place: string
}
/** The same command again gets the same answer; with another input, route or account it is refused. */
function replay(receipt: StoredReceipt, { actor, name, inputHash, key, place }: Expected): string {
  const isSame = receipt.account_id === actor.accountId && receipt.route === name && receipt.input_hash.equals(inputHash)
  if (!isSame) refuse('platform.command-reused')
  return unseal(key, place, receipt.sealed_answer).toString('utf8')
}

function rowFor({ handled, actor, house, request, prepared, upload }: One, answer: Answer, { facts, about }: Gathered) {
  return rowOf(actor, {
    id: house.newId(),
    at: house.clock(),
    action: handled.route.action,
    subject: { ...(answer.subject ?? { type: 'account', id: actor.accountId }), ...about },
    facts,
    digest: hashOf(prepared.input, upload),
    requestId: request.id,
    deviceAt: deviceTimeOf(request),
    purpose: prepared.opened?.purpose,
  })
}
function entryOf(row: ReturnType<typeof rowFor>) {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  return sql`(${columns}) values (${sql.join(Object.values(row))})`
}

export function languageOf(request: FastifyRequest): Language {
  return (request.headers['accept-language'] ?? 'fa').toLowerCase().startsWith('en') ? 'en' : 'fa'
}
function commandOf(request: FastifyRequest): string {
  const id = request.headers['idempotency-key']
  if (typeof id !== 'string' || !UUID.test(id)) refuse('platform.command-missing')
  return id
}
function deviceTimeOf(request: FastifyRequest): Date | undefined {
  const text = request.headers['kariz-device-time']
  const at = typeof text === 'string' ? new Date(text) : undefined
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at
}
/** Path, query and body as one input; `If-Match` names the version the writer saw. */
function rawInputOf(request: FastifyRequest, isUpload: boolean): unknown {
  const version = request.headers['if-match']
  const merged = {
    ...objectOf(request.query),
    ...(isUpload ? {} : objectOf(request.body)),
    ...(typeof version === 'string' ? { version: Number(version.replaceAll('"', '')) } : {}),
    ...objectOf(request.params),
  }
  if (holdsNul(merged)) refuse('platform.bad-text')
  return merged
}
function objectOf(value: unknown): object {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value) || Buffer.isBuffer(value)) refuse('platform.bad-input')
  return value
}
/** PostgreSQL text holds no NUL; deep input is walked without recursion. */
function holdsNul(root: unknown): boolean {
  const open: unknown[] = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string' && value.includes('\u0000')) return true
    if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) open.push(key, inner)
  }
  return false
}
function uploadOf(request: FastifyRequest, rule: NonNullable<Route['upload']>): Upload {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!rule.mediaTypes.includes(mediaType)) refuse('platform.unsupported-media')
  if (request.body === undefined || request.body === null) refuse('platform.file-empty')
  if (!Buffer.isBuffer(request.body)) refuse('platform.bad-input')
  if (request.body.length > rule.maxBytes) refuse('platform.too-large')
  return { bytes: request.body, mediaType }
}
function hashOf(input: unknown, upload: Upload | undefined): Buffer {
  const hash = createHash('sha256').update(JSON.stringify(input) ?? '')
  if (upload !== undefined) hash.update(upload.bytes)
  return hash.digest()
}
function isDownload(output: unknown): output is Download {
  return typeof output === 'object' && output !== null && 'bytes' in output && 'fileName' in output && 'mediaType' in output
}
function sendDownload(reply: FastifyReply, output: unknown): FastifyReply {
  if (!isDownload(output)) throw new Error('a download route must answer a Download')
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(output.fileName)}`)
    .header('cache-control', 'no-store')
    .type(output.mediaType)
    .send(Buffer.from(output.bytes))
}
