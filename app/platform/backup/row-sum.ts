import { hash } from 'node:crypto'

const LINE_END = 10
/** A sum of so many numbers of 32 bits is still exact. */
const CARRY_EVERY = 1 << 20
const LIMB = 2 ** 32

/** Counts the rows that COPY writes, and says what they are whatever their order. */
export type RowSum = {
  readonly add: (chunk: Uint8Array) => void
  /** How many rows, and their sum in hex. Ask it once all came. */
  readonly total: () => { readonly rows: number; readonly content: string }
}

/**
 * The sum, modulo 2^128, of the first 16 bytes of each row's SHA-256: the same for the same rows in any order. A table gives its
 * rows in the order in which they lie, which is another one after they were loaded. It is there to find what a load got
 * wrong; who could change the file is kept out by its encryption.
 */
export function rowSum(): RowSum {
  const limbs = [0, 0, 0, 0]
  let rows = 0
  let begun: Uint8Array[] = []
  const count = (row: Uint8Array) => {
    const digest = hash('sha256', row, 'binary')
    for (let limb = 0; limb < 4; limb++) {
      const at = limb * 4
      limbs[limb] =
        (limbs[limb] ?? 0) +
        (digest.charCodeAt(at) * 0x1000000 +
          ((digest.charCodeAt(at + 1) << 16) | (digest.charCodeAt(at + 2) << 8) | digest.charCodeAt(at + 3)))
    }
    rows++
    if (rows % CARRY_EVERY === 0) carry(limbs)
  }
  return {
    add: (chunk) => {
      let from = 0
      for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
        const row = chunk.subarray(from, end)
        count(begun.length > 0 ? Buffer.concat([...begun, row]) : row)
        if (begun.length > 0) begun = []
        from = end + 1
      }
      if (from < chunk.length) begun.push(Buffer.from(chunk.subarray(from)))
    },
    total: () => {
      carry(limbs)
      return { rows, content: limbs.map((limb) => limb.toString(16).padStart(8, '0')).join('') }
    },
  }
}

function carry(limbs: number[]): void {
  for (let limb = 3; limb >= 0; limb--) {
    const value = limbs[limb] ?? 0
    limbs[limb] = value % LIMB
    if (limb > 0) limbs[limb - 1] = (limbs[limb - 1] ?? 0) + Math.floor(value / LIMB)
  }
}
