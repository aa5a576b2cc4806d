import { createReadStream, statSync } from 'node:fs'
import { pinOf } from '../../../app/protocol/instruments/battery'
import { FORMATS } from '../../../app/protocol/instruments/files/read'
import type { Remark } from '../../../app/protocol/instruments/files/remarks'
import { structures } from '../../../app/protocol/instruments/structures'
import type { Perspective } from '../../../app/protocol/study'
import { todayOf } from '../../../app/records/clock'
import { pinnedBattery } from '../../../app/records/instruments/battery'
import { instrumentsIn, publishAll } from '../../../app/records/instruments/from-file'
import { putToUse, usesOf } from '../../../app/records/instruments/use'
import { versionsOf } from '../../../app/records/instruments/versions'
import { type Arguments, choiceOption, dayOption, UsageError } from '../arguments'
import { type Answer, answer, type Command, refusedAnswer } from '../command'
import { withStudy } from '../session'
import { refusalAnswer, remarkSentence } from '../words'

const SIDES: readonly Perspective[] = ['client', 'supervisor']

export const instrumentImport: Command = {
  words: ['instrument', 'import'],
  parameters: ['FILE'],
  options: {
    perspective: { value: 'client|supervisor', required: true },
    format: { value: 'own|redcap|xlsform' },
    name: { value: 'NAME' },
    version: { value: 'V' },
    like: { value: 'NAME' },
  },
  flags: ['dry-run'],
  about:
    'publish the questionnaires of a file (own CSV, REDCap dictionary, XLSForm); says line by line what it cannot do',
  run: (given) => {
    const [path = ''] = given.parameters
    const told = {
      perspective: choiceOption(given, 'perspective', ['client', 'supervisor']),
      format: given.option('format') === undefined ? undefined : choiceOption(given, 'format', FORMATS),
      name: given.option('name'),
      version: versionOption(given),
      like: given.option('like'),
    }
    if (!statSync(path, { throwIfNoEntry: false })?.isFile())
      return Promise.resolve(refusedAnswer('file_missing', `There is no file ${path}.`, { file: path }))
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const read = await instrumentsIn(db, study, () => createReadStream(path), told)
      if (!read.ok) return refusalAnswer(read.refusal)
      const occasion = { study, actor: 'import', today: await todayOf(db, study.id) }
      const keep = !given.flag('dry-run')
      const said = { notes: read.value.notes.map(remarkShown), refused: read.value.refused.map(remarkShown) }
      const came = await publishAll(db, occasion, read.value, { keep })
      if (!came.ok) return withRemarks(refusalAnswer(came.refusal), said)
      const questions = new Map(read.value.instruments.map((one) => [pinOf(one), one.items.length]))
      const instruments = came.value.map(({ pin, published }) => ({
        pin,
        questions: questions.get(pin),
        new: published,
      }))
      return answer({ study: study.code, format: read.value.format, applied: keep, instruments, ...said })
    })
  },
}

/** A refusal with what was said of the lines: why nothing is left. */
const withRemarks = (refused: Answer, said: object): Answer =>
  refused.ok ? refused : { ...refused, error: { ...refused.error, ...said } }

const remarkShown = ({ line, column, code, about, times }: Remark) => ({
  line,
  column,
  code,
  about: about ?? null,
  times: times ?? 1,
  message: remarkSentence(code),
})

function versionOption(given: Arguments): number | undefined {
  const text = given.option('version')
  if (text !== undefined && !/^[1-9]\d{0,2}$/.test(text)) throw new UsageError('--version takes a number from 1 to 999')
  return text === undefined ? undefined : Number(text)
}

export const instrumentList: Command = {
  words: ['instrument', 'list'],
  about: 'the instruments of a study with their versions, and what was put to use from which day',
  run: (given) =>
    withStudy(given, async ({ databases: { study: db }, study }) => {
      const versions = await versionsOf(db, study)
      const uses = await usesOf(db, study.id)
      return answer({
        study: study.code,
        instruments: versions.map(({ name, version, perspective, questions, source, publishedOn }) => ({
          name,
          version,
          perspective,
          questions,
          source: source ?? 'protocol',
          published_on: publishedOn,
        })),
        uses: uses.map(({ fromOn, ...use }) => ({ ...use, from_on: fromOn })),
        structures: structures.map(({ name, perspective, items }) => ({ name, perspective, items: items.length })),
      })
    }),
}

export const instrumentShow: Command = {
  words: ['instrument', 'show'],
  parameters: ['NAME@V'],
  about: 'one version of an instrument, whole: its parts, questions, answers and words',
  run: (given) => {
    const [pin = ''] = given.parameters
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const versions = await versionsOf(db, study)
      const found = versions.find((one) => pinOf(one) === pin || one.name === pin)
      if (!found) return refusalAnswer({ code: 'unknown_instrument', name: pin })
      const [instrument] = await pinnedBattery(db, study, [pinOf(found)])
      return answer(instrument)
    })
  },
}

export const instrumentUse: Command = {
  words: ['instrument', 'use'],
  parameters: ['WAVE', 'PERSPECTIVE', 'NAME[,NAME…]'],
  options: { from: { value: 'DAY' } },
  about: 'what one side is asked at a wave from a day on, in this order; what was opened before stays as it was',
  run: (given) => {
    const [wave = '', side = '', names = ''] = given.parameters
    const perspective = SIDES.find((one) => one === side)
    if (!perspective) throw new UsageError(`PERSPECTIVE is one of: ${SIDES.join(', ')}`)
    const from = dayOption(given, 'from')
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const today = await todayOf(db, study.id)
      const fromOn = from ?? today
      const instruments = names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
      const used = await putToUse(db, { study, actor: 'system', today }, { wave, perspective, instruments, fromOn })
      return used.ok
        ? answer({ study: study.code, wave, perspective, instruments: used.value, from_on: fromOn })
        : refusalAnswer(used.refusal)
    })
  },
}
