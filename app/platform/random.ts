import { randomBytes as bytes, randomInt } from 'node:crypto'

/** `count` random bytes of the machine's own generator. */
export const randomBytes = (count: number): Uint8Array => bytes(count)

/** A whole number of at most 31 bits, from the same generator: a seed that a column of the database holds. */
export const randomSeed = (): number => randomInt(2 ** 31)
