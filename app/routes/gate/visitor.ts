import type { AppLoadContext } from '@remix-run/node'
import { type Language, preferredLanguage, readLanguage } from '../../i18n/language'
import { type SignedIn, sessionOf } from '../../identity/sessions'
import { now } from '../../platform/clock'
import { readCookie } from './cookies'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const known = new WeakMap<AppLoadContext, Promise<SignedIn | null>>()

/** Who is calling, if signed in. Looked up once a request, however many loaders ask. */
export function visitorOf(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const before = known.get(context)
  if (before) return before
  const token = readCookie(request, 'session')
  const found = token ? sessionOf(context.databases.vault, token, now()) : Promise.resolve(null)
  known.set(context, found)
  return found
}

/** The language to answer in: chosen here, else the account's, else the browser's. */
export async function languageOf(request: Request, context: AppLoadContext): Promise<Language> {
  const chosen = readLanguage(readCookie(request, 'language'))
  if (chosen) return chosen
  const visitor = await visitorOf(request, context)
  return readLanguage(visitor?.language) ?? preferredLanguage(request.headers.get('Accept-Language'))
}

/** The colours that were chosen; `system` is the machine's own. */
export function themeOf(request: Request): Theme {
  const chosen = readCookie(request, 'theme')
  return THEMES.find((theme) => theme === chosen) ?? 'system'
}
