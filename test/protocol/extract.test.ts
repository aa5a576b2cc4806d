import { describe, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { checkMapping } from '../../app/protocol/extract/check'
import type { Extract, Mapping } from '../../app/protocol/extract/extract'
import { guessMapping } from '../../app/protocol/extract/guess'
import { readerOf } from '../../app/protocol/extract/reader'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { rowsOf } from './cohort'

const [register, replies, fieldwork, followUp] = werkalliantie.extracts as unknown as readonly [
  Extract,
  Extract,
  Extract,
  Extract,
]
const TODAY = day('2026-11-22')

/** A file of the published cohort: its header and its cells. */
function published(file: string) {
  const rows = rowsOf(file)
  const header = Object.keys(rows[0] ?? {})
  return { header, cells: rows.map((row) => header.map((heading) => row[heading] ?? '')) }
}

describe.each([
  ['instroom', register, 'dmy', 2501],
  ['replies', replies, 'ymd', 1776],
  ['fieldwork', fieldwork, 'ymd', 586],
  ['uitstroom', followUp, 'ymd', 384],
] as const)('the published %s.csv', (file, extract, days, count) => {
  const { header, cells } = published(file)
  const guess = guessMapping(extract, header, cells.slice(0, 50))

  test('is guessed completely by its headings', () => {
    expect(Object.values(guess.mapping.columns).sort()).toEqual([...header].sort())
    expect(guess).toMatchObject({ unsure: [], missing: [], unknownValues: {}, mapping: { days } })
    expect(checkMapping(extract, header, guess.mapping)).toEqual([])
  })

  test('is read to its last row', () => {
    const read = readerOf(extract, guess.mapping, header, TODAY)
    const rows = cells.map(read)
    expect(rows.filter(({ ok }) => !ok)).toEqual([])
    expect(rows).toHaveLength(count)
  })

  test('holds no cell of a person in its mapping', () => {
    const kept = JSON.stringify(guess.mapping)
    const named = extract.fields
      .filter((field) => field.named)
      .map(({ name }) => header.indexOf(guess.mapping.columns[name] ?? ''))
    expect(named.length).toBeGreaterThan(0)
    for (const row of cells.slice(0, 50)) for (const at of named) expect(kept).not.toContain(`"${row[at]}"`)
  })
})

const header = ['Naam', 'nr', 'A', 'B', 'C', 'mail', 'sekse']
const sample = [
  ['Bakker', '1', '01-02-2012', 'J', 'N', 'a@x.example', 'm'],
  ['Smit', '2', '31-12-2012', 'N', 'N', 'b@x.example', 'vrouw'],
  ['Smit', '3', '', 'N', 'N', '', 'onbekend'],
]

describe('a guess from what stands in the columns', () => {
  const guess = guessMapping(register, header, sample)

  test('takes what fits one field that is needed and no other, and says that it is not sure', () => {
    // a day could be any of three, a yes or no any of two
    expect(guess.mapping.columns).toEqual({ supervisor_email: 'mail' })
    expect(guess.unsure).toEqual(['supervisor_email'])
    expect(guess.missing).toContain('born_on')
  })

  test('takes a choice for its words, and lists those that mean nothing yet', () => {
    const rows = Array.from({ length: 9 }, () => sample[0] as string[])
    const { mapping, unknownValues, unsure } = guessMapping(register, header, [...rows, ...sample])
    expect(mapping.columns.gender).toBe('sekse')
    expect(mapping.values.gender).toEqual({ m: 'male', vrouw: 'female' })
    expect(unknownValues).toEqual({ gender: ['onbekend'] })
    expect(unsure).toContain('gender')
  })

  test('never has two fields on one column, nor one field on two', () => {
    const { mapping } = guessMapping(register, ['Startdatum', 'Begindatum', 'startdatum ', 'RISc 1', 'RISc'], [])
    expect(mapping.columns).toEqual({ started_on: 'Startdatum', risc_1: 'RISc 1', risk_category: 'RISc' })
  })

  test('knows headings in English, and however they are spelled', () => {
    const { mapping } = guessMapping(
      register,
      ['CLIENT_NUMBER', 'Date of Birth', 'géslacht', 'e mail', 'RISc scale 12'],
      [],
    )
    expect(Object.keys(mapping.columns)).toEqual(['client_number', 'born_on', 'gender', 'supervisor_email', 'risc_12'])
  })

  test('of days in both orders, either may come', () => {
    const days = (cells: string[]) =>
      guessMapping(
        replies,
        ['replied_on'],
        cells.map((cell) => [cell]),
      ).mapping.days
    expect([days(['1-2-2012']), days(['2012-02-01T10:00:00']), days(['1-2-2012', '2012-02-01']), days(['x'])]).toEqual([
      'dmy',
      'ymd',
      'either',
      'either',
    ])
  })
})

describe('a kept mapping', () => {
  const columns = { supervision_number: 'nr', on: 'A', event: 'B' }
  const mapping = (changed: Partial<Mapping>): Mapping => ({ columns, values: {}, days: 'either', ...changed })
  const codes = (changed: Partial<Mapping>, heads: readonly string[] = header) =>
    checkMapping(fieldwork, heads, mapping(changed)).map(({ code, field }) => `${code} ${field}`)

  test('is checked against the file', () => {
    expect(codes({})).toEqual([])
    expect(codes({}, ['A', 'B'])).toEqual(['column_missing supervision_number'])
    expect(codes({ columns: { ...columns, event: 'A' } })).toEqual(['column_twice event'])
    for (const heading of ['0012345', '31-12-2012', '2012-12-31', 'jan@reclassering.example'])
      expect(codes({ columns: { ...columns, event: heading } }, [...header, heading])).toEqual([
        'heading_is_a_cell event',
      ])
    expect(codes({ columns: { supervision_number: 'nr', on: 'A' } })).toEqual(['field_without_column event'])
    expect(codes({ columns: { ...columns, shoe_size: 'C' } })).toEqual(['unknown_field shoe_size'])
    expect(codes({ values: { event: { weg: 'moved_away' } } })).toEqual(['unknown_meaning event'])
    expect(codes({ values: { event: { weg: '' } } })).toEqual([])
  })
})
