import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerOf, koppel, ownFolder, type Ran } from '../koppel/cli'
import { freshHome, whatItSays } from '../koppel/database'
import { connected } from '../platform/connect'
import { type BadRow, MARK, refusedByRule, unreadable } from './bad-rows'
import { bytesOf, FILES, type FileName, smallCohort, type Tables, writeCohort } from './small-cohort'

/** Until second waves were held and lost, and their supervisors have answered. */
const UNTIL = '2012-08-21'

const cohort = smallCohort(120, UNTIL)
const byRule = refusedByRule(cohort)
const bad = Object.fromEntries(FILES.map((file) => [file, [...unreadable(file, cohort), ...byRule[file]]])) as Record<
  FileName,
  BadRow[]
>

/** All bad rows stand above the good ones, from line 2 on. */
function spoil(folder: string, tables: Tables) {
  writeCohort(folder, tables)
  for (const file of FILES) {
    const { columns, rows } = tables[file]
    const lineOf = ({ cells }: BadRow) => {
      const line = bytesOf(file, { columns, rows: [typeof cells === 'string' ? (rows[0] ?? {}) : cells] })
      const text = line.toString('latin1').split('\n')[1]?.trim() ?? ''
      const separator = file === 'instroom.csv' ? ';' : ','
      if (cells === 'short') return text.slice(0, text.lastIndexOf(separator))
      return cells === 'long' ? `${text}${separator}${MARK}` : text
    }
    const [header = '', ...good] = readFileSync(join(folder, file), 'latin1').split('\n')
    writeFileSync(join(folder, file), [header, ...bad[file].map(lineOf), ...good].join('\n'), 'latin1')
  }
  return folder
}

let ran: Ran
let good: Ran
let owner: string
let said: { good: Record<string, readonly string[]>; bad: Record<string, readonly string[]> }
beforeAll(async () => {
  const [clean, home] = [await freshHome(), await freshHome()]
  owner = home.owner
  const replay = (folder: string, { folder: at, env }: typeof home) =>
    koppel(['replay', folder, '--json', '--home', at], env)
  good = await replay(writeCohort(ownFolder(), cohort), clean)
  ran = await replay(spoil(ownFolder(), cohort), home)
  said = { good: await whatItSays(clean.owner), bad: await whatItSays(owner) }
}, 240_000)

describe.each(FILES)('%s', (file) => {
  test('every bad row is listed with its line, column, code and remedy, and no good one', () => {
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const refused = answerOf(ran).refused.filter((row: { file: string }) => row.file === file)
    expect(refused).toEqual(
      bad[file].map(({ column, code }, at) => ({
        file,
        line: at + 2,
        column,
        code,
        message: expect.stringMatching(/^[^{}]{20,}\.$/),
      })),
    )
    for (const { message } of refused) expect(message).not.toMatch(/undefined|NaN|cannot be done now/)
  })
})

test('everything else goes on as without them', () => {
  const { study: _, refused, refused_count, ...found } = answerOf(ran)
  const { study: __, refused: none, refused_count: zero, ...clean } = answerOf(good)
  expect([none, zero]).toEqual([[], 0])
  expect(refused_count).toBe(refused.length)
  expect(found).toEqual(clean)
  const rooms = ({
    'study."study"': _s,
    'study."replay"': _r,
    'study."replay_refusal"': _f,
    'audit."entry"': _a,
    ...rest
  }: typeof said.good) => rest
  expect(rooms(said.bad)).toEqual(rooms(said.good))
})

test('no value of a refused row is written or said anywhere', async () => {
  expect(`${ran.stdout}${ran.stderr}`).not.toContain(MARK)
  expect(JSON.stringify(said.bad)).not.toContain(MARK)
  await connected(owner, async (client) => {
    const { rows } = await client.query<{ text: string }>(
      `SELECT row_to_json(e)::text AS text FROM audit.entry e UNION ALL SELECT row_to_json(f)::text FROM study.replay_refusal f`,
    )
    const everything = rows.map(({ text }) => text).join('\n')
    expect(everything).toContain('refuse_row')
    expect(everything).not.toContain(MARK)
    // Not the numbers either: a supervision's number leads to a name.
    expect(everything).not.toMatch(/T11\d{5}/)
  })
})
