import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers align to the end. */
  readonly isNumber?: boolean
}
interface TableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}
/** A table on wide screens; under 1024 px its columns collapse into list rows with their titles. Pages are bounded by the server, so every row is drawn. */
export function DataTable<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table aria-label={label} className="block w-full border-separate border-spacing-0 lg:table">
      <thead className="sr-only lg:not-sr-only lg:table-header-group">
        <tr>
          {columns.map(({ key, title, isNumber }) => (
            <th
              key={key}
              scope="col"
              className={`sticky top-0 bg-sunken px-3 py-2 font-semibold text-tag ${isNumber === true ? 'text-end' : 'text-start'}`}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            className="mb-2 block rounded-card border border-line bg-surface p-3 lg:mb-0 lg:table-row lg:rounded-none lg:border-0 lg:p-0 lg:hover:bg-sunken"
          >
            {columns.map(({ key, title, cell, isNumber }, index) => (
              <td
                key={key}
                className={`flex justify-between gap-3 py-0.5 text-dense lg:table-cell lg:border-line lg:border-b lg:px-3 lg:py-2 ${index === 0 ? 'font-semibold' : ''} ${isNumber === true ? 'lg:text-end' : ''}`}
              >
                <span aria-hidden className="font-normal text-ink-2 lg:hidden">
                  {title}
                </span>
                <span>{cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
