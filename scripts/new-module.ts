// npm run new:module <name>: a room with its empty files. What it still needs is named by the compiler and the laws.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [name = ''] = process.argv.slice(2)
if (!/^[a-z][a-z]+$/.test(name)) fail('name the room in one lower-case word: npm run new:module name')
const folder = resolve(import.meta.dirname, '../src/modules', name)
if (existsSync(join(folder, 'api.ts'))) fail(`the room ${name} exists already`)
const files: Readonly<Record<string, string>> = {
  'README.md': `# ${name}\n\nPurpose.\n\n**Always true.**\n\n**State.** new.\n`,
  'api.ts': `import type { Handled } from '../../platform/http.ts'\n\nexport const ${name}Api: readonly Handled[] = []\n`,
  'constraints.ts': `/** Constraints of this room a user can trip over, and the refusal each becomes. */\nexport const ${name}Constraints: readonly (readonly [constraint: string, refusal: string])[] = []\n`,
  'words.ts': `import { defineWords } from '../../platform/words.ts'\n\nexport const words = defineWords('${name}', {})\n`,
  'words.en.ts':
    "import type { English } from '../../platform/words.ts'\nimport type { words } from './words.ts'\n\nexport const english = {} as const satisfies English<typeof words>\n",
}
mkdirSync(folder, { recursive: true })
for (const [file, text] of Object.entries(files)) if (!existsSync(join(folder, file))) writeFileSync(join(folder, file), text)
console.log(
  `${folder}\nnext: its migration and law, its actions and policy, contract.ts with the first route, its lines in src/app/modules.ts, rooms.ts, all-words.ts and english-words.ts`,
)

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
