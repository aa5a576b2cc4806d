import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EnvironmentError } from '../../app/platform/environment'
import { type Key, type KeyFile, keyringOf, newKey } from '../../app/platform/keyring'

const SECRET = 'of this test only'
let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'koppel-ring-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const fileOf = () => keyringOf(home, SECRET, {}).file as KeyFile
/** A new key, put first as a change of key does it. */
const added = (): Promise<Key> => {
  const file = fileOf()
  return file.alone(async () => {
    const key = newKey()
    file.add(key)
    return key
  })
}
const word = () => randomBytes(32).toString('base64url')

test('a home without a key file has the key of its secret, and always the same one', () => {
  const first = keyringOf(home, SECRET, {}).current()
  expect(keyringOf(home, SECRET, {}).current().bytes).toEqual(first.bytes)
  expect(keyringOf(home, 'another secret', {}).current().bytes).not.toEqual(first.bytes)
})

test('a new key is for its owner only, becomes the current one, and the first stays', async () => {
  const first = keyringOf(home, SECRET, {}).current()
  const made = await added()
  expect(statSync(join(home, 'keyring')).mode & 0o777).toBe(0o600)
  const ring = keyringOf(home, SECRET, {})
  expect(ring.current().id).toEqual(made.id)
  expect(ring.named(first.id)?.bytes).toEqual(first.bytes)
  const again = await added()
  expect(keyringOf(home, SECRET, {}).current().id).toEqual(again.id)
  expect(readFileSync(join(home, 'keyring'), 'utf8').trim().split('\n')).toHaveLength(2)
})

test('a process that runs learns of a new key the moment a value needs it', async () => {
  const ring = keyringOf(home, SECRET, {})
  ring.current()
  const made = await added()
  expect(ring.named(made.id)?.bytes).toEqual(made.bytes)
  expect(ring.named(Buffer.alloc(4))).toBeUndefined()
})

test('keys that seal nothing any more are dropped; the current one never', async () => {
  const keepOnly = ({ id }: Key) => fileOf().alone(async () => fileOf().keepOnly([id]))
  await added()
  await added()
  const current = await added()
  expect(await keepOnly(current)).toBe(2)
  expect(await keepOnly(current)).toBe(0)
  expect(keyringOf(home, SECRET, {}).current().id).toEqual(current.id)
})

test('of many who put a key there at once nobody writes over another', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, added))
  const ring = keyringOf(home, SECRET, {})
  expect(made.filter(({ id }) => ring.named(id))).toHaveLength(20)
  expect(readFileSync(join(home, 'keyring'), 'utf8').trim().split('\n')).toHaveLength(20)
})

test('a key file that others can read is refused, with what to do', async () => {
  await added()
  chmodSync(join(home, 'keyring'), 0o640)
  expect(() => keyringOf(home, SECRET, {}).current()).toThrow(/chmod 600/)
})

test('keys of the environment come before the file, the first one seals', async () => {
  await added()
  const [one, other] = [word(), word()]
  const ring = keyringOf(home, SECRET, { KOPPEL_KEYRING: `${one}, ${other}` })
  expect(ring.current().bytes.toString('base64url')).toBe(one)
  const second = keyringOf(home, SECRET, { KOPPEL_KEYRING: other }).current()
  expect(ring.named(second.id)?.bytes.toString('base64url')).toBe(other)
})

test.each(['short', `${randomBytes(32).toString('base64url')} short`, randomBytes(33).toString('base64url')])(
  'what is no key is said to be none, and where it stands: %s',
  (text) => {
    expect(() => keyringOf(home, SECRET, { KOPPEL_KEYRING: text })).toThrow(EnvironmentError)
    expect(() => keyringOf(home, SECRET, { KOPPEL_KEYRING: text })).toThrow(/key \d is not 32 bytes/)
    writeFileSync(join(home, 'keyring'), text, { mode: 0o600 })
    expect(() => keyringOf(home, SECRET, {}).current()).toThrow(/keyring: key \d/)
  },
)
