import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { modules } from '../../src/app/modules.ts'

const root = resolve(import.meta.dirname, '../..')
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((name) => name !== '' && existsSync(join(root, name)))
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

test('migrations are named by day, number, room, verb and thing, and begin with why', () => {
  const names = readdirSync(join(root, 'db/migrations'))
  expect(
    names.filter((name) => !/^\d{8}-\d{2}-(platform|access|[a-z]+)-(create|add|rename|drop|backfill|index)-[a-z-]+\.sql$/.test(name)),
  ).toEqual([])
  expect(names.filter((name) => !read(`db/migrations/${name}`).startsWith('-- '))).toEqual([])
})
test('all fifteen rooms are there, each with its README', () => {
  expect(modules).toHaveLength(15)
  expect(modules.filter((name) => !existsSync(join(root, 'src/modules', name, 'README.md')))).toEqual([])
})
/** Physical sides in Tailwind classes, CSS and style objects; `start` and `end` turn with the direction of the text, these do not. */
const physical = [
  /(?:^|[\s"'`:!(])-?(?:scroll-)?(?:ml|mr|pl|pr)-(?:[\d[(]|auto|px)/,
  /(?:^|[\s"'`:!(])-?(?:left|right)-(?:[\d[(]|auto|full|px)/,
  /(?:^|[\s"'`:!(])(?:border|rounded)-(?:[lr]|tl|tr|bl|br)(?=[\s"'`-])/,
  /(?:^|[\s"'`:!(])(?:text|float|clear|object|origin)-(?:left|right)\b/,
  /(?:margin|padding|border|inset)-(?:left|right)\b/,
  /(?:margin|padding|border|scrollMargin|scrollPadding)(?:Left|Right)\b/,
  /(?:^|[\s;{])(?:left|right)\s*:\s*(?!\s*(?:string|number|readonly))[-\d'"`a-z]/m,
  /(?:text-align|float|textAlign)\s*:\s*['"`]?(?:left|right)\b/,
] as const
const isPhysical = (text: string): boolean => physical.some((pattern) => pattern.test(text))
test('screens know no left and no right', () => {
  const texts = tracked.filter((name) => /^src\/.*\.(tsx|css|html)$/.test(name))
  expect(texts.length).toBeGreaterThan(80)
  expect(texts.filter((name) => isPhysical(read(name)))).toEqual([])
})
test.each([
  'className="ml-2"',
  "className={cx('sm:-mr-4')}",
  'className="pl-[3px]"',
  'className="absolute left-0"',
  'className="border-l border-line"',
  'className="rounded-tr-lg"',
  'className="md:text-right"',
  'className="float-left"',
  '.x { margin-left: 4px }',
  '.x { border-right: 1px solid }',
  '.x {\n  left: 0;\n}',
  '.x { text-align: right }',
  'style={{ paddingRight: 4 }}',
  "style={{ textAlign: 'left' }}",
])('a physical side is caught: %s', (text) => {
  expect(isPhysical(text)).toBe(true)
})
test.each(['className="ms-2 ps-3 start-0 text-start border-s rounded-se"', 'the right answer', '<p>left over</p>', 'aria-label="right"'])(
  'what is no side is let through: %s',
  (text) => {
    expect(isPhysical(text)).toBe(false)
  },
)
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
})
test('the lock file names no host and every optional package of every platform', () => {
  const { packages } = Lock.parse(JSON.parse(read('package-lock.json')))
  expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([])
  const missing = Object.entries(packages).flatMap(([at, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => packages[`${at}/node_modules/${name}`] === undefined && packages[`node_modules/${name}`] === undefined,
    ),
  )
  expect(missing).toEqual([])
})
test('dependencies are pinned exactly', () => {
  const Package = z.object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  const all = Package.parse(JSON.parse(read('package.json')))
  const versions = [
    ...Object.entries(all.dependencies),
    ...Object.entries(all.devDependencies),
    ...Object.entries(all.optionalDependencies),
  ]
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})
test('.npmrc never switches scripts off, which would skip the setup', () => {
  expect(read('.npmrc')).not.toContain('ignore-scripts')
})
