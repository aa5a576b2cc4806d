import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyOf, ringOf } from '../../app/platform/keyring'
import { keyedHash, SealBroken, sealer } from '../../app/platform/seal'

const key = randomBytes(32)
const { seal, open } = sealer(ringOf([keyOf(key)]))
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
  expect(() => sealer(ringOf([keyOf(randomBytes(32))])).open(seal('Jansen', ABOUT), ABOUT)).toThrow('another key')
  expect(() => sealer(ringOf([keyOf(Buffer.alloc(16))]))).toThrow(RangeError)
})

test('what an older key of the ring sealed opens, and new values are sealed with the current one', () => {
  const [older, newer] = [keyOf(randomBytes(32)), keyOf(randomBytes(32))]
  const before = sealer(ringOf([older])).seal('Jansen', ABOUT)
  const both = sealer(ringOf([newer, older]))
  expect(both.open(before, ABOUT)).toBe('Jansen')
  expect(Buffer.from(both.seal('Jansen', ABOUT).subarray(0, 4))).toEqual(newer.id)
  // a key that was lost is said to be lost, and not taken for a changed value
  expect(() => sealer(ringOf([newer])).open(before, ABOUT)).toThrow('not on the keyring')
})

test('files are sealed byte for byte', () => {
  const { sealBytes, openBytes } = sealer(ringOf([keyOf(key)]))
  const file = new Uint8Array(randomBytes(100_000))
  expect(Buffer.from(openBytes(sealBytes(file, ABOUT), ABOUT)).equals(file)).toBe(true)
  expect(() => openBytes(sealBytes(file, ABOUT), 'consent_paper.sealed:0191')).toThrow('moved')
})

test('a keyed hash recognises a text, and differs by key', () => {
  expect(keyedHash(key, '12345')).toEqual(keyedHash(key, '12345'))
  expect(keyedHash(key, '12345')).not.toEqual(keyedHash(key, '12346'))
  expect(keyedHash(randomBytes(32), '12345')).not.toEqual(keyedHash(key, '12345'))
})
