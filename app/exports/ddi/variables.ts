import type { ToldTable } from '../codebook/told'
import type { Distribution } from '../distribution'
import type { Table, Variable } from '../table/table'
import { type Attributes, element } from '../xml/write'
import { and, both, listed, same } from './both'
import { DDI_WORDS as WORDS } from './words'

const fileId = ({ name }: Table): string => `F.${name}`

const NATURE = { nominal: 'nominal', ordinal: 'ordinal', scale: 'interval' } as const

/** The CSV file of a table (`fileDscr`): what a row is, how many, and how it is written. */
export function fileElement({ table, count }: ToldTable): string {
  const grain = and(WORDS.row, table.grain)
  const key = and(WORDS.key, same(table.key.join(', ')))
  return element('fileDscr', { ID: fileId(table) }, [
    element('fileTxt', {}, [
      element('fileName', {}, `${table.name}.csv`),
      element('fileCont', { 'xml:lang': 'en' }, `${table.label.en}. ${grain.en}. ${key.en}.`),
      element('fileStrc', { type: 'rectangular' }),
      element('dimensns', {}, [
        element('caseQnty', {}, String(count)),
        element('varQnty', {}, String(table.variables.length)),
      ]),
      element('fileType', { charset: 'UTF-8' }, 'text/csv'),
      ...both('format', WORDS.csv),
    ]),
    ...both('notes', and(and(table.label, grain, '. '), key, '. ')),
  ])
}

/** A variable of a table (`var`), its parts in the order of the standard. */
export function variableElement({ table }: ToldTable, variable: Variable, found: Distribution): string {
  const { label, question, note } = variable
  const notes = [
    ...(note ? [note] : []),
    ...(variable.cite ? [same(variable.cite)] : []),
    ...(found.description && found.description.within > 0
      ? [and(WORDS.within, same(String(found.description.within)), ' ')]
      : []),
  ]
  return element('var', attributesOf(table, variable), [
    element('location', { fileid: fileId(table) }),
    ...both('labl', label),
    ...(question ? [element('qstn', {}, both('qstnLit', question))] : []),
    ...invalid(variable),
    ...statistics(found),
    ...categories(variable, found),
    formatElement(variable),
    ...(notes.length > 0 ? both('notes', listed(notes, ' ')) : []),
  ])
}

function attributesOf(table: Table, { name, kind, measure, values }: Variable): Attributes {
  const represented = values ? 'code' : { integer: 'numeric', number: 'numeric', text: 'text', day: 'datetime' }[kind]
  return {
    ID: `V.${table.name}.${name}`,
    name,
    files: fileId(table),
    intrvl: kind === 'number' ? 'contin' : 'discrete',
    nature: NATURE[measure],
    representationType: represented,
  }
}

const invalid = ({ missing = [] }: Variable): string[] =>
  missing.length === 0
    ? []
    : [
        element('invalrng', {}, [
          ...missing.map(({ code }) => element('item', { VALUE: code })),
          ...both('key', listed(missing.map(({ code, label }) => and(same(String(code)), label, ' ')))),
        ]),
      ]

/** Rows with a value and without, and of numbers what they come to. */
function statistics({ n, missing, empty, description }: Distribution): string[] {
  const none = missing.reduce((sum, one) => sum + one.n, empty)
  const { mean, sd, median, min, max } = description ?? {}
  const all = { vald: n, invd: none, min, max, mean, medn: median, stdev: sd }
  return Object.entries(all).flatMap(([type, value]) =>
    value === null || value === undefined ? [] : [element('sumStat', { type }, String(value))],
  )
}

/** Each code with its words and how often it came; those that are no value are marked. A value without words has none to say. */
function categories({ values = [], missing = [] }: Variable, { frequencies = [], ...found }: Distribution): string[] {
  const words = new Map([...values, ...missing].map(({ code, label }) => [code, label]))
  const category = (code: string | number, n: number, attributes: Attributes) => {
    const label = words.get(code)
    return element('catgry', attributes, [
      element('catValu', {}, String(code)),
      ...(label ? both('labl', label) : []),
      element('catStat', { type: 'freq' }, String(n)),
    ])
  }
  return [
    ...frequencies.map(({ code, n }) => category(code, n, {})),
    ...found.missing.map(({ code, n }) => category(code, n, { missing: 'Y', missType: words.get(code)?.en })),
  ]
}

function formatElement({ kind }: Variable): string {
  if (kind === 'day') return element('varFormat', { type: 'character', schema: 'ISO', category: 'date' }, 'YYYY-MM-DD')
  return element('varFormat', { type: kind === 'text' ? 'character' : 'numeric', schema: 'other' })
}
