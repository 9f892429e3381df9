import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'
import { modules } from '../../src/app/modules.ts'

/** One import of one file. Packages keep their name; files are relative to the root. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly isType: boolean
}
export type Graph = readonly Import[]
export type Law = (graph: Graph) => readonly string[]

export function readGraph(root: string, folder = 'src'): Graph {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')))
}
export function importsOf(file: string, code: string): Graph {
  const { module, program } = parseSync(file, code)
  const statics = module.staticImports.map((one) => ({
    to: one.moduleRequest.value,
    isType: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }))
  const passedOn = module.staticExports
    .flatMap((one) => one.entries)
    .flatMap((entry) => (entry.moduleRequest ? [{ to: entry.moduleRequest.value, isType: entry.isType }] : []))
  const dynamics = module.dynamicImports.map((one) => ({
    to: code.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1),
    isType: false,
  }))
  const inTypes = /\bimport\(/.test(code) ? sourcesInTypes(program).map((to) => ({ to, isType: true })) : []
  return [...statics, ...passedOn, ...dynamics, ...inTypes].map(({ to, isType }) => ({
    from: file,
    isType,
    to: to.startsWith('.') ? relative('.', resolve(dirname(file), to)) : to,
  }))
}
/** Sources of `import('./x.ts').Row` where a type stands: the parser's list of imports does not name them. */
function sourcesInTypes(root: unknown): readonly string[] {
  const found: string[] = []
  const open: unknown[] = [root]
  while (open.length > 0) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    if ('type' in node && node.type === 'TSImportType' && 'source' in node) found.push(sourceOf(node.source))
    open.push(...Object.values(node))
  }
  return found
}
function sourceOf(literal: unknown): string {
  return typeof literal === 'object' && literal !== null && 'value' in literal ? String(literal.value) : ''
}

const roomOf = (file: string): number => modules.findIndex((name) => file.startsWith(`src/modules/${name}/`))
const isFile = (target: string): boolean => target.startsWith('src/') || target.startsWith('db/') || target.startsWith('test/')
const said = (law: string, { from, to }: Import): string => `${law}: ${from} → ${to}`
const law =
  (name: string, breaks: (one: Import) => boolean): Law =>
  (graph) =>
    graph.filter(breaks).map((one) => said(name, one))

const isPureFile = (file: string): boolean => /^src\/modules\/[^/]+\/(rules|contract)(\.ts$|\/)/.test(file)
const PURE_PLATFORM =
  /^src\/(platform\/(route|words|refusal|ids-pure|time|persian|identifiers|jalali|fields|file-number)\.ts|access\/(actions|roles)\.ts)$/
const PURE_PACKAGES = ['zod', '@internationalized/date']

/** Rules and contracts touch no I/O: they import their like, pure platform parts and pure packages. */
export const rulesAndContractArePure = law('rules-and-contract-are-pure', ({ from, to }) =>
  isPureFile(from) ? !(isPureFile(to) || PURE_PLATFORM.test(to) || PURE_PACKAGES.includes(to)) : false,
)
/** Other rooms are entered by contract or port (in the browser by `screens/port`); rules may use earlier rules, words are for everyone's labels. */
export const strangersKnockAtTheDoor = law('strangers-knock-at-the-door', ({ from, to }) => {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (there < 0 || here === there || from.startsWith('src/app/')) return false
  return !/^src\/modules\/[^/]+\/((contract|port|rules|words)(\.en)?(\.ts$|\/)|screens\/port\.tsx?$)/.test(to)
})
/** Earlier rooms do not know later ones. */
export const noLookingDownstream = law('no-looking-downstream', ({ from, to }) => roomOf(from) >= 0 && roomOf(to) > roomOf(from))
/** The ground floor imports no room, and nothing of the app. */
export const groundFloorKnowsNoRooms = law(
  'ground-floor-knows-no-rooms',
  ({ from, to }) => /^src\/(platform|ui|access)\//.test(from) && /^src\/(modules|app)\//.test(to),
)
const DRIVERS = /^(pg|pg-[a-z-]+|postgres|kysely)(\/|$)/
const MAY_DRIVE = [
  'src/platform/db.ts',
  'src/platform/line.ts',
  'src/platform/migrate.ts',
  'src/platform/embedded.ts',
  'src/platform/jobs.ts',
  'src/platform/schema.ts',
  'src/app/start.ts',
]
/** Drivers are imported by `platform/db.ts`, and by the few files that prepare the database it opens (decision 0016). */
export const onlyDbSpeaksToTheDriver = law('only-db-speaks-to-the-driver', ({ from, to }) => DRIVERS.test(to) && !MAY_DRIVE.includes(from))

/** Lists of pages come with the first load; the words of their rooms, which grow with every page, come with the page (`nav-words.ts` holds the rest). */
export const wordsComeWithThePage = law(
  'words-come-with-the-page',
  ({ from, to }) => from.endsWith('/screens/routes.tsx') && /\/words(\.en)?\.ts$/.test(to),
)

const isScreen = (file: string): boolean =>
  /^src\/modules\/[^/]+\/screens\//.test(file) || file.startsWith('src/ui/') || file === 'src/app/web.tsx'
const SERVER_ONLY = /^(node:|pg(-[a-z]+)*(\/|$)|fastify|@fastify\/|sharp$|better-auth|pino|kysely(\/|$))/
/** No server file is reachable from a screen, not even for a type: what a browser may know of the server stands in contracts. */
export const screensStayInTheBrowser: Law = (graph) => {
  const edges = edgesOf(graph)
  const found: string[] = []
  for (const start of [...edges.keys()].filter(isScreen).sort()) {
    if (start.endsWith('/plugin.ts')) continue
    const reached = reachedFrom(start, edges).find((file) => SERVER_ONLY.test(file))
    if (reached !== undefined) found.push(`screens-stay-in-the-browser: ${start} → ${reached}`)
  }
  return found
}
/** No import cycles, types included: a knot of types is a knot. */
export const noCycles: Law = (graph) => {
  const edges = edgesOf(graph)
  return [...edges.keys()]
    .filter((file) => (edges.get(file) ?? []).some((next) => next === file || reachedFrom(next, edges).includes(file)))
    .map((file) => `no-cycles: ${file}`)
}
/** Files nobody reaches from an entry are deleted. */
export function noOrphans(graph: Graph, files: readonly string[], entries: readonly string[]): readonly string[] {
  const edges = edgesOf(graph)
  const reached = new Set(entries.flatMap((entry) => [entry, ...reachedFrom(entry, edges)]))
  return files.filter((file) => !reached.has(file)).map((file) => `no-orphans: ${file}`)
}
function edgesOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, string[]>()
  for (const { from, to } of graph) edges.set(from, [...(edges.get(from) ?? []), to])
  return edges
}
function reachedFrom(start: string, edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set<string>([start])
  const open = [start]
  while (open.length > 0) {
    for (const next of edges.get(open.pop() ?? '') ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      if (isFile(next)) open.push(next)
    }
  }
  seen.delete(start)
  return [...seen]
}
