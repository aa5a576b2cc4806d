import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** After so long a lock is broken even when some process bears its holder's number: numbers come back. */
const LONGEST_HOLD = 90_000

/** Whether a process with this number is there. */
export const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const holderOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function take(file: string): boolean {
  const draft = `${file}.${process.pid}-${randomBytes(3).toString('hex')}`
  writeFileSync(draft, `${process.pid} ${draft}`, { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
}

/**
 * Runs `body` while holding the lock file, so that processes that start together do not all try. Before each try it asks
 * `settled`: what that returns, when it is no null, is the answer, and the lock is not needed any more.
 * A lock of a dead process is broken. Two may break the same one, so `body` has to survive company.
 */
export async function withLock<T>(file: string, settled: () => Promise<T | null>, body: () => Promise<T>): Promise<T> {
  let watched: { holder: string; since: number } | undefined
  for (;;) {
    const answer = await settled()
    if (answer !== null) return answer
    if (take(file)) break
    const holder = holderOf(file)
    if (holder !== undefined) {
      if (watched?.holder !== holder) watched = { holder, since: performance.now() }
      const tooLong = performance.now() - watched.since > LONGEST_HOLD
      if (tooLong || !alive(Number.parseInt(holder, 10))) rmSync(file, { force: true })
    }
    await wait(50)
  }
  try {
    return (await settled()) ?? (await body())
  } finally {
    rmSync(file, { force: true })
  }
}
