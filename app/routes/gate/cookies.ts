/** The session, the browser that a supervisor showed to be theirs, and what somebody chose to see. `__Host-`: our own host, our own path, never in clear text. */
export const COOKIES = {
  session: '__Host-koppel',
  device: '__Host-koppel-device',
  language: '__Host-koppel-language',
  theme: '__Host-koppel-theme',
  study: '__Host-koppel-study',
} as const

type Name = keyof typeof COOKIES

/** The value of one of our cookies; undefined when it was not sent. */
export function readCookie(request: Request, name: Name): string | undefined {
  const sent = request.headers.get('Cookie') ?? ''
  for (const pair of sent.split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === COOKIES[name]) return value
  }
  return undefined
}

/** A Set-Cookie header. Without `seconds` it lasts as long as the browser runs; 0 removes it. */
export function setCookie(name: Name, value: string, seconds?: number): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`
  return `${COOKIES[name]}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${age}`
}
