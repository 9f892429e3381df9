import { createRequire } from 'node:module'
import type { LegacyHighs } from 'highs'

/** The solver as its package gives it to Node: the loader itself, which its types call a default export. */
export async function openHighs(): Promise<LegacyHighs> {
  const load: () => Promise<LegacyHighs> = createRequire(import.meta.url)('highs')
  return load()
}
