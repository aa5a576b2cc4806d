import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LOOK_VERBS } from '../../app/access/looks'
import { words } from '../../app/i18n/catalogue'
import { distance, longDay, shortDay } from '../../app/i18n/days'
import { preferredLanguage } from '../../app/i18n/language'
import { count, share } from '../../app/i18n/numbers'
import { refusalSentence } from '../../app/i18n/refusal'
import { speak } from '../../app/i18n/speak'

const APP = join(import.meta.dirname, '../../app')

test('every refusal of the rooms has words', () => {
  const sources = ['records', 'identity'].flatMap((room) =>
    readdirSync(join(APP, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(APP, room, name), 'utf8')),
  )
  const codes = new Set(
    sources.flatMap((text) => [...text.matchAll(/refuse\('(\w+)'/g)].map((found) => found[1] ?? '')),
  )
  // said by the sign-in page in words of its own
  for (const own of ['wrong', 'too_many']) codes.delete(own)
  expect(codes.size).toBeGreaterThan(30)
  expect([...codes].filter((code) => !Object.hasOwn(words.refusals, code))).toEqual([])
})

test('no sentence is empty, and none is the same in both languages by oversight', () => {
  const same = Object.entries(words).flatMap(([page, sentences]) =>
    Object.entries(sentences).flatMap(([key, message]) => {
      const { nl, en } = message as { nl: unknown; en: unknown }
      expect(nl && en, `${page}.${key}`).toBeTruthy()
      return nl === en ? [`${page}.${key}`] : []
    }),
  )
  expect(same).toMatchInlineSnapshot(`
    [
      "calendar.interviewer",
      "calendar.byInterviewer",
      "caseFile.criteria",
      "conflicts.by",
      "actors.import",
      "breaches.list",
      "deviations.cite",
      "deviationStates.open",
      "door.code",
      "interviewers.title",
      "interviewers.one",
      "interviewers.code",
      "interviewers.account",
      "interviewers.student",
      "interviewers.interviews",
      "instruments.code",
      "inquiries.link",
      "backupKinds.backup",
      "jobs.backups",
      "privacy.title",
      "queriesPage.interviewer",
      "queriesPage.from",
      "queryStates.open",
      "rates.number",
      "rates.interviews",
      "release.sha",
      "releaseFormats.csv",
      "releaseFormats.sav",
      "releaseFormats.parquet",
      "releaseFormats.datapackage",
      "releaseFormats.odm",
      "releaseFormats.ddi",
      "roles.interviewer",
      "scores.people",
      "scores.sd",
      "scores.r",
      "shell.title",
      "shell.privacy",
      "sites.open",
      "showcase.calm",
      "waveStates.open",
      "workStates.open",
    ]
  `)
})

test('a refusal is said with what it carries; an unknown one in general', () => {
  const refusal = { code: 'outside_window', opens: '2012-06-05', closes: '2012-09-05' }
  expect(refusalSentence(speak('nl'), refusal)).toBe(
    'Dit kan van dinsdag 5 juni 2012 tot en met woensdag 5 september 2012.',
  )
  expect(refusalSentence(speak('en'), { code: 'constructor' })).toBe('This cannot be done now.')
})

test('days and numbers are written as people write them', () => {
  expect([longDay('nl', '2012-03-01'), shortDay('nl', '2012-03-01'), shortDay('en', '2012-03-01')]).toEqual([
    'donderdag 1 maart 2012',
    '1 mrt 2012',
    '1 Mar 2012',
  ])
  expect([-2, -1, 0, 1, 2].map((days) => distance('nl', days))).toEqual([
    '2 dagen geleden',
    'gisteren',
    'vandaag',
    'morgen',
    'over 2 dagen',
  ])
  expect([
    count('nl', 2501),
    count('en', 2501),
    share('nl', 302, 482),
    share('en', 302, 482),
    share('en', 0, 0),
  ]).toEqual(['2.501', '2,501', '62,7\u00a0%', '62.7%', ''])
})

test.each([
  ['says nothing', null, 'nl'],
  ['prefers English', 'en-GB,en;q=0.9,nl;q=0.8', 'en'],
  ['ranks by quality', 'fr;q=1, nl;q=0.3, en;q=0.4', 'en'],
  ['knows neither', 'de', 'nl'],
  ['talks nonsense', 'x'.repeat(10_000), 'nl'],
])('a browser that %s', (_, header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test('every verb of the audit has words: its page shows them all', () => {
  const sources = ['records', 'identity'].flatMap((room) =>
    readdirSync(join(APP, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(APP, room, name), 'utf8')),
  )
  const verbs = new Set(sources.flatMap((text) => [...text.matchAll(/verb: '(\w+)'/g)].map((found) => found[1] ?? '')))
  expect(verbs.size).toBeGreaterThan(40)
  const known = new Set(Object.keys(words.doings))
  expect([...verbs].filter((verb) => !known.has(verb))).toEqual([])
  expect(LOOK_VERBS.filter((verb) => !known.has(verb))).toEqual([])
})
