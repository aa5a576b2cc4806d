import type { Coded, Imprint, Table, Variable } from '../table/table'

type Language = Imprint['language']
type Labelled<Value> = { readonly value: Value; readonly label?: string }

/** A column, as a Table Schema describes it. */
type Field = {
  readonly name: string
  readonly title: string
  readonly type: string
  readonly description?: string
  readonly categories?: readonly Labelled<string | number>[]
  readonly categoriesOrdered?: boolean
  readonly missingValues?: readonly Labelled<string>[]
}

/** What the columns of a CSV file are (Table Schema of Data Package 2.0). */
type TableSchema = {
  readonly fields: readonly Field[]
  readonly primaryKey?: readonly string[]
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[]
    readonly reference: { readonly resource: string; readonly fields: readonly string[] }
  }[]
}

const TYPES: Record<Variable['kind'], string> = { integer: 'integer', number: 'number', text: 'string', day: 'date' }

/**
 * The schema of a table. `dyads` is the table with one row a dyad, where it goes along: a row of another table belongs
 * to one of its rows.
 */
export function tableSchema(table: Table, language: Language, dyads: Table | undefined): TableSchema {
  const { variables, key } = table
  const refers = dyads && dyads !== table && dyads.key.every((name) => variables.some((one) => one.name === name))
  return {
    fields: variables.map((variable) => field(variable, language)),
    ...(key.length > 0 && { primaryKey: key }),
    ...(refers && { foreignKeys: [{ fields: dyads.key, reference: { resource: dyads.name, fields: dyads.key } }] }),
  }
}

function field(variable: Variable, language: Language): Field {
  const { name, label, kind, missing = [] } = variable
  const description = described(variable, language)
  return {
    name,
    title: label[language],
    type: TYPES[kind],
    ...(description && { description }),
    ...categories(variable, language),
    // an empty cell is missing in every field, but no longer where others are named
    ...(missing.length > 0 && {
      missingValues: [
        { value: '' },
        ...missing.map(({ code, label }) => ({ value: String(code), label: label[language] })),
      ],
    }),
  }
}

/** All that a value can be, where that is known: the standard has it for whole numbers and texts only. */
function categories(variable: Variable, language: Language): Pick<Field, 'categories' | 'categoriesOrdered'> {
  if (!isCategorical(variable)) return {}
  return { categories: labelled(variable.values, language), categoriesOrdered: variable.measure === 'ordinal' }
}

const isCategorical = (variable: Variable): variable is Variable & { readonly values: readonly Coded[] } =>
  variable.measure !== 'scale' && variable.values !== undefined && ['integer', 'text'].includes(variable.kind)

/** The question, what to know, where it stands; and the names of codes that do not name every value. */
function described(variable: Variable, language: Language): string {
  const { question, note, cite, values = [] } = variable
  const names = isCategorical(variable)
    ? []
    : labelled(values, language).map(({ value, label }) => `${value} = ${label}`)
  return [question?.[language], note?.[language], names.join('; '), cite].filter(Boolean).join('\n\n')
}

const labelled = (values: readonly Coded[], language: Language) =>
  values.map(({ code, label }) => ({ value: code, label: label[language] }))
