import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvFile } from '../../app/exports/csv/csv-file'
import { savFile } from '../../app/exports/sav/sav-file'
import { spsFile } from '../../app/exports/sps/sps-file'
import type { Filled, Imprint, Row, Variable } from '../../app/exports/table/table'
import { unharmed } from '../../app/protocol/harmless'
import { filledWith, IMPRINT, tableOf, VALUES, variable, wholeFile } from './made-tables'
import { asHavenReads, folderOfTest, type HavenColumn, inPspp, READERS } from './readers'
import { columnsInPspp, keptColumns, ROWS, VARIABLES } from './spss-tables'

async function syntaxOf(filled: Filled, imprint: Imprint = IMPRINT): Promise<string> {
  let text = ''
  for await (const piece of spsFile(filled, imprint)) text += piece
  return text
}

/** The syntax, its CSV and the system file in a folder; gives syntax that goes there and runs it. */
async function written(filled: Filled) {
  const folder = folderOfTest()
  writeFileSync(join(folder, 'wide.csv'), await wholeFile(csvFile(filled)))
  writeFileSync(join(folder, 'wide.sav'), await wholeFile(savFile(filled, IMPRINT)))
  writeFileSync(join(folder, 'wide.sps'), await syntaxOf(filled))
  return { folder, syntax: `CD '${folder}'.\nINSERT FILE='wide.sps' ENCODING='UTF-8'.` }
}

const FILLED = filledWith(tableOf(VARIABLES, { key: ['setting'] }), ROWS)
/** What a spreadsheet would take for a formula keeps its apostrophe in SPSS. */
const meant = (columns: unknown[][]) =>
  columns.map((column) => column.map((value) => (typeof value === 'string' ? unharmed(value) : value)))

test.runIf(READERS.pspp)('PSPP runs the syntax on the CSV and has each value', async () => {
  const { syntax } = await written(FILLED)
  const columns = await columnsInPspp(syntax, VARIABLES)
  expect(meant(columns)).toEqual(keptColumns(VARIABLES, ROWS))
})

test.runIf(READERS.pspp)('labels, missing codes, levels and formats are those of the system file', async () => {
  const show = 'DISPLAY DICTIONARY.'
  const { folder, syntax } = await written(FILLED)
  const [bySyntax, bySystemFile] = await Promise.all([
    inPspp(`${syntax}\n${show}`),
    inPspp(`GET FILE='${join(folder, 'wide.sav')}'.\n${show}`),
  ])
  // how wide a column is on the screen is not said in syntax, and a text may have apostrophes in the CSV
  const same = (told: string) =>
    told.replace(/^(\w+,\d+,.*,(?:Nominal|Ordinal|Scale),Input),\d+,/gm, '$1,,').replaceAll(/\bA\d+\b/g, 'A')
  expect(same(bySyntax)).toBe(same(bySystemFile))
  expect(bySyntax).toContain('Nominal,Input,4,Left,A4,A4,')
})

test('the head says what it is about; no line is too long for SPSS', async () => {
  const text = await syntaxOf(FILLED, { ...IMPRINT, purpose: `Thesis of "O'Neill".\nDELETE VARIABLES ALL.` })
  expect(text.startsWith('\uFEFF* Werkalliantie (werkalliantie).\n')).toBe(true)
  for (const line of [
    '* Peildatum: 2015-06-30.',
    '* Doel: Thesis of ”O’Neill”. DELETE VARIABLES ALL.',
    '* Ontbrekend: -8 = niet gevraagd; -9 = geen antwoord; 99 = weet niet; leeg = geen waarde, zonder reden.',
    '* Let op: Gebruik dit niet zonder de handleiding. [trust_t1_client].',
    '* Ingekort omdat SPSS niet meer toelaat; het hele label staat in het codeboek: far, far = 2.',
  ])
    expect(text.split('\n')).toContain(line)
  for (const line of text.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(251)
})

/** A text in one line: what SPSS reads from a CSV ends where the line does. */
const isOneLine = (value: unknown) => typeof value !== 'string' || !/[\r\n]/.test(value)
/** What PSPP reads from text: none of the numbers next to nothing, and none that mean something else to it. */
const fits = (value: unknown) =>
  typeof value !== 'number' || value === 0 || (Math.abs(value) > 1e-307 && Math.abs(value) < Number.MAX_VALUE)

test.runIf(READERS.pspp && READERS.haven)(
  'random values, labels and 2,500 variables',
  async () => {
    const kinds = ['integer', 'number', 'text', 'day'] as const
    const labels = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), { seed: 3, numRuns: 500 })
    const signs = ["it's", '"', "''", 'a. ', '*', '/* x', '.', 'é'.repeat(200), "'".repeat(200)]
    const label = (at: number) => {
      const text = signs[at % 20] ?? labels[at % labels.length] ?? ''
      return { nl: text, en: text }
    }
    const variables: Variable[] = Array.from({ length: 2500 }, (_, at) =>
      variable(kinds[at % 4] ?? 'day', at, {
        label: label(at),
        ...(at % 4 < 2 && { missing: [{ code: -at - 1, label: label(at + 1) }] }),
      }),
    )
    const drawn = kinds.map((kind) => fc.sample(VALUES[kind].filter(isOneLine).filter(fits), { seed: 4, numRuns: 997 }))
    const rows: Row[] = Array.from({ length: 10 }, (_, row) =>
      variables.map((_, at) => drawn[at % 4]?.[(at * 31 + row * 13) % 997] ?? null),
    )
    const { folder, syntax } = await written(filledWith(tableOf(variables), rows))
    const saved = join(folderOfTest(), 'by-syntax.sav')
    const columns = await columnsInPspp(`${syntax}\nSAVE OUTFILE='${saved}'.`, variables)
    expect(meant(columns)).toEqual(keptColumns(variables, rows))
    const [bySyntax, bySystemFile] = await Promise.all([saved, join(folder, 'wide.sav')].map(asHavenReads))
    const words = (all: HavenColumn[] = []) =>
      all.map(({ name, label, labels, missing, kind }) => ({ name, label, labels, missing, kind }))
    expect(words(bySyntax)).toEqual(words(bySystemFile))
  },
  120_000,
)
