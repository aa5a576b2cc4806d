import type { Say } from '../../i18n/speak'
import { readPseudonym, withoutDashes } from '../../protocol/pseudonym'
import { sentenceFor } from './pseudonym'

/** What somebody looks for by the beginning of a pseudonym: as it was typed, and as we write it. */
export type Search = { readonly typed: string; readonly written: string }

const LONGEST = 60

/** Reads a search: letters and digits count, the dashes come by themselves. */
export function searchIn(text: string | null): Search {
  const typed = (text ?? '').trim().slice(0, LONGEST)
  const characters = withoutDashes(typed)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return { typed, written: characters.match(/.{1,3}/g)?.join('-') ?? '' }
}

/** The slip in a search that found nothing; undefined when it could be a beginning, or is whole and right. */
export function slipIn(say: Say, { typed }: Search): string | undefined {
  const read = readPseudonym(typed)
  if (read.ok || (read.mistake === 'length' && read.typed < read.expected)) return undefined
  return sentenceFor(say, read)
}
