/** A JSON value for people: one line a fact, nested facts indented, lists of records as aligned columns. */
export function shown(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return value.length === 0 ? `${indent}none\n` : list(value, indent)
  if (value === null || typeof value !== 'object') return `${indent}${word(value)}\n`
  const entries = Object.entries(value)
  const width = Math.max(0, ...entries.filter(([, one]) => isWord(one)).map(([key]) => key.length))
  return entries
    .map(([key, one]) =>
      isWord(one) ? `${indent}${key.padEnd(width)}  ${word(one)}\n` : `${indent}${key}\n${shown(one, `${indent}  `)}`,
    )
    .join('')
}

const isWord = (value: unknown) => value === null || typeof value !== 'object'
const word = (value: unknown) => (value === null ? '–' : String(value))

function list(rows: readonly unknown[], indent: string): string {
  const records = rows.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
  if (records.length < rows.length) return rows.map((row) => shown(row, indent)).join('')
  const columns = Object.keys(records[0] ?? {})
  const cells = [
    columns,
    ...records.map((row) =>
      columns.map((column) => (isWord(row[column]) ? word(row[column]) : JSON.stringify(row[column]))),
    ),
  ]
  const widths = columns.map((_, index) => cells.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0))
  return cells
    .map(
      (row) =>
        `${indent}${row
          .map((cell, index) => cell.padEnd(widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
