import { SaxesParser } from 'saxes'
import { LONGEST_ROW } from '../table'
import { Damaged } from './damaged'

export type Attributes = Readonly<Record<string, string>>
/** What is done with the elements of a part; names come without their prefix. */
export type Listener = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Reads XML piece by piece. A document type is refused, so there are no entities but the five of XML, and nothing is
 * fetched. Throws Damaged for what is no XML, and for one text or tag that would fill the memory.
 */
export class Xml {
  private readonly parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  private silent = 0

  constructor(listener: Listener) {
    const stop = () => {
      throw new Damaged()
    }
    this.parser.on('error', stop)
    this.parser.on('doctype', stop)
    this.parser.on('opentag', ({ name, attributes }) => {
      this.silent = 0
      listener.open(local(name), attributes)
    })
    this.parser.on('text', (text) => {
      this.silent = 0
      listener.text?.(text)
    })
    this.parser.on('closetag', ({ name }) => {
      this.silent = 0
      listener.close?.(local(name))
    })
  }

  push(text: string): void {
    this.silent += text.length
    this.parser.write(text)
    if (this.silent > LONGEST_ROW) throw new Damaged()
  }

  end(): void {
    this.parser.close()
  }
}

/** Reads all of a part. Throws Damaged. */
export async function readXml(texts: AsyncIterable<string>, listener: Listener): Promise<void> {
  const xml = new Xml(listener)
  let any = false
  for await (const text of texts) {
    xml.push(text)
    any ||= text !== ''
  }
  if (any) xml.end()
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** An attribute by its name without prefix, as in `r:id`. */
export const prefixed = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]
