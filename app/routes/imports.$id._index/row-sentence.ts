import type { Language } from '../../i18n/language'
import { refusalSentence } from '../../i18n/refusal'
import type { Plain } from '../../i18n/speak'
import { speak } from '../../i18n/speak'
import { badValues, refusedByStudy } from '../../i18n/words/imports'

const SENTENCES: Readonly<Record<string, Plain>> = { ...badValues, ...refusedByStudy }

/** Why a row was refused, in words that need nothing of the row. */
export const rowSentence = (language: Language, code: string): string =>
  SENTENCES[code]?.[language] ?? refusalSentence(speak(language), { code })
