/** Chance that comes out the same for the same seed. */
export type Chance = {
  /** A number from 0 up to, not including, `below`. */
  readonly upTo: (below: number) => number
  /** True once in so many times. */
  readonly once: (inSoMany: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Up to `most` of them. */
  readonly some: <T>(from: readonly T[], most: number) => T[]
  readonly bytes: (count: number) => Buffer
}

/** Chance from a seed, by the generator mulberry32 (Tommy Ettinger, public domain): short, and even enough for a test. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (below: number) => Math.floor(next() * below)
  return {
    upTo,
    once: (inSoMany) => upTo(inSoMany) === 0,
    pick: (from) => from[upTo(from.length)] as never,
    some: (from, most) =>
      Array.from({ length: from.length === 0 ? 0 : upTo(most + 1) }, () => from[upTo(from.length)] as never),
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => upTo(256))),
  }
}
