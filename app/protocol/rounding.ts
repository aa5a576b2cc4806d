/**
 * A copy of plain data with every number rounded half away from zero to so many decimals; everything else as it is.
 * The tiny addition undoes what binary fractions lose just below a half.
 */
export function rounded<T>(data: T, decimals: number): T {
  if (typeof data === 'number') {
    const factor = 10 ** decimals
    return (
      Number.isInteger(data) ? data : (Math.sign(data) * Math.round(Math.abs(data) * factor + 1e-9)) / factor
    ) as T
  }
  if (Array.isArray(data)) return data.map((one) => rounded(one, decimals)) as T
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, rounded(value, decimals)])) as T
}
