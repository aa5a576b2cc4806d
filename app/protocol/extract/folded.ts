/** A text without what people vary in headings and words: capitals, accents, spaces, and signs between words. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')

/** A cell without the spaces around it, of whichever kind; signs that nobody sees count as spaces. */
export const trimmed = (cell: string): string => cell.replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, '')
