import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { TestDatabase } from '../database'
import { connected } from '../platform/connect'

/**
 * Runs verbs truly at once: the row on which they queue up (a case, unless told otherwise) is held until every one of
 * them waits for it, then let go. They wait in the order given. A race that depends on luck would pass on most days;
 * a verb that does not wait is an error.
 */
export function atOnce<T>(
  { urls }: TestDatabase,
  id: string,
  verbs: (() => Promise<T>)[],
  table:
    | 'study.registration'
    | 'study.supervisor'
    | 'study.client'
    | 'identity.person'
    | 'identity.supervision'
    | 'study.room'
    | 'study.interviewer'
    | 'study.statement' = 'study.registration',
): Promise<T[]> {
  return connected(urls.owner, async (owner) => {
    await owner.query('BEGIN')
    await owner.query(`SELECT FROM ${table} WHERE id = $1 FOR UPDATE`, [id])
    const running: Promise<T>[] = []
    let ended = 0
    for (const verb of verbs) {
      running.push(verb().finally(() => ended++))
      while ((await waiting(owner)) < running.length && ended === 0) await wait(5)
    }
    const early = ended
    await owner.query('COMMIT')
    const results = await Promise.all(running)
    if (early > 0) throw new Error(`a verb did not wait for ${table}`)
    return results
  })
}

async function waiting(owner: pg.Client): Promise<number> {
  // inside a transaction the server shows the same picture for ever unless told to look again
  await owner.query('SELECT pg_stat_clear_snapshot()')
  const { rows } = await owner.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.count ?? 0
}
