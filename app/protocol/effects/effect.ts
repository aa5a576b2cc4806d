import type { Interval } from '../consistency'

/** An estimate with its 95 % interval. */
export type Effect = { readonly value: number; readonly interval: Interval }

/** How far a 95 % interval of a normal estimate reaches, in standard errors. */
export const Z95 = 1.959963984540054
