import type { Language } from '../i18n/language'

/** A message as simple HTML around its body. */
export const page = (language: Language, body: string) =>
  `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>\n`

/** A paragraph of what is HTML already. */
export const paragraph = (content: string) => `<p>${content}</p>`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** A text as HTML that says the same. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
