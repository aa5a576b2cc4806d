import type { Shared } from '../../protocol/disclosure/shared-numbers'
import type { Words } from '../../protocol/words'
import type { Value, Variable } from '../table/table'
import type { Making } from './seen'

/** A column, whatever fills it. */
type Any = { readonly variable: Variable; readonly value: (one: never) => Value; readonly shares?: Shared }

export const LEFT_OUT: Words = {
  nl: 'In deze uitgifte weggelaten: alles is leeg.',
  en: 'Left out of this release: all of it is empty.',
}

/** A column without anything in it, that says so. */
export function emptied<Column extends Any>(column: Column): Column {
  const { values: _, ...bare } = column.variable
  return { ...column, variable: noted(bare, LEFT_OUT), value: () => null }
}

/** A column as a release tells it: one of numbers that people share is empty where these are left out. */
export const sharedOrNot = <Column extends Any>({ chosen }: Making, column: Column): Column =>
  column.shares && chosen.coarsening[column.shares] ? emptied(column) : column

/** A variable with one more sentence in its note. */
export const noted = (variable: Variable, note: Words): Variable => ({
  ...variable,
  note: variable.note ? { nl: `${variable.note.nl} ${note.nl}`, en: `${variable.note.en} ${note.en}` } : note,
})
