import type { VaultDb, VaultTx } from '../platform/database'
import type { Vault } from '../platform/vault'

// The key table, and nothing else in the system, ties a row of the vault to a row of the study (§6). Without the keys it
// ties nothing: one column is a keyed hash, the other is sealed.

type Reader = Pick<VaultTx, '$queryRaw'> | VaultDb

/** Ties a row of the vault to the study's id of the same person or case. Call it in the transaction that makes the row. */
export async function tie(tx: VaultTx, keys: Vault['keys'], id: string, studyId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO identity.key (id, study_hash, study_id)
    VALUES (${id}::uuid, ${keys.hash('study_id', studyId)}, ${keys.seal(studyId, about(id))})`
}

/** Ties many at once. */
export async function tieAll(
  tx: VaultTx,
  keys: Vault['keys'],
  ties: readonly { readonly id: string; readonly studyId: string }[],
): Promise<void> {
  if (ties.length === 0) return
  await tx.$executeRaw`
    INSERT INTO identity.key (id, study_hash, study_id)
    SELECT t.id, t.hash, t.sealed
      FROM unnest(${ties.map(({ id }) => id)}::uuid[],
                  ${ties.map(({ studyId }) => keys.hash('study_id', studyId))}::bytea[],
                  ${ties.map(({ id, studyId }) => keys.seal(studyId, about(id)))}::bytea[]) AS t (id, hash, sealed)`
}

/** The vault's id of what the study knows by this one; null when the vault has nothing of it. */
export async function vaultIdOf(db: Reader, keys: Vault['keys'], studyId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM identity.key WHERE study_hash = ${keys.hash('study_id', studyId)}`
  return row?.id ?? null
}

/** The study's ids of rows of the vault, by theirs. Rows that are tied to nothing are missing from the answer. */
export async function studyIdsOf(
  db: Reader,
  keys: Vault['keys'],
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; sealed: Uint8Array }[]>`
    SELECT id, study_id AS sealed FROM identity.key WHERE id = ANY(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, studyIdIn(keys, row)]))
}

/** The study's id that a row of the key table holds. */
export const studyIdIn = (keys: Vault['keys'], { id, sealed }: { id: string; sealed: Uint8Array }): string =>
  keys.open(sealed, about(id))

/** The vault's ids of several at once, by the study's. */
export async function vaultIdsOf(
  db: Reader,
  keys: Vault['keys'],
  studyIds: readonly string[],
): Promise<Map<string, string>> {
  const byHash = new Map(studyIds.map((id) => [Buffer.from(keys.hash('study_id', id)).toString('hex'), id]))
  const rows = await db.$queryRaw<{ id: string; hash: string }[]>`
    SELECT k.id, asked.hash FROM unnest(${[...byHash.keys()]}::text[]) AS asked (hash)
      JOIN identity.key k ON k.study_hash = decode(asked.hash, 'hex')`
  return new Map(rows.map(({ id, hash }) => [byHash.get(hash) as string, id]))
}

/** Takes out every tie of a study, by its name in the vault. Gives how many there were. */
export const untie = (tx: VaultTx, studyAlias: string): PromiseLike<number> => tx.$executeRaw`
  DELETE FROM identity.key WHERE id IN (
    SELECT id FROM identity.person WHERE study_alias = ${studyAlias}::uuid
     UNION ALL SELECT id FROM identity.supervisor WHERE study_alias = ${studyAlias}::uuid
     UNION ALL SELECT id FROM identity.supervision WHERE study_alias = ${studyAlias}::uuid)`

const about = (id: string) => `key.study_id:${id}`
