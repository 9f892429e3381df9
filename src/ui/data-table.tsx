import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLanguage } from './language.tsx'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers align to the end. */
  readonly isNumber?: boolean
  /** By what the rows are put in order under this title; only for lists that are here whole. */
  readonly sortBy?: (row: Row) => string | number
}
interface TableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}
interface Sorting {
  readonly key: string
  readonly isDown: boolean
}
/** Above so many rows only those near the eye are drawn. */
export const DRAWN_WHOLE = 200
/** So many rows are drawn above and below those seen, so that the next one by keyboard is there. */
const AROUND = 12

/** A table on wide screens; under 1024 px its columns collapse into list rows with their titles. */
export function DataTable<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
  const [sorting, setSorting] = useState<Sorting>()
  const sorted = useSorted(rows, columns, sorting)
  const press = (key: string): void => setSorting({ key, isDown: sorting?.key === key && !sorting.isDown })
  const isLong = rows.length > DRAWN_WHOLE
  return (
    <table
      aria-label={label}
      {...(isLong ? { 'aria-rowcount': rows.length + 1 } : {})}
      className="block w-full border-separate border-spacing-0 lg:table lg:rounded-card lg:border lg:border-line lg:bg-surface lg:in-[.card]:border-0"
    >
      <thead className="block lg:table-header-group">
        <tr className="flex flex-wrap gap-2 pb-2 lg:table-row lg:pb-0">
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sorting={sorting} onPress={press} />
          ))}
        </tr>
      </thead>
      {isLong ? (
        <LongBody columns={columns} rows={sorted} keyOf={keyOf} />
      ) : (
        <tbody className="block lg:table-row-group">
          {sorted.map((row) => (
            <TableRow key={keyOf(row)} row={row} columns={columns} />
          ))}
        </tbody>
      )}
    </table>
  )
}
function useSorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | undefined): readonly Row[] {
  const language = useLanguage()
  return useMemo(() => {
    const by = columns.find(({ key }) => key === sorting?.key)?.sortBy
    if (by === undefined || sorting === undefined) return rows
    const { compare } = new Intl.Collator(language === 'en' ? 'en-GB' : 'fa-IR', { numeric: true })
    const order = (one: Row, other: Row): number => {
      const [first, second] = [by(one), by(other)]
      return typeof first === 'number' && typeof second === 'number' ? first - second : compare(String(first), String(second))
    }
    return rows.toSorted((one, other) => (sorting.isDown ? order(other, one) : order(one, other)))
  }, [rows, columns, sorting, language])
}
interface HeadProps<Row> {
  readonly column: Column<Row>
  readonly sorting: Sorting | undefined
  readonly onPress: (key: string) => void
}
/** On phones only the titles by which one may sort are seen. */
function HeadCell<Row>({ column: { key, title, isNumber, sortBy }, sorting, onPress }: HeadProps<Row>) {
  const side = isNumber === true ? 'text-end' : 'text-start'
  const look = 'bg-sunken font-semibold text-tag lg:sticky lg:top-0 lg:z-10 lg:first:rounded-ss-card lg:last:rounded-se-card'
  if (sortBy === undefined)
    return (
      <th scope="col" className={`sr-only px-3 py-2 lg:not-sr-only lg:sticky lg:px-3 lg:py-2 ${look} ${side}`}>
        {title}
      </th>
    )
  const isSorted = sorting?.key === key
  const Icon = isSorted ? (sorting.isDown ? ArrowDown : ArrowUp) : ArrowUpDown
  return (
    <th
      scope="col"
      className={`max-lg:rounded-control ${look} ${side}`}
      aria-sort={isSorted ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="inline-flex min-h-12 items-center gap-1 px-3 lg:min-h-10" onClick={() => onPress(key)}>
        {title}
        <Icon aria-hidden size={14} className={isSorted ? 'text-brand' : 'text-control'} />
      </button>
    </th>
  )
}
interface RowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly index?: number
}
function TableRow<Row>({ row, columns, index }: RowProps<Row>) {
  return (
    <tr
      {...(index === undefined ? {} : { 'aria-rowindex': index + 2 })}
      className="group/row block border-transparent border-b-8 lg:table-row lg:border-b-0"
    >
      {columns.map(({ key, title, cell, isNumber }, place) => (
        <td
          key={key}
          className={`flex justify-between gap-3 border-line border-x bg-surface px-3 py-0.5 text-dense first:font-semibold max-lg:first:rounded-t-card max-lg:first:border-t max-lg:first:pt-3 max-lg:last:rounded-b-card max-lg:last:border-b max-lg:last:pb-3 lg:table-cell lg:border-x-0 lg:border-b lg:py-2 lg:group-last/row:border-b-0 lg:group-hover/row:bg-sunken lg:group-last/row:first:rounded-es-card lg:group-last/row:last:rounded-ee-card ${isNumber === true ? 'lg:text-end' : ''}`}
        >
          <span
            aria-hidden
            className={`shrink-0 font-normal text-ink-2 max-lg:has-[+span:empty]:hidden lg:hidden ${place === 0 ? 'sr-only' : ''}`}
          >
            {title}
          </span>
          <span className="min-w-0 break-words">{cell(row)}</span>
        </td>
      ))}
    </tr>
  )
}
/** Rows near the eye between two spacers. How tall a row is, is taken from those drawn first and again when the width changes. */
function LongBody<Row>({ rows, columns, keyOf }: Pick<TableProps<Row>, 'rows' | 'columns' | 'keyOf'>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [seen, setSeen] = useState({ first: 0, count: DRAWN_WHOLE, height: 0 })
  const total = rows.length
  useLayoutEffect(() => {
    let [width, height] = [0, 0]
    const look = (): void => {
      const drawn = body.current
      if (drawn === null) return
      if (width !== window.innerWidth) {
        width = window.innerWidth
        const shown = [...drawn.querySelectorAll('tr:not([aria-hidden])')]
        height = shown.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0) / Math.max(1, shown.length)
      }
      const above = Math.floor(-drawn.getBoundingClientRect().top / height) - AROUND
      const count = Math.ceil(window.innerHeight / height) + 2 * AROUND
      const first = Math.max(0, Math.min(above, total - count))
      setSeen((before) =>
        before.first === first && before.count === count && before.height === height ? before : { first, count, height },
      )
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [total])
  const { first, count, height } = seen
  return (
    <tbody ref={body} className="block lg:table-row-group">
      <Spacer height={first * height} />
      {rows.slice(first, first + count).map((row, place) => (
        <TableRow key={keyOf(row)} row={row} columns={columns} index={first + place} />
      ))}
      <Spacer height={(total - first - count) * height} />
    </tbody>
  )
}
function Spacer({ height }: { readonly height: number }) {
  return height <= 0 ? null : <tr aria-hidden className="block lg:table-row" style={{ height }} />
}
