import pg from 'pg'
import { demandFinished } from './backup/unfinished'
import { EnvironmentError } from './environment'
import type { VaultKeys } from './vault'

const WORD = 'koppel'

/** By what a secret is known again: of no use to whoever does not have it. */
export const proofOf = (keys: Pick<VaultKeys, 'hash'>): Buffer => Buffer.from(keys.hash('proof', WORD))

/**
 * Whether the keys are those of this database. Takes an address of the owner or the vault. With another secret nobody
 * would be recognised, and the vault would fill with the same people once more: so a process with other keys does not
 * start. True when the database has a proof to compare with. Throws an EnvironmentError that says what is missing, also
 * for a database into which a restore was not ended.
 */
export async function proveKeys(url: string, keys: VaultKeys): Promise<boolean> {
  return connected(url, async (client) => {
    await demandFinished(client)
    const { rows: there } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('identity.proof') IS NOT NULL AS there`,
    )
    if (!there[0]?.there) return false
    const { rows: proofs } = await client.query<{ hash: Buffer }>('SELECT secret_hash AS hash FROM identity.proof')
    const [proof] = proofs
    if (proof && !proof.hash.equals(proofOf(keys)))
      throw new EnvironmentError(
        'The names in this database were sealed with another secret. Set KOPPEL_SECRET to it, or put back the file secret of the home.',
      )
    const { rows: used } = await client.query<{ id: Buffer }>(
      `SELECT key_id AS id FROM identity.rotation
        WHERE key_id IS NOT NULL AND (finished_at IS NOT NULL OR done > 0) ORDER BY started_at DESC LIMIT 1`,
    )
    const missing = used.find(({ id }) => !keys.ring.named(id))
    if (missing)
      throw new EnvironmentError(
        `Names in this database are sealed with key ${missing.id.toString('hex')}, which is not on the keyring. Put back the file keyring of the home, or set KOPPEL_KEYRING.`,
      )
    return proof !== undefined
  })
}

/** Writes down by what the keys of this database are known again; once. */
export async function leaveProof(url: string, keys: VaultKeys): Promise<void> {
  await connected(url, (client) =>
    client.query('INSERT INTO identity.proof (id, secret_hash) VALUES (1, $1) ON CONFLICT DO NOTHING', [proofOf(keys)]),
  )
}

async function connected<T>(url: string, body: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await body(client)
  } finally {
    await client.end()
  }
}
