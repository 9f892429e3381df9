import { searchKey } from '../../../../platform/persian.ts'
import { isOneSlipAway } from './headers.ts'

export interface County {
  readonly code: string
  /** Its name first, then every name by which lists mean it: its cities, older spellings. */
  readonly names: readonly string[]
}
export interface Places {
  readonly counties: readonly County[]
  /** Counties the nominating officer acts in. */
  readonly own: readonly string[]
}
export type CountyReason = 'enrolment.row-county-unknown' | 'enrolment.row-county-missing' | 'enrolment.row-county-foreign'
export type ReadCounty = { readonly code: string; readonly isGuessed: boolean } | { readonly reason: CountyReason }

/** The county a cell names: by its name, its code or a city of it, alone or within «استان …، شهرستان …». An officer of one county need not write it. */
export function readCounty(cell: string, { counties, own }: Places): ReadCounty {
  if (cell === '')
    return own.length === 1 && own[0] !== undefined ? { code: own[0], isGuessed: false } : { reason: 'enrolment.row-county-missing' }
  const pieces = piecesOf(cell)
  const named = new Set(pieces.flatMap((piece) => codesOf(piece, counties)))
  const guessed = named.size > 0 ? named : new Set(pieces.flatMap((piece) => nearCodesOf(piece, counties)))
  const [code] = guessed
  if (code === undefined || guessed.size > 1) return { reason: 'enrolment.row-county-unknown' }
  return own.includes(code) ? { code, isGuessed: named.size === 0 } : { reason: 'enrolment.row-county-foreign' }
}
/** What may be a name of a county in a cell; what follows the word «شهرستان» counts alone, the province never. */
function piecesOf(cell: string): readonly string[] {
  const afterWord = /شهرستان\s+(.+)$/.exec(cell)?.[1] ?? cell
  const pieces = afterWord
    .replace(/استان\s+\S+/g, ' ')
    .split(/[-–—،,/\\()|:؛;]+/)
    .map((piece) => squeezed(searchKey(piece).replace(/^(شهرستان|شهر|بخش|بندر) (?=.)/, '')))
    .filter((piece) => piece !== '')
  return [squeezed(searchKey(afterWord)), ...pieces]
}
const squeezed = (key: string): string => key.replaceAll(' ', '')
function codesOf(piece: string, counties: readonly County[]): readonly string[] {
  const byName = counties.filter(({ code, names }) => code === piece || squeezed(searchKey(names[0] ?? '')) === piece)
  const found = byName.length > 0 ? byName : counties.filter(({ names }) => names.some((name) => squeezed(searchKey(name)) === piece))
  return found.map(({ code }) => code)
}
/** Long names only: «دشتی» is one slip from half the map. */
function nearCodesOf(piece: string, counties: readonly County[]): readonly string[] {
  if (piece.length < 6) return []
  return counties.filter(({ names }) => isNear(piece, squeezed(searchKey(names[0] ?? '')))).map(({ code }) => code)
}
function isNear(piece: string, name: string): boolean {
  return name.length >= 6 && isOneSlipAway(piece, name)
}
