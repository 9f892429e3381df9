import type { FastifyInstance } from 'fastify'
import { type Auth, makeAuth } from '../access/sign-in/auth.ts'
import { signInAddresses } from '../access/sign-in/described.ts'
import { mountSignIn } from '../access/sign-in/mount.ts'
import { actorOf, COOKIE } from '../access/sign-in/session.ts'
import { findOpenPlan } from '../modules/plan/port.ts'
import { buildApp, type LogStream } from '../platform/app.ts'
import type { DatabaseConfig } from '../platform/database-config.ts'
import { Door, signInPool } from '../platform/db.ts'
import { FileStore } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import { type NewId, newId, type RandomBytes } from '../platform/ids.ts'
import { startJobs } from '../platform/jobs.ts'
import { nowhere, type Post } from '../platform/post.ts'
import { openRoot } from '../platform/root-key.ts'
import { type Clock, systemClock } from '../platform/time.ts'
import { Vault } from '../platform/vault.ts'
import { sentences } from './all-words.ts'
import { followWithBoard } from './board-following.ts'
import { mountMine } from './mine/mount.ts'
import { mountPublic } from './public/mount.ts'
import { constraints, handled, jobs } from './rooms.ts'

export interface ServerParts {
  readonly config: DatabaseConfig
  readonly masterKey: Buffer
  readonly filesFolder: string
  readonly mode: 'demo' | 'real'
  readonly webFolder?: string | undefined
  readonly clock?: Clock
  readonly newId?: NewId
  readonly post?: Post
  readonly address?: string
  /** Background jobs run in this process; tests run them by hand. */
  readonly runsJobs?: boolean
  readonly logLevel?: 'silent' | 'info' | 'warn'
  readonly logTo?: LogStream | undefined
}
export interface Server {
  readonly app: FastifyInstance
  readonly house: House
  readonly auth: Auth
  /** With it the sign-in library seals what it keeps. */
  readonly secret: string
  readonly stop: () => Promise<void>
}

/** The house on a migrated database; `app.listen` opens it. */
export async function makeServer(parts: ServerParts): Promise<Server> {
  const door = new Door(parts.config)
  const vault = new Vault(await rootOf(door, parts.masterKey))
  const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count))
  let wake: (queue: string) => void = () => undefined
  const house: House = {
    door,
    vault,
    files: new FileStore(parts.filesFolder, vault),
    clock: parts.clock ?? systemClock,
    newId: parts.newId ?? newId,
    randomBytes,
    mode: parts.mode,
    post: parts.post ?? nowhere,
    address: parts.address ?? 'http://localhost',
    wake: (queue) => {
      wake(queue)
    },
  }
  const sessions = { door, secret: sessionSecretOf(vault), clock: house.clock, openPlan: openPlanOf(door) }
  const pool = signInPool(parts.config)
  const isSecure = parts.address?.startsWith('https:') === true
  const auth = makeAuth({ pool, secret: sessions.secret, isSecure })
  const app = await buildApp({
    house,
    handled,
    sentences,
    constraints,
    actorOf: (request) => actorOf(request, sessions),
    webFolder: parts.webFolder,
    logLevel: parts.logLevel ?? 'warn',
    logTo: parts.logTo,
    beside: signInAddresses,
    cookie: COOKIE,
    extend: async (one) => {
      mountSignIn(one, auth, house)
      await mountPublic(one, house)
      await mountMine(one, { house, openPlan: sessions.openPlan, isSecure })
    },
  })
  const running =
    parts.runsJobs === true ? await startJobs({ config: parts.config, house, jobs, listPlans: () => listPlans(door) }) : undefined
  if (running !== undefined) wake = running.wake
  const following = parts.runsJobs === true ? follow(app, house) : undefined
  return {
    app,
    house,
    auth,
    secret: sessions.secret,
    stop: async () => {
      await app.close()
      await following?.stop()
      await running?.stop()
      await pool.end()
      await door.close()
    },
  }
}
/** Counts the board as long as the server runs; a fault is told by its kind alone. */
function follow(app: FastifyInstance, house: House) {
  return followWithBoard(house, {
    listPlans: () => listPlans(house.door),
    tell: (error) => app.log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'the board was not counted'),
  })
}
/** Who gives another master key than the database is sealed under gets no server. */
async function rootOf(door: Door, masterKey: Buffer): Promise<Buffer> {
  try {
    return await openRoot(door, masterKey)
  } catch (error) {
    await door.close()
    throw error
  }
}
export function sessionSecretOf(vault: Vault): string {
  return vault.keyFor('session').toString('base64url')
}

/** The plan citizens read, asked for once it exists and then kept. */
function openPlanOf(door: Door): () => Promise<string | null> {
  let known: string | null = null
  return async () => {
    known ??= await door.asOwnerOnce(findOpenPlan)
    return known
  }
}
async function listPlans(door: Door): Promise<readonly string[]> {
  return (await door.asOwnerOnce((tx) => tx.selectFrom('plan.plan').select('plan_id').limit(1000).execute())).map(({ plan_id }) => plan_id)
}
