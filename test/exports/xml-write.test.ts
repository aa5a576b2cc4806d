import fc from 'fast-check'
import { expect, test } from 'vitest'
import { element, inPieces, XML_HEAD } from '../../app/exports/xml/write'
import { read } from './xml'

/** Any units of UTF-16, also control characters and halves of pairs, and what has a meaning in XML. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('&', '<', '>', '"', "'", ']]>', '\r\n', '\t', '\u0000', 'é', 'ë', '😀', '\ud83d'),
    ),
  )
  .map((units) => units.join(''))
const isHeld = (point: number) =>
  [0x9, 0xa, 0xd].includes(point) ||
  (point >= 0x20 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  point >= 0x10000

test('text and attributes come back as they were, without what XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const held = [...text].filter((character) => isHeld(character.codePointAt(0) as number)).join('')
      const { attributes, children } = read(XML_HEAD + element('a', { b: text }, [element('c', {}, text)]))
      expect([attributes.b, children[0]?.text]).toEqual([held, held])
    }),
    { numRuns: 1000 },
  )
})

test('an element without text or children is empty, and what is undefined is no attribute', () => {
  expect(element('a', { b: undefined, c: 0 }, [])).toBe('<a c="0"/>')
  expect(element('a', {}, '')).toBe('<a/>')
})

test('pieces are larger, and together the same', async () => {
  const parts = Array.from({ length: 5000 }, (_, at) => `part ${at} é`.repeat(3))
  const pieces: string[] = []
  for await (const piece of inPieces(
    (async function* () {
      yield* parts
    })(),
  ))
    pieces.push(piece)
  expect(pieces.join('')).toBe(parts.join(''))
  expect(pieces.length).toBeLessThan(10)
})
