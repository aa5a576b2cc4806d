import { type Accepted, LANES } from '../accepted'
import { type Broken, broken, type Evidence, grouped } from '../evidence'
import { saidIn } from './said'

/** From the server's acceptance to the commit, at most: the database may just be away. */
const LONGEST_MS = 30_000

/**
 * A message is sent twice only where the process that sent it died before it could write it down: it was killed soon after,
 * and each of its lanes held one such message at most, for a lane begins nothing before that. The second says nothing that
 * the first did not. Gives how often that was too.
 */
export function nothingTwice({ accepted, lives, stage }: Evidence): {
  readonly wrong: Broken[]
  readonly twice: number
} {
  const killed = new Map(lives.map(({ name, killedAt }) => [name, killedAt]))
  const inDoubt = (one: Accepted) => (killed.get(one.worker) ?? Number.POSITIVE_INFINITY) - one.acceptedAt < LONGEST_MS
  const byMessage = grouped(accepted, ({ messageId }) => messageId)
  const several = [...byMessage.values()].filter(({ length }) => length > 1)
  const again = several.flatMap((tries) => tries.slice(0, -1))
  const undoubted = again.filter((one) => !inDoubt(one))
  const tooMany = [...grouped(again, ({ worker }) => worker).values()].filter(({ length }) => length > LANES)
  const more = several.filter(([first, ...later]) => {
    const tokens = new Set(first && saidIn(first, stage.desk.linkKey).map(({ token }) => token))
    return later.some((one) => saidIn(one, stage.desk.linkKey).some(({ token }) => !tokens.has(token)))
  })
  return {
    twice: several.reduce((count, tries) => count + tries.length - 1, 0),
    wrong: [
      ...broken('sent twice only where the sender died in between', undoubted.map(brief)),
      ...broken(
        'of a worker that died each lane left one message in doubt at most',
        tooMany.map((some) => some.map(brief)),
      ),
      ...broken(
        'a message that is sent again says nothing new',
        more.map(([first]) => first && brief(first)),
      ),
    ],
  }
}

const brief = ({ messageId, worker, acceptedAt }: Accepted) => ({ messageId, worker, acceptedAt })
