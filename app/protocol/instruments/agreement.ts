import type { Words } from '../study'

/** Steps of the agreement scale of the study (protocol §7). */
export const ALLIANCE_POINTS = 7

/** Seven steps; the middle one is ours, since the publications print none. */
export const sevenSteps: readonly Words[] = [
  { nl: 'Helemaal niet mee eens', en: 'Completely disagree' },
  { nl: 'Niet mee eens', en: 'Disagree' },
  { nl: 'Een beetje niet mee eens', en: 'Slightly disagree' },
  { nl: 'Neutraal', en: 'Neutral' },
  { nl: 'Een beetje mee eens', en: 'Slightly agree' },
  { nl: 'Mee eens', en: 'Agree' },
  { nl: 'Helemaal mee eens', en: 'Completely agree' },
]

/** The five steps of the talk aid (protocol §9). */
export const fiveSteps: readonly Words[] = [
  { nl: 'Helemaal niet mee eens', en: 'Completely disagree' },
  { nl: 'Niet mee eens', en: 'Disagree' },
  { nl: 'Neutraal', en: 'Neutral' },
  { nl: 'Mee eens', en: 'Agree' },
  { nl: 'Helemaal mee eens', en: 'Completely agree' },
]
