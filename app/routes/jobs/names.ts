import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'

/** A job in words; one that has none by its own name. */
export const jobName = (say: Say, name: string): string =>
  Object.hasOwn(words.jobNames, name) ? say(words.jobNames[name as keyof typeof words.jobNames]) : name
