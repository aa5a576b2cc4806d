import { setTimeout as wait } from 'node:timers/promises'
import type { TestRedis } from '../jobs/redis'
import type { Cluster } from './cluster'
import type { Crew } from './crew'
import type { Peer } from './peer'
import { persistently, until } from './until'

type Killings = {
  readonly crew: Crew
  readonly peer: Peer
  readonly random: () => number
  readonly count: number
  /** About how many messages there are to go out meanwhile: the kills are spread over them. */
  readonly messages: number
  /** Whether any message could leave today. */
  readonly waiting: () => Promise<boolean>
}

/** So long at most a kill waits for messages to pass. */
const LONGEST_LIFE_MS = 30_000
/** So long when there is nothing to send: what plans messages may be killed too. */
const IDLE_MS = 1_500
/** How long after the server's acceptance a kill may come that means to fall between it and the commit. */
const GAP_MS = 60

/** Kills so many workers: half of them right after a message of theirs was accepted, the others at any moment. */
export async function killings({ crew, peer, random, count, messages, waiting }: Killings): Promise<void> {
  for (let killed = 0; killed < count; ) {
    await until('somebody works', () => crew.working().length > 0, { stands: crew.said })
    const aim = peer.count() + random() * 2 * (messages / count)
    const began = performance.now()
    const life = () => performance.now() - began
    while (peer.count() < aim && life() < LONGEST_LIFE_MS) {
      await wait(20)
      if (life() > IDLE_MS && !(await persistently('looking what waits', waiting))) break
    }
    const accepted = random() < 0.5 ? await nextAccepted(peer) : undefined
    if (accepted) await wait(random() * GAP_MS)
    const working = crew.working()
    const whom = accepted ?? working[Math.floor(random() * working.length)]
    if (whom && crew.kill(whom)) killed++
  }
}

/** Whose message is accepted next; nobody's when none is for a while. */
function nextAccepted(peer: Peer): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (worker?: string) => {
      clearTimeout(timer)
      off()
      resolve(worker)
    }
    const off = peer.onAccepted(end)
    const timer = setTimeout(() => end(), IDLE_MS)
  })
}

type Shaken = {
  readonly cluster: Cluster
  readonly redis: TestRedis | undefined
  readonly random: () => number
  readonly restarts: readonly Restart[]
  readonly flushes: number
}
type Restart = Parameters<Cluster['restart']>[0]

/** Restarts the database and empties Redis, one after the other, between short pauses. */
export async function shaken({ cluster, redis, random, restarts, flushes }: Shaken): Promise<void> {
  const shakes = [
    ...restarts.map((mode) => () => cluster.restart(mode)),
    ...Array.from({ length: redis ? flushes : 0 }, () => async () => redis?.flush()),
  ]
  const order = shakes.map((shake) => ({ shake, at: random() })).sort((a, b) => a.at - b.at)
  for (const { shake } of order) {
    await wait(500 + random() * 2_500)
    await shake()
  }
}
