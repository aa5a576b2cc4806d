import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawn } from '../../app/platform/drawing'
import { kindOf } from '../../app/platform/file-kind'
import { readSignature, type Signature } from '../../app/platform/signature'

const written = (strokes: unknown, size: unknown = [1_200, 400]) => JSON.stringify({ size, strokes })
const LINE = [100, 200, 400, 200, 700, 200]

test('what the pad writes is read as it stands', () => {
  expect(readSignature(written([LINE, [30, 40]]))).toEqual({
    ok: true,
    value: { size: [1_200, 400], strokes: [LINE, [30, 40]] },
  })
})

test.each([
  ['nothing', '', 'required'],
  ['an empty board', written([]), 'not_drawn'],
  ['a dot', written([[600, 200]]), 'not_drawn'],
  [
    'a finger that slipped',
    written([
      [600, 200, 640, 210],
      [10, 10, 60, 10],
    ]),
    'not_drawn',
  ],
  ['many dots', written(Array.from({ length: 400 }, () => [600, 200])), 'not_drawn'],
  ['no JSON', '[[', 'signature_damaged'],
  ['null', 'null', 'signature_damaged'],
  ['a list', written([LINE]).slice(1), 'signature_damaged'],
  ['something more', JSON.stringify({ size: [1_200, 400], strokes: [LINE], name: 'A' }), 'signature_damaged'],
  ['half a point', written([[...LINE, 5]]), 'signature_damaged'],
  ['a stroke without points', written([LINE, []]), 'signature_damaged'],
  ['a fraction', written([[...LINE, 5.5, 5]]), 'signature_damaged'],
  ['a point left of the board', written([[...LINE, -1, 5]]), 'signature_damaged'],
  ['a point below the board', written([[...LINE, 5, 401]]), 'signature_damaged'],
  ['words', written([[...LINE, '5', '5']]), 'signature_damaged'],
  ['a board of a thousand million units', written([LINE], [32_000, 32_000]), 'signature_damaged'],
  ['a board without height', written([LINE], [1_200]), 'signature_damaged'],
  ['more strokes than a hand makes', written(Array.from({ length: 501 }, () => LINE)), 'signature_damaged'],
  ['more points than a hand makes', written([Array.from({ length: 12_002 }, () => 1)]), 'signature_damaged'],
  [
    'a scribble without end',
    written([Array.from({ length: 1_000 }, (_, n) => (n % 4 < 2 ? 0 : 400))]),
    'signature_damaged',
  ],
  ['more than fits the field', written([LINE]) + ' '.repeat(64 * 1024), 'signature_damaged'],
])('%s is refused', (_, sent, code) => {
  expect(readSignature(sent)).toEqual({ ok: false, refusal: { code } })
})

test('whatever is sent, it is read or refused', () => {
  fc.assert(fc.property(fc.json(), (sent) => readSignature(sent).ok || true))
})

/** The grey of a pixel of a drawing, by unpacking it. */
function greyAt(signature: Signature): (x: number, y: number) => number {
  const file = drawn(signature)
  const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)))
  return (x, y) => rows[y * (signature.size[0] + 1) + 1 + x] ?? -1
}

test('ink stands where it was drawn, and nowhere else', () => {
  const grey = greyAt({
    size: [300, 100],
    strokes: [
      [20, 50, 150, 50, 280, 50],
      [40, 20],
    ],
  })
  expect([grey(20, 50), grey(150, 50), grey(280, 50), grey(40, 20)]).toEqual([0, 0, 0, 0])
  expect([grey(10, 50), grey(150, 53), grey(150, 47), grey(290, 50), grey(44, 20)]).toEqual([255, 255, 255, 255, 255])
})

test('a curve bends, and ink at the edge stays on the sheet', () => {
  const grey = greyAt({
    size: [300, 100],
    strokes: [
      [20, 90, 150, 10, 280, 90],
      [0, 0, 299, 0, 300, 100],
    ],
  })
  expect([grey(150, 30), grey(150, 10), grey(0, 0), grey(299, 99)]).toEqual([0, 255, 0, expect.any(Number)])
})

test('the drawing is a whole PNG, and the same every time', () => {
  const signature: Signature = { size: [1_200, 400], strokes: [LINE] }
  expect(kindOf(drawn(signature))).toEqual({ ok: true, value: 'png' })
  expect(drawn(signature).equals(drawn(signature))).toBe(true)
})
