import type { Item, Words } from '../study'
import { choice, yesNoUnknown } from './choices'

const SUBSTANCES = {
  alcohol: { nl: 'alcohol', en: 'alcohol' },
  cannabis: { nl: 'wiet of hasj', en: 'cannabis' },
  hard_drugs: { nl: 'harddrugs', en: 'hard drugs' },
  gambling: { nl: 'gokken', en: 'gambling' },
} satisfies Record<string, Words>

/** To what the client is addicted, one question each, at both waves (protocol §7.2). */
export const addiction: readonly Item[] = Object.entries(SUBSTANCES).map(([name, { nl, en }]) =>
  choice(
    `addiction_${name}`,
    { nl: `Is deze cliënt verslaafd aan ${nl}?`, en: `Is this client addicted to ${en}?` },
    yesNoUnknown,
  ),
)
