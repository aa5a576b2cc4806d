/** Seeds are whole numbers of 32 bits, without sign. */
const SEEDS = 2 ** 32

/**
 * Numbers from 0 up to 1 that follow from a seed alone: mulberry32, a generator of Tommy Ettinger in the public domain, of 32
 * bits state. It is written here and not taken from a package, because an order that was kept must come out the same for ever.
 * Enough to shuffle questions, not to keep secrets. Throws a RangeError when the seed is no whole number of 32 bits.
 */
export function randomFrom(seed: number): () => number {
  if (!Number.isInteger(seed) || seed < 0 || seed >= SEEDS) throw new RangeError('no seed of 32 bits')
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / SEEDS
  }
}

/** A copy in another order, each order as likely as any other (Fisher and Yates, from the last place down). */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const mixed = [...things]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const moved = mixed[last] as T
    mixed[last] = mixed[other] as T
    mixed[other] = moved
  }
  return mixed
}
