import type pg from 'pg'
import { EnvironmentError } from '../environment'
import { SCHEMAS } from './tables'

/** A schema of this name stands in a database from the first step of a restore to the last: every role sees that it is there. */
const MARK = 'koppel_restoring'
/** Any number, the same in every version of this system: whoever restores into a database holds it. */
const LOCK = 7_226_736
const OURS = [...SCHEMAS, 'bullmq']

/** How a database stands for whoever wants to restore into it. */
type Place = 'empty' | 'unfinished' | 'used'

async function placeOf(owner: pg.Client): Promise<Place> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT nspname::text AS name FROM pg_namespace WHERE nspname = ANY ($1)
     UNION ALL SELECT 'koppel_migration' WHERE to_regclass('public.koppel_migration') IS NOT NULL`,
    [[...OURS, MARK]],
  )
  if (rows.some(({ name }) => name === MARK)) return 'unfinished'
  return rows.length === 0 ? 'empty' : 'used'
}

/**
 * Takes an empty database for a restore and marks it: nothing starts with it until the restore is through. What a restore left that was
 * killed is taken away first. Gives `busy` when another restore is at work in it, `used` when there is anything of ours.
 * The lock is held until `owner` ends.
 */
export async function beginRestore(owner: pg.Client): Promise<'begun' | 'busy' | 'used'> {
  const { rows } = await owner.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK])
  if (!rows[0]?.mine) return 'busy'
  const place = await placeOf(owner)
  if (place === 'used') return 'used'
  if (place === 'unfinished') await emptied(owner)
  await owner.query(`CREATE SCHEMA ${MARK}`)
  return 'begun'
}

/** The restore is through: from now on the system starts with this database. */
export const endRestore = (owner: pg.Client): Promise<unknown> => owner.query(`DROP SCHEMA ${MARK}`)

/** Takes everything of ours away, and the mark with it: as if nothing had been restored. */
export async function emptied(owner: pg.Client): Promise<void> {
  await owner.query(`SET client_min_messages = warning;
    BEGIN;
    ${OURS.map((schema) => `DROP SCHEMA IF EXISTS ${schema} CASCADE;`).join('\n')}
    DROP TABLE IF EXISTS public.koppel_migration;
    DROP SCHEMA IF EXISTS ${MARK};
    COMMIT`)
}

/** Throws an EnvironmentError for a database into which a restore was begun and not ended. Any role may ask. */
export async function demandFinished(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [MARK])
  if (rowCount)
    throw new EnvironmentError(
      'A restore into this database was begun and not ended. Wait for it, or run koppel restore once more: it takes away what was left.',
    )
}
