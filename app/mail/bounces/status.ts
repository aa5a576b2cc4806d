/** An enhanced code (RFC 3463), and a bare SMTP code where none is given. */
const ENHANCED = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/
const BARE = /(?<![\d.])([45])\d\d(?=[ -])/

/** The first enhanced status code in a text; of a bare SMTP code its class. Null when neither stands there. */
export function enhancedIn(text: string): string | null {
  const bare = BARE.exec(text)?.[1]
  return ENHANCED.exec(text)?.[0] ?? (bare ? `${bare}.0.0` : null)
}

/** A status that says no more than its class is made exact by what the other server answered. */
export function statusIn(status: string, diagnostic: string): string | null {
  const given = ENHANCED.exec(status)?.[0] ?? null
  const answered = enhancedIn(diagnostic)
  if (!given) return answered
  return given.endsWith('.0.0') && answered?.[0] === given[0] ? answered : given
}

/** Whether a message will not arrive any more: a mail system that gave up says `failed`, whatever it could not do. */
export const isPermanent = (action: string, status: string): boolean => action === 'failed' && !status.startsWith('2.')
