import { unharmed } from '../harmless'

/** A text without what people vary in headings and words: capitals, accents, spaces, and signs between words. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')

/** What is longer is no value of ours, and is left as it is. */
const LONGEST = 10_000

/**
 * A cell without the spaces around it, of whichever kind (signs that nobody sees count as spaces), nor the apostrophes
 * that keep a text from being a formula.
 */
export const trimmed = (cell: string): string =>
  cell.length > LONGEST ? cell : unharmed(cell.replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, ''))
