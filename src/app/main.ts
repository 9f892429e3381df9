import { rmSync } from 'node:fs'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { format } from '../platform/words.ts'
import { english } from './start-words.en.ts'
import { words } from './start-words.ts'

type Key = keyof typeof words
const say = (key: Key, values: Readonly<Record<string, string>> = {}): void => {
  console.log(`• ${format(words[key].message, 'fa', values)}\n  ${format(english[key], 'en', values)}`)
}
function giveUp(key: Key, detail: string): never {
  console.error(`✗ ${format(words[key].message, 'fa', { detail })}\n  ${format(english[key], 'en', { detail })}`)
  process.exit(1)
}
if (Number(process.versions.node.split('.')[0]) < 26) giveUp('node-too-old', process.version)

// A later start reads what the first one compiled; where the folder cannot be written, all is compiled again.
enableCompileCache(join(import.meta.dirname, '../../dist/compiled'))
const { bringToThisVersion, masterKey, openDatabase, readOptions, stampFolder } = await import('./start.ts')
const { buildWebIfStale, webFolder } = await import('./build-web.ts')
const { makeServer } = await import('./server.ts')
const { prepareMode } = await import('./prepare-mode.ts')
const { postOf } = await import('../platform/post.ts')
const { OtherMasterKey } = await import('../platform/root-key.ts')
const { StartFailure } = await import('../platform/start-failure.ts')

async function start(): Promise<() => Promise<void>> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.wantsHelp) {
    say('help')
    process.exit(0)
  }
  stampFolder(options)
  const { key, isNew } = masterKey(options)
  say('step-database')
  const database = await openDatabase(options, {
    fell: () => {
      say('database-fell')
    },
    stood: () => {
      say('database-stands')
    },
    gaveUp: ({ kind, detail }) => {
      end(() => giveUp(kind, detail))
    },
  })
  try {
    say('step-migrate')
    await bringToThisVersion(database.config, (name) => {
      console.log(`    ${name}`)
    })
    if (!options.isDevelopment) {
      say('step-web')
      await buildWebIfStale()
    }
    say('step-server')
    const server = await makeServer({
      config: database.config,
      masterKey: key,
      filesFolder: `${options.data}/files`,
      mode: options.mode,
      webFolder: options.isDevelopment ? undefined : webFolder,
      runsJobs: true,
      post: options.mode === 'demo' ? postOf({}) : postOf(process.env),
      address: process.env.KARIZ_ADDRESS ?? `http://${options.host}:${options.port}`,
    })
    if (isNew) say('key-made', { file: options.keyFile })
    await prepareMode(server, say)
    const behind = await server.app.listen({ port: options.isDevelopment ? 0 : options.port, host: options.host })
    const pages = options.isDevelopment ? await developPages({ ...options, server: behind }) : undefined
    say('ready', { address: pages?.address ?? behind })
    flushCompileCache()
    return async () => {
      await pages?.stop()
      await server.stop()
      await database.stop()
    }
  } catch (error) {
    await database.stop()
    if (database.isDiskFull()) throw new StartFailure('disk-full', options.data)
    if (!(error instanceof OtherMasterKey)) throw error
    if (isNew) rmSync(options.keyFile)
    throw new StartFailure(isNew ? 'key-missing' : 'key-of-another-house', options.keyFile)
  }
}

/** The bundler is loaded only by those who develop. */
async function developPages(at: { readonly port: number; readonly host: string; readonly server: string }) {
  const { serveSources } = await import('./dev-web.ts')
  const pages = await serveSources(at)
  say('kit', { address: `${pages.address}/kit` })
  return pages
}
let stop: (() => Promise<void>) | undefined
let isEnding = false
/** Ends what stands, in order, and for ten seconds at most; `last` says how it ended. */
function end(last: () => void): void {
  if (isEnding) return
  isEnding = true
  const patience = new Promise<void>((done) => setTimeout(done, 10_000).unref())
  void Promise.race([stop?.().catch(() => undefined), patience]).then(last)
}
stop = await start().catch((error: unknown) => {
  if (error instanceof StartFailure) return giveUp(error.kind, error.detail)
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return giveUp('port-taken', String(readPort()))
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return giveUp('disk-full', '')
  throw error
})
function readPort(): number {
  return readOptions(process.argv.slice(2), process.env).port
}
function endWell(): void {
  end(() => {
    say('stopped')
    process.exit(0)
  })
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endWell)
// npm keeps a shell between itself and us: when our parent goes, so do we.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) endWell()
}, 500).unref()
