import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyedHash, SealBroken, sealer } from '../../app/platform/seal'

const key = randomBytes(32)
const { seal, open } = sealer(key)
const ABOUT = 'person.surname:0190'

test.each(['', 'Jansen', 'É à ß 漢字 🙂', 'x'.repeat(10_000)])('opens what it sealed: %.12s', (text) => {
  expect(open(seal(text, ABOUT), ABOUT)).toBe(text)
})

test('says nothing twice the same way, and nothing in the open', () => {
  const [one, other] = [seal('Jansen', ABOUT), seal('Jansen', ABOUT)]
  expect(one).not.toEqual(other)
  expect(Buffer.from(one).includes('Jansen')).toBe(false)
})

test('notices any single flipped bit', () => {
  const sealed = seal('Jansen', ABOUT)
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Uint8Array.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => open(changed, ABOUT), `bit ${bit}`).toThrow(SealBroken)
  }
})

test('notices a value that lost its end', () => {
  const sealed = seal('Jansen', ABOUT)
  for (let length = 0; length < sealed.length; length++) {
    expect(() => open(sealed.subarray(0, length), ABOUT)).toThrow(SealBroken)
  }
})

test('a value moved to another row or column does not open', () => {
  const sealed = seal('Jansen', 'person.surname:0190')
  expect(() => open(sealed, 'person.surname:0191')).toThrow('moved')
  expect(() => open(sealed, 'person.initials:0190')).toThrow('moved')
})

test('another key is told apart from a changed value', () => {
  expect(() => sealer(randomBytes(32)).open(seal('Jansen', ABOUT), ABOUT)).toThrow('another key')
  expect(() => sealer(Buffer.alloc(16))).toThrow(RangeError)
})

test('a keyed hash recognises a text, and differs by key', () => {
  expect(keyedHash(key, '12345')).toEqual(keyedHash(key, '12345'))
  expect(keyedHash(key, '12345')).not.toEqual(keyedHash(key, '12346'))
  expect(keyedHash(randomBytes(32), '12345')).not.toEqual(keyedHash(key, '12345'))
})
