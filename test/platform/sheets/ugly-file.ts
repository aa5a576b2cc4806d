import type { Chosen, Guess, Source } from '../../../app/platform/sheets/table'

/** What a file says: why it is refused, or how it is written, how many rows can be read, and why the others cannot. */
export type Says =
  | { readonly refused: string }
  | {
      readonly rows: number
      readonly codes?: Readonly<Record<string, number>>
      readonly guess?: Partial<Guess>
      /** Lines that must be given, each with the text of its second cell or its code. */
      readonly at?: readonly (readonly [line: number, says: string])[]
    }
export type Ugly = { readonly name: string; readonly source: Source; readonly chosen?: Chosen; readonly says: Says }
