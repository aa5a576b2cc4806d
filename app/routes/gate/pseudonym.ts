import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import { type Mistake, readPseudonym } from '../../protocol/pseudonym'

/** What somebody typed into a field for a pseudonym: the pseudonym as we write it, or what is wrong with it. */
export type Typed = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly sentence: string }

/** Reads a pseudonym from a field, in any case, with or without dashes and spaces; else says which slip it was (§6). */
export function pseudonymOf(say: Say, typed: string): Typed {
  const read = readPseudonym(typed)
  return read.ok ? read : { ok: false, sentence: sentenceFor(say, read) }
}

/** What a slip was, in one sentence. */
export function sentenceFor(say: Say, slip: Mistake): string {
  const { pseudonyms: w } = words
  if (slip.mistake === 'check') return say(w.check)
  if (slip.mistake === 'length') {
    if (slip.typed === 0) return say(w.nothing)
    return say(slip.typed < slip.expected ? w.tooShort : w.tooLong, slip)
  }
  const alike = '0O'.includes(slip.character) ? w.zero : '1IL'.includes(slip.character) ? w.one : w.character
  return say(alike, slip)
}
