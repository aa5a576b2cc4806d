import type { Answered } from '../instruments/asked'
import { oldestIn } from '../instruments/choices'

/** Nobody's working life is counted from before this age (decided). */
const WORKS_FROM = 15

const PARTS = ['years_probation', 'years_justice', 'years_care'] as const

/** Years of work that cannot be: a part longer than the whole, or a whole longer than somebody of that age can have worked. */
export function impossibleYears(given: Answered): string[] {
  const number = (code: string) => (typeof given[code] === 'number' ? given[code] : undefined)
  const total = number('years_total')
  if (total === undefined) return []
  const oldest = oldestIn(number('age_band') ?? 0)
  const tooLong = oldest !== undefined && total > oldest - WORKS_FROM
  return [...PARTS.filter((code) => (number(code) ?? 0) > total), ...(tooLong ? ['years_total'] : [])]
}
