import { PAGES } from './pages'

const FIRST_WORDS = new Set(Object.keys(PAGES).map((path) => path.split('/')[1]))

/** An address as it may stand in the log: which page of ours, and nothing of what opens it or whom it is about. */
export function loggable(path: string): string {
  const [first = '', ...rest] = path.split('/').filter(Boolean)
  // what a page is asked for by its own script
  const page = first.replace(/\.data$/, '')
  if (!FIRST_WORDS.has(page)) return '/…'
  return rest.length === 0 ? `/${page}` : `/${page}/…`
}
