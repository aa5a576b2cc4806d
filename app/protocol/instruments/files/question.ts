import type { Item } from '../../study'

/**
 * A question of a file: the line it stands on, its name there, and the items it became (several when several answers may be
 * ticked). `codes` gives the code of each answer by how the file calls it. `conditions` are still in the file's words.
 */
export type Question = {
  readonly line: number
  readonly name: string
  /** The form, by which several instruments of one file are told apart. */
  readonly form: string
  readonly several: boolean
  readonly items: readonly Item[]
  readonly codes: ReadonlyMap<string, number>
  readonly conditions: readonly string[]
}

/** How REDCap names one answer of a question with several, in its exports too. */
export const tickedCode = (name: string, choice: string): string =>
  `${name}___${choice.toLowerCase().replace(/[^a-z0-9_]/g, '_')}`

/** Ends of what an answer can be: it is kept as a small whole number. */
export const LOWEST = -32_768
export const HIGHEST = 32_767
export const isSmall = (value: number): boolean => Number.isInteger(value) && value >= LOWEST && value <= HIGHEST

/** A name that can be the code of an item: a column of a release, and nothing that an object has by itself. */
export const isCode = (name: string): boolean => /^[A-Za-z]\w{0,99}$/.test(name) && !(name in {})
