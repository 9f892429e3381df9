// A house that is made to be killed: durable, with its background jobs, on a folder that outlives it. Says once, as JSON, where it listens.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeServer, sessionSecretOf } from '../src/app/server.ts'
import { startCluster } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { settlePersonas } from '../test/personas.ts'
import { settleWorld } from '../test/world.ts'
import { consented, GUIDE } from './women.ts'

const [dir = '', women = '0'] = process.argv.slice(2)
const cluster = await startCluster({
  dir: join(dir, 'postgres'),
  watch: {
    fell: () => undefined,
    stood: () => {
      console.log(JSON.stringify({ database: cluster.pid() }))
    },
    gaveUp: (why) => {
      throw why
    },
  },
})
await migrate(cluster.config)
const server = await makeServer({
  config: cluster.config,
  masterKey: Buffer.alloc(32, 7),
  filesFolder: join(dir, 'files'),
  mode: 'demo',
  runsJobs: true,
  logLevel: 'silent',
})
const settled = join(dir, 'settled.json')
if (!existsSync(settled)) {
  await settleWorld(server.house.door)
  const cookies = await settlePersonas(server.house.door, sessionSecretOf(server.house.vault))
  writeFileSync(
    settled,
    JSON.stringify({
      women: await consented(server.house, Number(women)),
      cookies: { guide: cookies(GUIDE), agency: cookies('behzistiOfDashtestan') },
    }),
  )
}
const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
console.log(JSON.stringify({ address, database: cluster.pid(), socket: cluster.socketDir, ...JSON.parse(readFileSync(settled, 'utf8')) }))
