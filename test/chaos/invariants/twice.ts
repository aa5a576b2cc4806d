import type { Accepted } from '../accepted'
import { type Broken, broken, type Evidence, grouped } from '../evidence'
import { saidIn } from './said'

/** Messages that a worker may have on its way at once, one in each job that it does at once: so many are in doubt when it dies. */
const AT_ONCE = 4
/** From the server's acceptance to the commit, at most: the database may just be away. */
const LONGEST_MS = 30_000

/**
 * A message is sent twice only where the process that sent it died before it could write it down: it was killed soon after,
 * and what was accepted was among the last that it sent. The second says nothing that the first did not. Gives how often
 * that was too.
 */
export function nothingTwice({ accepted, lives, stage }: Evidence): {
  readonly wrong: Broken[]
  readonly twice: number
} {
  const killed = new Map(lives.map(({ name, killedAt }) => [name, killedAt]))
  const lastOf = new Map(
    [...grouped(accepted, ({ worker }) => worker)].map(([name, all]) => [name, all.slice(-AT_ONCE)]),
  )
  const inDoubt = (one: Accepted) =>
    lastOf.get(one.worker)?.includes(one) === true && (killed.get(one.worker) ?? 0) - one.acceptedAt < LONGEST_MS
  const byMessage = grouped(accepted, ({ messageId }) => messageId)
  const several = [...byMessage.values()].filter(({ length }) => length > 1)
  const undoubted = several.flatMap((tries) => tries.slice(0, -1)).filter((one) => !inDoubt(one))
  const more = several.filter(([first, ...later]) => {
    const tokens = new Set(first && saidIn(first, stage.desk.linkKey).map(({ token }) => token))
    return later.some((one) => saidIn(one, stage.desk.linkKey).some(({ token }) => !tokens.has(token)))
  })
  return {
    twice: several.reduce((count, tries) => count + tries.length - 1, 0),
    wrong: [
      ...broken('sent twice only where the sender died in between', undoubted.map(brief)),
      ...broken(
        'a message that is sent again says nothing new',
        more.map(([first]) => first && brief(first)),
      ),
    ],
  }
}

const brief = ({ messageId, worker, acceptedAt }: Accepted) => ({ messageId, worker, acceptedAt })
