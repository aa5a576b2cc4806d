/** Fewer digits are tried out too fast. */
const FEWEST_DIGITS = 6

/** What is wrong with a PIN that somebody chooses: too short (or no digits), too easy to guess, or not the same twice. */
export type PinMistake = 'short' | 'weak' | 'differs'

/** Whether digits go up or down by one all the way: 123456, 987654. */
const isRun = (pin: string): boolean => {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}

/** Whether a piece is said again and again: 000000, 121212, 19551955. */
const repeats = (pin: string): boolean => /^(\d+)\1+$/.test(pin)

/** What is wrong with a new PIN that was typed twice; undefined when it will do. */
export function pinMistake(pin: string, again: string): PinMistake | undefined {
  if (!/^\d+$/.test(pin) || pin.length < FEWEST_DIGITS) return 'short'
  if (repeats(pin) || isRun(pin)) return 'weak'
  return pin === again ? undefined : 'differs'
}
