import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { reasonNamed } from '../protocol/reasons'
import { done, type Result } from '../protocol/refusal'
import { lockCasesOf } from './case'
import { change } from './change'
import { comeBack, depart } from './departures'
import { unbind } from './intake/approach'
import { cancelMail } from './ledger/plan'
import { stepOf } from './standing'

/** Under which reason the cases leave of somebody who does not want to be asked. */
export const DO_NOT_ASK = 'do_not_ask'

/**
 * The study's half of putting a client on the list of people who are never asked (protocol §6): every case of theirs that
 * was not interviewed leaves where it stands, also one that only waits; mail about it stops and the place is free. Who was
 * interviewed took part: that ends by withdrawing. Gives how many cases left; nought for a client who has none.
 */
export function leaveDoNotAsk(db: StudyDb, occasion: Occasion, clientId: string): Promise<Result<{ left: number }>> {
  const what = { verb: 'do_not_ask', subject: 'client', subjectId: clientId }
  return change(db, occasion, what, async (tx) => {
    const { study, today } = occasion
    let left = 0
    for (const known of await lockCasesOf(tx, study.id, { clientId })) {
      const waits = Object.entries(known.left).some(([step, code]) => reasonNamed(study.protocol, step, code)?.waits)
      if (waits) await comeBack(tx, known.id, 'register', today)
      const step = waits ? 'register' : await stepOf(tx, occasion, known)
      if (!step || known.withdrawn || !reasonNamed(study.protocol, step, DO_NOT_ASK)) continue
      await depart(tx, occasion, known.id, step, DO_NOT_ASK, today)
      await cancelMail(tx, known.id, 'case_left')
      await unbind(tx, known.id, today)
      left += 1
    }
    return done({ left })
  })
}
