import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harmless, unharmed } from '../../app/protocol/harmless'

test.each([
  ['=1+1', "'=1+1"],
  ['+31612345678', "'+31612345678"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\r=1', "'\r'=1"],
  ['  =1', "'  =1"],
  ["'=1", "''=1"],
  ['＝1', "'＝1"],
  ['a;=1;b', "a;'=1;b"],
  ['a\n=1', "a\n'=1"],
])('%j is written as %j', (text, written) => {
  expect(harmless(text)).toBe(written)
  expect(unharmed(written)).toBe(text)
})

test.each(['', 'Jansen-de Vries', "'t Hoff", 'a=b', 'x@y.nl', 'a; b', 'regel\nregel'])('%j stays as it is', (text) =>
  expect(harmless(text)).toBe(text),
)

test('no cell or part of one begins a formula, and every text comes back', () => {
  const text = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", ' ', '\t', '\r', '\n', ';', 'a'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(text, (one) => {
      const written = harmless(one)
      for (const cell of written.split(/[;\t\r\n]/)) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      expect(unharmed(written)).toBe(one)
    }),
  )
})
