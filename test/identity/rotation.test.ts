import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { addressOf } from '../../app/identity/addresses'
import { beginRotation, reseal, retireKeys, rotating, valuesByKey } from '../../app/identity/rotation'
import { SEALED } from '../../app/identity/sealed'
import { whomAsked } from '../../app/identity/whom'
import { keyringOf } from '../../app/platform/keyring'
import { type Vault, vaultKeys } from '../../app/platform/vault'
import { freshDatabase, type TestDatabase } from '../database'
import { MET, named } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'

let database: TestDatabase
let world: World
let vault: Vault
beforeEach(async () => {
  database = await freshDatabase()
  world = await namedWorld(database)
  // a home with a key file; its first key is the one with which the world was sealed
  const home = mkdtempSync(join(tmpdir(), 'koppel-ring-'))
  vault = { db: database.vault, keys: vaultKeys(database.secret, keyringOf(home, database.secret, {})) }
})

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
  expect(await reseal(vault)).toMatchObject({ key: currentKey(), finished: true })
  expect(await valuesByKey(vault)).toEqual(new Map([[currentKey(), values]]))
  expect(await whomAsked(vault, world.on(MET), registrationId)).toBe('Q.Z. Evers')
  expect(await addressOf(vault, supervisorId ?? '')).toMatchObject({ email: named('Evers').supervisor?.email })
  expect(await rotating(vault)).toBe(false)
  expect(await reseal(vault)).toBeNull()
})

test('a change of key that was stopped goes on where it was, under the same key', async () => {
  await world.interviewed('Evers')
  await world.registered('Fokkens')
  await beginRotation(vault, 'system')
  const key = currentKey()
  const stop = new AbortController()
  stop.abort()
  expect(await reseal(vault, stop.signal)).toMatchObject({ finished: false })
  await beginRotation(vault, 'system')
  expect(currentKey()).toBe(key)
  expect(await reseal(vault)).toMatchObject({ key, finished: true })
})

test('what an older process seals meanwhile is found; its key is kept as long as a value needs it', async () => {
  await world.registered('Evers')
  await beginRotation(vault, 'system')
  await beginRotation(vault, 'system')
  await reseal(vault)
  const second = currentKey()
  // the world's own process has not heard of the new key
  await world.registered('Hendriks')
  await beginRotation(vault, 'system')
  expect((await valuesByKey(vault)).size).toBe(2)
  expect(await retireKeys(vault)).toBe(0)
  await reseal(vault)
  expect([...(await valuesByKey(vault)).keys()]).toEqual([currentKey()])
  expect(currentKey()).not.toBe(second)
  expect(await retireKeys(vault)).toBe(1)
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
    expect(await going).toMatchObject({ finished: true })
  })
  expect(between).toBe(2)
  expect(await whomAsked(vault, world.on(MET), registrationId)).toBe('Q.Z. Changed')
})
