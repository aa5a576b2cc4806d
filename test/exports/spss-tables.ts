import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Row, Value, Variable } from '../../app/exports/table/table'
import { variable } from './made-tables'
import { folderOfTest, inPspp } from './readers'

const both = (text: string) => ({ nl: text, en: text })
const MISSING = [
  { code: -8, label: { nl: 'niet gevraagd', en: 'not asked' } },
  { code: -9, label: { nl: 'geen antwoord', en: 'no answer' } },
  { code: 99, label: { nl: 'weet niet', en: "don't know" } },
]
/** As long as a label can be, and longer. */
export const FAR = 'lang é '.repeat(60)

/** One of everything that a file for SPSS has to get right. */
export const VARIABLES: readonly Variable[] = [
  variable('integer', 1, {
    name: 'trust_t1_client',
    label: { nl: "'t Vertrouwen: één cliënt", en: 'Trust: a client' },
    measure: 'ordinal',
    values: [
      { code: 1, label: { nl: 'helemaal niet', en: 'not at all' } },
      { code: 5, label: { nl: 'heel érg; \'s avonds "ook"', en: 'very much' } },
    ],
    missing: MISSING,
    note: { nl: 'Gebruik dit niet zonder de handleiding.', en: 'Do not use without the manual.' },
  }),
  variable('number', 2, { name: 'score', measure: 'scale', missing: MISSING.slice(0, 1) }),
  variable('text', 3, {
    name: 'region',
    width: 4,
    values: [
      { code: 'n', label: { nl: 'noord', en: 'north' } },
      { code: 'zée', label: { nl: 'zée', en: 'sea' } },
    ],
  }),
  variable('text', 4, {
    name: 'setting',
    width: 20,
    values: [{ code: 'reclassering_oost', label: { nl: 'Reclassering Oost', en: 'Probation East' } }],
  }),
  variable('text', 5, { name: 'remark_long', width: 300, values: [{ code: 'x', label: both('één') }] }),
  variable('text', 6, { name: 'remark_longest', width: 2000 }),
  variable('day', 7, { name: 'seen_on', measure: 'scale' }),
  variable('integer', 8, { name: 'never_filled', measure: 'scale' }),
  variable('text', 9, { name: 'never_said', width: 0, label: both('') }),
  variable('integer', 10, { name: 'far', label: both(FAR), values: [{ code: 2, label: both(FAR) }] }),
]

export const ROWS: readonly Row[] = [
  [1, 3.25, 'n', 'reclassering_oost', 'ë'.repeat(150), 'a'.repeat(2000), '2012-03-13', null, null, 2_147_483_648],
  [5, -8, 'én', 'a, "b"; \'c\'', 'x', 'b'.repeat(256), '1900-01-01', null, '', -99],
  [-8, 1 / 3, '', 'é'.repeat(10), 'c'.repeat(255), 'd'.repeat(252), '2199-12-31', null, null, -100],
  [99, null, null, null, 'e'.repeat(256), null, null, null, null, 151],
  [null, 0, 'zée', '+31 6', ' before', `${'f'.repeat(509)}éé`, '1969-12-31', null, '', 152],
]

/** What SPSS keeps of a value: a text without a value is empty, and ends in no space; a day is counted from 1970. */
export function kept(value: Value, { kind }: Variable): Value {
  if (kind === 'text') return String(value ?? '').replace(/ +$/, '')
  if (typeof value === 'string') return Date.parse(`${value}T00:00:00Z`) / 86_400_000
  return value === null ? null : value + 0
}

/** The values of the rows, column by column, as SPSS keeps them. */
export const keptColumns = (variables: readonly Variable[], rows: readonly Row[]): Value[][] =>
  variables.map((one, place) => rows.map((row) => kept(row[place] as Value, one)))

/** What PSPP has in hand after some syntax: each column, days counted from 1970, and what it says of the variables. */
export type InPspp = {
  readonly columns: Value[][]
  /** By the name of a variable. */
  readonly dictionary: ReadonlyMap<
    string,
    { readonly label: string; readonly measure: string; readonly missing: string }
  >
  /** Its table of the value labels, line by line: of the first code of a variable with the label of that before it. */
  readonly labels: readonly (readonly string[])[]
}

/** What PSPP makes of several files, in one run; takes for each the syntax that opens it and the variables that it has. */
export async function allInPspp(
  opening: readonly { readonly syntax: string; readonly variables: readonly Variable[] }[],
): Promise<InPspp[]> {
  const folder = folderOfTest()
  const out = (at: number) => join(folder, `${at}.csv`)
  const told = await inPspp(
    opening
      .map(({ syntax, variables }, at) => {
        const days = variables.filter(({ kind }) => kind === 'day').map(({ name }) => name)
        const counted = days
          .map((name) => `COMPUTE ${name} = ${name} / 86400 - 141428.\nFORMATS ${name} (F8.0).\n`)
          .join('')
        return `${syntax}
ECHO '${BETWEEN}'.
DISPLAY DICTIONARY.
ECHO '${BETWEEN}'.
${counted}SAVE TRANSLATE /OUTFILE='${out(at)}' /TYPE=CSV /CELLS=VALUES /FIELDNAMES /TEXTOPTIONS FORMAT=PLAIN.
NEW FILE.
`
      })
      .join(''),
  )
  const said = told.split(BETWEEN)
  // what is not between two marks is no dictionary: a word of its own there is a complaint
  const complaint = said.filter((_, at) => at % 2 === 0).find((text) => /warning|error/.test(text))
  if (complaint) throw new Error(complaint)
  return opening.map(({ variables }, at) => ({
    columns: columnsOf(out(at), variables),
    ...dictionaryOf(said[at * 2 + 1] ?? ''),
  }))
}
const BETWEEN = '@@@'

/** The columns of what PSPP has in hand after this syntax, days counted from 1970. */
export const columnsInPspp = async (syntax: string, variables: readonly Variable[]) =>
  (await allInPspp([{ syntax, variables }]))[0]?.columns as Value[][]

function columnsOf(file: string, variables: readonly Variable[]): Value[][] {
  const [names, ...lines] = parse(readFileSync(file), { bom: true }) as string[][]
  if (names?.join() !== variables.map(({ name }) => name).join()) throw new Error(`other names: ${names}`)
  return variables.map(({ kind }, place) =>
    lines.map((line) => {
      const cell = line[place] as string
      if (kind === 'text') return cell
      return cell.trim() ? Number(cell) : null
    }),
  )
}

function dictionaryOf(told: string): Pick<InPspp, 'dictionary' | 'labels'> {
  const linesOf = (title: string) => {
    const from = told.indexOf(`Table: ${title}\n`)
    if (from < 0) return []
    const text = told.slice(told.indexOf('\n', from) + 1).split(/\n\n|\nFootnote: /)[0] ?? ''
    return parse(text, { relax_column_count: true }) as string[][]
  }
  const [head = [], ...lines] = linesOf('Variables')
  // a column that would be empty is left out
  const named = (line: readonly string[], column: string) => line[head.indexOf(column)] ?? ''
  const described = lines.map((line) => {
    const of = { measure: named(line, 'Measurement Level'), missing: named(line, 'Missing Values') }
    return [named(line, 'Name'), { label: named(line, 'Label'), ...of }] as const
  })
  return { dictionary: new Map(described), labels: linesOf('Value Labels').slice(1) }
}
