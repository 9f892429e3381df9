// npm run add -- PACKAGE@VERSION: adds a dependency under the bundled Node (an older npm host would pick older versions in silence) and completes the lock.
import { spawnSync } from 'node:child_process'

const wanted = process.argv.slice(2)
if (
  wanted.every((one) => one === '--save-dev') ||
  wanted.some((one) => !/^(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+(-[\w.]+)?$/.test(one) && one !== '--save-dev')
) {
  console.error('npm run add -- name@1.2.3 [--save-dev]   (an exact version is needed)')
  process.exit(1)
}
const npm = process.env.npm_execpath
const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
const installed = spawnSync(command, [...first, 'install', '--ignore-scripts', '--save-exact', ...wanted], { stdio: 'inherit' })
if (installed.status !== 0) process.exit(installed.status ?? 1)
const completed = spawnSync(process.execPath, [new URL('complete-lock.mjs', import.meta.url).pathname], { stdio: 'inherit' })
process.exit(completed.status ?? 1)
