import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { scaleName } from '../../app/exports/shapes/named'
import { addMonths, type Day } from '../../app/protocol/day'
import { scaleDefinitionNamed, score } from '../../app/protocol/scoring'
import { describe as described } from '../../app/protocol/statistics'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { READERS, rPrints } from '../exports/readers'
import type { Begun } from '../identity/leaks/course'
import { MARK } from '../identity/leaks/marked'
import { answerOf, ownFolder } from '../koppel/cli'
import { connected } from '../platform/connect'
import { expected, itemsOf, rowsOf, type Summary } from '../protocol/cohort'
import { readBack } from './read-back'
import { comparedWithDatabase, knownInside } from './release-in-database'
import { type Released, releasedInto, textIn } from './release-tables'
import { numbersOf, pairedAt } from './released-people'

const PAIRS = 302
const DIGITS = 4
const published = scaleDefinitionNamed(werkalliantie, 'published')
const FRICTION = published.scales.client.find(({ name }) => name === 'friction')?.caution?.nl ?? ''
const FIGURES = ['n', 'mean', 'sd', 'median', 'min', 'max'] as const

/** What a release of the whole cohort holds, asked of one that is made once, by the command. */
export function publishedRelease(begun: () => Begun): void {
  const here = (...words: string[]) => begun().command(...words, '--json')
  const folder = join(ownFolder(), 'release')
  const key = join(ownFolder(), 'key')
  let released: Released
  // biome-ignore lint/suspicious/noExplicitAny: what a command answers is what the tests are to find out
  let told: any
  beforeAll(async () => {
    writeFileSync(key, 'a key of numbers that is long enough')
    const ran = await here('release', folder, '--key', key)
    expect(ran).toMatchObject({ code: 0 })
    told = answerOf(ran)
    released = releasedInto(folder)
  }, 120_000)

  test('each pair has a row, and a manifest says what lies there', async () => {
    const { manifest } = released
    expect(released.table('wide').rows).toHaveLength(PAIRS)
    expect(told).toMatchObject({
      rows: PAIRS,
      left_out: { no_consent: 0 },
      unlinked: 0,
      files: manifest.files.map(({ name }) => name),
    })
    for (const { name, rows } of released.tables) expect([name, rows.length]).toEqual([name, told.tables[name]])
    expect(readdirSync(folder).sort()).toEqual([...manifest.files.map(({ name }) => name), 'manifest.json'].sort())
    for (const { name, sha256, size } of manifest.files) {
      const bytes = readFileSync(join(folder, name))
      expect([name, bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([name, size, sha256])
    }
    const verified = await here('release', 'verify', folder, '--key', key)
    expect([verified.code, answerOf(verified)]).toMatchObject([0, { wrong: [], again: true, why: null, changed: 0 }])
  }, 120_000)

  test('outcomes are those of whom was published', () => {
    const numbers = numbersOf(released)
    expect(new Set(numbers).size).toBe(PAIRS)
    const wide = released.table('wide')
    const whose = (column: string, value: unknown) =>
      numbers.filter((_, at) => wide.column(column)[at] === value).sort()
    // what supervisors say of lapses is published of all of them, and released with the client's second interview
    const paired = pairedAt('t2')
    for (const { outcome, column, from } of werkalliantie.outcomes.filter(({ variant }) => variant === 'published')) {
      const ids = expected.outcome_ids[outcome] ?? []
      const wanted = from === 'answers' ? ids.filter((id) => paired.has(id)) : [...ids]
      expect([column, whose(column, 'yes')]).toEqual([column, wanted.sort()])
      expect([column, whose(`${column}_01`, 1)]).toEqual([column, wanted])
      expect(whose(column, 'no')).toEqual(whose(`${column}_01`, 0))
      if (from === 'answers') for (const number of whose(column, 'no')) expect(paired.has(number), number).toBe(true)
    }
  })

  test('who ended early and well, or neither well nor badly, is not compared with', () => {
    const numbers = numbersOf(released)
    const wide = released.table('wide')
    const of = (column: string) => new Map(numbers.map((number, at) => [number, wide.column(column)[at]]))
    const [dropout, number01, why] = [of('dropout_24m'), of('dropout_24m_01'), of('dropout_24m_why')]
    const started = new Map(rowsOf('instroom').map((row) => [row.Toezichtnummer, row['Startdatum toezicht'] ?? '']))
    const iso = (day = '') => day.split('-').reverse().join('-') as Day
    const apart = rowsOf('uitstroom').filter(
      ({ event, kind = '', supervision = '', on = '' }) =>
        event === 'ended' &&
        ['early_positive', 'neutral'].includes(kind) &&
        on < addMonths(iso(started.get(supervision)), 24),
    )
    expect(apart.length).toBeGreaterThan(20)
    for (const { supervision = '', kind } of apart)
      expect([supervision, dropout.get(supervision), number01.get(supervision), why.get(supervision)]).toEqual([
        ...[supervision, 'missing', -1],
        expect.stringMatching(`^ended:${kind}`),
      ])
  })

  test('scores are those of whom was published', () => {
    const numbers = numbersOf(released)
    for (const [number, scores] of Object.entries(expected.per_supervision))
      for (const [scale, value] of Object.entries(scores)) {
        const column = released.table('wide').column(`t1_client_${scaleName(scale)}_published`)
        expect([number, scale, column[numbers.indexOf(number)]]).toEqual([number, scale, value])
      }
  })

  test.runIf(READERS.r)('R prints the figures that were published, and those that we print', async () => {
    const found = figuresOf(await rPrints(join(folder, 'read.R')))
    const close = (name: string, wanted: Summary) => {
      const got = found.get(name)
      for (const figure of FIGURES) expect(got?.[figure], `${name}: ${figure}`).toBeCloseTo(wanted[figure], DIGITS)
    }
    for (const wave of ['t1', 't2']) {
      const clients = answerOf(await here('score', '--wave', wave.toUpperCase(), '--perspective', 'client'))
      for (const [scale, wanted] of Object.entries(expected.scores[`client_${wave}`] ?? {})) {
        close(`${wave}_client_${scaleName(scale)}_published`, wanted)
        close(`${wave}_client_${scaleName(scale)}_published`, clients.descriptives[scale])
      }
      for (const [scale, { absolute, relative }] of Object.entries(expected.dyads[wave] ?? {})) {
        close(`${wave}_abs_${scaleName(scale)}_published`, absolute)
        close(`${wave}_rel_${scaleName(scale)}_published`, relative)
      }
      // published of all supervisors, released of those whose client was interviewed
      const paired = pairedAt(wave)
      const scores = rowsOf(`answers-${wave}-supervisor`)
        .filter(({ supervision = '' }) => paired.has(supervision))
        .map((row) => score(published, 'supervisor', itemsOf(row)))
      for (const scale of Object.keys(expected.scores[`supervisor_${wave}`] ?? {}))
        close(
          `${wave}_sup_${scaleName(scale)}_published`,
          described(scores.flatMap((one) => one[scale] ?? [])) as Summary,
        )
    }
  })

  test('answers, people and events are those of the database', () =>
    connected(begun().house.database.urls.owner, async (owner) => {
      const studyId = begun().study.id
      const said = await comparedWithDatabase(owner, studyId, released)
      for (const { released: out, kept } of Object.values(said)) {
        expect(out.length).toBeGreaterThan(100)
        expect(out).toEqual(kept)
      }
      const inside = await knownInside(owner, studyId)
      expect(inside.size).toBeGreaterThan(PAIRS)
      const texts = new Set(
        released.tables.flatMap(({ rows }) => rows.flat()).filter((value) => typeof value === 'string'),
      )
      expect([...texts].filter((text) => inside.has(text))).toEqual([])
    }))

  test('nobody is in it by name or number, in no file', () => {
    // what the register's file calls people was marked before it was taken in
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      for (const text of [bytes.toString('latin1'), bytes.toString('utf16le')])
        expect([name, text.toLowerCase().includes(MARK)]).toEqual([name, false])
    }
  })

  test('the codebook tells of each variable, of how scales hang together, and what must be said', () => {
    const page = textIn(folder, 'codebook.html')
    for (const { name: table, variables } of released.tables)
      for (const { name } of variables) expect(page.includes(`id="${table}.${name}"`), `${table}.${name}`).toBe(true)
    expect(page).toContain(`<dd>${PAIRS}</dd>`)
    expect(page).toContain(FRICTION)
    // clients are all in it; of supervisors those whose client was interviewed
    for (const wave of ['t1', 't2'])
      for (const [scale, alpha] of Object.entries(expected.alpha[`client_${wave}`] ?? {}))
        expect(page).toMatch(
          new RegExp(
            `${scale} \\(cliënt, alpha v\\d+\\)</th><td>${wave.toUpperCase()}</td><td>\\d+</td><td>${alpha.toFixed(2)}<`,
          ),
        )
  })

  readBack(() => released)
}

/** Lines of `variable,n,mean,…` as figures by variable. */
function figuresOf(printed: string): Map<string, Summary> {
  const [head, ...lines] = printed.trim().split('\n')
  if (head !== ['variable', ...FIGURES].join()) throw new Error(`R printed ${head}`)
  return new Map(
    lines.map((line) => {
      const [name = '', ...cells] = line.split(',')
      return [name, Object.fromEntries(FIGURES.map((figure, at) => [figure, Number(cells[at])])) as Summary]
    }),
  )
}
