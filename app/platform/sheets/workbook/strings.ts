import { type Listener, readXml } from './xml'

/** Gathers the text of one string from its runs, without the reading aids that Japanese has (`rPh`). */
export class StringText {
  private pieces = ''
  private listening = false
  private aside = false

  open(name: string): void {
    if (name === 'rPh') this.aside = true
    this.listening = name === 't' && !this.aside
  }

  text(text: string): void {
    if (this.listening) this.pieces += text
  }

  close(name: string): void {
    if (name === 'rPh') this.aside = false
    this.listening = false
  }

  /** The text so far; begins anew. */
  taken(): string {
    const text = plain(this.pieces)
    this.pieces = ''
    return text
  }
}

/** Characters that XML cannot hold are written as _x000D_. */
const plain = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** The strings that cells point at by number. Throws Damaged. */
export async function sharedStrings(texts: AsyncIterable<string>): Promise<readonly string[]> {
  const strings: string[] = []
  const one = new StringText()
  const listener: Listener = {
    open: (name) => one.open(name),
    text: (text) => one.text(text),
    close: (name) => {
      one.close(name)
      if (name === 'si') strings.push(one.taken())
    },
  }
  await readXml(texts, listener)
  return strings
}
