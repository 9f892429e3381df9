import type { Cell } from '../../platform/sheet/write.ts'

export interface PageOfRows {
  readonly rows: readonly (readonly Cell[])[]
  readonly next: string | null
}
/** All rows of a paged list, in its order; undefined once there are more than `most`, and no page is read after that. */
export async function gather(
  pageAfter: (after: string | null) => Promise<PageOfRows>,
  most: number,
): Promise<readonly (readonly Cell[])[] | undefined> {
  const rows: (readonly Cell[])[] = []
  let after: string | null = null
  do {
    const page: PageOfRows = await pageAfter(after)
    rows.push(...page.rows)
    if (rows.length > most) return undefined
    after = page.next
  } while (after !== null)
  return rows
}
