import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EnvironmentError } from '../../app/platform/environment'
import { type KeyFile, keyringOf } from '../../app/platform/keyring'

const SECRET = 'of this test only'
let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'koppel-ring-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const fileOf = () => keyringOf(home, SECRET, {}).file as KeyFile
const word = () => randomBytes(32).toString('base64url')

test('a home without a key file has the key of its secret, and always the same one', () => {
  const first = keyringOf(home, SECRET, {}).current()
  expect(keyringOf(home, SECRET, {}).current().bytes).toEqual(first.bytes)
  expect(keyringOf(home, 'another secret', {}).current().bytes).not.toEqual(first.bytes)
})

test('a new key is for its owner only, becomes the current one, and the first stays', () => {
  const first = keyringOf(home, SECRET, {}).current()
  const added = fileOf().add()
  expect(statSync(join(home, 'keyring')).mode & 0o777).toBe(0o600)
  const ring = keyringOf(home, SECRET, {})
  expect(ring.current().id).toEqual(added.id)
  expect(ring.named(first.id)?.bytes).toEqual(first.bytes)
  const again = fileOf().add()
  expect(keyringOf(home, SECRET, {}).current().id).toEqual(again.id)
  expect(readFileSync(join(home, 'keyring'), 'utf8').trim().split('\n')).toHaveLength(2)
})

test('a process that runs learns of a new key the moment a value needs it', () => {
  const ring = keyringOf(home, SECRET, {})
  ring.current()
  const added = fileOf().add()
  expect(ring.named(added.id)?.bytes).toEqual(added.bytes)
  expect(ring.named(Buffer.alloc(4))).toBeUndefined()
})

test('keys that seal nothing any more are dropped; the current one never', () => {
  fileOf().add()
  fileOf().add()
  const current = fileOf().add()
  expect(fileOf().keepOnly([current.id])).toBe(2)
  expect(fileOf().keepOnly([current.id])).toBe(0)
  expect(keyringOf(home, SECRET, {}).current().id).toEqual(current.id)
})

test('a key file that others can read is refused, with what to do', () => {
  fileOf().add()
  chmodSync(join(home, 'keyring'), 0o640)
  expect(() => keyringOf(home, SECRET, {}).current()).toThrow(/chmod 600/)
})

test('keys of the environment come before the file, the first one seals', () => {
  fileOf().add()
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
