import { setTimeout as wait } from 'node:timers/promises'
import { systemToday } from '../platform/clock'
import { blindId } from '../platform/id'
import { type KeyFile, LOOK_AGAIN_MS, newKey } from '../platform/keyring'
import { join, named, sql } from '../platform/sql'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { SEALED, type SealedTable } from './sealed'

/** How far a change of key came: the key's id in hex, and how many rows were sealed anew with it. */
export type Rotated = { readonly key: string; readonly resealed: number; readonly finished: boolean }
type Going = { readonly id: string; readonly place: number; readonly after: string | null }
type Row = { readonly id: string } & Readonly<Record<string, Uint8Array | string | null>>

/**
 * Begins a change of the key that seals, or finds the one under way: a home's key file gets a new key; a ring from the
 * environment is changed there first, and what it has in front is the key.
 */
export async function beginRotation({ db, keys }: Vault, actor: string): Promise<void> {
  await db.$executeRaw`
    WITH begun AS (INSERT INTO identity.rotation (id) VALUES (${blindId()}::uuid) ON CONFLICT DO NOTHING RETURNING id)
    INSERT INTO audit.entry (day, actor, verb, subject, subject_id, details)
    SELECT ${systemToday()}::date, ${actor}, 'begin_rotation', 'rotation', id, '{}'::jsonb FROM begun`
  const { file } = keys.ring
  if (file) return file.alone(() => claimNew({ db, keys }, file))
  const key = new Uint8Array(keys.ring.current().id)
  await db.rotation.updateMany({ where: { finishedAt: null, keyId: null }, data: { keyId: key } })
}

/**
 * Gives the change under way a new key of the file, unless it has one that is there: one that is not was claimed by a
 * process that died before it wrote the key down. Of two who broke the same dead lock one gets to write.
 */
async function claimNew({ db, keys }: Vault, file: KeyFile): Promise<void> {
  const open = await db.rotation.findFirst({ where: { finishedAt: null } })
  if (!open || (open.keyId && keys.ring.named(open.keyId))) return
  const key = newKey()
  const where = { id: open.id, keyId: open.keyId }
  const { count } = await db.rotation.updateMany({ where, data: { keyId: new Uint8Array(key.id) } })
  if (count === 1) file.add(key)
}

/** Whether a change of key is under way: a worker takes it up when whoever began it is gone. */
export async function rotating({ db }: Vault): Promise<boolean> {
  return (await db.rotation.count({ where: { finishedAt: null, keyId: { not: null } } })) > 0
}

/**
 * Seals anew, with the current key, what older keys have sealed, while everybody goes on working: a row that is changed
 * in the meantime is left and found again. Goes on where it was stopped; several at once do no harm. Refused when no
 * change of key is under way (`no_rotation`), and when its key is not the one in front here (`other_key`): two processes
 * with other keys in front would undo each other's work.
 */
export async function reseal(vault: Vault, stop?: AbortSignal): Promise<Result<Rotated>> {
  const { db, keys } = vault
  const open = await db.rotation.findFirst({ where: { finishedAt: null, keyId: { not: null } } })
  if (!open?.keyId) return refuse('no_rotation')
  if (!(await inFront(keys, open.keyId))) return refuse('other_key', { key: Buffer.from(open.keyId).toString('hex') })
  let going: Going = open
  while (!stop?.aborted) {
    going = await through(vault, going, stop)
    if (stop?.aborted || (await leftOver(vault)) > 0) continue
    await db.$executeRaw`
      WITH ended AS (
        UPDATE identity.rotation SET finished_at = now() WHERE id = ${going.id}::uuid AND finished_at IS NULL
        RETURNING id, done)
      INSERT INTO audit.entry (day, actor, verb, subject, subject_id, details)
      SELECT ${systemToday()}::date, 'system', 'end_rotation', 'rotation', id, jsonb_build_object('rows', done) FROM ended`
    break
  }
  const { done: resealed, finishedAt } = await db.rotation.findUniqueOrThrow({ where: { id: open.id } })
  return done({ key: Buffer.from(open.keyId).toString('hex'), resealed, finished: finishedAt !== null })
}

/** Whether a key is the one that seals here; a key file is looked at again, for it may have changed this second. */
async function inFront({ ring }: Vault['keys'], id: Uint8Array): Promise<boolean> {
  const is = () => ring.current().id.equals(id)
  if (is()) return true
  if (ring.file) await wait(LOOK_AGAIN_MS)
  return is()
}

/** Once through all tables from where it stands, back to the first. */
async function through(vault: Vault, from: Going, stop?: AbortSignal): Promise<Going> {
  let { place, after } = from
  for (; place < SEALED.length; place++, after = null) {
    const table = SEALED[place] as SealedTable
    for (;;) {
      if (stop?.aborted) return { ...from, place, after }
      const rows = await sealedBefore(vault, table, after)
      const last = rows.at(-1)
      if (!last) break
      await replace(vault, table, rows, { ...from, place, after: last.id })
      after = last.id
    }
  }
  return { ...from, place: 0, after: null }
}

const current = ({ keys }: Vault) => new Uint8Array(keys.ring.current().id)
const older = (vault: Vault, { columns }: SealedTable) =>
  join(
    columns.map((column) => sql`substring(${named(column)} FROM 1 FOR 4) <> ${current(vault)}`),
    ' OR ',
  )

/** The next rows of a table that an older key has sealed. */
const sealedBefore = (vault: Vault, table: SealedTable, after: string | null): Promise<Row[]> =>
  vault.db.$queryRaw<Row[]>(sql`
    SELECT id, ${join(table.columns.map(named))} FROM identity.${named(table.table)}
     WHERE (${after}::uuid IS NULL OR id > ${after}::uuid) AND (${older(vault, table)})
     ORDER BY id LIMIT ${table.rowsAtOnce}`)

async function leftOver(vault: Vault): Promise<number> {
  let count = 0
  for (const table of SEALED) count += (await sealedBefore(vault, table, null)).length
  return count
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
/** Key id and nonce: no two sealed values begin alike. */
const BEGINNING = 16

/**
 * Writes rows sealed anew, in one statement with how far it came and what the audit says. A value counts as the one
 * that was read when it begins alike: whatever was written in between stays.
 */
async function replace({ db, keys }: Vault, { table, columns }: SealedTable, rows: readonly Row[], going: Going) {
  const lists = columns.map((column) => {
    const values = rows.map((row) => row[column] as Uint8Array | null)
    const about = (at: number) => `${table}.${column}:${rows[at]?.id}`
    const anew = values.map((value, at) => value && keys.sealBytes(keys.openBytes(value, about(at)), about(at)))
    return {
      column,
      was: values.map((value) => value && hex(value.subarray(0, BEGINNING))),
      anew: anew.map((value) => value && hex(value)),
    }
  })
  const is = (column: string) => sql`t.${named(column)}`
  const given = lists.flatMap(({ was, anew }) => [sql`${was}::text[]`, sql`${anew}::text[]`])
  const names = lists.flatMap(({ column }) => [named(`was_${column}`), named(`anew_${column}`)])
  await db.$executeRaw(sql`
    WITH given AS (
      SELECT * FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${join(given)}) AS g (id, ${join(names)})
    ), replaced AS (
      UPDATE identity.${named(table)} t
         SET ${join(lists.map(({ column }) => sql`${named(column)} = decode(g.${named(`anew_${column}`)}, 'hex')`))}
        FROM given g WHERE t.id = g.id AND ${join(
          lists.map(
            ({ column }) =>
              sql`encode(substring(${is(column)} FROM 1 FOR ${BEGINNING}), 'hex') IS NOT DISTINCT FROM g.${named(`was_${column}`)}`,
          ),
          ' AND ',
        )}
      RETURNING t.id
    ), counted AS (SELECT count(*)::int AS rows FROM replaced), noted AS (
      UPDATE identity.rotation SET done = done + counted.rows, place = ${going.place}, after = ${going.after}::uuid
        FROM counted WHERE id = ${going.id}::uuid
    )
    INSERT INTO audit.entry (day, actor, verb, subject, subject_id, details)
    SELECT ${systemToday()}::date, 'system', 'reseal', 'rotation', ${going.id}::uuid,
           jsonb_build_object('table', ${table}::text, 'rows', rows) FROM counted`)
}

/** How many values each key has sealed, by the key's id in hex. */
export async function valuesByKey({ db }: Vault): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { table, columns } of SEALED)
    for (const column of columns) {
      const rows = await db.$queryRaw<{ key: string; values: number }[]>(sql`
        SELECT encode(substring(${named(column)} FROM 1 FOR 4), 'hex') AS key, count(*)::int AS values
          FROM identity.${named(table)} WHERE ${named(column)} IS NOT NULL GROUP BY 1`)
      for (const { key, values } of rows) counts.set(key, (counts.get(key) ?? 0) + values)
    }
  return counts
}

/** How long after a change of key an older one may still be at work in a transaction, with ample room. */
const AT_WORK_MS = 5 * 60_000

/**
 * Takes keys that seal nothing any more out of the home's key file; gives how many. The current key stays, and so does
 * every key of which a value is left. Refused while a change of key is under way and for five minutes after it
 * (`rotated_lately`): what is sealed in a transaction that is still open cannot be counted.
 */
export async function retireKeys(vault: Vault, at: Date): Promise<Result<number>> {
  const { file } = vault.keys.ring
  if (!file) return done(0)
  return file.alone(async () => {
    const since = new Date(at.getTime() - AT_WORK_MS)
    const late = await vault.db.rotation.count({ where: { OR: [{ finishedAt: null }, { finishedAt: { gt: since } }] } })
    if (late > 0) return refuse('rotated_lately', { minutes: AT_WORK_MS / 60_000 })
    const used = [...(await valuesByKey(vault)).keys()].map((id) => Buffer.from(id, 'hex'))
    return done(file.keepOnly([vault.keys.ring.current().id, ...used]))
  })
}
