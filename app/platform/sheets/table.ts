/** A file's bytes, from the start at each call. Nothing of it is ever written to disk: such files hold names. */
export type Source = () => AsyncIterable<Uint8Array>

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]
export const DELIMITERS = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** How a file is written, as its bytes say. A CSV has an encoding and a delimiter, a workbook has sheets. */
export type Guess = {
  readonly format: 'csv' | 'xlsx'
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  /** The sheet that is read, and the names of all that are not hidden; null and empty for a CSV. */
  readonly sheet: string | null
  readonly sheets: readonly string[]
}
/** What somebody chose instead of the guess. */
export type Chosen = {
  readonly encoding?: Encoding | null
  readonly delimiter?: Delimiter | null
  readonly sheet?: string | null
}

/**
 * A row: its line in the file (of a workbook the number of the row), and as many cells as the header has. Or a row that
 * cannot be read, and why: `wrong_number_of_columns`, `broken_quote`, `row_too_long`, `unreadable_character`, and
 * `rest_unreadable` when nothing of the file can be read from this line on. `raw` is what can be seen of it, for who has
 * to correct it; nothing of a line that is too long.
 */
export type SheetRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly code: string; readonly raw: readonly string[] }

/** A table: how it is written, its header, and its rows, read anew each time that they are asked for. */
export type Table = {
  readonly guess: Guess
  readonly header: readonly string[]
  readonly rows: AsyncIterable<SheetRow>
}

/** Characters that one record has at most; what is longer refuses itself and fills no memory. */
export const LONGEST_ROW = 1_000_000
export const MOST_COLUMNS = 1_000
