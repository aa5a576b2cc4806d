import { addDays, type Day, parseDay } from '../day'
import { isInterviewerCode } from '../qualifications'
import { done, type Result, refuse } from '../refusal'
import type { Choice, DayShape, Reads } from './extract'
import { folded } from './folded'

/** What a cell says once it was read: a text, a day (YYYY-MM-DD), a whole number, or the meaning of a choice. */
export type Value = string | number | null

const DMY = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/
const YMD = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
/** A time behind a day, as registers and spreadsheets write it: it is not asked for. */
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/
/** What a spreadsheet writes where it could not work out a value, in English and Dutch. */
const CELL_ERROR =
  /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|N\/B|VERW!|WAARDE!|NAAM\?|DEEL\/0!|GETAL!|LEEG!|OVERLOOP!|BEREKENEN!)$/i

/** Whether a cell holds an error of a spreadsheet instead of a value. */
export const isCellError = (text: string): boolean => CELL_ERROR.test(text)

/** The day that a text is, and in which order it was written; undefined when it is no existing day. */
export function dayWritten(text: string): { readonly day: Day; readonly shape: 'dmy' | 'ymd' } | undefined {
  const bare = text.replace(TIME, '')
  const dmy = DMY.exec(bare)
  const ymd = YMD.exec(bare)
  const [year, month, date] = dmy ? [dmy[4], dmy[3], dmy[1]] : ymd ? [ymd[1], ymd[3], ymd[4]] : []
  const day = parseDay(`${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`)
  return day && { day, shape: dmy ? 'dmy' : 'ymd' }
}

/** How days and choices of this file are to be read. */
type Ways = { readonly days: DayShape; readonly values: Readonly<Record<string, string>>; readonly today: Day }

/**
 * What a cell says that is not empty. Refusals: `cell_error`, `too_long`, `not_a_code`, `not_a_day`, `day_out_of_reach`,
 * `not_a_number`, `out_of_range`, `unknown_value`.
 */
export function readCell(reads: Reads, text: string, { days, values, today }: Ways): Result<Value> {
  if (isCellError(text)) return refuse('cell_error')
  switch (reads.as) {
    case 'text':
      if (text.length > reads.max) return refuse('too_long', { max: reads.max })
      return reads.like === 'code' && !isInterviewerCode(text) ? refuse('not_a_code') : done(text)
    case 'day': {
      const written = dayWritten(text)
      if (!written || (days !== 'either' && written.shape !== days)) return refuse('not_a_day')
      const inReach = written.day >= reads.from && written.day <= addDays(today, reads.ahead ?? 0)
      return inReach ? done(written.day) : refuse('day_out_of_reach')
    }
    case 'whole': {
      const { min, max } = reads
      if (!/^-?\d{1,9}$/.test(text)) return refuse('not_a_number')
      return Number(text) < min || Number(text) > max ? refuse('out_of_range', { min, max }) : done(Number(text))
    }
    case 'choice': {
      const meaning = Object.hasOwn(values, text) ? values[text] : meaningOf(reads.meanings, text)
      if (meaning === '') return done(null)
      return meaning !== undefined && Object.hasOwn(reads.meanings, meaning) ? done(meaning) : refuse('unknown_value')
    }
  }
}

/** What a word means by the study's own list; undefined when it stands there under nothing. */
export const meaningOf = (meanings: Choice['meanings'], text: string): string | undefined =>
  byWord(meanings).get(folded(text))

const known = new WeakMap<Choice['meanings'], ReadonlyMap<string, string>>()

/** The words of a list, folded once: files have hundreds of thousands of cells. Of two meanings of a word the first stands. */
function byWord(meanings: Choice['meanings']): ReadonlyMap<string, string> {
  const before = known.get(meanings)
  if (before) return before
  const pairs = Object.entries(meanings).flatMap(([meaning, { words }]) =>
    words.map((word) => [folded(word), meaning] as const),
  )
  const made = new Map(pairs.reverse())
  known.set(meanings, made)
  return made
}
