import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutToBytes, cutToCharacters } from '../../app/exports/table/cut'
import { lintName } from '../../app/exports/table/names'
import { inPspp, inR, READERS } from './readers'

const codes = (name: string, ...taken: string[]) => lintName(name, new Set(taken)).map(({ code }) => code)

test.each([
  ['i01_t1_client', []],
  ['a'.repeat(32), []],
  ['a'.repeat(33), ['stata_long']],
  ['a'.repeat(65), ['spss_long', 'stata_long']],
  ['é'.repeat(33), ['spss_long', 'stata_long', 'house']],
  ['', ['spss_signs', 'stata_signs', 'r_signs', 'house']],
  ['1st', ['spss_signs', 'stata_signs', 'r_signs', 'house']],
  ['_id', ['spss_signs', 'r_signs', 'house']],
  ['q/1', ['spss_signs', 'stata_signs', 'r_signs', 'house']],
  ['score_', ['spss_end']],
  ['a.b', ['stata_signs', 'house']],
  ['with', ['spss_reserved', 'stata_reserved']],
  ['BY', ['spss_reserved', 'house']],
  ['int', ['stata_reserved']],
  ['str12', ['stata_reserved']],
  ['next', ['r_reserved']],
])('what there is to say of the name %j', (name, expected) => {
  expect(codes(name)).toEqual(expected)
})

test('a name that stands there already, in whatever letters, is said to', () => {
  expect(codes('gender', 'gender')).toEqual(['twice'])
  expect(codes('Gender', 'gender')).toEqual(['house', 'twice'])
  expect(lintName('with', new Set()).map(({ words }) => words.en)).toEqual([
    'a word of SPSS itself',
    'a word of Stata itself',
  ])
})

/** Names near to what each program refuses. */
const NEAR =
  'all and by eq ge gt le lt ne not or to with if in next for while a_ a.b a1 while1 tot bij nan inf na'.split(' ')

test.runIf(READERS.pspp)('PSPP takes what fits SPSS, and none of its own words', async () => {
  const refused = await Promise.all(
    NEAR.map(async (name) => {
      const syntax = `DATA LIST LIST NOTABLE /${name} (F8.0).\nBEGIN DATA\n1\nEND DATA.\nLIST.\n`
      return inPspp(syntax).then(
        () => [],
        () => [name],
      )
    }),
  )
  expect(refused.flat()).toEqual(NEAR.filter((name) => codes(name).includes('spss_reserved')))
})

test.runIf(READERS.r)('R takes as they are the names that fit it', async () => {
  const kept = await inR(`n <- ${`c(${NEAR.map((name) => `"${name}"`)})`}\nwriteLines(n[make.names(n) == n])`)
  const ours = NEAR.filter((name) => !codes(name).some((code) => code.startsWith('r_')))
  // make.names knows NA and TRUE in capitals only
  expect(ours).toEqual(
    kept
      .trim()
      .split('\n')
      .filter((name) => !/^(nan|inf|na)$/.test(name)),
  )
})

test('a label is cut by whole characters, and shows that it was', () => {
  expect(cutToBytes('één', 5)).toBe('één')
  expect(cutToBytes('éénmaal', 7)).toBe('éé…')
  expect(cutToBytes('een  maal', 8)).toBe('een…')
  // an accent that is a character of its own stays with its letter
  expect(cutToBytes('abcde\u0301fgh', 8)).toBe('abcd…')
  expect(cutToCharacters('ééééé', 5)).toBe('ééééé')
  expect(cutToCharacters('ééééé', 4)).toBe('ééé…')
})

test('whatever is cut fits, and begins as the text did', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom(64, 80, 120, 255), (text, most) => {
      for (const [short, size] of [
        [cutToBytes(text, most), Buffer.byteLength],
        [cutToCharacters(text, most), (one: string) => [...one].length],
      ] as const) {
        expect(size(short)).toBeLessThanOrEqual(most)
        expect(short === text || (short.endsWith('…') && text.startsWith(short.slice(0, -1)))).toBe(true)
        expect(short === text).toBe(size(text) <= most)
        expect(Buffer.from(short).toString()).toBe(short)
      }
    }),
    { numRuns: 200 },
  )
})
