import { itemCode } from '../scoring'
import type { Item, Words } from '../study'

/** How a field of work calls the two people and what they do together (protocol §9: field-specific wording). */
export type Setting = { readonly professional: Words; readonly client: Words; readonly work: Words }

/** A statement by number; `{professional}`, `{client}` and `{work}` stand for the words of the setting. */
export type Statement = { readonly item: number } & Words

export const probation: Setting = {
  professional: { nl: 'mijn toezichthouder', en: 'my supervisor' },
  client: { nl: 'deze cliënt', en: 'this client' },
  work: { nl: 'het toezicht', en: 'supervision' },
}

/** A text in the words of a setting, beginning with a capital. */
export function worded(text: Words, setting: Setting): Words {
  const inLanguage = (language: 'nl' | 'en') => {
    const filled = text[language]
      .replaceAll('{professional}', setting.professional[language])
      .replaceAll('{client}', setting.client[language])
      .replaceAll('{work}', setting.work[language])
    return filled.charAt(0).toUpperCase() + filled.slice(1)
  }
  return { nl: inLanguage('nl'), en: inLanguage('en') }
}

/** Agreement items of as many steps as the scale has. */
export const agreementItems = (statements: readonly Statement[], setting: Setting, points: number): Item[] =>
  statements.map((statement) => ({
    code: itemCode(statement.item),
    kind: 'agreement',
    min: 1,
    max: points,
    text: worded(statement, setting),
  }))
