import type { Reply, Shot } from './shot'

/** What no page says to anybody: where its code stands, what it is made of, and the words of errors that were not caught. */
const INSIDE =
  /\bat \S+ \(|\.[cm]?[jt]sx?:\d+:\d+|node_modules|\b[Pp]risma|\bpostgres(?:ql)?:|\bpg_[a-z]|\bE(?:CONN[A-Z]+|NOENT|ADDR[A-Z]+)\b|\b(?:Type|Range|Syntax|Reference|Zod)Error\b|password_hash|token_hash|\binvocation\b/

const ALWAYS: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^(default-src 'none';script-src 'self' 'nonce-[\w+/=]{24}';|sandbox; default-src 'none'$)/,
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'referrer-policy': /^same-origin$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /./,
  'x-request-id': /^[0-9a-f-]{36}$/,
}
const NEVER = ['x-powered-by', 'server', 'access-control-allow-origin']
/** Files of the build are the same for everybody, and the machine's own addresses show nobody. */
const KEPT = /^\/(assets|sw\.js|healthz|readyz|metrics|favicon)/

/** What is wrong with an answer, each in a line; `marks` are texts of another study. */
export function wrongWith(
  { method, path }: Shot,
  { status, headers, text }: Reply,
  marks: readonly string[],
): string[] {
  const shown = `${method} ${path.slice(0, 200)}`
  const said = (what: string) => `${shown}: ${what}`
  if (status >= 500) return [said(`${status} ${text.slice(0, 200)}`)]
  // the server could not read the request at all: nothing of ours has seen it
  if (!headers['x-request-id'])
    return [0, 400, 408, 413, 431].includes(status) && text === '' ? [] : [said(`${status} without headers`)]
  const missing = Object.entries(ALWAYS).filter(([name, form]) => !form.test(headers[name] ?? ''))
  const keeps = /no-store/.test(headers['cache-control'] ?? '') || KEPT.test(path)
  // in the bytes of a zip or a picture three letters stand beside each other by chance
  const readable = /^(text\/|application\/json|image\/svg)|^$/.test(headers['content-type'] ?? '') ? text : ''
  const inside = INSIDE.exec(readable)?.[0]
  const mark = marks.find((one) => readable.includes(one))
  return [
    ...missing.map(([name]) => said(`${status}, ${name} is "${headers[name] ?? ''}"`)),
    ...NEVER.filter((name) => name in headers).map((name) => said(`says ${name}`)),
    ...(keeps ? [] : [said(`${status}, may be kept: ${headers['cache-control'] ?? 'no word'}`)]),
    ...(inside ? [said(`${status}, shows the inside: ${inside}`)] : []),
    ...(mark ? [said(`${status}, shows ${mark} of another study`)] : []),
    ...('set-cookie' in headers && /planted/.test(headers['set-cookie'] ?? '') ? [said('sets what was sent')] : []),
  ]
}
