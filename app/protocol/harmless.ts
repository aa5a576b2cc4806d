/**
 * Where a spreadsheet would begin a formula: = + - @ (also the wide ones of East Asia) at the start of a cell, behind
 * spaces, and behind what another spreadsheet takes for the end of a cell; and a cell that begins with a tab or line end.
 */
const STARTS = /(?<=^|[;\t\r\n])(?=(?:[^\S\t\r\n]|')*[=+\-@＝＋－＠])|^(?='*[\t\r\n])/g
const MENDED = /(?<=^|[;\t\r\n])'(?=(?:[^\S\t\r\n]|')*[=+\-@＝＋－＠])|^'(?='*[\t\r\n])/g

/** A text that no spreadsheet takes for a formula: with an apostrophe where one would begin. */
export const harmless = (text: string): string => text.replace(STARTS, "'")

/** The text that `harmless` was given: so that a file of ours that somebody corrects comes back as it was. */
export const unharmed = (text: string): string => text.replace(MENDED, '')
