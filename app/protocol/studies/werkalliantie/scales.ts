import { ALLIANCE_POINTS } from '../../instruments/agreement'
import type { Scale, ScaleDefinition, Words } from '../../study'

/** A scale from item numbers; a negative number is the item reversed. */
export function scale(name: string, items: readonly number[], caution?: Words): Scale {
  const written = items.map((item) => ({ item: Math.abs(item), reversed: item < 0 }))
  return { name, items: written, ...(caution && { caution }) }
}

const NOT_RELIABLE = {
  nl: 'Bij cliënten is deze schaal niet betrouwbaar (gepubliceerde alfa .50).',
  en: 'For clients this scale is not reliable (published alpha .50).',
}
const NO_SHORT_MEASURE = {
  nl: 'Het totaal is geen korte maat voor de werkalliantie.',
  en: 'The total is not a short measure of the working alliance.',
}

const trust = scale('trust', [-6, 7, 19, 20, 21])
const bond = scale('bond', [1, 10, 11, 18, 27, 32])
const friction = [4, 13, 14, 17] as const
const clientFriction = scale('friction', friction, NOT_RELIABLE)
const supervisorFriction = scale('friction', friction)
const direction = (items: readonly number[]) => scale('direction_and_frame', items)

/** The 19 items each once, with 6 and the friction items reversed. */
const total = scale(
  'total',
  [1, -4, 5, -6, 7, 8, 10, 11, -13, -14, -17, 18, 19, 20, 21, 26, 27, 30, 32],
  NO_SHORT_MEASURE,
)

const SAME_TOTAL = { client: total, supervisor: total }
const wholeDirection = direction([5, 8, 10, -17, 26, 30, 32])

export const published = {
  name: 'published',
  version: 1,
  cite: '§7.1',
  points: ALLIANCE_POINTS,
  scales: {
    client: [trust, wholeDirection, bond, clientFriction],
    supervisor: [trust, wholeDirection, bond, supervisorFriction],
  },
  total: SAME_TOTAL,
} satisfies ScaleDefinition

/** On which reliability is reported. */
export const alpha = {
  name: 'alpha',
  version: 1,
  cite: '§7.1',
  points: ALLIANCE_POINTS,
  scales: {
    client: [trust, direction([5, 8, 10, 26, 30, 32]), bond, clientFriction],
    supervisor: [trust, direction([10, -17, 26, 30, 32]), bond, supervisorFriction],
  },
  total: SAME_TOTAL,
} satisfies ScaleDefinition

export const scaleDefinitions = [published, alpha] as const
