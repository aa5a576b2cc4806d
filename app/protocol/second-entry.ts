/** Whole numbers that the last eight hexadecimal digits of an id can be. */
const RANGE = 2 ** 32

/**
 * Whether the paper of a measurement is typed in twice, when so many of a hundred are to be: drawn from the random end of its
 * id, so that nobody chooses, and that the same paper is drawn each time that it is asked. Takes the id and 0 to 100.
 */
export function drawnForSecondEntry(measurementId: string, percent: number): boolean {
  const end = Number.parseInt(measurementId.replaceAll('-', '').slice(-8), 16)
  return (end / RANGE) * 100 < percent
}
