import { readLanguage } from '../../i18n/language'
import { setCookie } from './cookies'
import { textOf } from './form'
import { THEMES } from './visitor'

const YEAR_SECONDS = 365 * 24 * 3600

/** The cookie for the language or the colours that a form chooses; undefined when it chooses neither. */
export function chosenIn(form: FormData): { readonly 'Set-Cookie': string } | undefined {
  const language = readLanguage(textOf(form, 'language'))
  if (language) return { 'Set-Cookie': setCookie('language', language, YEAR_SECONDS) }
  const theme = THEMES.find((one) => one === textOf(form, 'theme'))
  return theme && { 'Set-Cookie': setCookie('theme', theme, YEAR_SECONDS) }
}
