import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import { pseudonymOf } from '../gate/pseudonym'

/** As many labels as are made in one go. */
export const MOST = 200
/** More than 200 lines of a pseudonym ever are: 50 characters a line. */
const LONGEST = MOST * 50

/** The list as it was typed, cut where no list of ours is any more. */
export function listIn(form: FormData): string {
  const list = form.get('list')
  return typeof list === 'string' ? list.replaceAll('\0', '').slice(0, LONGEST + 1) : ''
}

/** The lines on which something stands, with the number that the reader counts. */
export const linesOf = (list: string) =>
  list
    .split(/\r\n|\r|\n/)
    .map((typed, index) => ({ line: index + 1, typed }))
    .filter(({ typed }) => typed.trim() !== '')

/** What a list asks for: pseudonyms with their lines, or what is wrong with it, a sentence for each line that has a slip. */
export type Asked =
  | { readonly ok: true; readonly lines: readonly { readonly line: number; readonly pseudonym: string }[] }
  | { readonly ok: false; readonly mistakes: readonly string[] }

/** Reads a list of pseudonyms, one a line. */
export function readList(say: Say, list: string): Asked {
  const lines = linesOf(list)
  if (lines.length === 0) return { ok: false, mistakes: [say(words.labels.empty)] }
  if (lines.length > MOST || list.length > LONGEST)
    return { ok: false, mistakes: [say(words.labels.tooMany, { n: MOST })] }
  const read = lines.map(({ line, typed }) => ({ line, ...pseudonymOf(say, typed) }))
  const mistakes = read.flatMap((one) => (one.ok ? [] : [say(words.labels.line, one)]))
  if (mistakes.length > 0) return { ok: false, mistakes }
  return { ok: true, lines: read.flatMap((one) => (one.ok ? [{ line: one.line, pseudonym: one.value }] : [])) }
}
