import type { Day } from '../protocol/day'
import type { ReleasedCase } from '../protocol/released'
import type { Words } from '../protocol/study'

/** What one row is made from: a releasable case, its release pseudonyms, and up to when the register is known. */
export type Subject = {
  readonly one: ReleasedCase & { readonly linked: boolean }
  readonly dyad: string
  readonly supervisor: string
  readonly followedTo: Day
}

/** A value in a file; null is missing and written as an empty field. */
export type Value = string | number | null

/** A column of a release: what the codebook says of it, and how a subject fills it. */
export type Column = {
  readonly name: string
  readonly label: Words
  readonly type: 'string' | 'integer' | 'number'
  /** Names of the values, by value. */
  readonly values?: Readonly<Record<string, Words>>
  /** Values that are no answer to an analyst: why there is none, or an answer such as "don't know". */
  readonly missing_codes?: readonly number[]
  /** What an analyst must know before using it. */
  readonly note?: Words
  readonly cite?: string
  readonly value: (subject: Subject) => Value
}
