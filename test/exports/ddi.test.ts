import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ddiFile } from '../../app/exports/ddi/ddi-file'
import { TABLES } from '../../app/protocol/release-spec'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { anyFilled, filledWith } from './made-tables'
import { toldOf, WIDE } from './told'
import { all, complaintsOf, type Node, read, textOf } from './xml'

const valid = (file: string) => complaintsOf(file, 'ddi-2.5', 'part-of-codebook.xsd')

async function written(...from: Parameters<typeof toldOf>) {
  let file = ''
  for await (const piece of ddiFile(await toldOf(...from))) file += piece
  return file
}
const called = (tree: Node, name: string) => all(tree, 'var').find(({ attributes }) => attributes.name === name) as Node

test('a variable is described with its question, codes, missing values and figures', async () => {
  const file = await written([WIDE])
  expect(await valid(file)).toEqual([])
  const friction = called(read(file), 't1_client_i04')
  expect(textOf(friction, 'labl', 'en')).toBe('First measurement, client: effort & conditions')
  expect(textOf(friction, 'qstnLit', 'nl')).toBe('Kost het <moeite>?')
  expect(all(friction, 'item').map(({ attributes }) => attributes.VALUE)).toEqual(['-8', '-9'])
  const figures = all(friction, 'sumStat').map(({ attributes, text }) => [attributes.type, Number(text)])
  expect(Object.fromEntries(figures)).toEqual({
    vald: 3,
    invd: 1,
    min: 1,
    max: 4,
    mean: 3,
    medn: 4,
    stdev: Math.sqrt(3),
  })
  const categories = all(friction, 'catgry').map((one) => [
    all(one, 'catValu')[0]?.text,
    textOf(one, 'labl', 'nl'),
    all(one, 'catStat')[0]?.text,
    one.attributes.missing,
  ])
  expect(categories).toEqual([
    ['1', 'stap 1 ë', '1', undefined],
    ['4', 'stap 4 ë', '2', undefined],
    ['7', 'stap 7 ë', '0', undefined],
    ['-8', 'niet gevraagd', '0', 'Y'],
    ['-9', 'geen antwoord', '1', 'Y'],
  ])
  expect(textOf(friction, 'notes', 'en')).toBe('For clients this scale is not reliable. §7.1')
})

test('no number of a pair, nor any other text that is no code, stands in it', async () => {
  const file = await written([WIDE])
  expect(['2AB', '3CD', '4EF', '5GH'].filter((number) => file.includes(number))).toEqual([])
})

test('the study says what it is about, of whom, who is not in it, and under which conditions', async () => {
  const file = await written([WIDE])
  const tree = read(file)
  expect(all(tree, 'titl').map(({ text }) => text)).toContain('De werkalliantie in het toezicht')
  expect(all(tree, 'abstract').map(({ text }) => text)).toContain('Purpose of this release: Wat doet é, ë & <b>?')
  expect(textOf(tree, 'universe', 'en')).toContain('Conditional sanction')
  expect(textOf(tree, 'sampProc', 'en')).toBe('Not in this release, with the number of people: No yes on the form: 12')
  expect(textOf(tree, 'restrctn', 'en')).toContain(
    'My answers may be used for research under a number, without my name.',
  )
  expect(all(tree, 'collDate').map(({ attributes }) => attributes.date)).toEqual(['2011-11-15', '2015-06-30'])
  expect([all(tree, 'caseQnty')[0]?.text, all(tree, 'varQnty')[0]?.text]).toEqual(['4', '4'])
})

test('each table of any study has its file and its variables', async () => {
  const tables = TABLES.map((name) => ({ ...WIDE, table: { ...WIDE.table, name } }))
  for (const study of studyProtocols) {
    const file = await written(tables, { study, leftOut: [], outcomes: study.outcomes })
    expect(await valid(file)).toEqual([])
    expect(all(read(file), 'fileName').map(({ text }) => text)).toEqual(TABLES.map((name) => `${name}.csv`))
  }
})

test('whatever a table holds, the file is valid, and the same twice', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilled, async ({ table, rows }) => {
      const filled = [filledWith(table, rows)]
      const file = await written(filled)
      expect(await valid(file)).toEqual([])
      expect(await written(filled)).toBe(file)
      expect(all(read(file), 'var').map(({ attributes }) => attributes.name)).toEqual(
        table.variables.map(({ name }) => name),
      )
    }),
    { numRuns: 8 },
  )
})

test('the schema does complain', async () => {
  const file = await written([WIDE])
  expect((await valid(file.replace('type="mean"', 'type="average"'))).length).toBeGreaterThan(0)
})
