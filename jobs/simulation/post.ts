import type { Transport } from '../../app/mail/transport'
import type { StudyDb } from '../../app/platform/database'
import { addDays, type Day } from '../../app/protocol/day'
import { ANY_TIME, type Sending } from '../../app/protocol/sending'
import { resendFailed } from '../../app/records/ledger/resend'
import { whoseIs } from '../../app/records/whose'
import { CHANCES } from './behaviour'
import type { Supervisor } from './cast'
import { drawFrom } from './draw'
import { asStaff, type Playing, tried } from './playing'

/** Days until somebody sends again what did not arrive; ours. */
const SENT_AGAIN = [1, 20] as const

/** Its days have no hours, and days of rest as any: what is planned on a Saturday waits. */
export const POST_GOES: Sending = { ...ANY_TIME, workingDays: true }

/**
 * The post of a simulation: nothing goes out, and now and then a mailbox takes nothing on a day; days later the coordinator
 * sends what failed again. Which mailbox follows from the seed, the supervisor and the day. No server puts a message off: the
 * pauses between tries are time of the machine, so that two simulations would differ.
 */
export function postOf(playing: Omit<Playing, 'desk'>, db: StudyDb): Transport {
  const known = new Map<string, Supervisor | undefined>()
  const whose = async (pseudonym: string) => {
    if (!known.has(pseudonym)) {
      const found = await whoseIs(db, playing.study, pseudonym)
      known.set(
        pseudonym,
        playing.supervisors.find(({ id }) => id === found?.id),
      )
    }
    return known.get(pseudonym)
  }
  return {
    name: 'suppressed',
    send: async ({ pseudonym, day }) => {
      const to = await whose(pseudonym)
      const draw = drawFrom(playing.seed, 'post', to?.place ?? '', day)
      if (!to || !draw.chance(CHANCES.notTaken)) return { outcome: 'suppressed' }
      const on = addDays(day, draw.whole(...SENT_AGAIN))
      playing.agenda.add(on, to.location.location, (today) => sendAgain(playing, db, to, today))
      return { outcome: 'unknown_mailbox', answer: '550 5.2.2 over quota' }
    },
  }
}

async function sendAgain(playing: Omit<Playing, 'desk'>, db: StudyDb, { id }: Supervisor, today: Day): Promise<void> {
  tried(playing, 'resend_mail', await resendFailed(db, asStaff(playing, today), id as string))
}
