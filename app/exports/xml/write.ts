/** What an element carries; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** How much is written at once. */
const PIECE = 1 << 16

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // a reader makes a space or a line feed of these, unless they are written so (XML 1.0, §2.11 and §3.3.3)
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
/** What XML 1.0 cannot hold (§2.2): control characters, halves of pairs, U+FFFE and U+FFFF. */
const UNHELD =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that have to go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const SPECIAL = /[&<>"\t\n\r]/g

/** Plain text as it stands in an element or in an attribute; characters that XML 1.0 cannot hold are left out. */
export const escaped = (plain: string): string =>
  plain.replace(UNHELD, '').replace(SPECIAL, (character) => ESCAPES[character] as string)

/** The tag that opens an element. */
export const opening = (name: string, attributes: Attributes = {}): string => `<${name}${written(attributes)}>`

/** An element: a string is text in it, a list is the elements in it, already written. Without either it is empty. */
export function element(name: string, attributes: Attributes = {}, content?: string | readonly string[]): string {
  const inside = typeof content === 'string' ? escaped(content) : (content ?? []).join('')
  return inside === '' ? `<${name}${written(attributes)}/>` : `<${name}${written(attributes)}>${inside}</${name}>`
}

function written(attributes: Attributes): string {
  let text = ''
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) text += ` ${name}="${escaped(String(value))}"`
  return text
}

/** The same text in fewer pieces: what is written in a piece for each element would be slow to pass on. */
export async function* inPieces(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const part of parts) {
    piece += part
    if (piece.length >= PIECE) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}
