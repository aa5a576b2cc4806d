import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import {
  answerUrl,
  LINK_KINDS,
  linkHash,
  linkKeyOf,
  personalLink,
  readPersonalLink,
} from '../../app/platform/personal-link'

const key = linkKeyOf('a secret of the tests, long enough to be one')
const other = linkKeyOf('another secret of the tests, as long as that')

test('a link says what it opens, to whoever holds the key', () => {
  for (const kind of LINK_KINDS) {
    const id = newId()
    expect(readPersonalLink(key, personalLink(key, kind, id))).toEqual({ kind, id, issue: 1 })
    expect(readPersonalLink(key, personalLink(key, kind, id, 2))).toEqual({ kind, id, issue: 2 })
    expect(personalLink(key, kind, id)).toBe(personalLink(key, kind, id))
    expect(readPersonalLink(other, personalLink(key, kind, id))).toBeNull()
  }
})

test('no other character anywhere in a token opens anything', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
  const token = personalLink(key, 'inquiry', '0190a5c2-7d3e-7c11-8a44-1f2e3d4c5b6a')
  for (let at = 0; at < token.length; at++)
    for (const character of alphabet) {
      const changed = token.slice(0, at) + character + token.slice(at + 1)
      if (changed !== token) expect(readPersonalLink(key, changed), changed).toBeNull()
    }
})

test('what is no token is none', () => {
  fc.assert(fc.property(fc.string(), (text) => readPersonalLink(key, text) === null))
  expect(() => personalLink(key, 'inquiry', 'not a uuid')).toThrow(RangeError)
  for (const issue of [0, 256, 1.5]) expect(() => personalLink(key, 'inquiry', newId(), issue)).toThrow(RangeError)
})

test('its hash tells a token again and each from the other', () => {
  const id = newId()
  const [first, second] = [1, 2].map((issue) => linkHash(personalLink(key, 'inquiry', id, issue)))
  expect(linkHash(personalLink(key, 'inquiry', id))).toEqual(first)
  expect(second).not.toEqual(first)
})

test('the address has one slash, however the base was written', () => {
  expect(answerUrl('https://koppel.example/', 'a.b')).toBe('https://koppel.example/answer/a.b')
  expect(answerUrl('https://koppel.example/study', 'a.b')).toBe('https://koppel.example/study/answer/a.b')
})
