/** So many wrong PINs in a row cost nothing: fingers slip. */
const FREE = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000

/**
 * How long nobody may try after so many wrong PINs in a row, in milliseconds: from the fifth on half a minute, then twice as
 * long each time up to a quarter of an hour. Nothing is ever thrown away for it: the answers may be nowhere else.
 */
export function waitAfter(wrong: number): number {
  if (wrong < FREE) return 0
  return Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE), LONGEST_WAIT_MS)
}

/** How long to wait before sending again what did not arrive, in milliseconds: 2 s, twice as long each time, a minute at most. */
export const waitToSend = (tries: number): number => Math.min(2_000 * 2 ** tries, 60_000)
