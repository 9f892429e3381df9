import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { sql } from './db.ts'
import { type Handled, type Mounting, mount } from './http.ts'
import { type Beside, openApiOf } from './openapi.ts'
import { openApiPage } from './openapi-page.ts'
import { answerProblems, badAddress, type ConstraintRefusals, notFound, type Sentences, sendProblem } from './problem.ts'
import { serveWeb } from './web.ts'

export interface AppParts extends Mounting {
  readonly handled: readonly Handled[]
  readonly sentences: Sentences
  readonly constraints: ConstraintRefusals
  /** Folder of the built pages; absent in tests that speak to the API only. */
  readonly webFolder?: string | undefined
  readonly logLevel?: 'silent' | 'info' | 'warn'
  /** Where the log goes; standard output unless said. */
  readonly logTo?: LogStream | undefined
  /** Addresses beside the routes, for the description of the API, and the cookie of a session. */
  readonly beside?: readonly Beside[]
  readonly cookie?: string
  /** What stands beside the routes: sign-in, for example. */
  readonly extend?: (app: FastifyInstance) => Promise<void>
}
export interface LogStream {
  readonly write: (line: string) => void
}
const VERSION = '0.1.0'
const BODY_LIMIT = 1_048_576
// The one hash allows the single style rule the component library adds for touch; a browser test fails when it changes.
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
}

/** The whole server as one value; it listens nowhere yet. */
export async function buildApp({
  house,
  actorOf,
  handled,
  sentences,
  constraints,
  webFolder,
  logLevel = 'warn',
  logTo,
  beside = [],
  cookie = 'session',
  extend,
}: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    // Behind a proxy on this very machine the address that counts is the one it names; nobody else is believed.
    trustProxy: 'loopback',
    genReqId: () => house.newId(),
    logger:
      logLevel === 'silent'
        ? false
        : {
            level: logLevel,
            ...(logTo === undefined ? {} : { stream: logTo }),
            serializers: { req: ({ method, id }) => ({ method, id }) },
          },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    // An address the router cannot read, or a part of one beyond its bound, never reaches the error handler below.
    frameworkErrors: (_error, request, reply) => void sendProblem(request, reply, badAddress, sentences),
  })
  answerProblems(app, sentences, constraints)
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, notFound, sentences))
  app.addHook('onSend', async (request, reply) => {
    void reply.headers(HEADERS)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  })
  const [uploads, plain] = [
    handled.filter(({ route }) => route.upload !== undefined),
    handled.filter(({ route }) => route.upload === undefined),
  ]
  for (const one of plain) mount(app, one, { house, actorOf })
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    const bodyLimit = Math.max(BODY_LIMIT, ...uploads.map(({ route }) => (route.upload?.maxBytes ?? 0) + 1))
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => {
      done(null, body)
    })
    for (const one of uploads) mount(scope, one, { house, actorOf })
  })
  const described = { handled, beside, cookie, version: VERSION }
  app.get('/api/openapi.json', async () => openApiOf(described))
  app.get('/api', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(openApiPage({ ...described, sentences: sentences.en })),
  )
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async () => house.door.asOwner(async (tx) => ({ ready: (await sql`select`.execute(tx)).rows.length === 1 })))
  await extend?.(app)
  if (webFolder !== undefined) serveWeb(app, webFolder)
  return app
}
