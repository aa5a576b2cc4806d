import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expected } from '../protocol/cohort'
import { COHORT, type FileName, published } from '../replay/small-cohort'
import { answerOf, koppel, koppelHere, ownFolder } from './cli'

const DIGITS = 4
const folder = ownFolder()
type Row = Record<string, number | null> & { line: number }

const scored = async (file: string, perspective: string, definition: string) => {
  const ran = await koppelHere(['score', file, '--perspective', perspective, '--definition', definition, '--json'])
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  return answerOf(ran)
}

describe.each(['client', 'supervisor'])('%s', (perspective) => {
  test.each(['t1', 't2'])('%s comes out with the published descriptives and reliability', async (wave) => {
    const name = `answers-${wave}-${perspective}.csv` as FileName
    const file = join(COHORT, name)
    const key = `${perspective}_${wave}`
    const { rows, descriptives, refused } = await scored(file, perspective, 'published')
    expect(refused).toEqual([])
    expect(rows.map(({ line }: Row) => line)).toEqual(published(name).rows.map((_, at) => at + 2))
    const wanted = expected.scores[key] ?? {}
    expect(Object.keys(descriptives).sort()).toEqual(Object.keys(wanted).sort())
    for (const [scale, summary] of Object.entries(wanted))
      for (const [figure, value] of Object.entries(summary))
        expect(descriptives[scale][figure], `${scale} ${figure}`).toBeCloseTo(value, DIGITS)
    const { alpha } = await scored(file, perspective, 'alpha')
    expect(Object.keys(alpha).sort()).toEqual(Object.keys(expected.alpha[key] ?? {}).sort())
    for (const [scale, value] of Object.entries(expected.alpha[key] ?? {}))
      expect(alpha[scale], scale).toBeCloseTo(value, DIGITS)
  })
})

test('the definitions differ where they are said to, and only there', async () => {
  const file = join(COHORT, 'answers-t1-client.csv')
  const [one, other] = [await scored(file, 'client', 'published'), await scored(file, 'client', 'alpha')]
  const differing = Object.keys(one.alpha).filter((scale) => one.alpha[scale] !== other.alpha[scale])
  expect(differing).toEqual(['direction_and_frame'])
})

test('each row has the scores of its own supervision', async () => {
  const { rows } = await scored(join(COHORT, 'answers-t1-client.csv'), 'client', 'published')
  const lines = new Map(published('answers-t1-client.csv').rows.map((row, at) => [row.supervision, at + 2]))
  const wanted = Object.entries(expected.per_supervision)
  expect(wanted.length).toBeGreaterThan(5)
  for (const [number, scores] of wanted) {
    const row = rows.find(({ line }: Row) => line === lines.get(number))
    for (const [scale, value] of Object.entries(scores))
      expect(row[scale], `${number} ${scale}`).toBeCloseTo(value, DIGITS)
  }
})

test('the real process says the same', async () => {
  const file = join(COHORT, 'answers-t2-client.csv')
  const ran = await koppel(['score', file, '--json'])
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(answerOf(ran)).toEqual(await scored(file, 'client', 'published'))
}, 120_000)

const [HEADER = '', ...LINES] = readFileSync(join(COHORT, 'answers-t1-client.csv'), 'utf8').trim().split(/\r?\n/)
const COLUMNS = HEADER.split(',')
/** The first line of the cohort with one cell replaced. */
const lineWith = (column: string, value: string) => {
  const cells = (LINES[0] ?? '').split(',')
  cells[COLUMNS.indexOf(column)] = value
  return cells.join(',')
}
const written = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('a cell that is no answer refuses its row alone, with line and column', async () => {
  const bad = [
    lineWith('i01', '8'),
    lineWith('i04', '0'),
    lineWith('i05', '-1'),
    lineWith('i06', '3.5'),
    lineWith('i32', 'seven'),
  ]
  const file = written('cells.csv', [HEADER, LINES[0], ...bad, LINES[1]].join('\n'))
  const { rows, refused } = await scored(file, 'client', 'published')
  expect(rows.map(({ line }: Row) => line)).toEqual([2, 8])
  const message = expect.stringMatching(/.{20}/)
  expect(refused).toEqual([
    { line: 3, column: 'i01', code: 'out_of_range', message },
    { line: 4, column: 'i04', code: 'out_of_range', message },
    { line: 5, column: 'i05', code: 'out_of_range', message },
    { line: 6, column: 'i06', code: 'not_a_number', message },
    { line: 7, column: 'i32', code: 'not_a_number', message },
  ])
})

test('an empty cell is not answered, and a row that ends too early is refused', async () => {
  const short = (LINES[0] ?? '').split(',').slice(0, 5).join(',')
  const file = written('empty.csv', [HEADER, lineWith('i27', ''), short].join('\n'))
  const { rows, refused } = await scored(file, 'client', 'published')
  expect(rows.map(({ line }: Row) => line)).toEqual([2])
  expect(rows[0].bond).not.toBeNull()
  expect(refused).toEqual([expect.objectContaining({ line: 3, code: 'wrong_number_of_columns' })])
})

const BAD_FILES: readonly (readonly [code: string, name: string, text: string | Uint8Array | null])[] = [
  ['file_missing', 'nowhere.csv', null],
  ['file_empty', 'zero.csv', ''],
  ['file_empty', 'header.csv', HEADER],
  ['column_missing', 'column.csv', [HEADER, ...LINES].map((line) => line.split(',').slice(0, -2).join(',')).join('\n')],
  ['file_unreadable', 'quote.csv', `${HEADER}\n"${LINES[0]}`],
  ['file_unreadable', 'binary.csv', `${HEADER}\n\0\0`],
  ['wrong_encoding', 'latin.csv', Buffer.from(`${HEADER}\n\xe9`, 'latin1')],
]

test.each(BAD_FILES)('a whole file is refused as %s: %s', async (code, name, text) => {
  const file = text === null ? join(folder, name) : written(name, text)
  const ran = await koppelHere(['score', file, '--json'])
  expect(ran.code).toBe(1)
  expect(answerOf(ran).error).toMatchObject({ code, file: name, message: expect.stringContaining(name) })
})

test('what belongs to a scale stands with it: an interval round α, its items, and what must be said of it', async () => {
  const file = join(COHORT, 'answers-t1-client.csv')
  const found = await scored(file, 'client', 'published')
  expect(Object.keys(found).sort()).toEqual(
    ['rows', 'descriptives', 'alpha', 'alpha_interval', 'item_total', 'refused', 'flags'].sort(),
  )
  for (const [scale, { lower, upper }] of Object.entries<{ lower: number; upper: number }>(found.alpha_interval))
    expect([lower < found.alpha[scale], found.alpha[scale] < upper]).toEqual([true, true])
  expect(Object.keys(found.item_total.trust)).toEqual(['i06', 'i07', 'i19', 'i20', 'i21'])
  expect(Object.entries<{ reversed: boolean }>(found.item_total.trust).filter(([, { reversed }]) => reversed)).toEqual([
    ['i06', { reversed: true, r: expect.any(Number), r_drop: expect.any(Number), alpha_drop: expect.any(Number) }],
  ])
  const words = { nl: expect.any(String), en: expect.any(String) }
  expect(found.flags).toEqual({ friction: words, total: words })
  const supervisors = await scored(join(COHORT, 'answers-t1-supervisor.csv'), 'supervisor', 'published')
  expect(supervisors.flags).toEqual({ total: words })
})

test('one person has scores and no reliability; people read the same as machines', async () => {
  const file = written('one.csv', [HEADER, LINES[0]].join('\r\n'))
  const { rows, alpha, alpha_interval, item_total } = await scored(file, 'client', 'published')
  expect([rows.length, alpha.trust, alpha_interval.trust]).toEqual([1, null, null])
  expect(item_total.trust.i07).toEqual({ reversed: false, r: null, r_drop: null, alpha_drop: null })
  const { code, stdout } = await koppelHere(['score', file])
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^rows\n {2}line {2}trust[\s\S]*\nrefused\n {2}none\n/)])
})

test('a hundred thousand rows fit in the memory of a few', async () => {
  const rows = 100_000
  const lines = Array.from({ length: rows }, (_, at) => LINES[at % LINES.length])
  const file = written('long.csv', [HEADER, ...lines, lineWith('i01', '8')].join('\n'))
  const ran = await koppel(['score', file, '--json'], { NODE_OPTIONS: '--max-old-space-size=40' })
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  const { rows: scores, descriptives, refused, alpha } = answerOf(ran)
  const { alpha: once } = await scored(join(COHORT, 'answers-t1-client.csv'), 'client', 'published')
  expect([scores.length, scores.at(-1).line, refused.length]).toEqual([rows, rows + 1, 1])
  expect(descriptives.friction.n).toBe(rows)
  // whole rounds of the cohort and a part of one: nearly as the cohort itself
  for (const [scale, value] of Object.entries(once)) expect(alpha[scale]).toBeCloseTo(value as number, 2)
}, 120_000)
