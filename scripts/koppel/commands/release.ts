import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { StudyRef } from '../../../app/platform/occasion'
import { derive } from '../../../app/platform/secrets'
import { readSpec } from '../../../app/protocol/read-spec'
import { type ReleaseSpec, samePurpose, wholeRelease } from '../../../app/protocol/release-spec'
import { todayOf } from '../../../app/records/clock'
import { releaseIntoFolder } from '../../../jobs/release/into-folder'
import { verifyFolder } from '../../../jobs/release/verify'
import { askedToEnd } from '../../ending'
import { type Arguments, choiceOption, dayOption, UsageError } from '../arguments'
import { answer, type Command, refusedAnswer } from '../command'
import { type Session, withStudy } from '../session'
import { refusalAnswer } from '../words'

/** Letters that the text of a key has at least. */
const LEAST_KEY = 32

const KEY = { value: 'FILE' }

export const releaseCommand: Command = {
  words: ['release'],
  parameters: ['DIR'],
  options: {
    for: { value: 'PURPOSE' },
    'cut-off': { value: 'DAY' },
    language: { value: 'nl|en' },
    spec: { value: 'FILE' },
    key: KEY,
  },
  about: 'make a release into an empty folder and let it go: tables for SPSS, Stata, R and Excel, with their codebook',
  run: (given) =>
    withStudy(given, async (session) => {
      const { databases, desk, study } = session
      const folder = resolve(given.parameters[0] ?? '')
      const today = await todayOf(databases.study, study.id)
      const cutOff = dayOption(given, 'cut-off') ?? today
      if (cutOff > today) throw new UsageError('--cut-off lies ahead: nothing is known of it')
      const asked = specOf(given, study)
      if (!asked.ok) return refusalAnswer(asked.refusal)
      const spec = asked.value
      const occasion = { study, actor: 'system', today }
      const wish = { spec, key: keyOf(session, given)(spec.purpose), cutOff, folder }
      const made = await untilStopped((stop) => releaseIntoFolder({ ...desk, stop }, occasion, wish))
      if (!made.ok) return refusalAnswer(made.refusal)
      const { release, files, people, rows, disclosure, data_sha256 } = made.value
      return answer({
        ...{ study: study.code, for: spec.purpose, folder, files: files.map(({ name }) => name), rows: people.people },
        ...{ left_out: people.left_out, release: release.number, cut_off: cutOff, tables: rows },
        ...{ unlinked: people.unlinked, disclosure, data_sha256 },
      })
    }),
}

/** Who ends the command ends the release: what was made of it goes, and it says so. */
async function untilStopped<T>(make: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const [stopping, over] = [new AbortController(), new AbortController()]
  askedToEnd(over.signal).then(() => stopping.abort())
  try {
    return await make(stopping.signal)
  } finally {
    over.abort()
  }
}

export const releaseVerify: Command = {
  words: ['release', 'verify'],
  parameters: ['DIR'],
  options: { key: KEY },
  about: 'look whether a folder still holds what was released, and whether this home makes the same again',
  run: (given) =>
    withStudy(given, async (session) => {
      const { databases, desk, study } = session
      const folder = resolve(given.parameters[0] ?? '')
      const occasion = { study, actor: 'system', today: await todayOf(databases.study, study.id) }
      const looking = { folder, keyOf: keyOf(session, given) }
      const looked = await verifyFolder(desk, occasion, looking)
      if (!looked.ok) return refusalAnswer(looked.refusal)
      const { wrong, again, changed } = looked.value
      const told = { folder, ...looked.value }
      if (wrong.length > 0)
        return refusedAnswer(
          'files_differ',
          `Not as the manifest says: ${wrong.map(({ name }) => name).join(', ')}.`,
          told,
        )
      if (again === false && changed === 0)
        return refusedAnswer('makes_another', 'This home makes other bytes of the same data: that is a defect.', told)
      return answer(told)
    }),
}

/** What is asked for: everything for a purpose, or what a file of JSON says of it. */
function specOf(given: Arguments, study: StudyRef) {
  const whole: ReleaseSpec = {
    ...wholeRelease(study.protocol, samePurpose(given.option('for') ?? 'analysis')),
    ...(given.option('language') && { language: choiceOption(given, 'language', ['nl', 'en'] as const) }),
  }
  if (whole.purpose === '') throw new UsageError('--for says nothing')
  return readSpec(study.protocol, { ...whole, ...read(given.option('spec')) })
}

function read(path: string | undefined): object {
  if (path === undefined) return {}
  const said = parsed(path)
  if (typeof said === 'object' && said !== null && !Array.isArray(said)) return said
  throw new UsageError(`--spec takes a file with an object of JSON: ${path} has none`)
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** The key of a release's numbers: what a file holds, else the home's own for its purpose. */
function keyOf({ desk, study }: Session & { readonly study: StudyRef }, given: Arguments) {
  const path = given.option('key')
  if (path === undefined) return (purpose: string) => desk.releaseKey(study.id, purpose)
  const text = textOf(path)
  if (text.length < LEAST_KEY) throw new UsageError(`--key takes a file with at least ${LEAST_KEY} characters`)
  return () => derive(text, 'release')
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    throw new UsageError(`--key takes a file: ${path} cannot be read`)
  }
}
