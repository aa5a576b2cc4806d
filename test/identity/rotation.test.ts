import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { addressOf } from '../../app/identity/addresses'
import { beginRotation, reseal, retireKeys, rotating, valuesByKey } from '../../app/identity/rotation'
import { SEALED } from '../../app/identity/sealed'
import { whomAsked } from '../../app/identity/whom'
import { now } from '../../app/platform/clock'
import { type keyOf, keyringOf, newKey, ringOf } from '../../app/platform/keyring'
import { type Vault, vaultKeys } from '../../app/platform/vault'
import { freshDatabase, type TestDatabase } from '../database'
import { MET, named } from '../people'
import { connected } from '../platform/connect'
import { codeOf, must, namedWorld, type World } from '../world'

let database: TestDatabase
let world: World
let vault: Vault
let home: string
beforeEach(async () => {
  database = await freshDatabase()
  world = await namedWorld(database)
  // a home with a key file; its first key is the one with which the world was sealed
  home = mkdtempSync(join(tmpdir(), 'koppel-ring-'))
  vault = { db: database.vault, keys: vaultKeys(database.secret, keyringOf(home, database.secret, {})) }
})

/** Well after a change of key, when nothing older can be at work any more. */
const later = () => new Date(now().getTime() + 3_600_000)
const currentKey = () => vault.keys.ring.current().id.toString('hex')

test('every sealed column of the vault is gone through, and nothing that is a keyed hash', async () => {
  const columns = await connected(database.urls.owner, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
        WHERE table_schema = 'identity' AND data_type = 'bytea' AND column_name !~ '(_hash|^key_id)$'`,
    )
    return rows.map(({ name }) => name)
  })
  expect(SEALED.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)).sort()).toEqual(
    columns.sort(),
  )
})

test('a change of key seals everything anew, and everybody is read as before', async () => {
  const { registrationId, supervisorId } = await world.interviewed('Evers')
  const before = currentKey()
  expect([...(await valuesByKey(vault)).keys()]).toEqual([before])
  const values = (await valuesByKey(vault)).get(before)
  await beginRotation(vault, 'system')
  expect(currentKey()).not.toBe(before)
  expect(await rotating(vault)).toBe(true)
  expect(must(await reseal(vault))).toMatchObject({ key: currentKey(), finished: true })
  expect(await valuesByKey(vault)).toEqual(new Map([[currentKey(), values]]))
  expect(await whomAsked(vault, world.on(MET), registrationId)).toBe('Q.Z. Evers')
  expect(await addressOf(vault, supervisorId ?? '')).toMatchObject({ email: named('Evers').supervisor?.email })
  expect(await rotating(vault)).toBe(false)
  expect(codeOf(await reseal(vault))).toBe('no_rotation')
})

test('a change of key that was stopped goes on where it was, under the same key', async () => {
  await world.interviewed('Evers')
  await world.registered('Fokkens')
  await beginRotation(vault, 'system')
  const key = currentKey()
  const stop = new AbortController()
  stop.abort()
  expect(must(await reseal(vault, stop.signal))).toMatchObject({ finished: false })
  await beginRotation(vault, 'system')
  expect(currentKey()).toBe(key)
  expect(must(await reseal(vault))).toMatchObject({ key, finished: true })
})

test('begun by many at once it is one change, with one key', async () => {
  await world.registered('Evers')
  const before = currentKey()
  const again = vaultKeys(database.secret, keyringOf(home, database.secret, {}))
  const others = [vault, { ...vault, keys: again }]
  await Promise.all([...others, ...others, ...others].map((one) => beginRotation(one, 'system')))
  expect(await database.vault.rotation.count()).toBe(1)
  expect(readFileSync(join(home, 'keyring'), 'utf8').trim().split('\n')).toHaveLength(1)
  expect(must(await reseal(vault))).toMatchObject({ key: currentKey(), finished: true })
  expect([...(await valuesByKey(vault)).keys()]).toEqual([currentKey()])
  expect(currentKey()).not.toBe(before)
})

test('a change whose key was never written down, because its process died, gets another', async () => {
  await world.registered('Evers')
  await beginRotation(vault, 'system')
  const dead = new Uint8Array(newKey().id)
  await database.vault.rotation.updateMany({ data: { keyId: dead } })
  expect(codeOf(await reseal(vault))).toBe('other_key')
  await beginRotation(vault, 'system')
  expect(must(await reseal(vault))).toMatchObject({ key: currentKey(), finished: true })
})

test('two processes with other keys in front do not undo each other: one says which key is wanted', async () => {
  await world.registered('Evers')
  const [first, second] = [world.vault.keys.ring.current(), newKey()]
  const withRing = (...keys: ReturnType<typeof keyOf>[]) => ({
    db: database.vault,
    keys: vaultKeys(database.secret, ringOf(keys)),
  })
  const [ahead, behind] = [withRing(second, first), withRing(first, second)]
  await beginRotation(ahead, 'system')
  await beginRotation(behind, 'system')
  const refused = await reseal(behind)
  expect(refused).toMatchObject({ refusal: { code: 'other_key', key: second.id.toString('hex') } })
  expect(must(await reseal(ahead))).toMatchObject({ finished: true })
  expect([...(await valuesByKey(ahead)).keys()]).toEqual([second.id.toString('hex')])
})

test('what an older process seals meanwhile is found; its key is kept as long as a value needs it', async () => {
  const { registrationId } = await world.registered('Evers')
  await beginRotation(vault, 'system')
  await beginRotation(vault, 'system')
  must(await reseal(vault))
  const second = currentKey()
  // the world's own process has not heard of the new key
  await world.registered('Hendriks')
  await beginRotation(vault, 'system')
  expect((await valuesByKey(vault)).size).toBe(2)
  expect(codeOf(await retireKeys(vault, later()))).toBe('rotated_lately')
  must(await reseal(vault))
  expect([...(await valuesByKey(vault)).keys()]).toEqual([currentKey()])
  expect(currentKey()).not.toBe(second)
  // what a transaction that is still open has sealed cannot be counted: not at once
  expect(codeOf(await retireKeys(vault, now()))).toBe('rotated_lately')
  expect(must(await retireKeys(vault, later()))).toBe(1)
  expect(await whomAsked(vault, world.on(MET), registrationId)).toBe('Q.Z. Evers')
})

test('a value that was changed while it was sealed anew stays as it was changed', async () => {
  const { registrationId } = await world.registered('Evers')
  await beginRotation(vault, 'system')
  const again = vault.keys.openBytes
  const id = await world.inVault(must(await world.register('Evers')).clientId)
  let between = 0
  const keys = {
    ...vault.keys,
    openBytes: (bytes: Uint8Array, about: string) => {
      if (about === `person.surname:${id}`) between++
      return again(bytes, about)
    },
  }
  await connected(database.urls.vault, async (other) => {
    await other.query('BEGIN')
    await other.query('UPDATE identity.person SET surname = $2 WHERE id = $1', [
      id,
      Buffer.from(world.vault.keys.seal('Changed', `person.surname:${id}`)),
    ])
    const going = reseal({ db: vault.db, keys })
    await expect.poll(() => between).toBe(1)
    await other.query('COMMIT')
    expect(must(await going)).toMatchObject({ finished: true })
  })
  expect(between).toBe(2)
  expect(await whomAsked(vault, world.on(MET), registrationId)).toBe('Q.Z. Changed')
})
