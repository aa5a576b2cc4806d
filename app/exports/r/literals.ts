/**
 * A text as R reads it in a script. What is no ASCII is escaped: R takes a script for text in the alphabet of the
 * machine, which on older Windows has no ë, and marks what is escaped as UTF-8 everywhere.
 */
export const text = (of: string): string =>
  `"${of.replace(/[\p{Cs}\0]/gu, '\ufffd').replace(/["\\]|[^ -~]/gu, (letter) => (/["\\]/.test(letter) ? `\\${letter}` : escaped(letter)))}"`

function escaped(letter: string): string {
  const code = (letter.codePointAt(0) as number).toString(16)
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
}

/** Numbers or texts as a vector. */
export const vector = (values: readonly (string | number)[]): string =>
  `c(${values.map((value) => (typeof value === 'number' ? String(value) : text(value))).join(', ')})`

/** Named things as a list, one a line: a console takes no line of more than 4,095 bytes. */
export const list = (entries: Readonly<Record<string, string>>): string =>
  `list(\n${Object.entries(entries)
    .map(([name, value]) => `  ${name} = ${value}`)
    .join(',\n')})`
