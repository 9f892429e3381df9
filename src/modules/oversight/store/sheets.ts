import type { Tx } from '../../../platform/db.ts'
import { SheetContent, type SheetKind, type SheetLine } from '../contract/sheets.ts'

interface Issued {
  readonly planId: string
  readonly id: string
  readonly countyCode: string | null
  readonly number: string
  readonly issuedOn: string
  readonly issuedAt: Date
  readonly issuedBy: string
  readonly content: SheetContent
}
const MOST = 50
export async function insertSheet(tx: Tx, sheet: Issued): Promise<void> {
  await tx
    .insertInto('oversight.sheet')
    .values({
      plan_id: sheet.planId,
      id: sheet.id,
      kind: sheet.content.kind,
      county_code: sheet.countyCode,
      number: sheet.number,
      issued_on: sheet.issuedOn,
      issued_at: sheet.issuedAt,
      issued_by: sheet.issuedBy,
      content: JSON.stringify(sheet.content),
    })
    .execute()
}
const COLUMNS = ['id', 'kind', 'county_code', 'number', 'issued_on', 'issued_at'] as const
interface Row {
  readonly id: string
  readonly kind: string
  readonly county_code: string | null
  readonly number: string
  readonly issued_on: string
  readonly issued_at: Date
}
const kindOf = (kind: string): SheetKind => (kind === 'province' ? 'province' : 'county')
const lineOf = (row: Row): SheetLine => ({
  id: row.id,
  kind: kindOf(row.kind),
  countyCode: row.county_code,
  number: row.number,
  issuedOn: row.issued_on,
  issuedAt: row.issued_at.toISOString(),
})
/** The newest sheets of the reader's reach. */
export async function listSheets(tx: Tx): Promise<readonly SheetLine[]> {
  const rows = await tx
    .selectFrom('oversight.sheet')
    .select(COLUMNS)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(lineOf)
}
export async function findSheet(tx: Tx, id: string): Promise<(SheetLine & { readonly content: SheetContent }) | undefined> {
  const row = await tx
    .selectFrom('oversight.sheet')
    .select([...COLUMNS, 'content'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...lineOf(row), content: SheetContent.parse(row.content) }
}
