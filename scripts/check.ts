// Every check of the house. With --tests also all tests. Ends with the line `N passed, N failed`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const bin = join(root, 'node_modules/.bin')
const report = join(root, 'dist/tests.json')
type Step = readonly [name: string, command: string, ...args: string[]]
const steps: readonly Step[] = [
  ['types of the server', 'tsc', '-p', 'tsconfig.server.json'],
  ['types of the web', 'tsc', '-p', 'tsconfig.web.json'],
  ['lint', 'oxlint', '--type-aware'],
  ['format', 'biome', 'check', '--error-on-warnings'],
]
const all = process.argv.includes('--tests')
const folders = all ? [] : ['test/laws']
let passed = 0
let failed = 0

mkdirSync(join(root, 'dist'), { recursive: true })
rmSync(report, { force: true })
for (const step of steps) count(await run(step))
const tests = await run(['tests', 'vitest', 'run', ...folders, '--reporter=default', '--reporter=json', `--outputFile=${report}`])
const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() })
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, success } = Report.parse(JSON.parse(readFileSync(report, 'utf8')))
  passed += numPassedTests
  failed += numFailedTests === 0 && !(success && tests.code === 0) ? 1 : numFailedTests
} else failed++
if (failed > 0) console.log(tests.output)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

interface Outcome {
  readonly code: number
  readonly output: string
}
function count({ code }: Outcome): void {
  if (code === 0) passed++
  else failed++
}
async function run([name, command, ...args]: Step): Promise<Outcome> {
  process.stdout.write(`… ${name}\n`)
  const begun = performance.now()
  const child = spawn(join(bin, command), args, {
    cwd: root,
    env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}`, NO_COLOR: '1' },
  })
  const parts: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => parts.push(String(data)))
  const code = await new Promise<number>((done) => {
    child.on('close', (status) => {
      done(status ?? 1)
    })
  })
  const output = parts.join('')
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  if (code !== 0 && name !== 'tests') console.log(output)
  return { code, output }
}
