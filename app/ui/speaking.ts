import { createContext, useContext } from 'react'
import type { Language } from '../i18n/language'
import { type Say, speak } from '../i18n/speak'

/** The language of this page. */
export const LanguageContext = createContext<Language>('nl')

/** The voice of this page: `say` for sentences, `language` for numbers and days. */
export function useSpeaking(): { say: Say; language: Language } {
  const language = useContext(LanguageContext)
  return { say: speak(language), language }
}
