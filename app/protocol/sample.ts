import type { Words } from './words'

/** The risk categories of the RISc, from low to high (protocol §1), by which a sample is compared with its population. */
export const RISK_CATEGORIES = {
  low: { nl: 'Laag', en: 'Low' },
  low_medium: { nl: 'Laag gemiddeld', en: 'Low-medium' },
  high_medium: { nl: 'Hoog gemiddeld', en: 'High-medium' },
  high: { nl: 'Hoog', en: 'High' },
} as const satisfies Record<string, Words>
export type RiskCategory = keyof typeof RISK_CATEGORIES
export const RISK_NAMES = Object.keys(RISK_CATEGORIES) as RiskCategory[]
