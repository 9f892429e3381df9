/** One write of a file to a table, as it stands in its code: `enrolment.case` for the builder, `enrolment."case"` for SQL. */
export interface Write {
  readonly file: string
  readonly table: string
}
const BUILDER = /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`]([^'"`]+)['"`]/g
const STATEMENT = /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy)\s+([a-z_]+\.(?:"[a-z_]+"|[a-z_]+))/gi
/** A write whose table the code computes: it can be held to nothing, so only the one who restamps may. */
const COMPUTED =
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*(?!['"`])\w|\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate)\s+(?:only\s+)?\$\{/gi

export function writesOf(file: string, code: string): readonly Write[] {
  const named = [BUILDER, STATEMENT].flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''))
  const computed = [...code.matchAll(COMPUTED)].map(() => 'computed')
  return [...named, ...computed].map((table) => ({ file, table: table.replaceAll('"', '') }))
}

/** Schemas a file owns. Rooms own the schema of their name; access also keeps what sign-in needs. */
function ownedBy(file: string): readonly string[] {
  const room = /^src\/modules\/([a-z]+)\//.exec(file)?.[1]
  if (room !== undefined) return [room]
  if (file.startsWith('src/access/')) return ['access', 'auth']
  return file.startsWith('src/platform/') ? ['platform'] : []
}
/** Writes outside the schemas of their file, and outside what is allowed to it by name. */
export function foreignWrites(writes: readonly Write[], allowed: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const isOwn = ({ file, table }: Write): boolean =>
    ownedBy(file).includes(table.split('.')[0] ?? '') || (allowed[file] ?? []).includes(table)
  return [...new Set(writes.filter((one) => !isOwn(one)).map(({ file, table }) => `writes-only-its-own-schema: ${file} → ${table}`))]
}
