// npm run bench -- <name> [--json] [--full]: measures one thing and prints its figures; without a name, lists what can be measured.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Bench } from './bench.ts'

const Module = z.object({ name: z.string(), about: z.string(), run: z.custom<Bench['run']>((value) => typeof value === 'function') })
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
})
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && /^export const name = /m.test(readFileSync(join(import.meta.dirname, file), 'utf8')))
  .toSorted()
const [wanted] = positionals
if (wanted === undefined) {
  for (const file of files) {
    const { name, about } = await load(file)
    console.log(`${name.padEnd(10)} ${about}`)
  }
} else {
  const file = files.find((one) => one === `${wanted}.ts`)
  if (file === undefined) {
    console.error(`no such bench: ${wanted}; npm run bench lists them`)
    process.exit(1)
  }
  const figures = await (await load(file)).run({ full: values.full })
  if (values.json) console.log(JSON.stringify(figures, null, 2))
  else for (const { figure, value, unit } of figures) console.log(`${wanted}: ${figure}: ${value} ${unit}`)
}
async function load(file: string): Promise<Bench> {
  return Module.parse(await import(join(import.meta.dirname, file)))
}
