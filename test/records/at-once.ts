import { setTimeout as wait } from 'node:timers/promises'
import type { TestDatabase } from '../database'
import { connected } from '../platform/connect'

/**
 * Runs verbs on one case truly at once: the case is held until every one of them waits for it, then let go. They wait
 * in the order given. A race that depends on luck would pass on most days.
 */
export function atOnce<T>({ urls }: TestDatabase, registrationId: string, verbs: (() => Promise<T>)[]): Promise<T[]> {
  return connected(urls.owner, async (owner) => {
    await owner.query('BEGIN')
    await owner.query('SELECT FROM study.registration WHERE id = $1 FOR UPDATE', [registrationId])
    const running: Promise<T>[] = []
    for (const verb of verbs) {
      running.push(verb())
      while ((await waiting(owner)) < running.length) await wait(5)
    }
    await owner.query('COMMIT')
    return Promise.all(running)
  })
}

async function waiting(owner: Parameters<Parameters<typeof connected>[1]>[0]): Promise<number> {
  // inside a transaction the server shows the same picture for ever unless told to look again
  await owner.query('SELECT pg_stat_clear_snapshot()')
  const { rows } = await owner.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.count ?? 0
}
