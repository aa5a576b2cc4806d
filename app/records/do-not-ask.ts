import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { toColumn } from '../protocol/day'
import { done, type Result } from '../protocol/refusal'
import { lockCasesOf } from './case'
import { change } from './change'
import { leaveWhereItStands } from './leaving'

/** Under which reason the cases leave of somebody who does not want to be asked. */
export const DO_NOT_ASK = 'do_not_ask'

/**
 * The study's half of putting a client on the list of people who are never asked (protocol §6): it is kept with the client,
 * so that no case of theirs goes on, also not one that had left for another reason; every case that was not interviewed
 * leaves where it stands, also one that only waits; mail about it stops and the place is free. Who was interviewed took
 * part: that ends by withdrawing. Gives how many cases left; nought for a client who has none.
 */
export function leaveDoNotAsk(db: StudyDb, occasion: Occasion, clientId: string): Promise<Result<{ left: number }>> {
  const what = { verb: 'do_not_ask', subject: 'client', subjectId: clientId }
  return change(db, occasion, what, async (tx) => {
    const { study, today } = occasion
    // cases before their client, as an approach locks them
    const cases = await lockCasesOf(tx, study.id, { clientId })
    const where = { id: clientId, studyId: study.id }
    await tx.client.updateMany({ where: { ...where, doNotAskOn: null }, data: { doNotAskOn: toColumn(today) } })
    let left = 0
    for (const known of cases) if (await leaveWhereItStands(tx, occasion, known, DO_NOT_ASK)) left += 1
    return done({ left })
  })
}

/** The study's half of taking a client off the list: what comes next is asked about again; what left stays so. */
export function mayBeAskedAgain(db: StudyDb, occasion: Occasion, clientId: string): Promise<Result<null>> {
  const what = { verb: 'end_do_not_ask', subject: 'client', subjectId: clientId }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId } = occasion.study
    await lockCasesOf(tx, studyId, { clientId })
    await tx.client.updateMany({ where: { id: clientId, studyId }, data: { doNotAskOn: null } })
    return done(null)
  })
}
