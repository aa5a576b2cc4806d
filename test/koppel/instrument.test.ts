import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { pinOf } from '../../app/protocol/instruments/battery'
import { batteryOn } from '../../app/records/instruments/battery'
import { namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
const FOREIGN = join(import.meta.dirname, '../instruments/foreign')
const folder = mkdtempSync(join(tmpdir(), 'koppel-instruments-'))
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
})

const run = (...words: string[]) =>
  koppelHere(['instrument', ...words, '--json', '--home', home.folder, '--study', world.study.code], home.env)
const imported = (file: string, ...more: string[]) => run('import', file, '--perspective', 'client', ...more)
const fileOf = (name: string, ...lines: string[]) => {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}
const HEAD = 'instrument;version;perspective;code;kind;text_nl;text_en;min;max'
const names = async () => answerOf(await run('list')).instruments.map(pinOf)

test('a dictionary that we did not write: looked at first, then published, and the same again changes nothing', async () => {
  const file = join(FOREIGN, 'redcap-longitudinal.csv')
  const looked = answerOf(await imported(file, '--dry-run'))
  expect(looked).toMatchObject({ format: 'redcap', applied: false })
  expect([looked.instruments.length, looked.notes.length, looked.refused.length]).toEqual([8, 17, 44])
  expect(looked.refused[3]).toEqual({
    line: 5,
    column: 'Identifier?',
    code: 'identifier',
    about: 'first_name',
    times: 1,
    message: 'This says who somebody is. Names and numbers are kept apart and do not belong to the answers.',
  })
  expect(await names()).not.toContain('demographics@1')

  const published = answerOf(await imported(file))
  expect(published.instruments[0]).toEqual({ pin: 'demographics@1', questions: 32, new: true })
  expect(await names()).toContain('completion-project-questionnaire@1')
  expect(answerOf(await imported(file)).instruments.map((one: { new: boolean }) => one.new)).toEqual(
    Array(8).fill(false),
  )
})

test('one form of several, an XLSForm under a name, and what was published is shown whole', async () => {
  const one = ['--name', 'patient-morale-questionnaire', '--version', '4'] as const
  const chosen = answerOf(await imported(join(FOREIGN, 'redcap-longitudinal.csv'), ...one))
  expect(chosen.instruments).toEqual([{ pin: 'patient-morale-questionnaire@4', questions: 4, new: true }])
  const form = answerOf(await imported(join(FOREIGN, 'xlsform-select.csv'), '--name', 'colours'))
  expect(form).toMatchObject({ format: 'xlsform', instruments: [{ pin: 'colours@1', questions: 5 }] })
  expect(answerOf(await run('show', 'colours@1'))).toMatchObject({ name: 'colours', perspective: 'client' })
  expect(answerOf(await run('show', 'wa-gk-client'))).toMatchObject({ name: 'wa-gk-client', agreement: { length: 7 } })
})

test('put to use from a day on, and listed so', async () => {
  const path = fileOf('own.csv', HEAD, 'motivatie;1;client;m1;number;Hoe vaak?;How often?;0;9')
  answerOf(await imported(path))
  const used = answerOf(await run('use', 'T1', 'client', 'wa-gk-client,motivatie', '--from', '2050-01-01'))
  expect(used.instruments).toEqual(['wa-gk-client@1', 'motivatie@1'])
  expect(answerOf(await run('list')).uses[0]).toMatchObject({ wave: 'T1', from_on: '2050-01-01' })
  const asked = await batteryOn(world.db, world.study, 'T1', 'client', day('2050-01-02'))
  expect(asked.map(pinOf)).toEqual(used.instruments)
})

/** Twelve questions under the codes of the short form, in so many steps; how else they are called is the file's. */
const wai = (steps: number) =>
  Array.from({ length: 12 }, (_, at) => {
    const code = `wai${String(at + 1).padStart(2, '0')}`
    return `ours;1;client;${code};number;Vraag ${at};Question ${at};1;${steps}`
  })

test.each<[string, () => Promise<{ code: number | null; stdout: string }>, string]>([
  ['no such file', () => imported('/nowhere.csv'), 'file_missing'],
  ['an empty one', () => imported(fileOf('empty.csv', '')), 'file_empty'],
  ['another kind', () => imported(join(FOREIGN, 'xlsform-select.csv'), '--format', 'redcap'), 'other_format'],
  ['no kind of ours', () => imported(fileOf('other.csv', 'naam;leeftijd', 'a;1')), 'unknown_format'],
  ['nothing left', () => imported(fileOf('none.csv', HEAD, 'm;1;client;m1;poem;V;Q;0;9')), 'no_questions'],
  ['no such form', () => imported(join(FOREIGN, 'redcap-longitudinal.csv'), '--name', 'x'), 'unknown_instrument'],
  [
    'another text of a version',
    () => imported(fileOf('again.csv', HEAD, 'background-client;1;client;m1;number;V;Q;0;9')),
    'version_exists',
  ],
  [
    'words for another structure',
    () => imported(join(FOREIGN, 'xlsform-select.csv'), '--like', 'wa-gk-client'),
    'structure_incomplete',
  ],
  [
    'half of a structure under its name',
    () => imported(fileOf('half.csv', HEAD, 'wai-sr;1;client;wai01;number;V;Q;1;5')),
    'structure_incomplete',
  ],
  [
    'a structure in other steps',
    () => imported(fileOf('steps.csv', HEAD, ...wai(9)), '--like', 'wai-sr'),
    'other_steps',
  ],
  ['a wave that is none', () => run('use', 'T9', 'client', 'wa-gk-client'), 'unknown_wave'],
  ['the other side', () => run('use', 'T1', 'client', 'wa-gk-supervisor'), 'other_perspective'],
  ['what is not there', () => run('show', 'nothing@1'), 'unknown_instrument'],
])('refused: %s', async (_, call, code) => {
  const ran = await call()
  expect([ran.code, JSON.parse(ran.stdout).error.code]).toEqual([1, code])
})

test('words for a structure of which we have none are its first version', async () => {
  const path = fileOf('wai.csv', HEAD, ...wai(5))
  const came = answerOf(await imported(path, '--like', 'wai-sr'))
  expect(came.instruments).toEqual([{ pin: 'wai-sr@1', questions: 12, new: true }])
  const { structures } = answerOf(await run('list'))
  expect(structures).toContainEqual({ name: 'dri-r-supervisor', perspective: 'supervisor', items: 28 })
})

test('called wrongly', async () => {
  expect((await run('import', 'x.csv')).code).toBe(2)
  expect((await imported('x.csv', '--version', 'two')).code).toBe(2)
  expect((await run('use', 'T1', 'nobody', 'x')).code).toBe(2)
})
