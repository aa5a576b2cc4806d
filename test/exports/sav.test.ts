import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cutLabels } from '../../app/exports/sav/labels'
import { savFile } from '../../app/exports/sav/sav-file'
import type { Filled, Imprint, Value, Variable } from '../../app/exports/table/table'
import { filledWith, IMPRINT, tableOf, variable, wholeFile } from './made-tables'
import { asHavenReads, folderOfTest, inPspp, READERS, readstat } from './readers'
import { columnsInPspp, FAR, keptColumns, ROWS, VARIABLES } from './spss-tables'

const FILLED = filledWith(tableOf(VARIABLES), ROWS, 2)

async function written(filled: Filled, imprint: Imprint = IMPRINT): Promise<string> {
  const file = join(folderOfTest(), 'test.sav')
  writeFileSync(file, await wholeFile(savFile(filled, imprint)))
  return file
}

/** How R keeps a variable. */
function kindInR({ kind, values, missing }: Variable): string {
  const type = kind === 'text' ? 'character' : 'double'
  if (missing) return `haven_labelled_spss haven_labelled vctrs_vctr ${type}`
  if (values) return `haven_labelled vctrs_vctr ${type}`
  return kind === 'text' ? 'character' : kind === 'day' ? 'Date' : 'numeric'
}

const FORMATS = ['F8.0', 'F10.6', 'A4', 'A20', 'A300', 'A2000', 'SDATE10', 'F11.0', 'A1', 'F8.0']
/** 255 bytes and 120 bytes, whole characters. */
const FAR_LABEL = `${'lang é '.repeat(31)}lang…`
const FAR_VALUE = `${'lang é '.repeat(14)}lang…`

test.runIf(READERS.haven)('R reads each value, label, missing code, format and day', async () => {
  const columns = await asHavenReads(await written(FILLED))
  const shortened = (text: string, cut: string) => (text === FAR ? cut : text)
  expect(columns).toEqual(
    VARIABLES.map((one, place) => ({
      name: one.name,
      label: shortened(one.label.nl, FAR_LABEL) || null,
      kind: kindInR(one),
      format: FORMATS[place],
      labels: [...(one.values ?? []), ...(one.missing ?? [])].map(({ code, label }) => [
        code,
        shortened(label.nl, FAR_VALUE),
      ]),
      missing: (one.missing ?? []).map(({ code }) => code),
      values: keptColumns(VARIABLES, ROWS)[place],
    })),
  )
})

test.runIf(READERS.haven)('the labels stand in the language that was asked', async () => {
  const [trust] = await asHavenReads(await written(FILLED, { ...IMPRINT, language: 'en' }))
  expect(trust?.label).toBe('Trust: a client')
  expect(trust?.labels.map(([, label]) => label)).toEqual([
    'not at all',
    'very much',
    'not asked',
    'no answer',
    "don't know",
  ])
})

test.runIf(READERS.pspp)('PSPP reads each value, and the dictionary', async () => {
  const file = await written(FILLED)
  expect(await columnsInPspp(`GET FILE='${file}'.`, VARIABLES)).toEqual(keptColumns(VARIABLES, ROWS))
  const told = await inPspp(`SYSFILE INFO '${file}'.`)
  expect(told).not.toContain('warning')
  for (const line of [
    'Label,werkalliantie wide 2015-06-30',
    'Created,30 Jun 15 00:00:00 by Koppel',
    'Variables,10',
    'Cases,5',
    'Encoding,UTF-8',
    "trust_t1_client,1,'t Vertrouwen: één cliënt,Ordinal,Input,8,Right,F8.0,F8.0,-8; -9; 99",
    'score,2,Variabele 2 ë,Scale,Input,10,Right,F10.6,F10.6,-8',
    'setting,4,Variabele 4 ë,Nominal,Input,20,Left,A20,A20,',
    'remark_longest,6,Variabele 6 ë,Nominal,Input,40,Left,A2000,A2000,',
    'seen_on,7,Variabele 7 ë,Scale,Input,10,Right,SDATE10,SDATE10,',
    `'t Vertrouwen: één cliënt,-9[a],geen antwoord`,
    ',5,"heel érg; \'s avonds ""ook"""',
    'Variabele 4 ë,reclassering_oost,Reclassering Oost',
    'Variabele 5 ë,x,één',
    'Ontbrekend: -8 = niet gevraagd; -9 = geen antwoord; 99 = weet niet; leeg = geen',
    'Let op: Gebruik dit niet zonder de handleiding. [trust_t1_client]',
    'Ingekort omdat SPSS niet meer toelaat; het hele label staat in het codeboek:',
    'far, far = 2"',
  ])
    expect(told.split('\n')).toContain(line)
})

test.runIf(READERS.readstat)('ReadStat reads the file', async () => {
  const file = await written(FILLED)
  const about = await readstat(file)
  for (const line of ['Columns: 10', 'Rows: 5', 'Text encoding: UTF-8', 'Timestamp: 30 Jun 2015 00:00'])
    expect(about.split('\n')).toContain(line)
  const [names, first] = (await readstat(file, '-')).split('\n')
  expect(names).toBe(VARIABLES.map(({ name }) => `"${name}"`).join())
  expect(first).toContain(`1.000000,3.250000,"n","reclassering_oost","${'ë'.repeat(150)}","${'a'.repeat(2000)}"`)
})

test('which labels were cut can be asked', () => {
  expect(cutLabels(tableOf(VARIABLES), 'nl')).toEqual([{ name: 'far' }, { name: 'far', code: 2 }])
})

test('the same rows are the same bytes, however many come at once', async () => {
  const many = Array.from({ length: 3000 }, (_, at) => ROWS[at % ROWS.length] ?? [])
  const [one, other] = await Promise.all(
    [1, 1000].map((batch) => wholeFile(savFile(filledWith(tableOf(VARIABLES), many, batch), IMPRINT))),
  )
  expect(one?.equals(other ?? Buffer.of())).toBe(true)
})

const one = (kind: Variable['kind'], value: Value, more: Partial<Variable> = {}) =>
  wholeFile(savFile(filledWith(tableOf([variable(kind, 1, more)]), [[null], [value]]), IMPRINT))

const LABEL = { nl: '', en: '' }
test.each<[string, Variable['kind'], Value, Partial<Variable>]>([
  ['wide: v1, row 2: longer than 3 bytes', 'text', 'één', { width: 3 }],
  ['wide: v1, row 2: longer than 300 bytes', 'text', 'x'.repeat(5000), {}],
  ['wide: v1, row 2: a number where a text belongs', 'text', 5, {}],
  ['wide: v1, row 2: not a number', 'integer', '5', {}],
  ['wide: v1, row 2: not a calendar day', 'day', 5, {}],
  ['wide: v1, row 2: not a calendar day', 'day', '2011-02-29', {}],
  ['wide: v1, row 2: not a number', 'number', Number.NaN, {}],
  ['wide: v1, row 2: not a number', 'number', -Number.MAX_VALUE, {}],
  ['v1: wider than 32767 bytes', 'text', '', { width: 32_768 }],
  ['v1: missing codes are those of numbers', 'text', '', { missing: [{ code: -8, label: LABEL }] }],
  ['v1: a code that is none of its values', 'text', '', { width: 3, values: [{ code: 'één', label: LABEL }] }],
  ['v1: a code that is none of its values', 'integer', 1, { values: [{ code: '1', label: LABEL }] }],
  ['v1: more than 3 missing codes', 'integer', 1, { missing: [1, 2, 3, 4].map((code) => ({ code, label: LABEL })) }],
])('what SPSS cannot hold is refused: %s', async (message, kind, value, more) => {
  await expect(one(kind, value, more)).rejects.toThrow(new RangeError(message))
})

test('a table that has other rows than it says is refused', async () => {
  const file = (count: number, row: Value[]) =>
    wholeFile(savFile({ ...filledWith(tableOf([variable('integer', 1)]), [row]), count }, IMPRINT))
  await expect(file(2, [1])).rejects.toThrow(new RangeError('wide: 1 rows, not 2'))
  await expect(file(1, [1, 2])).rejects.toThrow(new RangeError('row 1: 2 values, not 1'))
})
