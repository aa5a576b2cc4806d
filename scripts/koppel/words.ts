import { preferredLanguage } from '../../app/i18n/language'
import { refusalSentence } from '../../app/i18n/refusal'
import { speak } from '../../app/i18n/speak'
import { badFiles, badValues, refusedByStudy } from '../../app/i18n/words/imports'
import { instrumentNotes, instrumentRefusals } from '../../app/i18n/words/instrument-files'
import type { Refusal } from '../../app/protocol/refusal'
import type { BadFile } from '../../jobs/replay/decode'
import { type Answer, refusedAnswer } from './command'

/** The language of the terminal: Dutch when LC_ALL, LC_MESSAGES or LANG says so, else English. */
const { LC_ALL, LC_MESSAGES, LANG } = process.env
const say = speak((LC_ALL ?? LC_MESSAGES ?? LANG ?? '').startsWith('nl') ? 'nl' : preferredLanguage('en'))

/** A refusal of a verb as a command's answer, worded. */
export const refusalAnswer = (refusal: Refusal): Answer => {
  const { code, ...details } = refusal
  return refusedAnswer(code, refusalSentence(say, refusal), details)
}

/** The language of the terminal's sentences. */
export const language = say({ nl: 'nl', en: 'en' }) as 'nl' | 'en'

/** A refused row is kept with its code alone, so its sentence is one that takes nothing. */
const rows = { ...refusedByStudy, ...badValues }

/** Why a row of a file was refused, in one sentence that says what to mend. */
export function rowSentence(code: string): string {
  return Object.hasOwn(rows, code) ? say(rows[code as keyof typeof rows]) : refusalSentence(say, { code })
}

/** What is said of a line of a file of questions. */
const remarks = { ...instrumentNotes, ...instrumentRefusals }
export const remarkSentence = (code: string): string =>
  Object.hasOwn(remarks, code) ? say(remarks[code as keyof typeof remarks]) : refusalSentence(say, { code })

/** Why a file cannot be used, in one sentence that names it and what to do. */
export const badFileSentence = ({ file, code, columns }: BadFile): string =>
  `${file}: ${say(badFiles[code])}${columns.length > 0 ? ` ${columns.join(', ')}` : ''}`
