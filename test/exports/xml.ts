import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { memoryPages, validateXML } from 'xmllint-wasm'

const SCHEMAS = join(import.meta.dirname, 'schemas')

/** What a schema of test/exports/schemas has against a document; nothing when it is valid. `main` is the schema that includes the others. */
export async function complaintsOf(xml: string, folder: string, main: string): Promise<string[]> {
  const files = readdirSync(join(SCHEMAS, folder))
    .filter((name) => name.endsWith('.xsd'))
    .map((fileName) => ({ fileName, contents: readFileSync(join(SCHEMAS, folder, fileName), 'utf8') }))
  const { valid, errors } = await validateXML({
    xml: { fileName: 'written.xml', contents: xml },
    schema: files.filter(({ fileName }) => fileName === main),
    preload: files.filter(({ fileName }) => fileName !== main),
    maxMemoryPages: memoryPages.GiB,
  })
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage)
}

export type Node = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  readonly text: string
}
type Building = { name: string; attributes: Record<string, string>; children: Building[]; text: string }

/** A document as another's parser reads it. Throws on what is not well-formed. */
export function read(xml: string): Node {
  const stack: Building[] = [{ name: '', attributes: {}, children: [], text: '' }]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    stack.at(-1)?.children.push(node)
    stack.push(node)
  })
  parser.on('text', (text) => {
    const top = stack.at(-1)
    if (top) top.text += text
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.write(xml).close()
  return stack[0]?.children[0] as Node
}

/** Every element with this name, wherever it stands. */
export const all = (node: Node, name: string): Node[] => [
  ...(node.name === name ? [node] : []),
  ...node.children.flatMap((child) => all(child, name)),
]

export const textOf = (node: Node, name: string, language: string): string | undefined =>
  all(node, name).find(({ attributes }) => attributes['xml:lang'] === language)?.text
