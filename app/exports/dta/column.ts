import type { Imprint, Table, Variable } from '../table/table'

/** Stata keeps a text of fixed width in up to 2,045 bytes; what may be longer stands behind the rows (strL). */
const LONGEST_FIXED = 2045
/** The greatest whole number of a long (Stata's help `dta`, section 4); above it stand the missing values. */
export const GREATEST_LONG = 2_147_483_620
export const LEAST_LONG = -2_147_483_647
/** `.` of a long; .a, .b and .c follow it. */
export const LONG_MISSING = 2_147_483_621

/**
 * How Stata keeps a variable. A text with codes is a long numbered in the order of its values: Stata has value labels
 * for numbers only, and `tabulate`, `i.` in a model and `xtset` want numbers. Analysts would `encode` it, in the order of
 * the alphabet; so it has the order of the codebook, and its codes stand in its notes.
 */
export type Storage = 'long' | 'double' | 'day' | 'coded' | 'fixed' | 'long text'

/** What a number means; `value` is what stands in the file, for a missing one too. */
type Label = { readonly value: number; readonly label: string }

/** A variable as it stands in the file. */
export type StataColumn = {
  readonly variable: Variable
  /** Which one of the file it is, from 1. */
  readonly place: number
  readonly storage: Storage
  /** Its number in the list of types (section 5.3). */
  readonly type: number
  /** What it takes of a row. */
  readonly bytes: number
  /** How Stata shows it. */
  readonly format: string
  /** In the order of `value`, as the format wants. */
  readonly labels: readonly Label[]
}

const NUMBERS = {
  long: { type: 65_528, bytes: 4, format: '%12.0g' },
  coded: { type: 65_528, bytes: 4, format: '%12.0g' },
  day: { type: 65_528, bytes: 4, format: '%td' },
  double: { type: 65_526, bytes: 8, format: '%10.0g' },
} as const

/**
 * The columns of a table. What a type is follows from the codebook and never from what a column holds, so that files of
 * two releases can be appended. Throws a RangeError when Stata cannot have the table: more than 32,767 variables, a name
 * of more than 32 characters, a code that is no whole number.
 */
export function stataColumns(table: Table, language: Imprint['language']): StataColumn[] {
  if (table.variables.length > 32_767) throw new RangeError(`${table.name}: Stata has no more than 32,767 variables`)
  return table.variables.map((variable, at) => {
    if (variable.name.length > 32)
      throw new RangeError(`${variable.name}: a name has no more than 32 characters in Stata`)
    const storage = storageOf(variable)
    return {
      variable,
      place: at + 1,
      storage,
      ...shape(variable, storage),
      labels: labelsOf(variable, storage, language),
    }
  })
}

function storageOf({ kind, values, width }: Variable): Storage {
  if (kind === 'day') return 'day'
  if (kind === 'integer') return 'long'
  if (kind === 'number') return 'double'
  if (values?.length) return 'coded'
  return width > LONGEST_FIXED ? 'long text' : 'fixed'
}

function shape({ width }: Variable, storage: Storage): Pick<StataColumn, 'type' | 'bytes' | 'format'> {
  if (storage === 'long text') return { type: 32_768, bytes: 8, format: '%-9s' }
  if (storage !== 'fixed') return NUMBERS[storage]
  // a width of 0 does not exist: a column that is always empty takes a byte
  const bytes = Math.max(1, width)
  return { type: bytes, bytes, format: `%-${Math.min(bytes, 40)}s` }
}

function labelsOf(variable: Variable, storage: Storage, language: Imprint['language']): Label[] {
  if (storage === 'fixed' || storage === 'long text' || storage === 'day') return []
  const values = (variable.values ?? []).map(({ code, label }, at) => ({
    value: storage === 'coded' ? at + 1 : labelled(variable.name, code),
    label: label[language],
  }))
  const missing = missingOf(variable).map(({ label }, at) => ({ value: LONG_MISSING + 1 + at, label: label[language] }))
  return [...values, ...missing].sort((one, other) => one.value - other.value)
}

/** The codes that become .a, .b and .c: those of a number. */
export const missingOf = ({ kind, missing = [] }: Variable) => (kind === 'integer' || kind === 'number' ? missing : [])

function labelled(name: string, code: string | number): number {
  if (Number.isInteger(code) && Number(code) >= LEAST_LONG && Number(code) <= GREATEST_LONG) return Number(code)
  throw new RangeError(`${name}: Stata has no label for a code that is no whole number`)
}
