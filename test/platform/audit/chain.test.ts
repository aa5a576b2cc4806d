import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { chains } from '../../../app/platform/audit/chains'
import { standing } from '../../../app/platform/audit/heads'
import { placeOf } from '../../../app/platform/audit/marks'
import { auditIsWhole } from '../../../app/platform/audit/whole'
import { freshTrail, STUDY_ENTRIES, type Trail, undone, unguard, writeStudy, writeVault } from './trail'

/** Three links of each chain: 5, 3 and 4 entries. */
async function sealedTrail(): Promise<Trail & { ids: string[]; heads: string[] }> {
  const trail = await freshTrail()
  const heads: string[] = []
  for (const count of [5, 3, 4]) {
    await writeStudy(trail.owner, count)
    await writeVault(trail, count)
    expect(await trail.seal()).toEqual({ study: count, vault: count })
    heads.push((await trail.walked('study')).head, (await trail.walked('vault')).head)
  }
  const { rows } = await trail.owner.query<{ id: string }>(
    'SELECT id::text AS id FROM audit.entry ORDER BY audit.entry.id',
  )
  return { ...trail, ids: rows.map(({ id }) => id), heads }
}

const another = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

test('what is missing, put in another place or cut off is named', async () => {
  const { owner, walked, ids, database, heads } = await sealedTrail()
  await unguard(owner)
  const { keys } = database
  const first = async (...statements: string[]) =>
    undone(owner, async () => {
      for (const statement of statements) await owner.query(statement)
      return (await walked('study')).faults[0]
    })
  const link = (n: number) => `'${placeOf(keys.chain, 'study', n)}'::uuid`
  const deleted = { chain: 'study', why: 'was deleted after it was sealed' }
  expect(await first(`DELETE FROM audit.entry WHERE id = ${ids[6]}`)).toEqual({ ...deleted, id: ids[6] })
  expect(await first(`DELETE FROM audit.entry WHERE id > ${ids[7]}`)).toEqual({ ...deleted, id: ids[8] })
  // also when it is hidden that it was ever sealed
  expect(
    await first(`DELETE FROM audit.entry WHERE id = ${ids[6]}`, `DELETE FROM audit.sealed WHERE id = ${ids[6]}`),
  ).toEqual({ ...deleted, id: ids[6] })
  const swap = `UPDATE audit.entry e SET actor = o.actor, subject_id = o.subject_id FROM audit.entry o
    WHERE (e.id, o.id) IN ((${ids[2]}, ${ids[3]}), (${ids[3]}, ${ids[2]}))`
  expect(await first(swap)).toEqual({ chain: 'study', id: ids[2], why: 'was changed after it was sealed' })
  expect(await first(`DELETE FROM audit.seal WHERE place = ${link(2)}`)).toMatchObject({ why: 'link 2 is gone' })
  expect(
    await first(
      `UPDATE audit.seal s SET sealed = o.sealed FROM audit.seal o
        WHERE (s.place, o.place) IN ((${link(1)}, ${link(2)}), (${link(2)}, ${link(1)}))`,
    ),
  ).toMatchObject({ why: 'link 1 was changed' })
  // an entry that was noted as sealed beforehand would never be
  expect(await first('INSERT INTO audit.sealed VALUES (999999)')).toMatchObject({ why: /noted as sealed/ })
  // the last link with all that it covers: only a head from elsewhere tells
  const cutOff = [
    `DELETE FROM audit.seal WHERE place = ${link(3)}`,
    `DELETE FROM audit.sealed WHERE id > ${ids[7]}`,
    `DELETE FROM audit.entry WHERE id > ${ids[7]}`,
  ]
  expect(await first(...cutOff)).toBeUndefined()
  for (const statement of cutOff) await owner.query(statement)
  const known = await auditIsWhole(database.urls.owner, keys, [heads[2] ?? '', heads[5] ?? ''])
  expect(known).toMatchObject({ head_known: true })
  const gone = await auditIsWhole(database.urls.owner, keys, [heads[4] ?? ''])
  expect(gone).toMatchObject({ ok: false, head_known: false })
  expect(gone.faults.join()).toContain(`the head ${heads[4]} is not in the trail`)
})

test('what is not sealed yet is told, by number and age; a trail nobody touched is whole', async () => {
  const { owner, seal, database, walked } = await sealedTrail()
  const { study, vault, keys, urls } = database
  await writeStudy(owner, 2)
  const whole = await auditIsWhole(urls.owner, keys)
  expect(whole).toMatchObject({ ok: true, entries: 26, sealed: 24, erased: 0, first: null, head_known: null })
  expect(whole.unsealed.vault).toEqual({ entries: 0, oldest_seconds: null })
  expect(whole.unsealed.study).toEqual({ entries: 2, oldest_seconds: expect.any(Number) })
  const told = await standing(study, { db: vault, keys })
  expect(told).toMatchObject([
    { chain: 'study', head: (await walked('study')).head, links: 3, entries: 12, unsealed: 2 },
    { chain: 'vault', head: (await walked('vault')).head, links: 3, entries: 12, unsealed: 0 },
  ])
  expect(await seal()).toEqual({ study: 2, vault: 0 })
  // an hour later there is nothing, and no link that says so
  expect(await seal()).toEqual({ study: 0, vault: 0 })
  expect((await walked('study')).links).toBe(4)
})

test('who commits late goes into a later link; a number that was rolled back is no hole', async () => {
  const { owner, seal, walked, database } = await sealedTrail()
  const [late, never] = [await another(database.urls.study), await another(database.urls.study)]
  for (const client of [late, never]) {
    await client.query('BEGIN')
    await client.query(STUDY_ENTRIES, [1])
  }
  await writeStudy(owner, 3)
  expect(await seal()).toEqual({ study: 3, vault: 0 })
  await never.query('ROLLBACK')
  await late.query('COMMIT')
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id::text AS id FROM audit.entry e WHERE NOT EXISTS (SELECT FROM audit.sealed s WHERE s.id = e.id)',
  )
  const { rows: last } = await owner.query<{ id: string }>('SELECT max(id)::text AS id FROM audit.sealed')
  expect(rows).toHaveLength(1)
  expect(Number(rows[0]?.id)).toBeLessThan(Number(last[0]?.id))
  expect(await seal(false)).toEqual({ study: 1, vault: 0 })
  expect(await walked('study')).toMatchObject({ faults: [], links: 5, covered: 16 })
})

test('many that seal at once while others write make one chain, and cover each entry once', async () => {
  const trail = await freshTrail()
  const { seal, walked, database } = trail
  const writers = await Promise.all([1, 2, 3].map(() => another(database.urls.study)))
  const writing = writers.map(async (client) => {
    for (let n = 0; n < 40; n++) await client.query(STUDY_ENTRIES, [1])
  })
  const sealers = Array.from({ length: 5 }, async () => {
    let sealed = 0
    for (let n = 0; n < 8; n++) sealed += (await seal()).study
    return sealed
  })
  const [sealed] = await Promise.all([Promise.all(sealers), Promise.all(writing)])
  const rest = (await seal()).study
  expect(sealed.reduce((sum, one) => sum + one, rest)).toBe(120)
  expect(await walked('study')).toMatchObject({ faults: [], covered: 120 })
})

test('one that is killed while it seals leaves nothing half, and held up no writer', async () => {
  const { owner, seal, walked, database } = await sealedTrail()
  await writeStudy(owner, 6)
  const holding = await another(database.urls.owner)
  await holding.query('BEGIN')
  await holding.query('LOCK TABLE audit.sealed IN SHARE MODE')
  const dying = seal().catch((error: unknown) => error)
  const waiting = `SELECT pid FROM pg_stat_activity WHERE usename = 'koppel_study' AND datname = current_database() AND wait_event_type = 'Lock'`
  await expect.poll(async () => (await owner.query(waiting)).rowCount, { timeout: 20_000 }).toBe(1)
  // who writes waits for no sealer, whatever it holds
  await owner.query(`SET lock_timeout = '2s'`)
  await writeStudy(owner, 1)
  await owner.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) w`)
  expect(await dying).toBeInstanceOf(Error)
  await holding.query('COMMIT')
  expect(await walked('study')).toMatchObject({ faults: [], links: 3, covered: 12 })
  expect(await seal()).toEqual({ study: 7, vault: 0 })
  expect(await walked('study')).toMatchObject({ faults: [], links: 4, covered: 19 })
})

test('what was erased is gone, with its salt, and the chain stays provable', async () => {
  const { owner, seal, walked, database, ids } = await sealedTrail()
  const forget = (id: string) =>
    owner.query('SELECT audit.forget_details(ARRAY(SELECT subject_id FROM audit.entry WHERE id = $1))', [id])
  await forget(ids[1] ?? '')
  expect(await walked('study')).toMatchObject({ faults: [], erased: 1 })
  const { rows } = await owner.query(
    `SELECT details, salt, length(erased) AS digest, actor <> '' AS who FROM audit.entry WHERE id = $1`,
    [ids[1]],
  )
  expect(rows).toEqual([{ details: {}, salt: null, digest: 32, who: true }])
  // one that no link covered yet is sealed with the digest of what it said
  await writeStudy(owner, 1)
  const { rows: young } = await owner.query<{ id: string }>('SELECT max(id)::text AS id FROM audit.entry')
  await forget(young[0]?.id ?? '')
  await seal()
  expect(await walked('study')).toMatchObject({ faults: [], erased: 2, covered: 13 })
  expect(await auditIsWhole(database.urls.owner, database.keys)).toMatchObject({ ok: true, erased: 2 })
  // another erasure than the one is a change
  await unguard(owner)
  await owner.query(`UPDATE audit.entry SET details = '{}', salt = NULL, erased = sha256('') WHERE id = $1`, [ids[4]])
  expect((await walked('study')).faults).toEqual([
    { chain: 'study', id: ids[4], why: 'was changed after it was sealed' },
  ])
  await owner.query(`UPDATE audit.entry SET details = '{"reason": "back"}' WHERE id = $1`, [ids[1]])
  expect((await walked('study')).faults[0]).toMatchObject({ id: ids[1] })
})

test('of the vault’s chain nothing in clear says when, in which order or how much', async () => {
  const { owner, database } = await sealedTrail()
  const { rows } = await owner.query<{ column: string; type: string }>(
    `SELECT table_name || '.' || column_name AS column, udt_name AS type FROM information_schema.columns
      WHERE table_schema = 'audit' AND table_name IN ('vault_seal', 'vault_sealed') ORDER BY 1`,
  )
  expect(rows).toEqual([
    { column: 'vault_seal.place', type: 'uuid' },
    { column: 'vault_seal.sealed', type: 'bytea' },
    { column: 'vault_sealed.id', type: 'uuid' },
  ])
  const { rows: links } = await owner.query<{ place: string; bytes: number }>(
    `SELECT replace(place::text, '-', '') AS place, length(sealed) AS bytes FROM audit.vault_seal`,
  )
  // links of 3 and of 4 entries are equally long
  expect(new Set(links.map(({ bytes }) => bytes)).size).toBeLessThan(3)
  expect(links.map(({ place }) => place).sort()).toEqual(
    [1, 2, 3].map((n) => placeOf(database.keys.chain, 'vault', n)).sort(),
  )
  expect(chains.vault.recent).toBe('true')
})
