import { harmless } from '../../protocol/harmless'
import { formatOf } from '../sav/formats'
import { codesOf, cutNotice, labelOf, valueLabelOf } from '../sav/labels'
import { preface } from '../table/preface'
import type { Coded, Filled, Imprint, Table, Variable } from '../table/table'
import { pieces, wrapped } from '../table/wrap'

/** SPSS reads no line of more than 251 bytes: with every apostrophe doubled these stay well below. */
const LINE = 100
/** The widest text of SPSS. */
const WIDEST = 32_767

type Language = Imprint['language']

const WORDS = {
  nl: {
    folder: 'Zet SPSS eerst in de map van de bestanden, bijvoorbeeld met CD',
    apostrophe:
      'Een tekst die een spreadsheet voor een formule zou houden (met = + - of @ vooraan) heeft in de CSV een apostrof ervoor',
  },
  en: {
    folder: 'First put SPSS in the folder of the files, for instance with CD',
    apostrophe:
      'A text that a spreadsheet would take for a formula (beginning with = + - or @) has an apostrophe before it in the CSV',
  },
}

/**
 * Syntax that reads the CSV of a table into SPSS with its labels, missing codes, levels and formats. Runs in SPSS and
 * PSPP, whatever sign the computer writes decimals with. UTF-8 with a mark; no line is longer than 251 bytes.
 */
export async function* spsFile(filled: Filled, imprint: Imprint): AsyncGenerator<string> {
  const { table } = filled
  const { language } = imprint
  const about = [...preface(filled, imprint), ...cutNotice(table, language), ...Object.values(WORDS[language])]
  yield `\uFEFF${about.flatMap(comment).join('')}\n`
  yield `PRESERVE.\nSET DECIMAL=DOT.\n`
  yield reading(table)
  for (const variable of table.variables) yield described(variable, language)
  yield `VARIABLE LEVEL\n${table.variables.map(({ name, measure }) => `  ${name} (${measure.toUpperCase()})`).join('\n')}.\n`
  yield 'EXECUTE.\nRESTORE.\n'
}

/** A paragraph as comments of one line; a quote in a comment could open a text. */
const comment = (paragraph: string): string[] =>
  wrapped(paragraph.replaceAll("'", '’').replaceAll('"', '”'), LINE).map(
    (line) => `* ${line.replace(/(?<!\.)\.+$/, '')}.\n`,
  )

function reading(table: Table): string {
  const names = table.variables.map((variable) => `  ${variable.name} ${readAs(variable, table)}`)
  return [
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${quoted(`${table.name}.csv`)}`,
    "  /ENCODING='UTF8'",
    '  /ARRANGEMENT=DELIMITED',
    '  /DELCASE=LINE',
    '  /FIRSTCASE=2',
    "  /DELIMITERS=','",
    `  /QUALIFIER='"'`,
    '  /VARIABLES=',
    `${names.join('\n')}.\n`,
  ].join('\n')
}

/** A number is read without decimals, so that none are supposed; how it is shown is said later. */
function readAs(variable: Variable, table: Table): string {
  const { type, width } = formatOf(variable)
  if (type === 'F') return `F${width}.0`
  if (type !== 'A') return `${type}${width}`
  return `A${isPlain(variable, table) ? width : Math.min(WIDEST, width + Math.ceil(width / 2))}`
}

/** Whether no text of a variable gets an apostrophe in the CSV: at most one comes before every other character. */
const isPlain = ({ name, values }: Variable, { key }: Table): boolean =>
  key.includes(name) || (values?.every(({ code }) => harmless(String(code)) === code) ?? false)

/** Label, format, missing codes and what the codes mean. */
function described(variable: Variable, language: Language): string {
  const { name, kind, missing = [] } = variable
  const label = labelOf(variable, language)
  const codes = codesOf(variable)
  const { type, width, decimals } = formatOf(variable)
  return [
    label ? `VARIABLE LABELS ${name}\n  ${quoted(label)}.\n` : '',
    decimals ? `FORMATS ${name} (${type}${width}.${decimals}).\n` : '',
    missing.length ? `MISSING VALUES ${name} (${missing.map(({ code }) => code).join(', ')}).\n` : '',
    codes.length ? `VALUE LABELS ${name}\n${codes.map((coded) => meaning(coded, kind, language)).join('\n')}.\n` : '',
  ].join('')
}

const meaning = (coded: Coded, kind: Variable['kind'], language: Language): string =>
  `  ${kind === 'text' ? quoted(String(coded.code)) : coded.code}\n  ${quoted(valueLabelOf(coded, language))}`

/** A text in apostrophes, those within it doubled; one that is long in pieces on lines of their own. */
const quoted = (text: string): string =>
  pieces(text, LINE)
    .map((piece) => `'${piece.replaceAll("'", "''")}'`)
    .join(' +\n  ')
