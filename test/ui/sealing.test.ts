import { expect, test } from 'vitest'
import { waitAfter, waitToSend } from '../../app/routes/talk/patience'
import { pinMistake } from '../../app/routes/talk/pin'
import { keyOf, newLock, seal, unseal } from '../../app/routes/talk/sealing'

const VALUE = { given: { wa_5: 7 }, note: 'zegt niet veel' }

test('what is sealed with a PIN opens with it, and with no other', async () => {
  const lock = newLock()
  const sealed = await seal(await keyOf('840275', lock), 'a', VALUE)
  expect(await unseal(await keyOf('840275', lock), 'a', sealed)).toEqual(VALUE)
  expect(await unseal(await keyOf('840276', lock), 'a', sealed)).toBeUndefined()
})

test('it opens as no other draft, and not when a bit of it was changed', async () => {
  const key = await keyOf('840275', newLock())
  const { iv, bytes } = await seal(key, 'a', VALUE)
  expect(await unseal(key, 'b', { iv, bytes })).toBeUndefined()
  const changed = new Uint8Array(bytes)
  changed[3] = (changed[3] ?? 0) ^ 1
  expect(await unseal(key, 'a', { iv, bytes: changed })).toBeUndefined()
})

test('nothing of it can be read, no two times are alike, and the key stays in', async () => {
  const lock = newLock()
  expect(lock.rounds).toBeGreaterThanOrEqual(600_000)
  const key = await keyOf('840275', lock)
  const [one, other] = [await seal(key, 'a', VALUE), await seal(key, 'a', VALUE)]
  expect(Buffer.from(one.bytes).toString('latin1')).not.toMatch(/wa_5|zegt/)
  expect(one.iv).not.toEqual(other.iv)
  expect(one.bytes).not.toEqual(other.bytes)
  expect(newLock().salt).not.toEqual(lock.salt)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

test.each([
  ['84027', 'short'],
  ['84027a', 'short'],
  ['', 'short'],
  ['000000', 'weak'],
  ['123456', 'weak'],
  ['98765432', 'weak'],
  ['121212', 'weak'],
  ['19551955', 'weak'],
  ['840275', undefined],
])('the PIN %s is %s', (pin, mistake) => {
  expect(pinMistake(pin, pin)).toBe(mistake)
})

test('a PIN is the same twice', () => {
  expect(pinMistake('840275', '840274')).toBe('differs')
})

test('whoever guesses waits, longer each time, and never for good', () => {
  expect([0, 1, 4].map(waitAfter)).toEqual([0, 0, 0])
  expect([5, 6, 7, 60].map(waitAfter)).toEqual([30_000, 60_000, 120_000, 900_000])
  expect([0, 1, 9].map(waitToSend)).toEqual([2_000, 4_000, 60_000])
})
