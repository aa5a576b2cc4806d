import { couldBe } from './gates'

/** What the pages themselves offer: names of fields and of queries, with the values that stand on them. */
export type Learned = {
  /** Per address: a form of that page, as it would be sent untouched. */
  readonly forms: Map<string, (readonly (readonly [string, string])[])[]>
  /** Values seen under a name, on any page. */
  readonly values: Map<string, Set<string>>
  readonly queries: Map<string, Set<string>>
}

export const nothingLearned = (): Learned => ({ forms: new Map(), values: new Map(), queries: new Map() })

const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plain(found)
}

function keep(into: Map<string, Set<string>>, name: string, value: string): void {
  const before = into.get(name) ?? new Set()
  if (before.size < 30) before.add(value)
  into.set(name, before)
}

/** Learns from a page what may be sent to it. What `secret` says of a value is never learned. */
export function learnFrom(learned: Learned, address: string, html: string, secret: (value: string) => boolean): void {
  for (const [form] of html.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
    const fields: (readonly [string, string])[] = []
    let select = ''
    for (const [tag, kind] of form.matchAll(/<(input|select|option|textarea|button)\b[^>]*>/g)) {
      const name = attribute(tag, 'name') ?? (kind === 'option' ? select : undefined)
      const value = attribute(tag, 'value') ?? ''
      if (kind === 'select') select = name ?? ''
      if (!name || secret(value)) continue
      fields.push([name, value])
      keep(learned.values, name, value)
    }
    const to = couldBe(attribute(form.slice(0, form.indexOf('>')), 'action') ?? '')[0] ?? address
    if (fields.length > 0) learned.forms.set(to, [...(learned.forms.get(to) ?? []), fields])
  }
  for (const [, href = ''] of html.matchAll(/href="([^"]*\?[^"]*)"/g))
    for (const [name, value] of new URLSearchParams(plain(href).split('?')[1]))
      if (!secret(value)) keep(learned.queries, name, value)
}
