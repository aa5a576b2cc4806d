import { done, type Result, refuse } from '../../refusal'
import type { Instrument, Item, Words } from '../../study'

/**
 * An instrument of ours in the words of a file (protocol §7: licensed wording for the same structure): its questions, codes,
 * parts and rules stay, the texts of questions and of the agreement scale are those of the file. Refused:
 * `structure_incomplete` and `not_in_structure` with the codes, `other_scale` when the file's answers are not as many.
 */
export function likeOurs(ours: Instrument, read: Instrument): Result<Instrument> {
  const theirs = new Map(read.items.map((item) => [item.code, item]))
  const missing = ours.items.filter(({ code }) => !theirs.has(code)).map(({ code }) => code)
  if (missing.length > 0) return refuse('structure_incomplete', { codes: missing.join(', ') })
  const known = new Set(ours.items.map(({ code }) => code))
  const more = read.items.filter(({ code }) => !known.has(code)).map(({ code }) => code)
  if (more.length > 0) return refuse('not_in_structure', { codes: more.join(', ') })
  let agreement = ours.agreement
  for (const item of ours.items) {
    const their = theirs.get(item.code)
    const words = their && wordsOf(read, their)
    if (!words || item.kind !== 'agreement') continue
    if (words.length !== ours.agreement.length) return refuse('other_scale', { item: item.code })
    agreement = words
  }
  const items = ours.items.map((item) => ({ ...item, text: theirs.get(item.code)?.text ?? item.text }))
  return done({ ...ours, version: read.version, title: read.title, agreement, items })
}

/** The words of an item's answers when they count from 1. */
function wordsOf({ agreement }: Instrument, { kind, options }: Item): readonly Words[] | undefined {
  if (kind === 'agreement') return agreement
  return options?.every(({ code }, at) => code === at + 1) ? options.map(({ label }) => label) : undefined
}
