import type { ReactNode } from 'react'

export type Column = { readonly key: string; readonly label: string; readonly number?: boolean }
export type Row = { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>> }
/** Rows under a heading of their own; a table without parts has one part without title. */
export type Part = { readonly key: string; readonly title?: ReactNode; readonly rows: readonly Row[] }

/** A table. The first column names the row. On a telephone each row is a card with the columns' names in it. */
export function Table(props: {
  caption: string
  aside?: string
  hidden?: boolean
  /** Few and short columns: stays a table on a telephone. */
  small?: boolean
  columns: readonly Column[]
  parts: readonly Part[]
}) {
  const { caption, aside, hidden, small, columns, parts } = props
  return (
    <table className={small ? 'table small' : 'table cards'}>
      <caption className={hidden ? 'visually-hidden' : undefined}>
        {caption}
        {aside && <span className="soft">{aside}</span>}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.number ? 'number' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {parts.map((part) => (
        <tbody key={part.key}>
          {part.title && (
            <tr className="part">
              <th colSpan={columns.length} scope="rowgroup">
                {part.title}
              </th>
            </tr>
          )}
          {part.rows.map((row) => (
            <Line key={row.key} row={row} columns={columns} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Line({ row, columns }: { row: Row; columns: readonly Column[] }) {
  return (
    <tr>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row">
            {row.cells[column.key]}
          </th>
        ) : (
          <td key={column.key} data-label={column.label} className={column.number ? 'number' : undefined}>
            {row.cells[column.key]}
          </td>
        ),
      )}
    </tr>
  )
}
