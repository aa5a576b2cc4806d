import type { StudyDb } from '../platform/database'
import { type Result, refuse } from '../protocol/refusal'

// Longer than any replay takes; a timer cannot wait much longer.
const WEEK_MS = 7 * 24 * 3600_000

/** Plays a study's days while nobody else does: refused as `replay_running` when another process is at it. */
export const playingAlone = <T>(db: StudyDb, studyId: string, play: () => Promise<Result<T>>): Promise<Result<T>> =>
  alone(db, `play ${studyId}`, 'replay_running', play)

/** Takes one more lock over the connection that holds the first, until the work is done; false when it is taken. */
export type AlsoAlone = (mark: string) => Promise<boolean>

/**
 * Does long work while nobody else does the same: refused by this code when another process is at it. The lock is the
 * database's and belongs to a connection, so it ends with the process that holds it, however that ends. Work that needs
 * a second lock asks for it by what it is given: whoever held one connection and waited for another would wait for those
 * who do the same.
 */
export async function alone<T>(
  db: StudyDb,
  mark: string,
  code: string,
  work: (also: AlsoAlone) => Promise<Result<T>>,
): Promise<Result<T>> {
  let worked: Result<T> | undefined
  try {
    await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', '0', true)`
        const taken: AlsoAlone = async (one) => {
          const [row] = await tx.$queryRaw<{ alone: boolean }[]>`
            SELECT pg_try_advisory_xact_lock(hashtextextended(${one}, 0)) AS alone`
          return row?.alone ?? false
        }
        worked = (await taken(mark)) ? await work(taken) : refuse(code)
      },
      { maxWait: 10_000, timeout: WEEK_MS },
    )
  } catch (error) {
    // The connection was lost after all was done: nothing hangs on how the lock ended.
    if (!worked) throw error
  }
  return worked as Result<T>
}
