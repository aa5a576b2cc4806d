import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { refusalSentence } from '../../app/i18n/refusal'
import { speak } from '../../app/i18n/speak'
import { HEADER, people, personNumbered } from '../platform/sheets/register'
import { uglyFiles } from '../platform/sheets/ugly'
import type { Ugly } from '../platform/sheets/ugly-file'
import { csvBytes } from '../platform/sheets/written'
import { answerOf, koppelHere, ownFolder, type Ran } from './cli'
import { freshHome, type Home } from './database'

const folder = ownFolder()
let home: Home
beforeAll(async () => {
  home = await freshHome()
})

const imported = (file: string): Promise<Ran> =>
  koppelHere(['import', 'register', file, '--present', '--json', '--home', home.folder], home.env)

/** Somebody reads a reason in two languages, and another one in each. */
function expectWorded(code: string) {
  const [nl, en] = (['nl', 'en'] as const).map((language) => refusalSentence(speak(language), { code }))
  expect([code, nl?.length, nl === en]).toEqual([code, expect.any(Number), false])
}

async function written({ name, source }: Ugly): Promise<string> {
  const file = join(folder, name)
  const stream = createWriteStream(file)
  for await (const piece of source()) stream.write(piece)
  stream.end()
  await once(stream, 'close')
  return file
}

const total = (counts: Readonly<Record<string, number>> = {}) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** A command cannot choose an encoding; and a file of hundreds of thousands of broken lines is the reader's to try. */
const FILES = uglyFiles.filter(({ chosen, says }) => !chosen && !('codes' in says && total(says.codes) > 1_000))

test('there are files enough', () => {
  expect(FILES.length).toBeGreaterThanOrEqual(25)
})

test.each(FILES.map((file) => [file.name, file] as const))(
  '%s: every row is told of, or why there is none',
  async (_, file) => {
    const ran = await imported(await written(file))
    const answer = answerOf(ran)
    if (ran.code !== 0) {
      const { code, message } = answer.error
      // a table of other things says which column it lacks
      expect('refused' in file.says ? file.says.refused : 'field_without_column').toBe(code)
      expect(message).toMatch(/\S/)
      return expectWorded(code)
    }
    expect(file.says).not.toHaveProperty('refused')
    const { rows = 0, codes = {} } = file.says as { rows: number; codes?: Record<string, number> }
    expect(answer.rows).toBe(rows + total(codes))
    expect(answer.new + answer.unchanged + answer.changed + answer.refused_count + answer.duplicates).toBe(answer.rows)
    expect(answer.refused).toHaveLength(Math.min(answer.refused_count, 1_000))
    for (const [code, count] of Object.entries(codes))
      expect([code, answer.refused.filter((row: { code: string }) => row.code === code).length]).toEqual([code, count])
    for (const { code, message } of answer.refused) {
      expect(message).toMatch(/\S/)
      expectWorded(code)
    }
  },
  120_000,
)

test('a number twice, a day that does not exist, two supervisions of one client: each row as it is', async () => {
  const own = people(4, 700_001)
  const file = join(folder, 'exact.csv')
  writeFileSync(
    file,
    csvBytes([
      [...HEADER],
      ...own,
      personNumbered(700_001),
      personNumbered(700_002, { RISc: 'hoog' }),
      personNumbered(700_005, { Registratiedatum: '31-02-2012' }),
      personNumbered(700_006, { Clientnummer: personNumbered(700_003)[0] ?? '' }),
    ]),
  )
  const told = answerOf(await imported(file))
  expect(told).toMatchObject({ rows: 8, new: 5, unchanged: 0, changed: 0, duplicates: 1, refused_count: 2 })
  expect(told.refused).toMatchObject([
    { line: 7, column: 'Toezichtnummer', code: 'duplicate_in_file' },
    { line: 8, column: 'Registratiedatum', code: 'not_a_day' },
  ])
})
