import { join, resolve } from 'node:path'
import { createServer } from 'vite'

const root = resolve(import.meta.dirname, '../..')
const OURS = ['/api', '/healthz', '/readyz']

/** The pages as they are written, reloaded on every change, with the kit at `/kit`; what belongs to the server is passed on to it. */
export async function serveSources({ port, host, server }: { readonly port: number; readonly host: string; readonly server: string }) {
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    // A bundled configuration is written beside the packages, and whoever watches this process would begin it anew.
    configLoader: 'native',
    logLevel: 'warn',
    clearScreen: false,
    server: { port, host, strictPort: true, proxy: Object.fromEntries(OURS.map((path) => [path, { target: server }])) },
  })
  await vite.listen()
  return { address: `http://${host}:${port}`, stop: () => vite.close() }
}
