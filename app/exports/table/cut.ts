const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' })
const CUT = '…'

const bytesOf = (text: string): number => Buffer.byteLength(text)
const charactersOf = (text: string): number => [...text].length

/**
 * A text in at most so many bytes of UTF-8, for SPSS. What is too long ends in … so that it shows; never within a
 * character, nor between a letter and its accent. `most` is 3 at least: an … takes as much.
 */
export const cutToBytes = (text: string, most: number): string => cut(text, most, bytesOf)

/** The same in at most so many characters, as Stata counts them. */
export const cutToCharacters = (text: string, most: number): string => cut(text, most, charactersOf)

function cut(text: string, most: number, sizeOf: (text: string) => number): string {
  if (sizeOf(text) <= most) return text
  let kept = ''
  let size = sizeOf(CUT)
  for (const { segment } of graphemes.segment(text)) {
    size += sizeOf(segment)
    if (size > most) break
    kept += segment
  }
  return kept.trimEnd() + CUT
}
