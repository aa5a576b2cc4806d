/** A table of the vault with its sealed columns, and how many of its rows fit well into memory at once. */
export type SealedTable = { readonly table: string; readonly columns: readonly string[]; readonly rowsAtOnce: number }

const AT_ONCE = 500

/** Everything in the vault that is sealed: what a change of key goes through. A test compares it with the tables. */
export const SEALED: readonly SealedTable[] = [
  { table: 'person', columns: ['number', 'surname', 'initials', 'born_on', 'phone'], rowsAtOnce: AT_ONCE },
  { table: 'supervisor', columns: ['number', 'name', 'email'], rowsAtOnce: AT_ONCE },
  { table: 'supervision', columns: ['number'], rowsAtOnce: AT_ONCE },
  { table: 'key', columns: ['study_id'], rowsAtOnce: AT_ONCE },
  { table: 'errand', columns: ['payload'], rowsAtOnce: AT_ONCE },
  { table: 'consent_form', columns: ['particulars'], rowsAtOnce: AT_ONCE },
  // scans of up to ten megabytes
  { table: 'consent_paper', columns: ['sealed'], rowsAtOnce: 4 },
  { table: 'letter', columns: ['particulars'], rowsAtOnce: AT_ONCE },
  { table: 'upload', columns: ['particulars'], rowsAtOnce: AT_ONCE },
  // pieces of a file, a quarter of a megabyte each
  { table: 'upload_chunk', columns: ['sealed'], rowsAtOnce: 32 },
  { table: 'breach', columns: ['sealed'], rowsAtOnce: AT_ONCE },
]
