import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Standing } from '../../protocol/stages'
import type { Verdict } from '../../protocol/study'
import { lockCase } from '../case'
import { change } from '../change'
import { refusedNow } from '../standing'
import { foundOutOf, writeFindings } from './findings'
import { screenAnew } from './reopening'

/** What somebody found out about one criterion; the code under which the case leaves, if it is not met and they know which. */
export type FoundOutNow = {
  readonly registrationId: string
  readonly criterion: string
  readonly verdict: Verdict
  readonly reason?: string | null
}

/**
 * A coordinator found out what was unknown of a criterion, or that it is otherwise (protocol §2.1): the finding before stays
 * as history, and the case is screened again. Refused: no reply yet, interviewed or withdrawn, a criterion that is not asked at
 * the inquiry, a reason that does not speak against it. Gives where the case stands now.
 */
export function setFinding(db: StudyDb, occasion: Occasion, found: FoundOutNow): Promise<Result<Standing>> {
  const { registrationId, criterion, verdict, reason = null } = found
  const details = { criterion, verdict, ...(reason !== null && { reason }) }
  const what = { verb: 'set_finding', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    const refusal = refusedNow('set_finding', known)
    if (refusal) return refusal
    const about = occasion.study.protocol.criteria.find(({ name, asked }) => name === criterion && asked === 'inquiry')
    if (!about) return refuse('unknown_criterion', { field: 'criterion' })
    if (reason !== null && !(verdict === 'not_met' && about.reasons.includes(reason)))
      return refuse('unknown_reason', { field: 'reason' })
    await writeFindings(tx, registrationId, [{ criterion, verdict, source: 'account' }], occasion.today)
    return done(await screenAnew(tx, occasion, known, { foundOut: await foundOutOf(tx, registrationId), reason }))
  })
}
