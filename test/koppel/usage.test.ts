import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerOf, koppel, koppelHere, ownFolder } from './cli'

/** Nothing may come of a command that was called wrongly, least of all a home. */
const home = join(ownFolder(), 'home')

const WRONG: readonly (readonly [what: string, words: readonly string[], says: RegExp])[] = [
  ['no command', [], /command is missing/],
  ['an unknown command', ['conquer'], /no command conquer/],
  ['half a command', ['db'], /no command db/],
  ['an option before the command', ['--home', home, 'flow'], /no command --home/],
  ['an unknown option', ['flow', '--colour', 'blue'], /--colour/],
  ['an option without its value', ['worklist', '--on'], /--on/],
  ['a parameter missing', ['replay'], /DIR is missing/],
  ['a parameter too many', ['replay', 'a', 'b'], /b is one too many/],
  ['a needed option missing', ['window'], /--t1 is missing/],
  ['a day that does not exist', ['window', '--t1', '2012-02-30'], /--t1 takes a day/],
  ['a day in another form', ['replay', 'a', '--until', '01-02-2012'], /--until takes a day/],
  ['a day that is a word', ['worklist', '--on', 'today'], /--on takes a day/],
  ['a month that is a day', ['reconcile', '--month', '2012-02-01'], /--month takes a month/],
  ['an unknown role', ['worklist', '--role', 'analyst'], /--role takes one of: coordinator, interviewer/],
  ['an unknown perspective', ['score', 'a.csv', '--perspective', 'judge'], /--perspective takes one of/],
  ['nothing to score', ['score'], /FILE is missing, or --wave/],
  ['two things to score', ['score', 'a.csv', '--wave', 'T1'], /FILE and --wave exclude/],
  ['two files to score', ['score', 'a.csv', 'b.csv'], /b.csv is one too many/],
  ['an unknown definition', ['score', 'a.csv', '--definition', 'mine'], /--definition takes one of/],
  ['a role without an address', ['db', 'url', '--role', 'jobs'], /--role takes one of/],
]

test.each(WRONG)('%s: exit code 2, the reason and how to call it', async (_, words, says) => {
  const plain = await koppelHere(words)
  expect(plain).toMatchObject({ code: 2, stdout: '' })
  expect(plain.stderr.split('\n')[0]).toMatch(says)
  expect(plain.stderr).toContain('koppel COMMAND')
  const json = await koppelHere([...words, '--json'])
  expect(json.code).toBe(2)
  expect(answerOf(json)).toEqual({ error: { code: 'usage', message: expect.stringMatching(says) } })
  expect(json.stderr).toContain('koppel COMMAND')
})

test('the usage names every command once', async () => {
  const { stderr } = await koppelHere([])
  const commands =
    'replay DIR,flow,worklist,score [FILE],window,reconcile,release DIR,backup key [FILE],backup FILE,restore FILE,audit verify,privacy-report,db start,db stop,db url,migrate,serve,work'
  for (const command of commands.split(','))
    expect(stderr.match(new RegExp(`^ {2}${command.replace(/[[\]]/g, '\\$&')}( |$)`, 'gm')), command).toHaveLength(1)
})

test('the real process: 0 with one value, 2 with the usage, and no home for either', async () => {
  const [good, wrong, day] = await Promise.all([
    koppel(['window', '--t1', '2012-03-05', '--json', '--home', home]),
    koppel(['conquer', '--json', '--home', home]),
    koppel(['worklist', '--on', '2012-02-30', '--home', home]),
  ])
  expect(good).toMatchObject({ code: 0, stderr: '' })
  expect(good.stdout).toMatch(/^\{.*\}\n$/)
  expect([wrong.code, answerOf(wrong).error.code]).toEqual([2, 'usage'])
  expect(day).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('koppel COMMAND') })
  expect(existsSync(home)).toBe(false)
}, 120_000)
