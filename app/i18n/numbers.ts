import type { Language } from './language'

const WRITTEN = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') } satisfies Record<
  Language,
  Intl.NumberFormat
>

/** A count as people write it: 2.501 or 2,501. */
export const count = (language: Language, value: number): string => WRITTEN[language].format(value)

/** A count that may be hidden: then what stands instead of it. */
export const shownCount = (language: Language, value: number | string): string =>
  typeof value === 'number' ? count(language, value) : value

/** A number with so many decimals: 1.234,50 or 1,234.50. */
export const decimal = (language: Language, value: number, digits: number): string =>
  value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })

/** A share in per cent with one decimal: 62,7 % or 62.7%. Empty when there is nothing to share. */
export function share(language: Language, part: number, whole: number): string {
  if (whole === 0) return ''
  const percent = ((100 * part) / whole).toFixed(1)
  return language === 'nl' ? `${percent.replace('.', ',')}\u00a0%` : `${percent}%`
}
